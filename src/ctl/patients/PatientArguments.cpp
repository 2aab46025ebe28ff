#include "ctl/patients/PatientArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

std::optional<Sex> sexOf(Arguments &arguments)
{
    if (!arguments.has(u"sex"_s))
        return std::nullopt;
    const std::optional<Sex> sex = sexFromKey(arguments.text(u"sex"_s));
    if (!sex)
        arguments.complain(u"sex"_s, u"format"_s);
    return sex;
}

TypedPatient patientOf(Arguments &arguments)
{
    return {.operation = arguments.operation(),
            .key = {},
            .familyName = arguments.optionalText(u"family"_s),
            .givenName = arguments.optionalText(u"given"_s),
            .birthDate = arguments.optionalDate(u"born"_s),
            .sex = sexOf(arguments),
            .phone = arguments.optionalText(u"phone"_s),
            .email = arguments.optionalText(u"email"_s),
            .address = arguments.optionalText(u"address"_s),
            .nationalId = arguments.optionalText(u"national-id"_s),
            .emergencyContact = arguments.optionalText(u"emergency-contact"_s),
            .deskNotes = arguments.optionalText(u"notes"_s),
            .active = arguments.yesNo(u"active"_s),
            .version = {}};
}

} // namespace

void TypedPatient::applyTo(Patient &patient) const
{
    replace(patient.familyName, familyName);
    replace(patient.givenName, givenName);
    replace(patient.birthDate, birthDate);
    replace(patient.sex, sex);
    replace(patient.phone, phone);
    replace(patient.email, email);
    replace(patient.address, address);
    replace(patient.nationalId, nationalId);
    replace(patient.emergencyContact, emergencyContact);
    replace(patient.deskNotes, deskNotes);
    replace(patient.active, active);
    replace(patient.version, version);
}

/// Which fields a record needs, the database says.
Result<TypedPatient> readNewPatient(Arguments arguments)
{
    const TypedPatient typed = patientOf(arguments);
    return arguments.checked(typed);
}

Result<TypedPatient> readChangedPatient(Arguments arguments)
{
    TypedPatient typed = patientOf(arguments);
    typed.key = arguments.word(u"patient"_s);
    typed.version = arguments.version();
    return arguments.checked(typed);
}

Result<PatientSearch> readPatientSearch(Arguments arguments)
{
    arguments.word(u"words"_s);
    const PatientSearch search {arguments.words().join(u' '),
                                arguments.number(u"limit"_s, 1, 100, 20)};
    return arguments.checked(search);
}

} // namespace ClinicDesk::Ctl
