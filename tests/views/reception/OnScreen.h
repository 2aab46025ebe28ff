#pragma once

#include <QStringList>

class QAction;
class QMainWindow;
class QWidget;

/// The commands of a window as a person meets them, for tests that try each of them. GUI thread.
namespace ClinicDesk::CommandWalk {

/// The object names of all that menus hold and keys alone reach, each once.
[[nodiscard]] QStringList commands(const QMainWindow &window);
/// Everything that can be read on what is open over `window`: dialogs, menus.
[[nodiscard]] QString writtenOver(const QMainWindow &window);
/// Everything that can be read on `part`.
[[nodiscard]] QString writtenOn(const QWidget &part);
/// Closes what is open over `window`, without an answer.
void closeAllOver(const QMainWindow &window);

} // namespace ClinicDesk::CommandWalk
