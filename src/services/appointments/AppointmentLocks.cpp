#include "services/appointments/AppointmentLocks.h"

namespace ClinicDesk {

bool LockedParents::areOf(const Appointment &appointment) const
{
    if (doctor && *doctor != appointment.doctor)
        return false;
    return !patient || (*patient == appointment.patient && room == appointment.room);
}

LockedParents LockedParents::of(const Appointment &appointment)
{
    return {appointment.doctor, appointment.patient, appointment.room};
}

void AppointmentLocks::add(const LockedParents &parents)
{
    if (parents.doctor)
        m_doctors.append(parents.doctor->value);
    if (parents.patient)
        m_patients.append(parents.patient->value);
    if (parents.room)
        m_rooms.append(parents.room->value);
}

void AppointmentLocks::add(AppointmentId appointment)
{
    m_appointments.append(appointment.value);
}

void AppointmentLocks::take(Transaction &transaction) const
{
    transaction.lockRows(LockRank::Doctor, m_doctors);
    transaction.lockRows(LockRank::Patient, m_patients);
    transaction.lockRows(LockRank::Room, m_rooms);
    transaction.lockRows(LockRank::Appointment, m_appointments);
}

} // namespace ClinicDesk
