#pragma once

#include "database/TransactionManager.h"
#include "domain/Appointment.h"
#include "domain/Schedule.h"
#include "services/appointments/AppointmentRequests.h"

namespace ClinicDesk::AppointmentOperations {

/// The writing operations as the transaction manager runs them: locks in order, work, commit. They
/// block the connection's thread; screens use AppointmentService. A refusal is explained (who is in
/// the way, what is free next) by a second transaction.

[[nodiscard]] Result<Appointment> book(TransactionManager &manager, const BookRequest &request);
[[nodiscard]] Result<Appointment> changeStatus(TransactionManager &manager,
                                               const StatusRequest &request);
[[nodiscard]] Result<Appointment> move(TransactionManager &manager, const MoveRequest &request);
[[nodiscard]] Result<Appointment> checkIn(TransactionManager &manager,
                                          const AppointmentRequest &request);
[[nodiscard]] Result<Appointment> undo(TransactionManager &manager,
                                       const AppointmentRequest &request);
[[nodiscard]] Result<QList<Appointment>>
runAtomically(TransactionManager &manager, const QUuid &operation, const QList<AtomicStep> &steps);

/// Which rule would refuse this booking, explained; read without a lock, so only a forecast. Holds
/// and the doctor's other appointments are left out.
[[nodiscard]] Result<std::optional<Error>> preview(TransactionManager &manager,
                                                   const BookRequest &request);

/// Keeps a slot for this person and desk, or renews it; SlotTaken with who has it. May safely run
/// twice.
[[nodiscard]] Result<QDateTime> takeHold(TransactionManager &manager, DoctorId doctor,
                                         const QDateTime &start, const QDateTime &end);

/// The soonest free times, sought in the next days first and further only as long as fewer than
/// `limit` are found: a horizon of two years is not searched for five times of this week. `minutes`
/// 0 takes the doctor's slot.
[[nodiscard]] QList<FreeSlot> soonestFree(Transaction &transaction, const QList<DoctorId> &doctors,
                                          const QDateTime &from, int days, int minutes, int limit);

/// A booking that is rolled back: fills a new session's caches and plans, so that the first real
/// one is fast.
void warmUp(TransactionManager &manager, DoctorId doctor, PatientId patient,
            const QDateTime &start);

} // namespace ClinicDesk::AppointmentOperations
