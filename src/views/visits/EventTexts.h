#pragma once

#include "domain/Notification.h"
#include "models/ClinicClock.h"
#include "models/VisitWatch.h"
#include "views/visits/VisitTexts.h"

/// The one maker of sentences about what happened to an appointment, so that the Bell, a message
/// and the bar over an open form use the same words. GUI thread.
namespace ClinicDesk::EventTexts {

/// "Ben Cole at Desk 3"; "Somebody" where the history does not know.
[[nodiscard]] QString who(const AppointmentEvent &event);

/// For the Bell: "Dr Osei confirmed DIAZ, Mia, Tue 24-Nov-2026, 10:40"
[[nodiscard]] QString of(const Notification &news, const ClinicClock &clock);
/// For a message: "Ben Cole at Desk 3 moved the appointment of LI, Wei to Tue 24-Nov-2026, 11:20, 4
/// s ago."
[[nodiscard]] QString of(const VisitChange &change, const ClinicClock &clock);
/// Over a form that is open: "Dr Ba moved this to 11:20, 4 s ago."
[[nodiscard]] QString ofThis(const OpenVisit &visit, const ClinicClock &clock,
                             const VisitTexts::DoctorName &doctorName);

} // namespace ClinicDesk::EventTexts
