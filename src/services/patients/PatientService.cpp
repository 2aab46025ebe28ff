#include "services/patients/PatientService.h"

#include "services/Answer.h"
#include "services/patients/PatientOperations.h"
#include "services/patients/PatientStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

void announce(PatientService &service, const Patient &patient)
{
    Q_EMIT service.patientsChanged({patient.id});
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
    return answer(submitRead<Patient>(
        m_executor, u"patient"_s, [id](Transaction &t) { return PatientOperations::byId(t, id); }));
}

QCoro::Task<Result<PatientRecord>> PatientService::record(PatientId id)
{
    return answer(submitRead<PatientRecord>(m_executor, u"patient-record"_s, [id](Transaction &t) {
        return PatientOperations::record(t, id);
    }));
}

QCoro::Task<Result<Patient>> PatientService::patientByKey(QString key)
{
    return answer(submitRead<Patient>(m_executor, u"patient"_s, [key](Transaction &t) {
        return PatientOperations::byKey(t, key);
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
    return announced(
        submitWrite(m_executor, &PatientOperations::add, operation, std::move(patient)), this,
        &announce);
}

QCoro::Task<Result<Patient>> PatientService::edit(QUuid operation, Patient patient)
{
    return announced(
        submitWrite(m_executor, &PatientOperations::edit, operation, std::move(patient)), this,
        &announce);
}

QCoro::Task<Result<QString>> PatientService::renewCard(PatientId id)
{
    return answer(submitWrite(m_executor, &PatientOperations::renewCard, {}, id));
}

} // namespace ClinicDesk
