#pragma once

#include "models/ClinicClock.h"
#include "models/VisitWatch.h"

namespace ClinicDesk {
struct Error;
}

/// What the reception says of moves and of the shelf. GUI thread.
namespace ClinicDesk::MoveTexts {

/// "Ben Cole at Desk 3 moved LI, Wei to Tue 24-Nov-2026, 11:20, 4 s ago."
[[nodiscard]] QString changedBy(const VisitChange &change, const ClinicClock &clock);
/// Why it was not moved: who changed it meanwhile, or the error's own words.
[[nodiscard]] QString notMoved(const AppointmentRow &row, const Error &error,
                               const ClinicClock &clock);
[[nodiscard]] QString parked(const AppointmentRow &row, const ClinicClock &clock);
/// "Enter or a click moves it there. Esc leaves it where it is."
[[nodiscard]] QString placingKeys();
[[nodiscard]] QString nameOf(const AppointmentRow &row);

} // namespace ClinicDesk::MoveTexts
