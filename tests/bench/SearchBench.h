#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;
class OpenDesk;

/// Bar 9 and a part of 8: people searched for by names, dates, phones and numbers, free times over
/// 60 days, and how soon each command's key is answered. `desk` is the reception's.
void benchSearch(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report);

} // namespace ClinicDesk
