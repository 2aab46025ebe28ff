#pragma once

#include "bench/Report.h"

#include <functional>

namespace ClinicDesk {

/// Measures, prints the table (of what was reached, should it fail) and writes it as JSON to
/// `jsonFile` unless that is empty. The program's exit code: 0 when every goal is met, 3 when one
/// is missed, 1 when something went wrong, which is said on stderr.
int runReported(Report &report, const QString &jsonFile, const std::function<void()> &measure);

} // namespace ClinicDesk
