#pragma once

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

/// Two changes to one record that began as `before`. Fields that only one side changed take that
/// change; where both wrote the same there is nothing to decide; the rest are conflicts.
class PatientMerge
{
public:
    PatientMerge(PatientFields before, PatientFields theirs, PatientFields mine);

    [[nodiscard]] const PatientFields &before() const { return m_before; }
    [[nodiscard]] const PatientFields &theirs() const { return m_theirs; }
    [[nodiscard]] const PatientFields &mine() const { return m_mine; }
    [[nodiscard]] QList<PatientField> theirChanges() const;
    [[nodiscard]] QList<PatientField> myChanges() const;
    /// Changed on both sides, and differently.
    [[nodiscard]] QList<PatientField> conflicts() const;
    /// Both sides' changes; of a conflict, mine.
    [[nodiscard]] PatientFields merged() const;
    /// The same with theirs where they are in conflict.
    [[nodiscard]] PatientFields mergedWithTheirs() const;

private:
    [[nodiscard]] static QList<PatientField> changes(const PatientFields &from,
                                                     const PatientFields &to);

    PatientFields m_before;
    PatientFields m_theirs;
    PatientFields m_mine;
};

} // namespace ClinicDesk
