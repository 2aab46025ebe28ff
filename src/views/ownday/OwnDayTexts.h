#pragma once

#include "models/DoctorDayModel.h"

#include <QString>

/// What the rows of a doctor's own day say, on screen and to a screen reader. GUI thread.
namespace ClinicDesk::OwnDayTexts {

/// "waiting 12 min", "in progress 12 min", "confirmed, 11 min late", "completed".
[[nodiscard]] QString status(const AppointmentRow &row, const DoctorDayModel &model);
/// The patient has waited for longer than 20 min.
[[nodiscard]] bool waitsTooLong(const AppointmentRow &row, const DoctorDayModel &model);

} // namespace ClinicDesk::OwnDayTexts
