#pragma once

#include "views/commands/KeyGroup.h"
#include "views/shell/Current.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QWidget>

#include <functional>

class QAction;
class QMenuBar;

namespace ClinicDesk {

/// A place where F6 stops.
struct Pane
{
    QWidget *widget = nullptr; ///< the focus in it or below it is in this pane
    std::function<void()> focus = {}; ///< empty: the widget takes it itself
};

/// One thing to work at in a desk's window: it has one current visit or patient, and every command
/// about a visit is given exactly that one when it is triggered. Whoever shows who is current shows
/// current(), so what is named and what is changed cannot differ. GUI thread.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)
public:
    enum class Effect { Reads, Writes };
    using Possible = std::function<bool(const Current &)>;
    using Act = std::function<void(const Current &)>;

    explicit Page(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const Current &current() const { return m_current; }

    /// Puts the page's commands into the window's menus (menuAt()); called once by the Shell.
    virtual void addMenus(QMenuBar &bar);
    virtual void focusFirst() = 0;
    /// False: the page has asked the person and stays. What is typed is kept, or asked about.
    [[nodiscard]] virtual bool canLeave() { return true; }
    /// One step of Esc; false: there is none left in this page.
    virtual bool stepBack() { return false; }
    [[nodiscard]] virtual QList<Pane> panes();
    [[nodiscard]] virtual KeyGroup otherKeys() const { return {}; }

    /// Whether it is this page's current that the window names. Elsewhere its commands about a
    /// visit are off: their keys would act on somebody who is not named.
    [[nodiscard]] bool isActive() const { return m_isActive; }
    void setActive(bool active);
    /// No connection, and since when; empty: there is one.
    void setReadOnly(const QString &why);
    /// Whether the page itself names its current beside its buttons: then they can be pressed also
    /// while the window names another page's.
    [[nodiscard]] virtual bool namesCurrent() const { return false; }
    /// Whether a command could be done to current(), also while the page is not active.
    [[nodiscard]] bool isPossible(const QAction &action) const;

Q_SIGNALS:
    void currentChanged(); ///< also other contents of the same visit
    void titleChanged(const QString &title);
    void commandsChanged(); ///< isPossible() or a command's tip may differ

protected:
    /// Makes `action` a command about current(). It does nothing, and is off, where `possible`
    /// (empty: whenever something is current) says no; one that writes also without connection. The
    /// second press of a double one is none, nor is a held key's repeat: they would meet whom the
    /// first made current, or the next step of the same visit.
    void addCommand(QAction &action, Effect effect, const Possible &possible, const Act &act);
    /// The only way to another current.
    void setCurrent(const Current &current);
    void setTitle(const QString &title);
    /// Asks `possible` and whyNot() again, after something else changed than current().
    void refreshCommands();
    /// True: current() was out of sight and has been brought there. What the press would have
    /// written waits for the next one, which knows whom it meets.
    [[nodiscard]] virtual bool bringIntoSight() { return false; }
    /// Why nothing can be written to current() now; empty: it can.
    [[nodiscard]] virtual QString whyNot() const { return m_whyReadOnly; }

private:
    struct Command
    {
        Effect effect = Effect::Reads;
        Possible possible;
    };
    void run(QAction &action, Effect effect, const Act &act);
    /// Within the time that the person's system takes two presses for one.
    [[nodiscard]] bool isSecondPress(QAction &action);

    QString m_title;
    Current m_current;
    QHash<QAction *, Command> m_commands;
    QPointer<QAction> m_pressed;
    QElapsedTimer m_sincePress;
    QString m_whyReadOnly;
    bool m_isActive = true;
};

} // namespace ClinicDesk
