#pragma once

#include "bench/Report.h"

#include <QStringList>

class QApplication;

namespace ClinicDesk {

class BenchClinic;

/// Bar 16: the program starts in a process of its own, so that loading it counts as well.
void benchStart(BenchClinic &clinic, int repetitions, Report &report);

/// In that process: `arguments` as benchStart() gave them after "--start". Prints a figure a line.
[[nodiscard]] int runStart(QApplication &application, const QStringList &arguments);

} // namespace ClinicDesk
