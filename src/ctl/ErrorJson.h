#pragma once

#include "domain/Error.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ClinicDesk {

/// {"kind", "message", ...details}
[[nodiscard]] QJsonObject jsonOf(const Error &error, const QTimeZone &zone, const QString &message);

} // namespace ClinicDesk
