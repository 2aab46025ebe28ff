#pragma once

#include "domain/Load.h"
#include "domain/Patient.h"
#include "models/AppointmentCommands.h"
#include "models/DayColumns.h"

class QAction;

/// What the reception's window says. GUI thread.
namespace ClinicDesk::ReceptionTexts {

/// "nearly full, 44 of 48 booked"
[[nodiscard]] QString load(const DayLoad &load);
/// The month view's cell: "32/48".
[[nodiscard]] QString loadFigure(const DayLoad &load);
/// "3 free", "full", "off"; empty when it is not known
[[nodiscard]] QString columnNote(const DoctorDay &day);
/// "Booked anyway, outside working hours: emergency. Ana Ruiz at Desk 2, Tue 24-Nov-2026, 10:07."
[[nodiscard]] QString overridden(const AppointmentEvent &event, const ClinicClock &clock);
/// "No doctor is free now. Next free today: 10:40 with Dr Osei."
[[nodiscard]] QString nobodyFree(const std::optional<FreeSlot> &next, const QString &doctor,
                                 const ClinicClock &clock);
/// Who keeps that slot: "Ben Cole at Desk 3 is booking this time."
[[nodiscard]] QString held(const QList<SlotHold> &holds, DoctorId doctor, const QDateTime &start);
/// An action's own tip: its text with its key.
[[nodiscard]] QString toolTip(const QAction &action);

} // namespace ClinicDesk::ReceptionTexts
