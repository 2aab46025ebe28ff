#pragma once

#include <QString>

namespace ClinicDesk {

/// "outside working hours": a rule in words, or several divided by commas, as a history carries
/// them.
[[nodiscard]] QString overrideWords(const QString &rules);

} // namespace ClinicDesk
