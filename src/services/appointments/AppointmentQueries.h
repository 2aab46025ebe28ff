#pragma once

#include "database/Transaction.h"
#include "domain/Appointment.h"
#include "domain/Schedule.h"
#include "services/appointments/AppointmentRequests.h"

#include <optional>

namespace ClinicDesk::AppointmentQueries {

/// What screens read about appointments: each function is one statement on an open Transaction, on
/// its thread, without locks; throws what Transaction throws.

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
/// The active rooms by name; `start` and `end` may be invalid.
QList<RoomChoice> rooms(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                        const QDateTime &end, std::optional<AppointmentId> self);
QList<SlotHold> holds(Transaction &transaction, QDate from, QDate to);

} // namespace ClinicDesk::AppointmentQueries
