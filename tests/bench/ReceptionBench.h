#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;

/// Bars 1, 2, 10 and a part of 8 at the reception's window: bookings by keys, losing a time.
void benchReception(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report);

} // namespace ClinicDesk
