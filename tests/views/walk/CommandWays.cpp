#include "views/walk/CommandWays.h"

#include "widgets/KeyMap.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QWidgetAction>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int mostQuestions = 8;

QString textOf(const QAbstractButton &button)
{
    return button.objectName().isEmpty() ? button.text() : button.objectName();
}

/// The command of a menu that asks for a choice.
QAction *firstChoice(const QMenu &menu)
{
    for (QAction *const choice : menu.actions()) {
        if (choice->isEnabled() && choice->isVisible() && !choice->isSeparator()
            && !qobject_cast<QWidgetAction *>(choice))
            return choice;
    }
    return nullptr;
}

/// The button that Enter presses, or the last one that is on.
QPushButton *actingButton(const QDialog &dialog)
{
    QPushButton *acting = nullptr;
    const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *const button : buttons) {
        if (!button->isVisible() || !button->isEnabled())
            continue;
        if (button->isDefault())
            return button;
        acting = button;
    }
    return acting;
}

} // namespace

CommandWays::CommandWays(QMainWindow &window)
    : m_window(window)
{
}

QStringList CommandWays::ways(const QStringList &without) const
{
    QStringList ways;
    for (const QAction *const action : actions()) {
        if (without.contains(action->objectName()))
            continue;
        ways << u"menu "_s + action->objectName();
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys)
            ways << u"key "_s + key.toString();
    }
    for (const QWidget *const button : buttons())
        ways << u"button "_s + textOf(*qobject_cast<const QAbstractButton *>(button));
    ways.removeDuplicates();
    return ways;
}

QStringList CommandWays::possible(const QStringList &without) const
{
    QStringList names;
    for (const QAction *const action : actions()) {
        if (action->isEnabled() && !without.contains(action->objectName()))
            names << action->objectName();
    }
    return names;
}

bool CommandWays::go(const QString &way, const std::function<void()> &about)
{
    m_asked.clear();
    const QString kind = way.section(u' ', 0, 0);
    const QString name = way.section(u' ', 1);
    if (kind == u"menu") {
        QAction *const command = action(name);
        if (!command || !command->isEnabled())
            return false;
        about();
        command->trigger();
    } else if (kind == u"key") {
        const QKeyCombination key = QKeySequence(name)[0];
        QWidget *const at = QApplication::focusWidget();
        about();
        QTest::keyClick(at ? at : &m_window, key.key(), key.keyboardModifiers());
    } else {
        const QList<QWidget *> all = buttons();
        const auto found = std::find_if(all.cbegin(), all.cend(), [&name](QWidget *button) {
            return textOf(*qobject_cast<QAbstractButton *>(button)) == name;
        });
        if (found == all.cend() || !(*found)->isEnabled())
            return false;
        QTest::mousePress(*found, Qt::LeftButton);
        about();
        QTest::mouseRelease(*found, Qt::LeftButton);
    }
    answer();
    return true;
}

QList<QAction *> CommandWays::actions() const
{
    QList<QAction *> found;
    for (const MenuCommand &command : menuCommands(*m_window.menuBar()))
        found << command.action;
    QList<QWidget *> places = m_window.findChildren<QWidget *>();
    places.prepend(&m_window);
    for (const QWidget *const place : std::as_const(places)) {
        if (qobject_cast<const QMenu *>(place) || place->window() != &m_window
            || !place->isVisibleTo(&m_window))
            continue;
        for (QAction *const action : place->actions()) {
            if (!action->objectName().isEmpty() && !found.contains(action))
                found << action;
        }
    }
    return found;
}

QAction *CommandWays::action(const QString &name) const
{
    for (QAction *const action : actions()) {
        if (action->objectName() == name)
            return action;
    }
    return nullptr;
}

QList<QWidget *> CommandWays::buttons() const
{
    QList<QWidget *> shown;
    const QList<QAbstractButton *> all = m_window.findChildren<QAbstractButton *>();
    for (QAbstractButton *const button : all) {
        if (button->window() == &m_window && button->isVisible() && !textOf(*button).isEmpty())
            shown << button;
    }
    return shown;
}

void CommandWays::answer()
{
    for (int question = 0; question < mostQuestions; ++question) {
        // What a command opens may open in the next turn of the event loop.
        bool turned = false;
        QTimer::singleShot(0, &m_window, [&turned] { turned = true; });
        (void)QTest::qWaitFor([&turned] { return turned; });
        if (!answerOnce())
            return;
    }
    ADD_FAILURE() << "something goes on asking";
}

bool CommandWays::answerOnce()
{
    if (auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
        hear(*menu);
        QAction *const choice = firstChoice(*menu);
        menu->close();
        if (choice)
            choice->trigger();
        return true;
    }
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        auto *const dialog = qobject_cast<QDialog *>(widget);
        if (!dialog || !dialog->isVisible())
            continue;
        hear(*dialog);
        const QPointer<QDialog> open = dialog;
        for (QLineEdit *const field : dialog->findChildren<QLineEdit *>()) {
            if (field->isVisible() && field->isEnabled() && field->text().isEmpty())
                field->setText(u"because"_s);
        }
        if (QPushButton *const button = actingButton(*dialog))
            button->click();
        // Until it is done, or refused in the dialog.
        (void)QTest::qWaitFor([&open] { return !open || !open->isVisible(); }, 2000);
        if (open && open->isVisible())
            open->reject();
        return true;
    }
    return false;
}

void CommandWays::hear(const QWidget &asking)
{
    m_asked << asking.windowTitle();
    for (const QLabel *const label : asking.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&asking))
            m_asked << label->text() << label->accessibleName();
    }
    m_asked.removeAll(QString());
}

} // namespace ClinicDesk
