#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// slots, day, history.
[[nodiscard]] QList<Command> readingCommands();

} // namespace ClinicDesk::Ctl
