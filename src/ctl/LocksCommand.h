#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// locks.
[[nodiscard]] QList<Command> locksCommands();

} // namespace ClinicDesk::Ctl
