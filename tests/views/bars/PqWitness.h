#pragma once

namespace ClinicDesk::PqWitness {

/// Counts libpq's calls that reach a server, by thread. The executable that links this stands
/// before libpq for Qt's driver as well. Thread-safe.

/// Counts from 0; the calling thread is the one that must not call.
void start();
[[nodiscard]] int callsOnThisThread();
[[nodiscard]] int callsElsewhere();

} // namespace ClinicDesk::PqWitness
