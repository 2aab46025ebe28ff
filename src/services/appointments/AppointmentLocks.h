#pragma once

#include "database/Transaction.h"
#include "domain/Appointment.h"

#include <QList>

#include <optional>

namespace ClinicDesk {

/// Those of an appointment's parents whose locks an operation took; what is left out it does not
/// need. With the patient goes the room, or that there is none.
struct LockedParents
{
    std::optional<DoctorId> doctor;
    std::optional<PatientId> patient;
    std::optional<RoomId> room;

    /// Whether they are the ones it hangs on.
    [[nodiscard]] bool areOf(const Appointment &appointment) const;
    [[nodiscard]] static LockedParents of(const Appointment &appointment);
};

/// Every row an operation touches, so that all are locked in the one order before the first is
/// written.
class AppointmentLocks
{
public:
    void add(const LockedParents &parents);
    void add(AppointmentId appointment);
    /// Queues them; they travel with the next query.
    void take(Transaction &transaction) const;

private:
    QList<qint64> m_doctors;
    QList<qint64> m_patients;
    QList<qint64> m_rooms;
    QList<qint64> m_appointments;
};

} // namespace ClinicDesk
