#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace ClinicDesk {

/// A database key of one kind of thing; ids of different kinds do not mix. 0 means "none yet".
template<typename Tag> struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using StaffId = Id<struct StaffTag>;
using DoctorId = Id<struct DoctorTag>;
using PatientId = Id<struct PatientTag>;
using RoomId = Id<struct RoomTag>;
using VisitTypeId = Id<struct VisitTypeTag>;
using AppointmentId = Id<struct AppointmentTag>;
using WeeklyHoursId = Id<struct WeeklyHoursTag>;
using ScheduleExceptionId = Id<struct ScheduleExceptionTag>;

} // namespace ClinicDesk
