#pragma once

#include <QStringList>

class QWidget;

namespace ClinicDesk {

/// Visible labels and buttons of `window` with less room than their text needs and no tool tip that
/// says it all, as "name: text, has 10x20, needs 30x20". What only a scroll area hides is not
/// clipped.
[[nodiscard]] QStringList clippedLabels(const QWidget &window);

/// Parts of the window's own layout that stand over one another, as "list over buttons".
[[nodiscard]] QStringList coveredParts(const QWidget &window);

} // namespace ClinicDesk
