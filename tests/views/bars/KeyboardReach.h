#pragma once

#include <QStringList>

class QDialog;
class QMainWindow;

namespace ClinicDesk {

/// What the sheet of keys (F1) lists, as "key<tab>command".
[[nodiscard]] QStringList keysListed(const QDialog &sheet);

/// Commands of `window` that the keyboard alone does not reach, or that `listed` does not name,
/// each with why.
[[nodiscard]] QStringList commandsOutOfReach(const QMainWindow &window, const QStringList &listed);

} // namespace ClinicDesk
