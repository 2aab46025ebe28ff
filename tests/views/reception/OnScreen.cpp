#include "views/reception/OnScreen.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>

namespace ClinicDesk::OnScreen {

namespace {

QList<QWidget *> openOver(const QMainWindow &window)
{
    QList<QWidget *> open;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget != &window && widget->isVisible()
            && (qobject_cast<QDialog *>(widget) || qobject_cast<QMenu *>(widget)))
            open << widget;
    }
    return open;
}

} // namespace

QStringList commands(const QMainWindow &window)
{
    QStringList names;
    for (const QAction *action : window.findChildren<QAction *>()) {
        // Qt's own, of text fields and the like, have no names or its prefix.
        const QString name = action->objectName();
        if (!action->menu() && !name.isEmpty() && !name.startsWith(QLatin1StringView("qt_"))
            && !name.startsWith(QLatin1StringView("_q_")) && !names.contains(name)
            && !qobject_cast<QLineEdit *>(action->parent()))
            names << name;
    }
    return names;
}

QString writtenOn(const QWidget &part)
{
    QStringList texts {part.windowTitle()};
    for (const QLabel *label : part.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    for (const QAbstractButton *button : part.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            texts << button->text();
    }
    for (const QAction *action : part.actions())
        texts << action->text();
    return texts.join(u'\n');
}

QString writtenOver(const QMainWindow &window)
{
    QString written;
    for (const QWidget *widget : openOver(window))
        written += writtenOn(*widget);
    return written;
}

void closeAllOver(const QMainWindow &window)
{
    for (QWidget *widget : openOver(window))
        widget->close();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace ClinicDesk::OnScreen
