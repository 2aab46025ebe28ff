#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// book, confirm, reject, cancel, move, check-in, start, complete, no-show, undo.
[[nodiscard]] QList<Command> appointmentCommands();

} // namespace ClinicDesk::Ctl
