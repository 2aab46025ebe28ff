#pragma once

#include <QString>

namespace ClinicDesk {

/// The sentences for an Error's rule where the rule alone says it all; empty for any other rule.
[[nodiscard]] QString textOfRule(const QString &rule);

} // namespace ClinicDesk
