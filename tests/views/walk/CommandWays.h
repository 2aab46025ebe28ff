#pragma once

#include <QStringList>

#include <functional>

class QAction;
class QMainWindow;
class QWidget;

namespace ClinicDesk {

/// Goes every way to every command of a window, as a person could: menus, buttons in sight, and
/// keys at whatever has the focus. What a command asks is answered: the first reason, words where
/// words are wanted, the button that acts.
class CommandWays final
{
public:
    explicit CommandWays(QMainWindow &window);

    /// All that can be gone now: "menu confirmAction", "button Start  Enter", "key Ctrl+F9". Those
    /// of `without`, by object names of actions, are left out.
    [[nodiscard]] QStringList ways(const QStringList &without = {}) const;
    /// The commands that are on now, by object names, less `without`.
    [[nodiscard]] QStringList possible(const QStringList &without = {}) const;
    /// False: it is off now. Returns when nothing asks any more. `about` is called when the command
    /// is about to run, of a button when it is pressed and not released yet.
    [[nodiscard]] bool go(const QString &way, const std::function<void()> &about);
    /// The texts of what was opened by the last go(): questions and dialogs.
    [[nodiscard]] const QStringList &asked() const { return m_asked; }

private:
    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] QAction *action(const QString &name) const;
    [[nodiscard]] QList<QWidget *> buttons() const;
    void answer();
    [[nodiscard]] bool answerOnce();
    void hear(const QWidget &asking);

    QMainWindow &m_window;
    QStringList m_asked;
};

} // namespace ClinicDesk
