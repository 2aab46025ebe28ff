#pragma once

#include "database/Transaction.h"
#include "domain/Appointment.h"
#include "services/appointments/AppointmentExplain.h"
#include "services/appointments/AppointmentRequests.h"

#include <optional>

namespace ClinicDesk::AppointmentSteps {

/// What the writing operations do inside their transaction: the locks in the one order and the
/// write in one message. The write finds its row only if that is what was seen and locked; when it
/// finds nothing, the row is read under its lock and says why: unknown, changed since, or the
/// parents were guessed wrong. Then `seen` is dropped and the transaction runs again, which reads
/// the parents first. All throw Refusal and what Transaction throws.

/// Parents that `seen` names are not read first; `wanted` becomes what the operation is about.
Appointment book(Transaction &transaction, const BookRequest &request);
Appointment changeStatus(Transaction &transaction, const StatusRequest &request,
                         std::optional<Appointment> &seen);
Appointment move(Transaction &transaction, const MoveRequest &request,
                 std::optional<Appointment> &seen, Attempted &wanted);
Appointment checkIn(Transaction &transaction, const AppointmentRequest &request);
Appointment undo(Transaction &transaction, const AppointmentRequest &request,
                 std::optional<SeenChange> &seen, Attempted &wanted);
/// All locks first, then step by step.
QList<Appointment> runAtomically(Transaction &transaction, const QList<AtomicStep> &steps);

/// Why no visit can take place from `start` to `end`, whatever else is booked.
[[nodiscard]] std::optional<Error> invalidSpan(const QDateTime &start, const QDateTime &end);

} // namespace ClinicDesk::AppointmentSteps
