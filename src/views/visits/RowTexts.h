#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"

#include <QStringList>

/// What the rows of a doctor's lists say alike, on screen and to a screen reader. GUI thread.
namespace ClinicDesk::RowTexts {

/// "Today, 11:20", "Tomorrow, 11:20", "Fri 27-Nov-2026, 11:20".
[[nodiscard]] QString when(const QDateTime &start, const ClinicClock &clock);
/// "KIM, Soo (41y)"
[[nodiscard]] QString nameAndAge(const AppointmentRow &row, const ClinicClock &clock);
/// "20 min"
[[nodiscard]] QString length(const AppointmentRow &row);
/// "Check-up, 20 min, Room 2"
[[nodiscard]] QString visitDetail(const AppointmentRow &row);
/// With commas, without those that are empty.
[[nodiscard]] QString joined(QStringList parts);

} // namespace ClinicDesk::RowTexts
