#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// hours, exceptions and closed-days: add, set, list, remove.
[[nodiscard]] QList<Command> scheduleCommands();

} // namespace ClinicDesk::Ctl
