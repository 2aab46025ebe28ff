#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// init, migrate, schema-version, check, locks, backup.
[[nodiscard]] QList<Command> serverCommands();

} // namespace ClinicDesk::Ctl
