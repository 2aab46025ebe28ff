#include "domain/PatientCheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int longestName = 100;
constexpr int longestLine = 200;
constexpr int longestParagraph = 2000;

bool unreadable(QChar c, bool lines)
{
    if (lines && (c == u'\n' || c == u'\t'))
        return false;
    const bool turnsDirection
        = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    return c.category() == QChar::Other_Control || turnsDirection;
}

void checkText(QMap<QString, QString> &fields, const QString &field, const QString &text,
               int longest, bool lines)
{
    if (text.trimmed().size() > longest)
        fields.insert(field, u"too_long"_s);
    else if (std::any_of(text.cbegin(), text.cend(),
                         [lines](QChar c) { return unreadable(c, lines); }))
        fields.insert(field, u"control_character"_s);
}

} // namespace

ValidationDetails checkPatient(const Patient &patient, QDate today)
{
    QMap<QString, QString> fields;
    checkText(fields, u"familyName"_s, patient.familyName, longestName, false);
    checkText(fields, u"givenName"_s, patient.givenName, longestName, false);
    checkText(fields, u"phone"_s, patient.phone, longestLine, false);
    checkText(fields, u"email"_s, patient.email, longestLine, false);
    checkText(fields, u"address"_s, patient.address, longestParagraph, true);
    checkText(fields, u"nationalId"_s, patient.nationalId, longestLine, false);
    checkText(fields, u"emergencyContact"_s, patient.emergencyContact, longestLine, false);
    checkText(fields, u"deskNotes"_s, patient.deskNotes, longestParagraph, true);
    if (patient.familyName.trimmed().isEmpty())
        fields.insert(u"familyName"_s, u"missing"_s);
    if (patient.givenName.trimmed().isEmpty())
        fields.insert(u"givenName"_s, u"missing"_s);
    if (!patient.birthDate.isValid())
        fields.insert(u"birthDate"_s, u"missing"_s);
    else if (patient.birthDate > today)
        fields.insert(u"birthDate"_s, u"future"_s);
    else if (patient.birthDate < QDate(1850, 1, 1))
        fields.insert(u"birthDate"_s, u"range"_s);
    if (patient.consentOn > today)
        fields.insert(u"consentOn"_s, u"future"_s);
    if (!patient.email.trimmed().isEmpty() && !patient.email.contains(u'@'))
        fields.insert(u"email"_s, u"format"_s);
    return {fields};
}

} // namespace ClinicDesk
