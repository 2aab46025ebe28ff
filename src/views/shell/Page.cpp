#include "views/shell/Page.h"

#include "views/shell/CommonActions.h"
#include "widgets/HeldKey.h"

#include <QAction>
#include <QApplication>

namespace ClinicDesk {

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    HeldKey::watch();
}

void Page::addMenus(QMenuBar &) { }

QList<Pane> Page::panes()
{
    return {{this, [this] { focusFirst(); }}};
}

void Page::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    refreshCommands();
}

void Page::setReadOnly(const QString &why)
{
    m_whyReadOnly = why;
    refreshCommands();
}

bool Page::isPossible(const QAction &action) const
{
    const auto command = m_commands.constFind(const_cast<QAction *>(&action));
    if (command == m_commands.cend() || m_current.isEmpty())
        return false;
    if (command->effect == Effect::Writes && !whyNot().isEmpty())
        return false;
    return !command->possible || command->possible(m_current);
}

void Page::addCommand(QAction &action, Effect effect, const Possible &possible, const Act &act)
{
    m_commands.insert(&action, {effect, possible});
    if (effect == Effect::Writes)
        action.setAutoRepeat(false);
    connect(&action, &QAction::triggered, this,
            [this, &action, effect, act] { run(action, effect, act); });
    action.setEnabled(m_isActive && isPossible(action));
}

void Page::run(QAction &action, Effect effect, const Act &act)
{
    if (!m_isActive || !isPossible(action))
        return;
    if (effect == Effect::Writes
        && (isSecondPress(action) || HeldKey::isRepeat() || bringIntoSight()))
        return;
    // The command may change what is current.
    const Current current = m_current;
    act(current);
}

bool Page::isSecondPress(QAction &action)
{
    const bool isSecond = m_pressed == &action && m_sincePress.isValid()
        && m_sincePress.elapsed() < QApplication::doubleClickInterval();
    m_pressed = &action;
    m_sincePress.start();
    return isSecond;
}

void Page::setCurrent(const Current &current)
{
    if (current == m_current)
        return;
    m_current = current;
    refreshCommands();
    Q_EMIT currentChanged();
}

void Page::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    Q_EMIT titleChanged(title);
}

void Page::refreshCommands()
{
    const QString why = whyNot();
    for (auto command = m_commands.cbegin(); command != m_commands.cend(); ++command) {
        QAction *const action = command.key();
        action->setEnabled(m_isActive && isPossible(*action));
        action->setToolTip(command->effect == Effect::Writes && !why.isEmpty()
                               ? why
                               : CommonActions::toolTip(*action));
    }
    Q_EMIT commandsChanged();
}

} // namespace ClinicDesk
