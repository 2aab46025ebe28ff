#include "views/shell/CommonActions.h"

#include "views/shell/MenuPlace.h"
#include "widgets/KeyMap.h"
#include "widgets/theme/Icons.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QAction *make(QWidget *window, const QString &text, const QKeySequence &key, const char *name)
{
    auto *const action = new QAction(text, window);
    action->setShortcut(key);
    action->setObjectName(QLatin1StringView(name));
    action->setProperty("common", true);
    window->addAction(action);
    return action;
}

} // namespace

CommonActions::CommonActions(QWidget *window)
    : QObject(window)
    , undo(make(window, tr("&Undo"), QKeySequence::Undo, "undo"))
    , redo(make(window, tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, "redo"))
    , nextPane(make(window, tr("Next pan&e"), Qt::Key_F6, "nextPane"))
    , newestToast(make(window, tr("Ne&west message"), Qt::Key_F8, "newestToast"))
    , bell(make(window, tr("&Bell"), Qt::Key_F7, "bell"))
    , reconnect(make(window, tr("&Reconnect"), Qt::Key_F5, "reconnect"))
    , palette(make(window, tr("Do or find &anything..."), Qt::CTRL | Qt::Key_K, "palette"))
    , keys(make(window, tr("&Keys"), Qt::Key_F1, "keys"))
{
    undo->setIcon(icon(IconName::Undo));
    reconnect->setIcon(icon(IconName::Refresh));
    keys->setIcon(icon(IconName::Keyboard));
    undo->setAutoRepeat(false);
    redo->setAutoRepeat(false);
}

void CommonActions::addTo(QMenuBar &bar) const
{
    menuAt(bar, MenuPlace::Edit).addActions({undo, redo});
    menuAt(bar, MenuPlace::View).addActions({nextPane, newestToast, bell, reconnect});
    menuAt(bar, MenuPlace::Help).addActions({palette, keys});
}

QString CommonActions::toolTip(const QAction &action)
{
    const QString text = commandText(action);
    const QString key = keyText(action.shortcut());
    return key.isEmpty() ? text : tr("%1 (%2)", "command (key)").arg(text, key);
}

QString CommonActions::label(const QAction &action)
{
    const QString key = keyText(action.shortcut());
    const QString text = commandText(action);
    return key.isEmpty() ? text : QString(text + u"  "_s + key);
}

} // namespace ClinicDesk
