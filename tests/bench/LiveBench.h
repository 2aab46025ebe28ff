#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;

/// Bars 5 and 12 between two receptions' windows on the full day: what is done at `there` is seen
/// at `here`, also while other desks change 20 rows a second; and each kind of change is taken
/// back.
void benchLive(BenchClinic &clinic, OpenDesk &here, OpenDesk &there, int repetitions,
               Report &report);

} // namespace ClinicDesk
