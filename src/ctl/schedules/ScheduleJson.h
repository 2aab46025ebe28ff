#pragma once

#include "domain/Schedule.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ClinicDesk {

[[nodiscard]] QJsonObject jsonOf(const WeeklyHours &hours);
[[nodiscard]] QJsonObject jsonOf(const ScheduleException &exception, const QTimeZone &zone);
[[nodiscard]] QJsonObject jsonOf(const ClosedDay &day);

} // namespace ClinicDesk
