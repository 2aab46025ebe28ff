#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;

/// Bars 1, 5, 8, 9 and 10 at the reception's window: booking by keys, losing a time, other desks'
/// changes, search.
void benchReception(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report);

} // namespace ClinicDesk
