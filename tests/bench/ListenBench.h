#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;

/// From a booking's answer at one desk to its notice at all of 2 and of 50 that listen; and what a
/// storm of forged notices, which any login may send, does to a window with a full day.
void benchListening(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report);

} // namespace ClinicDesk
