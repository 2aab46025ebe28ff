#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// prove.
[[nodiscard]] QList<Command> proveCommands();

} // namespace ClinicDesk::Ctl
