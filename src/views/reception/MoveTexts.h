#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"

namespace ClinicDesk {
struct Error;
}

/// What the reception says of moves and of the shelf. GUI thread.
namespace ClinicDesk::MoveTexts {

/// Why it was not moved: who changed it meanwhile, or the error's own words.
[[nodiscard]] QString notMoved(const AppointmentRow &row, const Error &error,
                               const ClinicClock &clock);
[[nodiscard]] QString parked(const AppointmentRow &row, const ClinicClock &clock);
/// "Enter or a click moves it there. Esc leaves it where it is."
[[nodiscard]] QString placingKeys();
[[nodiscard]] QString nameOf(const AppointmentRow &row);

} // namespace ClinicDesk::MoveTexts
