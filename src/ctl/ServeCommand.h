#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// serve: a private server in the foreground.
[[nodiscard]] QList<Command> serveCommands();

} // namespace ClinicDesk::Ctl
