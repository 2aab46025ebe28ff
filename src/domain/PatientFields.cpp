#include "domain/PatientFields.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString textOf(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace

const QList<PatientField> &allPatientFields()
{
    static const QList<PatientField> fields {
        PatientField::FamilyName, PatientField::GivenName,  PatientField::BirthDate,
        PatientField::Sex,        PatientField::Phone,      PatientField::Email,
        PatientField::Address,    PatientField::NationalId, PatientField::EmergencyContact,
        PatientField::DeskNotes,  PatientField::ConsentOn,  PatientField::Active};
    return fields;
}

QString toKey(PatientField field)
{
    switch (field) {
    case PatientField::FamilyName:
        return u"familyName"_s;
    case PatientField::GivenName:
        return u"givenName"_s;
    case PatientField::BirthDate:
        return u"birthDate"_s;
    case PatientField::Sex:
        return u"sex"_s;
    case PatientField::Phone:
        return u"phone"_s;
    case PatientField::Email:
        return u"email"_s;
    case PatientField::Address:
        return u"address"_s;
    case PatientField::NationalId:
        return u"nationalId"_s;
    case PatientField::EmergencyContact:
        return u"emergencyContact"_s;
    case PatientField::DeskNotes:
        return u"deskNotes"_s;
    case PatientField::ConsentOn:
        return u"consentOn"_s;
    case PatientField::Active:
        return u"active"_s;
    }
    Q_UNREACHABLE();
}

PatientFields fieldsOf(const Patient &patient)
{
    return {{PatientField::FamilyName, patient.familyName},
            {PatientField::GivenName, patient.givenName},
            {PatientField::BirthDate, textOf(patient.birthDate)},
            {PatientField::Sex, toKey(patient.sex)},
            {PatientField::Phone, patient.phone},
            {PatientField::Email, patient.email},
            {PatientField::Address, patient.address},
            {PatientField::NationalId, patient.nationalId},
            {PatientField::EmergencyContact, patient.emergencyContact},
            {PatientField::DeskNotes, patient.deskNotes},
            {PatientField::ConsentOn, textOf(patient.consentOn)},
            {PatientField::Active, patient.active ? u"yes"_s : u"no"_s}};
}

Patient withFields(Patient patient, const PatientFields &fields)
{
    patient.familyName = fields.value(PatientField::FamilyName);
    patient.givenName = fields.value(PatientField::GivenName);
    patient.birthDate = QDate::fromString(fields.value(PatientField::BirthDate), Qt::ISODate);
    patient.sex = sexFromKey(fields.value(PatientField::Sex)).value_or(Sex::Unknown);
    patient.phone = fields.value(PatientField::Phone);
    patient.email = fields.value(PatientField::Email);
    patient.address = fields.value(PatientField::Address);
    patient.nationalId = fields.value(PatientField::NationalId);
    patient.emergencyContact = fields.value(PatientField::EmergencyContact);
    patient.deskNotes = fields.value(PatientField::DeskNotes);
    patient.consentOn = QDate::fromString(fields.value(PatientField::ConsentOn), Qt::ISODate);
    patient.active = fields.value(PatientField::Active) != "no"_L1;
    return patient;
}

} // namespace ClinicDesk
