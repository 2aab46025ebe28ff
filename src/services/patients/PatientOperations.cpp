#include "services/patients/PatientOperations.h"

#include "domain/PatientCheck.h"
#include "services/RecordedWrite.h"
#include "services/patients/PatientStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::PatientOperations {

namespace {

QStringList parts(const Patient &p)
{
    return partsOf(p.id, p.version, p.familyName, p.givenName, p.birthDate, toKey(p.sex), p.phone,
                   p.email, p.address, p.nationalId, p.emergencyContact, p.deskNotes, p.consentOn,
                   p.active);
}

/// The form's names for what the database calls otherwise.
Error withFormFields(Error error)
{
    auto *details = std::get_if<ValidationDetails>(&error.details);
    if (!details)
        return error;
    static const QMap<QString, QString> names {{u"patient_birth_date"_s, u"birthDate"_s},
                                               {u"patient_birth_date_past"_s, u"birthDate"_s},
                                               {u"patient_sex"_s, u"sex"_s}};
    QMap<QString, QString> fields;
    for (const auto &[field, why] : details->fields.asKeyValueRange()) {
        fields.insert(names.value(field, field),
                      field == "patient_birth_date_past"_L1 ? u"future"_s : why);
    }
    details->fields = fields;
    return error;
}

Result<Patient> explained(TransactionManager &manager, Result<Patient> result,
                          const Patient &wanted)
{
    if (result)
        return result;
    Error error = withFormFields(std::move(result.error()));
    if (error.kind == ErrorKind::DuplicatePatient) {
        const Result<Patient> existing
            = manager.read<Patient>(u"explain"_s, [&wanted](Transaction &t) {
                  return orNotFound(PatientStore::byNationalId(t, wanted.nationalId.trimmed()));
              });
        if (existing)
            error.details = DuplicatePatientDetails {existing->id};
    }
    return unexpected(std::move(error));
}

/// The future's birth dates are the server's to refuse: its clock decides what day it is.
std::optional<Error> problemOf(const Patient &patient)
{
    ValidationDetails problems = checkPatient(patient, QDate::currentDate().addDays(1));
    if (problems.fields.isEmpty())
        return std::nullopt;
    return Error {ErrorKind::ValidationFailed, {}, std::move(problems), {}};
}

/// No row had this id and version: it is not there, or another desk has changed it.
[[noreturn]] void refuseStale(Transaction &t, const Patient &wanted)
{
    const PatientRecord stored = record(t, wanted.id);
    RowDetails details;
    details.expectedVersion = wanted.version;
    details.actualVersion = stored.patient.version;
    details.changedBy = stored.changedBy;
    details.changedAt = stored.changedAt;
    throw Refusal {Error {ErrorKind::StaleRow, {}, details, {}}};
}

Patient editNow(Transaction &t, const Patient &patient)
{
    t.lockRow(LockRank::Patient, patient.id.value);
    std::optional<Patient> stored = PatientStore::update(t, patient);
    if (!stored)
        refuseStale(t, patient);
    return *std::move(stored);
}

} // namespace

Result<Patient> add(TransactionManager &manager, const QUuid &id, const Patient &patient)
{
    if (auto problem = problemOf(patient))
        return unexpected(*std::move(problem));
    Result<Patient> result = recordedWrite<Patient>(
        manager, operationOf(id, u"patient-add"_s, parts(patient)),
        [&patient](Transaction &t) { return PatientStore::insert(t, patient); },
        &PatientStore::byOperation);
    return explained(manager, std::move(result), patient);
}

Result<Patient> edit(TransactionManager &manager, const QUuid &id, const Patient &patient)
{
    if (auto problem = problemOf(patient))
        return unexpected(*std::move(problem));
    Result<Patient> result = manager.run<Patient>(
        operationOf(id, u"patient-edit"_s, parts(patient)),
        [&patient](Transaction &t) { return editNow(t, patient); },
        [&patient](Transaction &t) { return byId(t, patient.id); });
    return explained(manager, std::move(result), patient);
}

Result<QString> renewCard(TransactionManager &manager, const QUuid &id, const PatientId &patient)
{
    // Kept for a COMMIT whose answer is lost: what the committed attempt made is the last one's.
    QString code;
    return manager.run<QString>(
        operationOf(id, u"card-renew"_s, partsOf(patient)),
        [&code, patient](Transaction &t) {
            t.lockRow(LockRank::Patient, patient.value);
            code = PatientStore::renewCard(t, patient);
            return code;
        },
        [&code](Transaction &) { return code; });
}

PatientRecord record(Transaction &t, PatientId id)
{
    PatientRecord record {byId(t, id), {}, {}, {}};
    PatientStore::readChange(t, record);
    return record;
}

Patient byKey(Transaction &t, const QString &key)
{
    bool isId = false;
    const qint64 id = key.toLongLong(&isId);
    return orNotFound(isId ? PatientStore::byId(t, PatientId {id})
                           : PatientStore::byRecordNumber(t, key.trimmed().toUpper()));
}

Patient byId(Transaction &t, PatientId id)
{
    return orNotFound(PatientStore::byId(t, id));
}

} // namespace ClinicDesk::PatientOperations
