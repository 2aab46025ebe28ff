#pragma once

#include <QStringList>

class QAction;
class QMainWindow;
class QWidget;

/// What a person meets in a window: its commands, and what can be read. GUI thread.
namespace ClinicDesk::OnScreen {

/// The object names of all that menus hold and keys alone reach, each once.
[[nodiscard]] QStringList commands(const QMainWindow &window);
/// Everything that can be read on what is open over `window`: dialogs, menus.
[[nodiscard]] QString writtenOver(const QMainWindow &window);
/// Everything that can be read on `part`.
[[nodiscard]] QString writtenOn(const QWidget &part);
/// Closes what is open over `window`, without an answer.
void closeAllOver(const QMainWindow &window);

} // namespace ClinicDesk::OnScreen
