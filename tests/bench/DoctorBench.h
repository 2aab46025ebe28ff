#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;

/// Bar 3: a request confirmed by one key in the doctor's window.
void benchDoctor(BenchClinic &clinic, int repetitions, Report &report);

} // namespace ClinicDesk
