#pragma once

#include <QStringList>

class QWidget;

namespace ClinicDesk {

/// Letters that stand for two things at once: two entries of one menu, or two menus, labels or
/// buttons that can be seen in `window`. As "N: Next, New".
[[nodiscard]] QStringList clashingMnemonics(const QWidget &window);

} // namespace ClinicDesk
