#pragma once

namespace ClinicDesk {

class AgendaView;

/// Makes every AgendaView a table of named cells to screen readers; safe to call again.
void installAgendaAccessibility();

/// Tells screen readers that the cursor stands on another cell.
void notifyAgendaCursor(AgendaView &view);
/// Tells screen readers that cells came, went or changed.
void notifyAgendaCells(AgendaView &view);

} // namespace ClinicDesk
