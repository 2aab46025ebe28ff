#pragma once

#include <QStringList>

namespace ClinicDesk {

class AgendaView;
class DayModel;

/// Places of the day's grid that a screen reader cannot tell apart or not tell at all, and visits
/// of `day` that no place names; `named` gets how many places there are.
[[nodiscard]] QStringList unnamedPlaces(AgendaView &agenda, const DayModel &day,
                                        qsizetype *named = nullptr);

} // namespace ClinicDesk
