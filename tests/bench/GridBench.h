#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;

/// Bars 6, 7 and a part of 8: a day of 20 doctors with 40 visits each, painted, fetched, scrolled
/// and zoomed, at rest and while another desk changes 20 rows a second. `desk` is the reception's.
void benchGrid(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report);

} // namespace ClinicDesk
