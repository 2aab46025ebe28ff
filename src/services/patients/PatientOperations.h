#pragma once

#include "database/TransactionManager.h"
#include "domain/Patient.h"

#include <QUuid>

/// The transactions on patients' records, on the executor's thread. Each is exactly once by its
/// operation's id.
namespace ClinicDesk::PatientOperations {

/// ValidationFailed {field -> why}, DuplicatePatient (national id).
[[nodiscard]] Result<Patient> add(TransactionManager &manager, const QUuid &operation,
                                  const Patient &patient);
/// Stores all editable fields; StaleRow when `patient.version` is no longer the stored one.
[[nodiscard]] Result<Patient> edit(TransactionManager &manager, const QUuid &operation,
                                   const Patient &patient);
/// The new card's code; an earlier card stops working. Asked again, it is another renewal.
[[nodiscard]] Result<QString> renewCard(TransactionManager &manager, const QUuid &operation,
                                        const PatientId &patient);

/// With who changed it last. NotFound.
[[nodiscard]] PatientRecord record(Transaction &transaction, PatientId id);
/// By id ("42") or record number ("MR-2026-000042"). NotFound.
[[nodiscard]] Patient byKey(Transaction &transaction, const QString &key);
[[nodiscard]] Patient byId(Transaction &transaction, PatientId id);

} // namespace ClinicDesk::PatientOperations
