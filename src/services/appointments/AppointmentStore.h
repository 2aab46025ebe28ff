#pragma once

#include "database/Transaction.h"
#include "domain/Appointment.h"
#include "services/appointments/AppointmentLocks.h"
#include "services/appointments/AppointmentRequests.h"

#include <optional>

namespace ClinicDesk::AppointmentStore {

/// What the writing operations say to the database: each function is one statement on an open
/// Transaction, on its thread. Knows no signals and takes no decision; throws what Transaction
/// throws. A write of an existing appointment is sent together with the locks it stands on. It
/// changes its row only if that still is the `version` and hangs on the parents that were locked,
/// and gives nothing otherwise.

/// Travels with the next statement.
void setOverride(Transaction &transaction, const RuleOverride &override);
Appointment insert(Transaction &transaction, const BookRequest &request);
/// Nothing for an unknown or foreign appointment.
std::optional<Appointment> row(Transaction &transaction, AppointmentId id);

/// Also nothing if it has this status already.
std::optional<Appointment> setStatus(Transaction &transaction, const StatusRequest &request,
                                     const LockedParents &locked);
/// What the request leaves empty stays as it is in the row. `doctor` is a new one; doctors may set
/// none.
std::optional<Appointment> setPlace(Transaction &transaction, const MoveRequest &request,
                                    std::optional<DoctorId> doctor, const LockedParents &locked);
std::optional<Appointment> setCheckedIn(Transaction &transaction,
                                        const AppointmentRequest &request);

/// The newest change of an appointment, as undo needs it.
struct LastChange
{
    SeenChange change; ///< of `before`: status, doctor, patient, room, times and check-in
    bool mine = false; ///< by this session's person
    bool fresh = false; ///< within the time for undo
};
std::optional<LastChange> lastChange(Transaction &transaction, AppointmentId id);
/// Only this person's own, within the time for undo; otherwise nothing, as when it is not of the
/// kind that `change` is.
std::optional<Appointment> undo(Transaction &transaction, const AppointmentRequest &request,
                                const SeenChange &change);

/// The appointments as this operation left them, in the order it wrote them.
QList<Appointment> byOperation(Transaction &transaction, const QUuid &operation);
/// Whether this person's operation was committed.
bool isRecorded(Transaction &transaction, const QUuid &operation);

/// What refuses this span, without details, or nullopt. Right only while the doctor's lock is held.
std::optional<Error> check(Transaction &transaction, DoctorId doctor, PatientId patient,
                           std::optional<RoomId> room, const QDateTime &start, const QDateTime &end,
                           std::optional<AppointmentId> self);
QDateTime takeHold(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                   const QDateTime &end);
bool releaseHold(Transaction &transaction);

} // namespace ClinicDesk::AppointmentStore
