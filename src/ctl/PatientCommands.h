#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// patients add, edit, find.
[[nodiscard]] QList<Command> patientCommands();

} // namespace ClinicDesk::Ctl
