#include "views/bars/KeyboardReach.h"

#include <QAction>
#include <QDialog>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Command
{
    QAction *action;
    bool byMnemonics; ///< each menu on the way and the action itself have an underlined letter
};

void collect(const QList<QAction *> &actions, bool byMnemonics, QList<Command> &found)
{
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        const bool named = byMnemonics && !QKeySequence::mnemonic(action->text()).isEmpty();
        if (action->menu())
            collect(action->menu()->actions(), named, found);
        else
            found << Command {action, named};
    }
}

} // namespace

QStringList keysListed(const QDialog &sheet)
{
    QStringList lines;
    if (auto *tree = sheet.findChild<QTreeWidget *>()) {
        for (QTreeWidgetItemIterator item(tree); *item; ++item)
            lines << (*item)->text(0) + u'\t' + (*item)->text(1);
    }
    return lines;
}

QStringList commandsOutOfReach(const QMainWindow &window, const QStringList &listed)
{
    QList<Command> commands;
    collect(window.menuWidget() ? window.menuBar()->actions() : QList<QAction *>(), true, commands);
    QStringList wrong;
    if (commands.size() <= 8)
        wrong << u"the menus are not there"_s;
    QList<QAction *> inMenus;
    for (const Command &command : std::as_const(commands)) {
        const QString name = command.action->text().remove(u'&').remove(u"..."_s);
        inMenus << command.action;
        if (name.isEmpty())
            wrong << command.action->objectName() + u" has no name"_s;
        const QString key = command.action->shortcut().toString(QKeySequence::NativeText);
        if (key.isEmpty() && !command.byMnemonics)
            wrong << name + u" has no way by keys"_s;
        const QString onTheCap = QString(key).replace(u"Return"_s, u"Enter"_s);
        if (!key.isEmpty() && !listed.contains(key + u'\t' + name)
            && !listed.contains(onTheCap + u'\t' + name))
            wrong << name + u" is not listed by F1"_s;
    }
    const QList<QAction *> own = window.actions();
    for (QAction *action : own) {
        if (!inMenus.contains(action))
            wrong << action->text() + u" is in no menu"_s;
    }
    return wrong;
}

} // namespace ClinicDesk
