#pragma once

#include "database/ConnectionCheck.h"

#include <QString>

/// What the test of a server says about each step, and what to do when it fails.
namespace ClinicDesk::ServerTestTexts {

/// "Server found", as a step that is still to come or has passed.
[[nodiscard]] QString stepName(ProbeStep::Step step);
/// The step's outcome in words; its name for one that is Ok or Skipped.
[[nodiscard]] QString outcome(const ProbeStep &step, const ConnectionSettings &settings);

} // namespace ClinicDesk::ServerTestTexts
