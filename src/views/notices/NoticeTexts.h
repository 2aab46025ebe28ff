#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"

/// What the Bell and the list of requests say. GUI thread.
namespace ClinicDesk::NoticeTexts {

/// "Tue 24-Nov-2026, 10:40  DIAZ, Mia, Dr Osei"
[[nodiscard]] QString request(const AppointmentRow &row, const QString &doctorName,
                              const ClinicClock &clock);
/// "4 min ago"
[[nodiscard]] QString ago(const QDateTime &at, const ClinicClock &clock);

} // namespace ClinicDesk::NoticeTexts
