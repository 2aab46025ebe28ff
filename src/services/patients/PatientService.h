#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Patient.h"
#include "domain/Result.h"

#include <QCoroTask>

#include <QObject>
#include <QUuid>

namespace ClinicDesk {

/// Finding, adding and editing patients. Lives on the caller's thread.
class PatientService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientService)
public:
    explicit PatientService(DatabaseExecutor &executor, QObject *parent = nullptr);

    /// By parts of the name in any order, birth date or year, phone end, record number: "kim 85".
    /// Best first, `limit` at most; empty for fewer than two letters or one digit.
    QCoro::Task<Result<QList<PatientMatch>>> find(QString words, int limit = 8);
    QCoro::Task<Result<Patient>> patient(PatientId id);
    /// With who changed it last; for reception and administrators.
    QCoro::Task<Result<PatientRecord>> record(PatientId id);
    /// By id ("42") or record number ("MR-2026-000042"). NotFound.
    QCoro::Task<Result<Patient>> patientByKey(QString key);
    /// Who may already be this person.
    QCoro::Task<Result<QList<PatientMatch>>> similar(QString familyName, QString givenName,
                                                     QDate birthDate, QString phone);
    /// Exactly once per operation id. ValidationFailed {field -> why}, DuplicatePatient (national
    /// id).
    QCoro::Task<Result<Patient>> add(QUuid operation, Patient patient);
    /// Stores all editable fields; StaleRow when `patient.version` is no longer the stored one.
    QCoro::Task<Result<Patient>> edit(QUuid operation, Patient patient);

    /// A new appointment card's code, 16 signs, told this once: only its hash is stored, and an
    /// earlier card stops working.
    QCoro::Task<Result<QString>> renewCard(PatientId id);

Q_SIGNALS:
    void patientsChanged(const QList<ClinicDesk::PatientId> &ids);

private:
    DatabaseExecutor &m_executor;
};

} // namespace ClinicDesk
