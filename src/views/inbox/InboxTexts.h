#pragma once

#include "models/RequestInboxModel.h"

#include <QString>

/// What the rows of the inbox say, on screen and to a screen reader. GUI thread.
namespace ClinicDesk::InboxTexts {

/// "Check-up, 20 min, from the kiosk, asked 12 min ago"
[[nodiscard]] QString requestDetail(const AppointmentRow &row, const ClinicClock &clock);
/// "not answered", "saving...", "confirmed by Dr Ba, 3 s ago"; empty for a request that simply
/// waits.
[[nodiscard]] QString requestNote(const InboxRequest &request, const ClinicClock &clock);

} // namespace ClinicDesk::InboxTexts
