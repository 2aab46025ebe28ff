#include "views/record/PatientActions.h"

#include "views/shell/MenuPlace.h"
#include "widgets/theme/Icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QAction *make(QWidget *window, const QString &text, const QKeySequence &key, const char *name)
{
    auto *action = new QAction(text, window);
    action->setShortcut(key);
    action->setObjectName(QLatin1StringView(name));
    window->addAction(action);
    return action;
}

} // namespace

PatientActions::PatientActions(QWidget *window)
    : QObject(window)
    , record(make(window, tr("Patient &record"), Qt::Key_F2, "patientRecord"))
    , save(make(window, tr("&Save record"), Qt::CTRL | Qt::Key_S, "saveRecord"))
    , discard(make(window, tr("&Discard changes"), {}, "discardRecord"))
    , card(
          make(window, tr("Appointment &card..."), Qt::CTRL | Qt::SHIFT | Qt::Key_P, "patientCard"))
{
    record->setIcon(icon(IconName::Person));
    save->setIcon(icon(IconName::Tick));
    discard->setIcon(icon(IconName::Undo));
    for (QAction *action : {save, discard})
        action->setEnabled(false);
}

void PatientActions::addMenu(QMenuBar &bar) const
{
    QMenu &menu = menuAt(bar, MenuPlace::Patient);
    menu.addActions({record, save, discard});
    menu.addSeparator();
    menu.addAction(card);
}

} // namespace ClinicDesk
