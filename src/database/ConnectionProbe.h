#pragma once

#include "database/ConnectionSettings.h"
#include "database/SqlError.h"

namespace ClinicDesk {

/// Why a connection cannot be made: QSqlDatabase::open() keeps no SQLSTATE. Tries once more through
/// libpq and asks it for codes instead of texts. `connectionLost` when no server answered;
/// `constraint` is "tls" when the server answered but was not trusted. Blocks for at most 3 s a
/// host.
[[nodiscard]] SqlError whyNotConnected(const ConnectionSettings &settings);

} // namespace ClinicDesk
