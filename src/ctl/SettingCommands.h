#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// doctors, rooms and types: add, set, list, remove; clinic set.
[[nodiscard]] QList<Command> settingCommands();

} // namespace ClinicDesk::Ctl
