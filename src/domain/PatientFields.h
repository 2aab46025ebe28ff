#pragma once

#include "domain/Merge.h"
#include "domain/Patient.h"

#include <QList>
#include <QMap>

namespace ClinicDesk {

/// What the desk can change in a patient's record, in the order of the form.
enum class PatientField {
    FamilyName,
    GivenName,
    BirthDate,
    Sex,
    Phone,
    Email,
    Address,
    NationalId,
    EmergencyContact,
    DeskNotes,
    ConsentOn,
    Active
};

/// A record as texts: dates as ISO where they can be read, else as typed, so that nothing typed is
/// lost; sex as its key; active as "yes" or "no".
using PatientFields = QMap<PatientField, QString>;

[[nodiscard]] const QList<PatientField> &allPatientFields();
/// The field's name in ValidationFailed: "familyName", "birthDate", ...
[[nodiscard]] QString toKey(PatientField field);
[[nodiscard]] PatientFields fieldsOf(const Patient &patient);
/// `patient` with these fields; a date that cannot be read becomes an invalid one.
[[nodiscard]] Patient withFields(Patient patient, const PatientFields &fields);

template<> struct MergeTraits<PatientFields>
{
    using Key = PatientField;

    static const QList<Key> &keys() { return allPatientFields(); }
    static bool isSame(const PatientFields &left, const PatientFields &right, Key key)
    {
        return left.value(key) == right.value(key);
    }
    static void take(const PatientFields &from, PatientFields &to, Key key)
    {
        to.insert(key, from.value(key));
    }
};

using PatientMerge = Merge<PatientFields>;

} // namespace ClinicDesk
