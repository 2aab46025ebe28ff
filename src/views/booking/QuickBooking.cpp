#include "views/booking/QuickBooking.h"

#include "widgets/DateWords.h"
#include "widgets/Format.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(QuickBooking)
};

constexpr qsizetype leastLetters = 3;

std::optional<int> readMinutes(const QString &word)
{
    static const QRegularExpression length(u"^(\\d{1,3})(m|min|h)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = length.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = match.captured(1).toInt();
    const int minutes
        = match.captured(2).compare(u"h", Qt::CaseInsensitive) == 0 ? 60 * number : number;
    return minutes >= 5 && minutes <= 720 ? std::optional(minutes) : std::nullopt;
}

/// "10", "930", "9:30", "9:30pm".
QTime readTime(const QString &word)
{
    static const QRegularExpression clock(u"^(\\d{1,2})(?:[:.]?(\\d{2}))?(am|pm)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = clock.match(word);
    if (!match.hasMatch())
        return {};
    int hour = match.captured(1).toInt();
    const QString half = match.captured(3).toLower();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (half == u"pm" ? 12 : 0);
    }
    return {hour, match.captured(2).toInt()};
}

/// The one whose name has a word that begins so; nullptr for none and for several.
template<typename Named, typename Name>
const Named *oneNamed(const QList<Named> &all, const QString &word, Name name)
{
    if (word.size() < leastLetters)
        return nullptr;
    const Named *found = nullptr;
    for (const Named &one : all) {
        const QStringList parts = QString(name(one)).split(u' ');
        const bool fits = std::ranges::any_of(parts, [&word](const QString &part) {
            return part.startsWith(word, Qt::CaseInsensitive);
        });
        if (fits && found)
            return nullptr;
        if (fits)
            found = &one;
    }
    return found;
}

} // namespace

std::optional<QuickBooking> QuickBooking::read(const QString &words, const QList<Doctor> &doctors,
                                               const QList<VisitType> &types, QDate today)
{
    QuickBooking booking;
    QStringList patient;
    bool patientEnds = false;
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (patient.isEmpty()) {
            patient << part; // whoever is called as a doctor is, too
            continue;
        }
        if (const auto minutes = readMinutes(part)) {
            booking.minutes = *minutes;
        } else if (patientEnds && !booking.time.isValid() && readTime(part).isValid()) {
            // Before that, numbers are the patient's: a year, the phone's end.
            booking.time = readTime(part);
            continue;
        } else if (const Doctor *const doctor = booking.doctor.isValid()
                       ? nullptr
                       : oneNamed(doctors, part, [](const Doctor &d) { return d.displayName; })) {
            booking.doctor = doctor->id;
            booking.doctorName = doctor->displayName;
        } else if (const VisitType *const type = booking.type.isValid()
                       ? nullptr
                       : oneNamed(types, part, [](const VisitType &t) { return t.name; })) {
            booking.type = type->id;
            booking.typeName = type->name;
        } else if (const QDate day = DateWords::read(part, today).day; day.isValid()
                   && !booking.day.isValid()
                   && !std::ranges::all_of(part, [](QChar c) { return c.isDigit(); })) {
            booking.day = day;
        } else if (!patientEnds) {
            patient << part;
            continue;
        } else {
            return std::nullopt;
        }
        patientEnds = true;
    }
    if (!patientEnds)
        return std::nullopt;
    booking.patient = patient.join(u' ');
    return booking;
}

QString QuickBooking::text() const
{
    QStringList parts {doctor.isValid() ? Words::tr("Book %1 with %2").arg(patient, doctorName)
                                        : Words::tr("Book %1").arg(patient)};
    if (type.isValid())
        parts << typeName;
    if (day.isValid())
        parts << Format::dayAndDate(day);
    if (time.isValid())
        parts << Format::isolated(time.toString(u"HH:mm"_s));
    if (minutes > 0)
        parts << Format::duration(minutes);
    return parts.join(u", "_s);
}

} // namespace ClinicDesk
