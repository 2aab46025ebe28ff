#include "services/patients/PatientService.h"

#include "services/Answer.h"
#include "services/patients/PatientStore.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int longestName = 100;
constexpr int longestLine = 200;
constexpr int longestParagraph = 2000;

[[noreturn]] void refuse(ErrorKind kind)
{
    throw Refusal {Error {kind, {}, {}, {}}};
}

Patient orNotFound(std::optional<Patient> patient)
{
    if (!patient)
        refuse(ErrorKind::NotFound);
    return *patient;
}

QStringList argumentsOf(const Patient &p)
{
    return {QString::number(p.id.value),
            QString::number(p.version),
            p.familyName,
            p.givenName,
            p.birthDate.toString(Qt::ISODate),
            toKey(p.sex),
            p.phone,
            p.email,
            p.address,
            p.nationalId,
            p.emergencyContact,
            p.deskNotes,
            p.consentOn.toString(Qt::ISODate),
            p.active ? u"active"_s : u"inactive"_s};
}

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

Result<Patient> addNow(TransactionManager &manager, const QUuid &id, const Patient &patient)
{
    const Operation operation {id, u"patient-add"_s, Operation::hashOf(argumentsOf(patient))};
    Result<Patient> result = manager.run<Patient>(
        operation,
        [&patient](Transaction &t) {
            return orNotFound(PatientStore::byId(t, PatientStore::insert(t, patient)));
        },
        [&operation](Transaction &t) {
            return orNotFound(PatientStore::byOperation(t, operation.id));
        });
    return explained(manager, std::move(result), patient);
}

Result<Patient> editNow(TransactionManager &manager, const QUuid &id, const Patient &patient)
{
    const Operation operation {id, u"patient-edit"_s, Operation::hashOf(argumentsOf(patient))};
    Result<Patient> result = manager.run<Patient>(
        operation,
        [&patient](Transaction &t) {
            const Patient stored = orNotFound(PatientStore::byId(t, patient.id, true));
            if (stored.version != patient.version || !PatientStore::update(t, patient)) {
                RowDetails details;
                details.expectedVersion = patient.version;
                details.actualVersion = stored.version;
                PatientRecord record {stored, {}, {}, {}};
                PatientStore::readChange(t, record);
                details.changedBy = record.changedBy;
                details.changedAt = record.changedAt;
                throw Refusal {Error {ErrorKind::StaleRow, {}, details, {}}};
            }
            return orNotFound(PatientStore::byId(t, patient.id));
        },
        [&patient](Transaction &t) { return orNotFound(PatientStore::byId(t, patient.id)); });
    return explained(manager, std::move(result), patient);
}

PatientRecord recordNow(Transaction &t, PatientId id)
{
    PatientRecord record {orNotFound(PatientStore::byId(t, id)), {}, {}, {}};
    PatientStore::readChange(t, record);
    return record;
}

Result<QString> renewNow(TransactionManager &manager, PatientId patient)
{
    const Operation operation {QUuid::createUuid(), u"card-renew"_s,
                               Operation::hashOf({QString::number(patient.value)})};
    // Kept for a COMMIT whose answer is lost: what the committed attempt made is the last one's.
    QString code;
    return manager.run<QString>(
        operation,
        [&code, patient](Transaction &t) {
            t.lockRow(LockRank::Patient, patient.value);
            code = PatientStore::renewCard(t, patient);
            return code;
        },
        [&code](Transaction &) { return code; });
}

} // namespace

PatientService::PatientService(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
}

QCoro::Task<Result<QList<PatientMatch>>> PatientService::find(QString words, int limit)
{
    return answer(submitRead<QList<PatientMatch>>(
        m_executor, u"patient-find"_s,
        [words, limit](Transaction &t) { return PatientStore::find(t, words, limit); }));
}

QCoro::Task<Result<Patient>> PatientService::patient(PatientId id)
{
    return answer(submitRead<Patient>(m_executor, u"patient"_s, [id](Transaction &t) {
        return orNotFound(PatientStore::byId(t, id));
    }));
}

QCoro::Task<Result<PatientRecord>> PatientService::record(PatientId id)
{
    return answer(submitRead<PatientRecord>(m_executor, u"patient-record"_s,
                                            [id](Transaction &t) { return recordNow(t, id); }));
}

QCoro::Task<Result<QString>> PatientService::renewCard(PatientId id)
{
    return answer(m_executor.submit<QString>(
        [id](TransactionManager &manager) { return renewNow(manager, id); }));
}

QCoro::Task<Result<Patient>> PatientService::patientByKey(QString key)
{
    return answer(submitRead<Patient>(m_executor, u"patient"_s, [key](Transaction &t) {
        bool isId = false;
        const qint64 id = key.toLongLong(&isId);
        return orNotFound(isId ? PatientStore::byId(t, PatientId {id})
                               : PatientStore::byRecordNumber(t, key.trimmed().toUpper()));
    }));
}

QCoro::Task<Result<QList<PatientMatch>>>
PatientService::similar(QString familyName, QString givenName, QDate birthDate, QString phone)
{
    return answer(submitRead<QList<PatientMatch>>(
        m_executor, u"patient-similar"_s,
        [familyName, givenName, birthDate, phone](Transaction &t) {
            return PatientStore::similar(t, familyName, givenName, birthDate, phone);
        }));
}

QCoro::Task<Result<Patient>> PatientService::add(QUuid operation, Patient patient)
{
    return saved(operation, std::move(patient), &addNow);
}

QCoro::Task<Result<Patient>> PatientService::edit(QUuid operation, Patient patient)
{
    return saved(operation, std::move(patient), &editNow);
}

QCoro::Task<Result<Patient>> PatientService::saved(QUuid operation, Patient patient, Save save)
{
    // The future's birth dates are the server's to refuse: its clock decides what day it is.
    const ValidationDetails problems = validate(patient, QDate::currentDate().addDays(1));
    const QUuid id = operation.isNull() ? QUuid::createUuid() : operation;
    return announced(m_executor.submit<Patient>(
        [id, patient, save, problems](TransactionManager &manager) -> Result<Patient> {
            if (!problems.fields.isEmpty())
                return unexpected(Error {ErrorKind::ValidationFailed, {}, problems, {}});
            return save(manager, id, patient);
        }));
}

QCoro::Task<Result<Patient>> PatientService::announced(QFuture<Result<Patient>> future)
{
    const QPointer<PatientService> self(this);
    Result<Patient> result = co_await future;
    if (self && result)
        Q_EMIT self->patientsChanged({result->id});
    co_return result;
}

ValidationDetails PatientService::validate(const Patient &patient, QDate today)
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
