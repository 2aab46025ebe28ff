#include "views/record/PatientTexts.h"

#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::PatientTexts {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(PatientTexts)
};

QString masked(const QString &text)
{
    constexpr qsizetype seen = 3;
    if (text.size() <= seen)
        return QString(text.size(), QChar(0x2022));
    return Format::isolated(QString(text.size() - seen, QChar(0x2022)) + text.right(seen));
}

} // namespace

QString label(PatientField field)
{
    switch (field) {
    case PatientField::FamilyName:
        return Words::tr("Family name");
    case PatientField::GivenName:
        return Words::tr("Given name");
    case PatientField::BirthDate:
        return Words::tr("Birth date");
    case PatientField::Sex:
        return Words::tr("Sex");
    case PatientField::Phone:
        return Words::tr("Phone");
    case PatientField::Email:
        return Words::tr("E-mail");
    case PatientField::Address:
        return Words::tr("Address");
    case PatientField::NationalId:
        return Words::tr("National id");
    case PatientField::EmergencyContact:
        return Words::tr("Emergency contact");
    case PatientField::DeskNotes:
        return Words::tr("Notes for the desk");
    case PatientField::ConsentOn:
        return Words::tr("Consent given on");
    case PatientField::Active:
        return Words::tr("Record in use");
    }
    Q_UNREACHABLE();
}

QString sex(Sex sex)
{
    switch (sex) {
    case Sex::Unknown:
        return Words::tr("not recorded");
    case Sex::Female:
        return Words::tr("female");
    case Sex::Male:
        return Words::tr("male");
    case Sex::Other:
        return Words::tr("other");
    }
    Q_UNREACHABLE();
}

QString shown(PatientField field, const QString &text)
{
    switch (field) {
    case PatientField::BirthDate:
    case PatientField::ConsentOn: {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? Format::date(date) : text;
    }
    case PatientField::Sex:
        return sex(sexFromKey(text).value_or(Sex::Unknown));
    case PatientField::NationalId:
        return masked(text);
    case PatientField::Active:
        return text == "no"_L1 ? Words::tr("no") : Words::tr("yes");
    default:
        return text;
    }
}

QString list(const QList<PatientField> &fields)
{
    QStringList names;
    for (const PatientField field : fields)
        names << label(field).toLower();
    return names.join(u", "_s);
}

QString changed(const PatientRecord &record, const QList<PatientField> &fields,
                const ClinicClock &clock)
{
    const QString who = record.changedBy.isEmpty() ? Words::tr("Another desk") : record.changedBy;
    if (!record.changedAt)
        return Words::tr("%1 changed this: %2.", "who, which fields").arg(who, list(fields));
    return Words::tr("%1 changed this %2: %3.", "who, how long ago, which fields")
        .arg(who, Format::ago(*record.changedAt, clock.now(), clock.zone()), list(fields));
}

} // namespace ClinicDesk::PatientTexts
