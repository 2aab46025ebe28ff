#include "services/appointments/AppointmentRows.h"

namespace ClinicDesk::AppointmentRows {

AppointmentStatus statusOf(const Row &row, const char *column)
{
    return appointmentStatusFromKey(row.get<QString>(column)).value_or(AppointmentStatus::Pending);
}

Appointment toAppointment(const Row &row)
{
    Appointment a;
    a.id = row.get<AppointmentId>("id");
    a.version = row.get<int>("version");
    a.status = statusOf(row, "status");
    a.doctor = row.get<DoctorId>("doctor_id");
    a.patient = row.get<PatientId>("patient_id");
    a.room = row.optional<RoomId>("room_id");
    a.visitType = row.optional<VisitTypeId>("visit_type_id");
    a.start = row.get<QDateTime>("starts_at");
    a.end = row.get<QDateTime>("ends_at");
    a.reason = row.get<QString>("reason");
    a.statusNote = row.get<QString>("status_note");
    a.source = row.get<QString>("source");
    a.requestedAt = row.optional<QDateTime>("requested_at");
    a.confirmedAt = row.optional<QDateTime>("confirmed_at");
    a.checkedInAt = row.optional<QDateTime>("checked_in_at");
    a.startedAt = row.optional<QDateTime>("started_at");
    a.endedAt = row.optional<QDateTime>("ended_at");
    a.cancelledAt = row.optional<QDateTime>("cancelled_at");
    return a;
}

} // namespace ClinicDesk::AppointmentRows
