#include "domain/Load.h"

#include <algorithm>

namespace ClinicDesk {

namespace {
constexpr int nearlyFullPercentFree = 15;
}

int DoctorLoad::booked() const
{
    if (openMinutes <= 0)
        return visits;
    return std::max(visits, (keptMinutes * places + openMinutes / 2) / openMinutes);
}

DayFill DayLoad::fill() const
{
    if (!known)
        return DayFill::Unknown;
    if (places == 0)
        return DayFill::Closed;
    if (free == 0)
        return DayFill::Full;
    return free * 100 <= places * nearlyFullPercentFree ? DayFill::NearlyFull : DayFill::Free;
}

DayLoad sumOf(const QList<DoctorLoad> &doctors)
{
    DayLoad sum;
    sum.known = true;
    for (const DoctorLoad &doctor : doctors) {
        sum.booked += doctor.booked();
        sum.places += doctor.places;
        sum.free += std::max(0, doctor.places - doctor.booked());
    }
    return sum;
}

} // namespace ClinicDesk
