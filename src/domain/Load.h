#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QList>

namespace ClinicDesk {

/// How full a doctor's day is. What keeps time is counted, cancelled and rejected visits are not.
struct DoctorLoad
{
    QDate day;
    DoctorId doctor;
    int visits = 0;
    int keptMinutes = 0; ///< of the visits, with the doctor's buffers
    int openMinutes = 0;
    int places = 0; ///< of the grid, at most the doctor's most a day; 0 when off

    /// Places that are gone: long visits take more than one.
    [[nodiscard]] int booked() const;

    bool operator==(const DoctorLoad &) const = default;
};

enum class DayFill { Unknown, Free, NearlyFull, Full, Closed };

/// A day of several doctors together.
struct DayLoad
{
    int booked = 0;
    int places = 0;
    int free = 0; ///< places left; a doctor's overbooking takes none from another
    bool known = false;

    [[nodiscard]] DayFill fill() const;

    bool operator==(const DayLoad &) const = default;
};

[[nodiscard]] DayLoad sumOf(const QList<DoctorLoad> &doctors);

} // namespace ClinicDesk
