#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// staff add, list, disable, password.
[[nodiscard]] QList<Command> staffCommands();

} // namespace ClinicDesk::Ctl
