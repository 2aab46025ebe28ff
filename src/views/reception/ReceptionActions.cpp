#include "views/reception/ReceptionActions.h"

#include "views/shell/MenuPlace.h"
#include "widgets/theme/Icons.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReceptionActions::ReceptionActions(QWidget *window)
    : QObject(window)
    , findPatient(make(window, tr("&Find patient"), Qt::CTRL | Qt::Key_F, "findPatient"))
    , book(make(window, tr("&Book"), Qt::CTRL | Qt::Key_N, "book"))
    , walkIn(make(window, tr("Wa&lk-in now"), Qt::CTRL | Qt::SHIFT | Qt::Key_W, "walkIn"))
    , newPatient(make(window, tr("New &patient"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, "newPatient"))
    , moreTimes(make(window, tr("&More free times"), Qt::Key_F3, "moreTimes"))
    , bookNow(make(window, tr("Book &now"), Qt::CTRL | Qt::Key_Return, "bookNowAction"))
    , bookAnyway(
          make(window, tr("Boo&k anyway..."), Qt::CTRL | Qt::SHIFT | Qt::Key_Return, "bookAnyway"))
    , open(make(window, tr("&Open"), {}, "openVisit"))
    , checkIn(make(window, tr("Check &in"), Qt::Key_F9, "checkIn"))
    , noShow(make(window, tr("Mark as no-sho&w"), Qt::CTRL | Qt::Key_F9, "noShow"))
    , changeRoom(
          make(window, tr("C&hange room..."), Qt::CTRL | Qt::SHIFT | Qt::Key_R, "changeRoom"))
    , move(make(window, tr("Mo&ve"), {}, "moveVisit"))
    , park(make(window, tr("Put on the &shelf"), QKeySequence::Cut, "parkVisit"))
    , place(make(window, tr("Pl&ace from the shelf"), QKeySequence::Paste, "placeVisit"))
    , cancel(make(window, tr("&Cancel appointment..."), Qt::Key_Delete, "cancelVisit"))
    , today(make(window, tr("&Today"), Qt::CTRL | Qt::Key_T, "today"))
    , previousDay(make(window, tr("&Previous day"), Qt::CTRL | Qt::Key_Left, "previousDay"))
    , nextDay(make(window, tr("&Next day"), Qt::CTRL | Qt::Key_Right, "nextDay"))
    , showCancelled(make(window, tr("Show &cancelled"), {}, "showCancelled"))
    , requests(make(window, tr("Pending re&quests"), Qt::SHIFT | Qt::Key_F7, "requests"))
{
    for (int n = 1; n <= 5; ++n) {
        suggestions << make(window, tr("Take free time &%1").arg(n),
                            QKeyCombination(Qt::ALT, static_cast<Qt::Key>(Qt::Key_0 + n)),
                            qPrintable(u"takeTime%1"_s.arg(n)));
    }
    addMoveSteps(window);
    // In the grid, where arrows and Enter have their own meaning.
    open->setShortcut(Qt::Key_Return);
    open->setShortcutContext(Qt::WidgetShortcut);
    showCancelled->setCheckable(true);
    findPatient->setIcon(icon(IconName::Search));
    book->setIcon(icon(IconName::Plus));
    newPatient->setIcon(icon(IconName::PersonAdd));
    checkIn->setIcon(icon(IconName::Person));
    noShow->setIcon(icon(IconName::BarredCircle));
    cancel->setIcon(icon(IconName::Cross));
}

void ReceptionActions::addMenus(QMenuBar &bar) const
{
    QMenu &appointment = menuAt(bar, MenuPlace::Appointment);
    appointment.addActions({findPatient, book, walkIn, newPatient});
    appointment.addSeparator();
    appointment.addActions({bookNow, bookAnyway, moreTimes});
    appointment.addMenu(tr("Take a free &time"))->addActions(suggestions);
    appointment.addSeparator();
    appointment.addActions(appointmentMenu());
    auto *const steps = new QMenu(tr("Move step b&y step"), &appointment);
    steps->addActions(moveSteps);
    appointment.insertMenu(park, steps);

    QMenu &view = menuAt(bar, MenuPlace::View);
    QAction *const common = commonEntries(view);
    view.insertActions(common, {today, previousDay, nextDay});
    view.insertSeparator(common);
    view.insertActions(common, {showCancelled, requests});
}

void ReceptionActions::addMoveSteps(QWidget *window)
{
    constexpr auto resize = Qt::ALT | Qt::SHIFT;
    const std::tuple<QString, QKeyCombination, const char *> steps[] = {
        {tr("Move &earlier"), Qt::ALT | Qt::Key_Up, "moveEarlier"},
        {tr("Move &later"), Qt::ALT | Qt::Key_Down, "moveLater"},
        {tr("Move a column le&ft"), Qt::ALT | Qt::Key_Left, "moveLeft"},
        {tr("Move a column &right"), Qt::ALT | Qt::Key_Right, "moveRight"},
        {tr("Make &shorter"), resize | Qt::Key_Up, "makeShorter"},
        {tr("Make lon&ger"), resize | Qt::Key_Down, "makeLonger"},
    };
    for (const auto &[text, key, name] : steps) {
        auto *action = new QAction(text, window);
        action->setObjectName(QLatin1StringView(name));
        action->setShortcut(key);
        // Of the grid, which adds them; elsewhere these keys mean other things.
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        moveSteps << action;
    }
}

QList<QAction *> ReceptionActions::appointmentMenu() const
{
    return {open, checkIn, noShow, changeRoom, move, park, place, cancel};
}

QAction *ReceptionActions::make(QWidget *window, const QString &text, const QKeySequence &key,
                                const char *name)
{
    auto *action = new QAction(text, window);
    action->setShortcut(key);
    action->setObjectName(QLatin1StringView(name));
    window->addAction(action);
    return action;
}

} // namespace ClinicDesk
