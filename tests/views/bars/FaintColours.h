#pragma once

#include "widgets/theme/Tokens.h"

#include <QStringList>

namespace ClinicDesk {

/// Pairs of colours of `scheme` that lie nearer than WCAG's 4.5 for texts, or 3 for bars and edges,
/// as "what: ratio". Each answers for its part of the palette.
[[nodiscard]] QStringList faintStatuses(ColourScheme scheme);
[[nodiscard]] QStringList faintTexts(ColourScheme scheme);
[[nodiscard]] QStringList faintEdges(ColourScheme scheme);

} // namespace ClinicDesk
