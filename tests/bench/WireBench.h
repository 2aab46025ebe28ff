#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;

/// What a desk's operations take, and in how many messages, on a wire of 0, 1, 10 and 50 ms each
/// way.
void benchWire(BenchClinic &clinic, int repetitions, Report &report);

} // namespace ClinicDesk
