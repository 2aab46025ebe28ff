#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// init, migrate, schema-version, check, join-file, backup.
[[nodiscard]] QList<Command> serverCommands();

} // namespace ClinicDesk::Ctl
