#pragma once

#include "widgets/theme/Icons.h"
#include "widgets/theme/Tokens.h"

namespace ClinicDesk {

/// The shape that says a status without colour.
[[nodiscard]] IconName statusIcon(StatusLook look);

} // namespace ClinicDesk
