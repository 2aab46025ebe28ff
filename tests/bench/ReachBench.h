#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;
class Theme;

/// Bars 13 and 14: commands without keys, places of the grid without a name, faint colours, and
/// labels cut at 200 % on 1366 x 768 in both directions. `desk` is the reception's, on the full
/// day.
void benchReach(BenchClinic &clinic, OpenDesk &desk, Theme &theme, Report &report);

} // namespace ClinicDesk
