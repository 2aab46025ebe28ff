#pragma once

#include "database/TransactionManager.h"
#include "domain/Clinic.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QUuid>

/// The transactions on doctors, rooms, visit types and the clinic, on the executor's thread. Each
/// is exactly once by its operation's id, and a repeat is answered with the row as the first left
/// it. ValidationFailed by constraint, NotFound, NotPermitted; a change is refused with StaleRow
/// unless the version is the stored one.
namespace ClinicDesk::CatalogueOperations {

[[nodiscard]] Result<Doctor> addDoctor(TransactionManager &manager, const QUuid &operation,
                                       const Doctor &doctor);
[[nodiscard]] Result<Doctor> setDoctor(TransactionManager &manager, const QUuid &operation,
                                       const Doctor &doctor);
/// Id 0 adds.
[[nodiscard]] Result<Room> saveRoom(TransactionManager &manager, const QUuid &operation,
                                    const Room &room);
/// Id 0 adds.
[[nodiscard]] Result<VisitType> saveVisitType(TransactionManager &manager, const QUuid &operation,
                                              const VisitType &type);
[[nodiscard]] Result<bool> setClinic(TransactionManager &manager, const QUuid &operation,
                                     const Clinic &clinic);

/// By id or login. NotFound.
[[nodiscard]] Doctor doctorByKey(Transaction &transaction, const QString &key);

} // namespace ClinicDesk::CatalogueOperations
