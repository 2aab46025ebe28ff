#include "views/reception/ViewActions.h"

#include "views/shell/MenuPlace.h"
#include "widgets/theme/Icons.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ViewActions::ViewActions(QWidget *window)
    : QObject(window)
    , day(make(window, tr("Da&y"), {Qt::CTRL | Qt::Key_1}, "viewDay"))
    , week(make(window, tr("Wee&k"), {Qt::CTRL | Qt::Key_2}, "viewWeek"))
    , month(make(window, tr("&Month"), {Qt::CTRL | Qt::Key_3}, "viewMonth"))
    , goToDate(make(window, tr("&Go to date..."), {Qt::CTRL | Qt::Key_G}, "goToDate"))
    , print(make(window, tr("Print day l&ist..."), {Qt::CTRL | Qt::Key_P}, "printDay"))
    // Many keyboards have the plus sign on the equals key.
    , tallerRows(make(window, tr("T&aller rows"),
                      {Qt::CTRL | Qt::ALT | Qt::Key_Plus, Qt::CTRL | Qt::ALT | Qt::Key_Equal},
                      "tallerRows"))
    , shorterRows(
          make(window, tr("S&horter rows"), {Qt::CTRL | Qt::ALT | Qt::Key_Minus}, "shorterRows"))
    , previousDoctor(make(window, tr("Pre&vious doctor's week"), {Qt::CTRL | Qt::Key_PageUp},
                          "previousDoctor"))
    , nextDoctor(
          make(window, tr("Ne&xt doctor's week"), {Qt::CTRL | Qt::Key_PageDown}, "nextDoctor"))
{
    auto *views = new QActionGroup(this);
    for (QAction *view : {day, week, month}) {
        view->setCheckable(true);
        views->addAction(view);
    }
    day->setChecked(true);
    for (QAction *step : {previousDoctor, nextDoctor})
        step->setEnabled(false); // until a week is shown
    goToDate->setIcon(icon(IconName::Calendar));
}

void ViewActions::addMenus(QMenuBar &bar) const
{
    QMenu &menu = menuAt(bar, MenuPlace::View);
    QAction *const first = menu.actions().value(0);
    menu.insertActions(first, {day, week, month});
    menu.insertSeparator(first);
    menu.insertActions(first, {goToDate, print});
    menu.insertActions(first, {tallerRows, shorterRows, previousDoctor, nextDoctor});
    menu.insertSeparator(first);
}

QString ViewActions::keyOf(CalendarView view)
{
    switch (view) {
    case CalendarView::Day:
        return u"day"_s;
    case CalendarView::Week:
        return u"week"_s;
    case CalendarView::Month:
        return u"month"_s;
    }
    Q_UNREACHABLE();
}

CalendarView ViewActions::viewOf(const QString &key)
{
    for (const CalendarView view : {CalendarView::Week, CalendarView::Month}) {
        if (keyOf(view) == key)
            return view;
    }
    return CalendarView::Day;
}

QAction *ViewActions::make(QWidget *window, const QString &text, const QList<QKeySequence> &keys,
                           const char *name)
{
    auto *action = new QAction(text, window);
    action->setShortcuts(keys);
    action->setObjectName(QLatin1StringView(name));
    window->addAction(action);
    return action;
}

} // namespace ClinicDesk
