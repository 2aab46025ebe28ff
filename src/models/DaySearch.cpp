#include "models/DaySearch.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Letters that are no base letter with a mark on it.
QString plainLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'ß':
        return u"ss"_s;
    case u'æ':
        return u"ae"_s;
    case u'œ':
        return u"oe"_s;
    case u'ø':
        return u"o"_s;
    case u'ł':
        return u"l"_s;
    case u'đ':
    case u'ð':
        return u"d"_s;
    case u'þ':
        return u"th"_s;
    case u'ı':
        return u"i"_s;
    default:
        return letter;
    }
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

QDate dayOf(const QString &part)
{
    static const QRegularExpression written(u"^(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})$"_s);
    const QRegularExpressionMatch match = written.match(part);
    return match.hasMatch()
        ? QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt())
        : QDate::fromString(part, Qt::ISODate);
}

bool fitsNumber(const AppointmentRow &row, const QString &part)
{
    if (const QDate day = dayOf(part); day.isValid())
        return row.birthDate == day;
    if (part.startsWith("mr-"_L1))
        return row.recordNumber.compare(part, Qt::CaseInsensitive) == 0;
    const QString digits = digitsOf(part);
    const int number = digits.toInt();
    if (digits.size() == 2)
        return row.birthDate.year() % 100 == number;
    const bool fitsPhone = digitsOf(row.phone).endsWith(digits);
    if (digits.size() == 4 && number >= 1850 && number <= 2100)
        return row.birthDate.year() == number || fitsPhone;
    return fitsPhone || row.recordNumber.endsWith(u'-' + digits.rightJustified(6, u'0'));
}

bool fits(const AppointmentRow &row, const QString &name, const QStringList &parts)
{
    return std::ranges::all_of(parts, [&](const QString &part) {
        if (std::ranges::any_of(part, [](QChar c) { return c.isDigit(); }))
            return fitsNumber(row, part);
        // Two letters begin a name; more may stand anywhere in it.
        return part.size() >= 3 ? name.contains(part)
                                : name.startsWith(part) || name.contains(u' ' + part);
    });
}

/// Coming ones before past ones, sooner before later; of the past ones the latest.
bool isBetter(const AppointmentRow &row, const AppointmentRow &than, const QDateTime &now)
{
    const auto isComing = [&now](const AppointmentRow &one) {
        return holdsSlot(one.appointment.status) && one.appointment.end > now;
    };
    if (isComing(row) != isComing(than))
        return isComing(row);
    return isComing(row) ? row.appointment.start < than.appointment.start
                         : row.appointment.start > than.appointment.start;
}

} // namespace

QString foldedForSearch(const QString &text)
{
    QString folded;
    const QString parts = text.toLower().normalized(QString::NormalizationForm_KD);
    for (const QChar c : parts) {
        if (!c.isMark())
            folded += plainLetter(c);
    }
    return folded;
}

PatientMatch patientOf(const AppointmentRow &row)
{
    PatientMatch match;
    match.id = row.appointment.patient;
    match.recordNumber = row.recordNumber;
    match.familyName = row.familyName;
    match.givenName = row.givenName;
    match.birthDate = row.birthDate;
    match.phone = row.phone;
    match.nextVisit = row.appointment.start;
    match.lastDoctor = row.appointment.doctor;
    match.lastVisitType = row.appointment.visitType;
    return match;
}

QList<PatientMatch> patientsAmong(const QList<AppointmentRow> &visits, const QString &words,
                                  const QDateTime &now, int limit)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    const QStringList parts = foldedForSearch(words).split(between, Qt::SkipEmptyParts);
    QHash<PatientId, AppointmentRow> best;
    for (const AppointmentRow &row : visits) {
        const QString name = foldedForSearch(row.familyName + u' ' + row.givenName);
        if (parts.isEmpty() || !fits(row, name, parts))
            continue;
        const auto known = best.constFind(row.appointment.patient);
        if (known == best.cend() || isBetter(row, *known, now))
            best.insert(row.appointment.patient, row);
    }
    QList<PatientMatch> matches;
    for (const AppointmentRow &row : std::as_const(best))
        matches << patientOf(row);
    std::ranges::sort(matches, {}, [](const PatientMatch &match) {
        return std::tuple(foldedForSearch(match.familyName + u' ' + match.givenName),
                          match.birthDate, match.id);
    });
    return matches.first(std::min<qsizetype>(matches.size(), limit));
}

} // namespace ClinicDesk
