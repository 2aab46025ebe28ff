#pragma once

#include "domain/Appointment.h"
#include "models/DoctorDayModel.h"
#include "models/RequestInboxModel.h"

#include <QString>

/// What the rows of a doctor's window say, on screen and to a screen reader.
namespace ClinicDesk::DoctorTexts {

/// "Today, 11:20", "Tomorrow, 11:20", "Fri 27-Nov-2026, 11:20".
[[nodiscard]] QString when(const QDateTime &start, const ClinicClock &clock);
/// "KIM, Soo (41y)"
[[nodiscard]] QString nameAndAge(const AppointmentRow &row, const ClinicClock &clock);
/// "Check-up, 20 min, from the kiosk, asked 12 min ago"
[[nodiscard]] QString requestDetail(const AppointmentRow &row, const ClinicClock &clock);
/// "not answered", "saving...", "confirmed by Dr Ba, 3 s ago"; empty for a request that simply
/// waits.
[[nodiscard]] QString requestNote(const InboxRequest &request, const ClinicClock &clock);
/// "waiting 12 min", "in progress 12 min", "confirmed, 11 min late", "completed".
[[nodiscard]] QString dayStatus(const AppointmentRow &row, const DoctorDayModel &model);
/// "Check-up, 20 min, Room 2"
[[nodiscard]] QString visitDetail(const AppointmentRow &row);
/// The patient has waited for longer than 20 min.
[[nodiscard]] bool waitsTooLong(const AppointmentRow &row, const DoctorDayModel &model);

} // namespace ClinicDesk::DoctorTexts
