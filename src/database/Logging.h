#pragma once

#include <QLoggingCategory>
#include <QString>

namespace ClinicDesk {

/// "clinicdesk.database": incidents and losses. Never holds argument values.
Q_DECLARE_LOGGING_CATEGORY(lcDatabase)
/// "clinicdesk.server": the server's notices; their text at debug level only, off by default.
Q_DECLARE_LOGGING_CATEGORY(lcServer)

/// Eight hex digits that tie an Internal error on screen to its line in the log.
[[nodiscard]] QString newIncident();

} // namespace ClinicDesk
