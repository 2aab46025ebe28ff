#pragma once

#include "ctl/Arguments.h"
#include "domain/Patient.h"

namespace ClinicDesk::Ctl {

/// A patient's record as typed; what is not named stays as it is.
struct TypedPatient
{
    QUuid operation;
    QString key; ///< of "patients edit": id or record number
    std::optional<QString> familyName;
    std::optional<QString> givenName;
    std::optional<QDate> birthDate;
    std::optional<Sex> sex;
    std::optional<QString> phone;
    std::optional<QString> email;
    std::optional<QString> address;
    std::optional<QString> nationalId;
    std::optional<QString> emergencyContact;
    std::optional<QString> deskNotes;
    std::optional<bool> active;
    std::optional<int> version;

    void applyTo(Patient &patient) const;
};

struct PatientSearch
{
    QString words;
    int limit = 20;
};

[[nodiscard]] Result<TypedPatient> readNewPatient(Arguments arguments);
[[nodiscard]] Result<TypedPatient> readChangedPatient(Arguments arguments);
[[nodiscard]] Result<PatientSearch> readPatientSearch(Arguments arguments);

} // namespace ClinicDesk::Ctl
