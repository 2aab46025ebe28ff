#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;

/// Bar 11 at a reception's window whose wire is cut: sessions ended, and packets gone without a
/// word. It has a booking under way, and a visit changes elsewhere meanwhile.
void benchOutage(BenchClinic &clinic, int repetitions, Report &report);

} // namespace ClinicDesk
