#pragma once

#include "database/TransactionManager.h"
#include "domain/Schedule.h"

#include <QUuid>

/// The transactions on hours, exceptions and closed days, on the executor's thread. Each is exactly
/// once by its operation's id, and a repeat is answered with the row as the first left it.
/// ValidationFailed by constraint, NotFound, NotPermitted; "set" is refused with StaleRow unless
/// the version is the stored one.
namespace ClinicDesk::ScheduleOperations {

[[nodiscard]] Result<WeeklyHours> addHours(TransactionManager &manager, const QUuid &operation,
                                           const WeeklyHours &hours);
[[nodiscard]] Result<WeeklyHours> setHours(TransactionManager &manager, const QUuid &operation,
                                           const WeeklyHours &hours);
[[nodiscard]] Result<bool> removeHours(TransactionManager &manager, const QUuid &operation,
                                       const WeeklyHours &id);
[[nodiscard]] Result<ScheduleException> addException(TransactionManager &manager,
                                                     const QUuid &operation,
                                                     const ScheduleException &exception);
[[nodiscard]] Result<ScheduleException> setException(TransactionManager &manager,
                                                     const QUuid &operation,
                                                     const ScheduleException &exception);
[[nodiscard]] Result<bool> removeException(TransactionManager &manager, const QUuid &operation,
                                           const ScheduleException &id);
[[nodiscard]] Result<ClosedDay> addClosedDay(TransactionManager &manager, const QUuid &operation,
                                             const ClosedDay &day);
[[nodiscard]] Result<ClosedDay> setClosedDay(TransactionManager &manager, const QUuid &operation,
                                             const ClosedDay &day);
[[nodiscard]] Result<bool> removeClosedDay(TransactionManager &manager, const QUuid &operation,
                                           const ClosedDay &day);

} // namespace ClinicDesk::ScheduleOperations
