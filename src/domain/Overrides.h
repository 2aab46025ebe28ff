#pragma once

#include "domain/Error.h"

namespace ClinicDesk {

/// The rule that staff may override to have this refusal lifted ("hours", "lead_time", "horizon",
/// "day_full"); empty where nobody may: an overlap, the past, a closed day.
[[nodiscard]] QString overridableRule(const Error &refusal);

/// "outside working hours": a rule in words, or several divided by commas, as a history carries
/// them.
[[nodiscard]] QString overrideWords(const QString &rules);

} // namespace ClinicDesk
