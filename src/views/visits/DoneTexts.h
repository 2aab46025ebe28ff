#pragma once

#include "models/AppointmentCommands.h"

/// The sentences about what this window has done, for its messages. GUI thread.
namespace ClinicDesk::DoneTexts {

/// "DIAZ, Mia booked Tue 24-Nov-2026, 10:40"; taken back, "Undone: " and that.
/// What went wrong, with whom it was tried.
[[nodiscard]] QString failed(const DoneCommand &wanted, const QString &why);
[[nodiscard]] QString done(const DoneCommand &command, const ClinicClock &clock);
/// What became of a change of 10:27 that was not known: "The change of 10:27 was saved: ..."
[[nodiscard]] QString settled(const OperationOutcome &outcome, const QDateTime &startedAt,
                              const ClinicClock &clock);
/// While that is being asked for.
[[nodiscard]] QString checking();

} // namespace ClinicDesk::DoneTexts
