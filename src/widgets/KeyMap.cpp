#include "widgets/KeyMap.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

void collect(const QList<QAction *> &actions, const QString &menu, QList<MenuCommand> &commands)
{
    for (QAction *const action : actions) {
        if (action->menu())
            collect(action->menu()->actions(), menu, commands);
        else if (!action->isSeparator())
            commands.append({action, menu});
    }
}

QString bareText(const QAction &action)
{
    return action.text().remove(u'&').remove(u"..."_s);
}

/// "Colours" for one of the colours in that submenu.
QString submenuOf(const QAction &choice)
{
    const QList<QObject *> places = choice.associatedObjects();
    for (const QObject *const place : places) {
        const auto *const menu = qobject_cast<const QMenu *>(place);
        if (menu && qobject_cast<QMenu *>(menu->parent()))
            return bareText(*menu->menuAction());
    }
    return {};
}

QString settingOf(const QAction &action)
{
    return u"keys/"_s + action.objectName();
}

} // namespace

QList<MenuCommand> menuCommands(const QMenuBar &menuBar)
{
    QList<MenuCommand> commands;
    const QList<QAction *> menus = menuBar.actions();
    for (const QAction *const menu : menus) {
        if (menu->menu())
            collect(menu->menu()->actions(), commandText(*menu), commands);
    }
    return commands;
}

QString commandText(const QAction &action)
{
    const QString own = bareText(action);
    if (!action.actionGroup())
        return own;
    const QString submenu = submenuOf(action);
    return submenu.isEmpty()
        ? own
        : QCoreApplication::translate("ClinicDesk::KeyMap", "%1: %2", "submenu, choice")
              .arg(submenu, own);
}

QString keyText(const QKeySequence &key)
{
    // The key's cap says Enter, and so do the other texts.
    return key.toString(QKeySequence::NativeText)
        .replace(u"Return"_s, QCoreApplication::translate("ClinicDesk::KeyMap", "Enter"));
}

KeyMap::KeyMap(QMainWindow &window, QSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    const QList<MenuCommand> commands = menuCommands(*window.menuBar());
    for (const MenuCommand &command : commands) {
        if (!command.action->objectName().isEmpty())
            m_built.insert(command.action->objectName(), command.action->shortcuts());
    }
    for (const MenuCommand &command : commands) {
        const QVariant chosen = m_settings.value(settingOf(*command.action));
        if (!canChange(*command.action) || !chosen.isValid())
            continue;
        QList<QKeySequence> keys
            = QKeySequence::listFromString(chosen.toString(), QKeySequence::PortableText);
        keys.removeAll(QKeySequence());
        command.action->setShortcuts(keys);
    }
}

KeyMap *KeyMap::of(const QObject *window)
{
    return window ? window->findChild<KeyMap *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}

bool KeyMap::canChange(const QAction &action) const
{
    return m_built.contains(action.objectName());
}

bool KeyMap::isChanged(const QAction &action) const
{
    return canChange(action) && action.shortcuts() != m_built.value(action.objectName());
}

KeyMap::Refusal KeyMap::refusal(const QAction &action, const QKeySequence &key)
{
    const QKeyCombination pressed = key[0];
    switch (pressed.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return Refusal::Reserved;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Space:
    case Qt::Key_Backspace:
        if (pressed.keyboardModifiers() == Qt::NoModifier
            && action.shortcutContext() != Qt::WidgetShortcut)
            return Refusal::Reserved;
        break;
    default:
        break;
    }
    // A command of one list may be a letter; anywhere else the letter is text.
    const bool isTyped = pressed.key() < Qt::Key_Escape
        && !(pressed.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier));
    return isTyped && action.shortcutContext() != Qt::WidgetShortcut ? Refusal::Bare
                                                                     : Refusal::None;
}

QAction *KeyMap::holder(const QAction &action, const QKeySequence &key) const
{
    const QList<MenuCommand> commands = menuCommands(*m_window.menuBar());
    for (const MenuCommand &command : commands) {
        if (command.action != &action && command.action->shortcuts().contains(key))
            return command.action;
    }
    return nullptr;
}

void KeyMap::setKey(QAction &action, const QKeySequence &key)
{
    give(action, {key});
}

void KeyMap::reset(QAction &action)
{
    if (canChange(action))
        give(action, m_built.value(action.objectName()));
}

void KeyMap::give(QAction &action, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &key : keys) {
        while (QAction *const other = holder(action, key)) {
            QList<QKeySequence> left = other->shortcuts();
            left.removeAll(key);
            other->setShortcuts(left);
            keep(*other);
        }
    }
    action.setShortcuts(keys);
    keep(action);
}

void KeyMap::keep(const QAction &action)
{
    if (!canChange(action))
        return;
    if (isChanged(action))
        m_settings.setValue(
            settingOf(action),
            QKeySequence::listToString(action.shortcuts(), QKeySequence::PortableText));
    else
        m_settings.remove(settingOf(action));
}

} // namespace ClinicDesk
