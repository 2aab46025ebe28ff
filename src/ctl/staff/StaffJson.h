#pragma once

#include "domain/Staff.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ClinicDesk {

[[nodiscard]] QJsonObject jsonOf(const Staff &person, const QTimeZone &zone);

} // namespace ClinicDesk
