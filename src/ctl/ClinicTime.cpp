#include "ctl/ClinicTime.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {

std::optional<QDateTime> instantAt(QDate day, QTime time, const QTimeZone &zone)
{
    const QDateTime asUtc(day, time, Qt::UTC);
    std::optional<QDateTime> first;
    // The offsets in force a day before and after are all that can apply between.
    for (const int days : {-1, 1}) {
        const int offset = zone.offsetFromUtc(asUtc.addDays(days));
        const QDateTime candidate = asUtc.addSecs(-offset);
        if (zone.offsetFromUtc(candidate) == offset && (!first || candidate < *first))
            first = candidate;
    }
    return first;
}

QDateTime startOfDay(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toUTC();
}

std::optional<TypedTime> TypedTime::parse(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?)(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    TypedTime typed;
    typed.day = QDate::fromString(match.captured(1), Qt::ISODate);
    typed.time = QTime::fromString(match.captured(2), Qt::ISODateWithMs);
    // 24:00 is the day's end; Qt reads it as the day's beginning.
    if (match.captured(2).startsWith("24"_L1))
        typed.day = typed.day.addDays(1);
    const QString offset = match.captured(3);
    if (offset == u'Z') {
        typed.offsetSeconds = 0;
    } else if (!offset.isEmpty()) {
        const int minutes = offset.mid(1, 2).toInt() * 60 + offset.right(2).toInt();
        typed.offsetSeconds = (offset.startsWith(u'-') ? -minutes : minutes) * 60;
    }
    if (!typed.day.isValid() || !typed.time.isValid()
        || std::abs(typed.offsetSeconds.value_or(0)) > 50400)
        return std::nullopt;
    return typed;
}

std::optional<QDateTime> TypedTime::at(const QTimeZone &zone) const
{
    if (offsetSeconds)
        return QDateTime(day, time, Qt::UTC).addSecs(-*offsetSeconds);
    return instantAt(day, time, zone);
}

QString isoText(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toOffsetFromUtc(zone.offsetFromUtc(instant));
    const bool whole = local.time().msec() == 0;
    QString text = local.toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
    // Qt writes an offset of zero as Z; one form is easier on scripts.
    if (text.endsWith(u'Z'))
        text.replace(text.size() - 1, 1, u"+00:00"_s);
    return text;
}

} // namespace ClinicDesk::Ctl
