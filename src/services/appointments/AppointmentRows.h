#pragma once

#include "database/Rows.h"
#include "database/SqlText.h"
#include "domain/Appointment.h"

namespace ClinicDesk::AppointmentRows {

/// How an appointment is read from a row; columns by their names.

/// What toAppointment() reads, of a row named `a`.
inline constexpr SqlText columns = R"sql(
    a.id, a.version, a.status, a.doctor_id, a.patient_id, a.room_id, a.visit_type_id,
    a.starts_at, a.ends_at, a.reason, a.status_note, a.source, a.requested_at, a.confirmed_at,
    a.checked_in_at, a.started_at, a.ended_at, a.cancelled_at
)sql";

[[nodiscard]] AppointmentStatus statusOf(const Row &row, const char *column);
[[nodiscard]] Appointment toAppointment(const Row &row);

} // namespace ClinicDesk::AppointmentRows
