#pragma once

#include "database/Transaction.h"
#include "domain/Appointment.h"
#include "domain/Schedule.h"
#include "services/appointments/AppointmentRequests.h"

#include <optional>

namespace ClinicDesk::AppointmentStore {

/// SQL and row mapping of appointments: each function is one statement on an open Transaction, on
/// its thread. Knows no signals and takes no decision; throws what Transaction throws.

/// What a person's last change was, as undo needs it.
struct LastChange
{
    int version = 0;
    bool mine = false; ///< by this session's person
    bool fresh = false; ///< within the time for undo
    bool wasBooking = false;
    bool asDoctor = false; ///< this session's person is a doctor
    std::optional<DoctorId> oldDoctor; ///< as it was before; none for a booking
    std::optional<QDateTime> oldStart;
    std::optional<QDateTime> oldEnd;
    QList<qint64> doctors; ///< now and before
    QList<qint64> patients;
    QList<qint64> rooms;
};

/// The rows an appointment hangs on, read without a lock.
struct Parents
{
    DoctorId doctor;
    PatientId patient;
    std::optional<RoomId> room;

    bool operator==(const Parents &) const = default;
};

void setOverride(Transaction &transaction, const RuleOverride &override);
Appointment insert(Transaction &transaction, const BookRequest &request);
std::optional<Parents> parents(Transaction &transaction, AppointmentId id);
/// FOR UPDATE; nullopt for an unknown or foreign appointment.
std::optional<Appointment> lock(Transaction &transaction, AppointmentId id);
Appointment setStatus(Transaction &transaction, AppointmentId id, AppointmentStatus to,
                      const QString &note);
/// `asDoctor` writes only the columns that doctors may.
Appointment setPlace(Transaction &transaction, const Appointment &wanted, bool asDoctor);
Appointment setCheckedIn(Transaction &transaction, AppointmentId id);
std::optional<LastChange> lastChange(Transaction &transaction, AppointmentId id);
Appointment undo(Transaction &transaction, AppointmentId id, const LastChange &change);
/// The appointments as this operation left them, in the order it wrote them.
QList<Appointment> byOperation(Transaction &transaction, const QUuid &operation);
/// Whether this person's operation was committed.
bool isRecorded(Transaction &transaction, const QUuid &operation);
bool isDoctor(Transaction &transaction);

QList<AppointmentRow> rowsOfDay(Transaction &transaction, QDate day);
QList<AppointmentRow> rowsOfDays(Transaction &transaction, QDate from, QDate to, DoctorId doctor);
QList<AppointmentRow> rowsByIds(Transaction &transaction, const QList<AppointmentId> &ids);
/// Newest first, those before `before` if it is given.
QList<AppointmentRow> rowsOfPatient(Transaction &transaction, PatientId patient,
                                    const std::optional<VisitCursor> &before, int limit);
QList<AppointmentRow> pendingRows(Transaction &transaction);
QList<AppointmentEvent> events(Transaction &transaction, AppointmentId id);
ChangedAppointments changesSince(Transaction &transaction, const ChangeCursor &cursor);

QList<FreeSlot> nextFree(Transaction &transaction, const QList<DoctorId> &doctors,
                         const QDateTime &from, int days, int minutes, int limit);
/// The rule that refuses this span, or nullopt. Right only while the doctor's lock is held.
std::optional<QString> check(Transaction &transaction, DoctorId doctor, PatientId patient,
                             std::optional<RoomId> room, const QDateTime &start,
                             const QDateTime &end, std::optional<AppointmentId> self);
/// The active rooms by name; `start` and `end` may be invalid.
QList<RoomChoice> rooms(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                        const QDateTime &end, std::optional<AppointmentId> self);
QDateTime takeHold(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                   const QDateTime &end);
bool releaseHold(Transaction &transaction);
QList<SlotHold> holds(Transaction &transaction, QDate from, QDate to);

} // namespace ClinicDesk::AppointmentStore
