#pragma once

#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ClinicDesk {

[[nodiscard]] QJsonObject jsonOf(const Doctor &doctor);
[[nodiscard]] QJsonObject jsonOf(const Room &room);
[[nodiscard]] QJsonObject jsonOf(const VisitType &type);

} // namespace ClinicDesk
