#pragma once

#include "database/TransactionManager.h"
#include "domain/Appointment.h"
#include "domain/Error.h"

#include <optional>

namespace ClinicDesk {

/// What a refused operation wanted, as far as it is known.
struct Attempted
{
    std::optional<AppointmentId> appointment;
    std::optional<DoctorId> doctor;
    std::optional<PatientId> patient;
    std::optional<RoomId> room;
    std::optional<QDateTime> start;
    std::optional<QDateTime> end;
    std::optional<AppointmentStatus> status;
    std::optional<int> version;
};

/// Fills a refusal's details: who is in the way and since when, the next free times, what the row
/// is now. Reads in a transaction of its own, since the refused one is rolled back; on any failure
/// there the error comes back as it was. Blocks the connection's thread.
[[nodiscard]] Error explained(TransactionManager &manager, Error error, const Attempted &attempted);

} // namespace ClinicDesk
