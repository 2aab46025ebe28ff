#pragma once

#include "widgets/agenda/AgendaScene.h"

#include <QString>

namespace ClinicDesk {
struct AgendaTarget;
}

namespace ClinicDesk::AgendaText {

/// What a screen reader says of a cell: "Dr Osei, 10:40 to 11:00, Kim Soo, check-up, pending".
[[nodiscard]] QString cellName(const AgendaScene &scene, int column, const AgendaCell &cell);
/// The whole text of a cell, for a tooltip.
[[nodiscard]] QString toolTip(const AgendaScene &scene, int column, const AgendaCell &cell);
/// "free"
[[nodiscard]] QString freeText();
/// "held by you", "Ben is booking"
[[nodiscard]] QString holdText(const AgendaCell &hold);
/// "wait 12", "late 14", "+4 min"; empty for a visit on time.
[[nodiscard]] QString badge(const AgendaScene &scene, const AgendaVisit &visit);
/// The same where room is scarce: "12", "14", "+4".
[[nodiscard]] QString shortBadge(const AgendaScene &scene, const AgendaVisit &visit);
/// Waiting longer than 20 min asks for attention.
[[nodiscard]] bool isUrgent(const AgendaScene &scene, const AgendaVisit &visit);

/// Where a moved visit would go: "10:40 to 11:00, Dr Osei".
[[nodiscard]] QString target(const AgendaScene &scene, const AgendaTarget &target);
/// Why it cannot go there: "Taken by Roy Paul"; empty when it can.
[[nodiscard]] QString refusal(const AgendaTarget &target);

} // namespace ClinicDesk::AgendaText
