#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QMenuBar;
class QSettings;

namespace ClinicDesk {

/// One entry of a window's menus.
struct MenuCommand
{
    QAction *action = nullptr;
    QString menu; ///< "View", as it is shown
};

/// Every command of the menus, those of submenus too, in their order.
[[nodiscard]] QList<MenuCommand> menuCommands(const QMenuBar &menuBar);
/// "New patient" for "New &patient..."; a choice in a submenu is called "Colours: Dark".
[[nodiscard]] QString commandText(const QAction &action);
/// "Ctrl+Enter": the words on the key caps; empty without a key.
[[nodiscard]] QString keyText(const QKeySequence &key);

/// The keys of a window's commands as they were chosen on this computer, kept under the commands'
/// object names; a command without a name keeps its key. Owned by the window. GUI thread.
class KeyMap final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyMap)
public:
    enum class Refusal { None, Reserved, Bare };

    /// Remembers the keys the window was built with, then gives the commands the chosen ones.
    /// `settings` must outlive the window.
    KeyMap(QMainWindow &window, QSettings &settings);

    /// Of this window, or nullptr.
    [[nodiscard]] static KeyMap *of(const QObject *window);

    [[nodiscard]] bool canChange(const QAction &action) const;
    [[nodiscard]] bool isChanged(const QAction &action) const;
    /// Why this key cannot be a command's: it would be typed (Bare), or moves and closes
    /// (Reserved).
    [[nodiscard]] static Refusal refusal(const QAction &action, const QKeySequence &key);
    /// Who has the key now and would lose it; nullptr when it is free.
    [[nodiscard]] QAction *holder(const QAction &action, const QKeySequence &key) const;
    /// Gives the key to the command and takes it from its holder. The key must not be refused.
    void setKey(QAction &action, const QKeySequence &key);
    /// Back to the key it was built with, which whoever has it now loses.
    void reset(QAction &action);

private:
    void give(QAction &action, const QList<QKeySequence> &keys);
    void keep(const QAction &action);

    QMainWindow &m_window;
    QSettings &m_settings;
    QHash<QString, QList<QKeySequence>> m_built;
};

} // namespace ClinicDesk
