#pragma once

#include "domain/Appointment.h"
#include "domain/Schedule.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ClinicDesk {

[[nodiscard]] QJsonObject jsonOf(const Appointment &appointment, const QTimeZone &zone);
/// As above, with what a list shows beside it.
[[nodiscard]] QJsonObject jsonOf(const AppointmentRow &row, const QTimeZone &zone);
[[nodiscard]] QJsonObject jsonOf(const AppointmentEvent &event, const QTimeZone &zone);
[[nodiscard]] QJsonObject jsonOf(const FreeSlot &slot, const QTimeZone &zone);

} // namespace ClinicDesk
