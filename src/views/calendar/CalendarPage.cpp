#include "views/calendar/CalendarPage.h"

#include "models/ReceptionModels.h"
#include "views/calendar/CalendarViews.h"
#include "views/calendar/VisitCommands.h"
#include "views/calendar/VisitFinder.h"
#include "views/notices/Messages.h"
#include "views/reception/DayHeader.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionMoves.h"
#include "views/reception/ReceptionSidebar.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/VisitStrip.h"
#include "views/record/PatientActions.h"
#include "views/visits/VisitTexts.h"
#include "widgets/Format.h"
#include "widgets/MenuTitle.h"
#include "widgets/MonthGrid.h"
#include "widgets/TextLabel.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

CalendarPage::CalendarPage(ReceptionModels &models, const Actions &actions,
                           ReceptionSidebar &sidebar, Messages &messages, QWidget *parent)
    : Page(tr("Calendar"), parent)
    , m_models(models)
    , m_actions(actions)
    , m_sidebar(sidebar)
    , m_messages(messages)
{
    build(actions, sidebar);
    addVisitCommands();
    connectAgenda();
    connectCard();
    connectModels();
    m_views->restore();
    refreshCurrent();
}

void CalendarPage::build(const Actions &actions, ReceptionSidebar &sidebar)
{
    m_header = new DayHeader(actions.reception, actions.views, this);
    m_agenda = new AgendaView(this);
    m_agenda->setObjectName(u"agenda"_s);
    m_agenda->setModel(&m_models.day());
    m_moveHint = new TextLabel({}, TextRole::Body, Token::Text, this);
    m_month = new MonthGrid(this);
    m_month->setObjectName(u"month"_s);
    m_month->hide();
    m_card = new VisitStrip(m_models, actions.reception, *this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::of(this).px(8));
    layout->addWidget(m_header);
    layout->addWidget(m_agenda, 1);
    layout->addWidget(m_moveHint);
    layout->addWidget(m_month, 1);
    layout->addWidget(m_card);
    m_views = new CalendarViews(
        {m_models.day(), m_models.load(), m_models.deskView(), m_models.clock()}, actions.reception,
        actions.views, {m_agenda, m_month, m_header, &sidebar}, this);
    m_finder = new VisitFinder(*m_views, m_models.day(), m_models.clock(), this);
    m_commands = new VisitCommands(m_models, this);
    m_moves = new ReceptionMoves(
        m_models, actions.reception,
        {m_agenda, &sidebar.month(), &sidebar.shelf(), m_moveHint, &m_messages}, this);
}

void CalendarPage::addMenus(QMenuBar &bar)
{
    m_actions.reception.addMenus(bar);
    m_actions.views.addMenus(bar);
}

void CalendarPage::addVisitCommands()
{
    const ReceptionActions &actions = m_actions.reception;
    const ClinicClock &clock = m_models.clock();
    /// Of the visit alone: whether it can be done to one in that state, and doing it.
    const auto add = [this](QAction *action, const std::function<bool(const Appointment &)> &can,
                            const std::function<void(const AppointmentRow &)> &act) {
        addCommand(
            *action, Effect::Writes,
            [can](const Current &now) { return now.visit && can(now.visit->appointment); },
            [act](const Current &now) { act(*now.visit); });
    };
    AppointmentCommands &commands = m_models.commands();
    add(
        actions.checkIn,
        [&clock](const Appointment &visit) {
            return AppointmentCommands::canCheckIn(visit, clock.dayOf(visit.start), clock.today());
        },
        [&commands](const AppointmentRow &row) { commands.checkIn(row); });
    add(
        actions.noShow,
        [&commands, &clock](const Appointment &visit) {
            return commands.canMarkNoShow(visit, clock.now());
        },
        [&commands](const AppointmentRow &row) { commands.noShow(row); });
    const auto canMove = [&commands](const Appointment &visit) { return commands.canMove(visit); };
    add(actions.changeRoom, canMove,
        [this](const AppointmentRow &row) { m_commands->changeRoom(row); });
    add(
        actions.cancel, [&commands](const Appointment &visit) { return commands.canCancel(visit); },
        [this](const AppointmentRow &row) { m_commands->cancel(row); });
    add(actions.move, canMove, [this](const AppointmentRow &row) { m_moves->begin(row); });
    add(actions.park, canMove, [this](const AppointmentRow &row) { m_moves->park(row); });
    addCommand(
        *actions.open, Effect::Reads, [](const Current &now) { return now.visit.has_value(); },
        [this](const Current &now) { openVisit(now.visit->appointment.id); });
    connect(m_moves, &ReceptionMoves::stepWanted, this, [this](int step) {
        if (isActive() && isPossible(*m_actions.reception.move)
            && (m_agenda->mover().isActive() || !bringIntoSight()))
            m_moves->step(step, *current().visit);
    });
    connect(this, &Page::commandsChanged, m_moves, [this] {
        m_moves->refreshActions(isActive() && m_views->view() != CalendarView::Month);
    });
}

void CalendarPage::connectAgenda()
{
    connect(m_agenda, &AgendaView::visitActivated, this, &CalendarPage::openVisit);
    connect(m_agenda, &AgendaView::visitChosen, this, &CalendarPage::follow);
    connect(m_agenda, &AgendaView::holdActivated, this,
            [this](DoctorId doctor, const QDateTime &start) {
                m_messages.hint(ReceptionTexts::held(m_models.day().holds(), doctor, start));
            });
    connect(m_agenda, &AgendaView::typedOnFreeSlot, this, &CalendarPage::bookingWanted);
    connect(m_agenda, &AgendaView::contextMenuRequested, this, &CalendarPage::showContextMenu);
    connect(m_agenda, &AgendaView::cursorChanged, this, [this](const AgendaCursor &cursor) {
        if (cursor.visit.isValid())
            m_models.day().markSeen(cursor.visit);
        refreshCurrent();
    });
    connect(m_views, &CalendarViews::changed, this, &CalendarPage::refreshCurrent);
    connect(m_finder, &VisitFinder::found, this, &CalendarPage::openVisit);
}

void CalendarPage::connectCard()
{
    connect(m_card, &VisitStrip::updated, this, &CalendarPage::refreshCurrent);
    connect(m_card, &VisitStrip::movedAway, this,
            [this](PatientId patient, const QDateTime &start) {
                m_finder->goTo({{}, patient, start});
            });
    connect(m_card, &VisitStrip::recordWanted, this, &CalendarPage::recordWanted);
    connect(m_card, &VisitStrip::closed, this, [this] {
        refreshCurrent();
        Q_EMIT fitNeeded();
        focusFirst();
    });
    m_card->addRecordButton(*m_actions.patient.record);
}

void CalendarPage::connectModels()
{
    const DayModel &day = m_models.day();
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&day, signal, this, &CalendarPage::refreshCurrent);
    connect(&day, &QAbstractItemModel::dataChanged, this, &CalendarPage::refreshCurrent);
    connect(&day, &QAbstractItemModel::modelReset, this, &CalendarPage::refreshCurrent);
    // Time goes on: what could not be done yet may be possible now.
    connect(&day, &DayModel::figuresChanged, this, &CalendarPage::refreshCommands);
    connect(m_moves, &ReceptionMoves::dayWanted, m_views, &CalendarViews::showDay);
}

void CalendarPage::refreshCurrent()
{
    const AppointmentRow *row = m_card->row();
    if (!row && m_views->view() != CalendarView::Month)
        row = m_models.day().row(m_agenda->cursor().visit);
    const Current now = row ? Current::of(*row) : Current();
    if (now == current())
        refreshCommands(); // the card may wait for being looked at
    else
        setCurrent(now);
}

QString CalendarPage::whyNot() const
{
    const QString why = Page::whyNot();
    return why.isEmpty() && m_card->isStale() ? VisitTexts::lookFirst() : why;
}

bool CalendarPage::bringIntoSight()
{
    if (isCardOpen() || m_agenda->isSelectionSeen())
        return false;
    m_agenda->scrollToSelection();
    const AppointmentRow &row = *current().visit;
    m_messages.hint(tr("%1 was out of sight and is shown now. Press again to go on.")
                        .arg(listName(row.familyName, row.givenName)));
    return true;
}

void CalendarPage::focusFirst()
{
    m_views->pane()->setFocus(Qt::OtherFocusReason);
}

bool CalendarPage::stepBack()
{
    if (m_card->isVisible())
        m_card->close();
    else
        m_views->pane()->setFocus();
    return true;
}

QList<Pane> CalendarPage::panes()
{
    return {{m_views->pane()}, {m_card}};
}

KeyGroup CalendarPage::otherKeys() const
{
    return {tr("Day and booking panel"),
            {{tr("Arrows"), tr("next slot, next doctor")},
             {tr("Enter"), tr("open an appointment, or book a free slot")},
             {tr("Letters"), tr("on a free slot: book it for the patient of that name")},
             {tr("Shift+Up, Shift+Down"), tr("lengthen a free selection")},
             {tr("Enter, Esc"), tr("while an appointment is being moved: leave it there, give up")},
             {tr("Del"), tr("on the shelf: take it off, it stays booked")},
             {tr("Shift+F10"), tr("all that can be done here")},
             {tr("Enter"), tr("in the panel: next field, at the end book")},
             {tr("Esc"), tr("close the list, then free the time, then close the panel")}}};
}

FreeSlot CalendarPage::slotAt(DoctorId doctor, const QDateTime &start, int minutes) const
{
    // One slot means as long as the visit type takes; a lengthened selection means what it says.
    int length = m_models.booking().minutes();
    for (const DoctorDay &day : m_models.day().doctors()) {
        for (const OpenSpan &span : day.open) {
            if (day.doctor == doctor && span.start <= start && start < span.end
                && minutes > span.slotMinutes)
                length = minutes;
        }
    }
    return {doctor, start, start.addSecs(qint64(length) * 60)};
}

void CalendarPage::openVisit(AppointmentId id)
{
    const AppointmentRow *const row = m_models.day().row(id);
    if (!row)
        return;
    reveal(*row);
    m_card->openVisit(id);
    m_agenda->selectVisit(id);
    refreshCurrent();
    Q_EMIT fitNeeded();
}

void CalendarPage::follow(AppointmentId id)
{
    if (m_card->row())
        m_card->follow(id);
}

void CalendarPage::reveal(const AppointmentRow &row)
{
    if (m_views->view() == CalendarView::Day)
        m_sidebar.show(row.appointment.doctor);
    const AppointmentStatus status = row.appointment.status;
    if (status == AppointmentStatus::Cancelled || status == AppointmentStatus::Rejected)
        m_actions.reception.showCancelled->setChecked(true);
}

void CalendarPage::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const AppointmentId here = m_agenda->cursor().visit;
    if (here.isValid()) {
        follow(here);
        if (const AppointmentRow *const row = m_models.day().row(here))
            addMenuTitle(*menu,
                         tr("%1, %2", "patient, time")
                             .arg(listName(row->familyName, row->givenName),
                                  Format::time(row->appointment.start, m_models.clock().zone())));
        // Its commands are about current(): when that becomes another, the heading would be wrong.
        connect(this, &Page::currentChanged, menu, [this, menu, here] {
            if (!current().visit || current().visit->appointment.id != here)
                menu->close();
        });
        menu->addActions(m_actions.reception.appointmentMenu());
        menu->addAction(m_actions.patient.record);
    } else {
        menu->addAction(tr("Book here"), this, [this] { Q_EMIT bookingWanted({}); });
    }
    menu->popup(at);
}

bool CalendarPage::isCardOpen() const
{
    return m_card->row();
}

bool CalendarPage::cancelMove()
{
    return m_moves->cancel();
}

void CalendarPage::setLow(bool low)
{
    m_card->setLow(low);
    m_header->setHidden(low && isCardOpen());
}

int CalendarPage::minimumPageWidth() const
{
    const int grid = Theme::of(this).px(360);
    return isCardOpen() ? std::max(grid, m_card->minimumSizeHint().width()) : grid;
}

} // namespace ClinicDesk
