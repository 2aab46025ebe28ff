#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// demo-data.
[[nodiscard]] QList<Command> demoCommands();

} // namespace ClinicDesk::Ctl
