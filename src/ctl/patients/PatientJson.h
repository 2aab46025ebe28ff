#pragma once

#include "domain/Patient.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ClinicDesk {

[[nodiscard]] QJsonObject jsonOf(const Patient &patient);
[[nodiscard]] QJsonObject jsonOf(const PatientMatch &match, const QTimeZone &zone);

} // namespace ClinicDesk
