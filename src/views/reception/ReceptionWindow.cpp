#include "views/reception/ReceptionWindow.h"

#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/BookingPanel.h"
#include "views/booking/OverrideRow.h"
#include "views/reception/DayHeader.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionMoves.h"
#include "views/reception/ReceptionSidebar.h"
#include "views/reception/ReceptionStatusBar.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/ReceptionTopBar.h"
#include "views/reception/ShelfList.h"
#include "views/reception/VisitStrip.h"
#include "views/record/PatientActions.h"
#include "views/record/PatientRecordView.h"
#include "views/visits/VisitTexts.h"
#include "widgets/Banner.h"
#include "widgets/Format.h"
#include "widgets/MiniMonth.h"
#include "widgets/MonthGrid.h"
#include "widgets/TextLabel.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

ReceptionWindow::ReceptionWindow(ReceptionModels &models, QWidget *parent)
    : QMainWindow(parent)
    , m_models(models)
    , m_actions(new ReceptionActions(this))
    , m_patientActions(new PatientActions(this))
    , m_viewActions(new ViewActions(this))
{
    setObjectName(u"receptionWindow"_s);
    setWindowTitle(tr("%1 - Reception").arg(models.session().clinic.name));
    m_actions->addMenus(menuBar());
    m_patientActions->addMenu(menuBar());
    m_viewActions->addTo(*menuBar()->findChild<QMenu *>(u"viewMenu"_s));
    buildPanes();
    connectActions();
    connectAgenda();
    connectPanel();
    connectModels();
    connectBooking();
    connectPatients();
    connectViews();
    connectNotices();
    startClock();
    restoreViews();
    onDayShown();
    onConnection();
    calendar()->setFocus();
}

void ReceptionWindow::buildPanes()
{
    const Theme &theme = Theme::of(this);
    auto *central = new QWidget(this);
    m_topBar = new ReceptionTopBar(m_models, *m_actions, central);
    m_banner = new Banner(central);
    m_sidebar = new ReceptionSidebar(m_models, central);
    m_middle = new QWidget(central);
    m_header = new DayHeader(*m_actions, *m_viewActions, central);
    m_agenda = new AgendaView(central);
    m_agenda->setObjectName(u"agenda"_s);
    m_agenda->setModel(&m_models.day());
    m_month = new MonthGrid(central);
    m_month->setObjectName(u"month"_s);
    m_month->hide();
    m_strip = new VisitStrip(m_models, *m_actions, central);
    m_record = new PatientRecordView(m_models, *m_patientActions, central);
    m_record->hide();
    m_panel = new BookingPanel(m_models, central);
    m_status = new ReceptionStatusBar(m_models, central);
    m_panel->hide();

    auto *centre = new QVBoxLayout(m_middle);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->setSpacing(theme.px(8));
    centre->addWidget(m_header);
    centre->addWidget(m_agenda, 1);
    m_moveHint = new TextLabel({}, TextRole::Body, Token::Text, central);
    centre->addWidget(m_moveHint);
    centre->addWidget(m_month, 1);
    centre->addWidget(m_strip);
    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    panes->setSpacing(theme.px(12));
    panes->addWidget(m_sidebar);
    panes->addWidget(m_middle, 1);
    panes->addWidget(m_record, 1);
    panes->addWidget(m_panel);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_banner);
    layout->addLayout(panes, 1);
    layout->addWidget(m_status);
    // The panes give way by themselves (fitPanes); large text must not push the window off a small
    // screen.
    central->setMinimumSize(640, 400);
    setCentralWidget(central);
    m_toast = new Toast(central);
    m_toast->setFloor(m_status);
    m_moves = new ReceptionMoves(
        m_models, *m_actions,
        {m_agenda, &m_sidebar->month(), &m_sidebar->shelf(), m_moveHint, m_toast}, this);
    fitPanes();
}

void ReceptionWindow::connectActions()
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->findPatient, [this] {
        m_topBar->search().field()->setFocus(Qt::ShortcutFocusReason);
        m_topBar->search().field()->selectAll();
    });
    on(m_actions->newPatient, [this] {
        rememberOpener();
        m_panel->beginNewPatient(m_agenda->cursor().doctor);
    });
    on(m_actions->moreTimes, [this] { m_models.booking().freeTimes().more(); });
    on(m_actions->bookNow, [this] { m_models.booking().book(); });
    on(m_actions->bookAnyway, [this] { m_panel->form().overrideRow().open(); });
    for (int i = 0; i < m_actions->suggestions.size(); ++i)
        on(m_actions->suggestions.at(i), [this, i] { m_panel->form().chooseSuggestion(i); });
    on(m_actions->open, [this] { openVisit(m_agenda->cursor().visit); });
    on(m_actions->checkIn, [this] {
        if (const AppointmentRow *const row = currentRow())
            m_models.commands().checkIn(*row);
    });
    on(m_actions->noShow, [this] {
        if (const AppointmentRow *const row = currentRow())
            m_models.commands().noShow(*row);
    });
    on(m_actions->cancel, &ReceptionWindow::cancelVisit);
    on(m_actions->today, [this] {
        showDay(m_models.clock().today());
        m_agenda->scrollToNow();
    });
    on(m_actions->previousDay, [this] { step(-1); });
    on(m_actions->nextDay, [this] { step(1); });
    on(m_actions->nextPane, &ReceptionWindow::focusNextPane);
    on(m_actions->newestToast, [this] { m_toast->focusAction(); });
    on(m_actions->reconnect, [this] { m_models.connection().reconnectNow(); });
    on(m_actions->palette, &ReceptionWindow::openPalette);
    on(m_actions->keys, &ReceptionWindow::showKeys);
    auto *back = new QShortcut(Qt::Key_Escape, this);
    connect(back, &QShortcut::activated, this, &ReceptionWindow::goBack);
}

void ReceptionWindow::connectAgenda()
{
    connect(m_agenda, &AgendaView::slotActivated, this, &ReceptionWindow::onSlotActivated);
    connect(m_agenda, &AgendaView::visitActivated, this, &ReceptionWindow::openVisit);
    connect(m_agenda, &AgendaView::holdActivated, this,
            [this](DoctorId doctor, const QDateTime &start) {
                m_toast->present(ReceptionTexts::held(m_models.day().holds(), doctor, start));
            });
    connect(m_agenda, &AgendaView::typedOnFreeSlot, this, &ReceptionWindow::beginAtSlot);
    connect(m_agenda, &AgendaView::contextMenuRequested, this, &ReceptionWindow::showContextMenu);
    connect(m_agenda, &AgendaView::dayStepRequested, this, &ReceptionWindow::step);
    connect(m_agenda, &AgendaView::cursorChanged, this, [this](const AgendaCursor &cursor) {
        if (cursor.visit.isValid())
            m_models.day().markSeen(cursor.visit);
        refreshActions();
    });
    connect(&m_sidebar->month(), &MiniMonth::daySelected, this, &ReceptionWindow::showDay);
    connect(m_sidebar, &ReceptionSidebar::shownDoctorsChanged, this,
            &ReceptionWindow::refreshColumns);
    connect(&m_topBar->search(), &PatientPicker::chosen, this, &ReceptionWindow::onPatientFound);
    connect(&m_topBar->search(), &PatientPicker::newPatientWanted, this,
            [this](const QString &typed) {
                rememberOpener();
                m_panel->beginNewPatient(m_agenda->cursor().doctor, typed);
            });
}

void ReceptionWindow::connectPanel()
{
    connect(m_panel, &BookingPanel::opened, this, [this] {
        m_panelWanted = true;
        fitPanes();
    });
    connect(m_panel, &BookingPanel::closed, this, [this] {
        m_panelWanted = false;
        fitPanes();
        returnFocus();
    });
    connect(m_panel, &BookingPanel::booked, this, &ReceptionWindow::onBooked);
    connect(m_strip, &VisitStrip::updated, this, &ReceptionWindow::refreshActions);
    connect(m_strip, &VisitStrip::movedAway, this, &ReceptionWindow::goToVisit);
    connect(m_strip, &VisitStrip::closed, this, [this] {
        fitPanes();
        calendar()->setFocus();
    });
}

void ReceptionWindow::connectModels()
{
    DayModel &day = m_models.day();
    connect(&day, &DayModel::dayShown, this, &ReceptionWindow::onDayShown);
    connect(&day, &DayModel::doctorsChanged, this, &ReceptionWindow::refreshColumns);
    connect(&day, &DayModel::holdsChanged, this,
            [this] { m_agenda->setHolds(m_models.day().holds()); });
    connect(&day, &DayModel::figuresChanged, this, &ReceptionWindow::refreshActions);
    connect(&day, &DayModel::failed, this, [this](const Error &error) {
        refreshHeader();
        onFailed(error);
    });
    connect(&m_models.commands(), &AppointmentCommands::done, this, &ReceptionWindow::onDone);
    connect(&m_models.commands(), &AppointmentCommands::failed, this, &ReceptionWindow::onNotDone);
    connect(&m_models.booking(), &BookingModel::changed, this, &ReceptionWindow::refreshActions);
    connect(&m_models.connection(), &ConnectionModel::stateChanged, this,
            &ReceptionWindow::onConnection);
    connect(m_moves, &ReceptionMoves::dayWanted, this, &ReceptionWindow::showDay);
    connect(m_moves, &ReceptionMoves::done, this, &ReceptionWindow::onDone);
    connect(m_banner, &Banner::actionTriggered, m_actions->reconnect, &QAction::trigger);
}

void ReceptionWindow::startClock()
{
    m_tick.setInterval(10s);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_agenda->setNow(m_models.clock().now());
        m_models.day().refreshFigures();
    });
    m_agenda->setNow(m_models.clock().now());
    m_tick.start();
}

void ReceptionWindow::refreshActions()
{
    const ClinicClock &clock = m_models.clock();
    const AppointmentRow *const row = currentRow();
    const QString why = m_models.connection().whyReadOnly();
    const bool canWrite = why.isEmpty();
    const auto enable = [&](QAction *action, bool possible) {
        action->setEnabled(possible && canWrite);
        action->setToolTip(canWrite ? ReceptionTexts::toolTip(*action) : why);
    };
    const bool isOpen = m_models.booking().isOpen();
    enable(m_actions->book, true);
    enable(m_actions->walkIn, true);
    enable(m_actions->newPatient, true);
    enable(m_actions->bookNow, m_models.booking().canBook());
    enable(m_actions->bookAnyway,
           !m_models.booking().overridable().isEmpty() && m_models.booking().mayOverride());
    enable(m_actions->undo, m_models.commands().canUndo());
    enable(m_actions->redo, m_models.commands().canRedo());
    const bool isStale = row && row == m_strip->row() && m_strip->isStale();
    const auto enableHere = [&](QAction *action, bool possible) {
        enable(action, possible && !isStale);
        if (canWrite && isStale)
            action->setToolTip(VisitTexts::lookFirst());
    };
    enableHere(m_actions->checkIn,
               row
                   && AppointmentCommands::canCheckIn(
                       row->appointment, clock.dayOf(row->appointment.start), clock.today()));
    enableHere(m_actions->noShow,
               row && AppointmentCommands::canMarkNoShow(row->appointment, clock.now()));
    enableHere(m_actions->changeRoom, row && AppointmentCommands::canMove(row->appointment));
    enableHere(m_actions->cancel, row && AppointmentCommands::canCancel(row->appointment));
    m_moves->refreshActions(isStale ? nullptr : row, why);
    m_actions->open->setEnabled(row);
    refreshPatientActions(why);
    m_actions->moreTimes->setEnabled(isOpen);
    for (QAction *action : std::as_const(m_actions->suggestions))
        action->setEnabled(isOpen);
}

void ReceptionWindow::onConnection()
{
    ConnectionModel &connection = m_models.connection();
    if (!connection.isLive())
        m_banner->present(BannerTone::Error, connection.lostText(), tr("Reconnect  F5"));
    else if (!m_banner->text().isEmpty())
        m_banner->present(BannerTone::Success, tr("Connected again. You see the day as it is now."),
                          {}, {}, 4000);
    refreshActions();
}

void ReceptionWindow::focusNextPane()
{
    QList<QWidget *> panes {m_topBar->search().field(),
                            &m_sidebar->month(),
                            &m_sidebar->doctors(),
                            &m_sidebar->shelf(),
                            calendar(),
                            m_strip,
                            m_record,
                            m_panel};
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    const QWidget *const now = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (now && (panes.at(i) == now || panes.at(i)->isAncestorOf(now)))
            at = i + 1;
    }
    QWidget *const next = panes.at(at % panes.size());
    if (next == m_panel)
        m_panel->form().focusNext();
    else if (next == m_record)
        m_record->focusFirst();
    else
        next->setFocus(Qt::TabFocusReason);
}

void ReceptionWindow::rememberOpener()
{
    leaveMonth();
    QWidget *const now = QApplication::focusWidget();
    if (now && !m_panel->isAncestorOf(now))
        m_opener = now;
}

void ReceptionWindow::returnFocus()
{
    QWidget *const opener = m_opener && m_opener->isVisible() ? m_opener.data() : calendar();
    opener->setFocus(Qt::OtherFocusReason);
}

void ReceptionWindow::goBack()
{
    if (m_moves->cancel())
        return;
    if (m_record->isHidden() && m_models.record().isOpening()) {
        m_models.record().close();
        return;
    }
    const QWidget *const now = QApplication::focusWidget();
    const bool inPanel = now && m_panel->isAncestorOf(now);
    if (m_record->isVisible() && !(inPanel && m_panel->isVisible()))
        closeRecord();
    else if (m_panel->isVisible() && (inPanel || !m_strip->isVisible()))
        m_panel->stepBack();
    else if (m_strip->isVisible())
        m_strip->close();
    else
        calendar()->setFocus();
}

void ReceptionWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitPanes();
}

void ReceptionWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if ((event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) && m_panel)
        fitPanes();
}

void ReceptionWindow::fitPanes()
{
    const Theme &theme = Theme::of(this);
    const int side = std::max(theme.px(220), m_sidebar->minimumSizeHint().width());
    const int panel = theme.px(340);
    const int grid = theme.px(360);
    m_sidebar->setFixedWidth(side);
    m_panel->setFixedWidth(std::min(panel, std::max(theme.px(280), width() / 2)));
    const bool record = !m_record->isHidden();
    const bool strip = !record && m_strip->visit().isValid();
    const int centre = record ? std::max(grid, m_record->minimumPageWidth())
        : strip               ? std::max(grid, m_strip->minimumSizeHint().width())
                              : grid;
    const bool isLow = height() < theme.px(480);
    m_strip->setLow(isLow);
    m_header->setHidden(isLow && strip);
    const int room = width() - theme.px(48);
    // Where both do not fit, the opened appointment comes first; the booking waits with its
    // entries.
    const bool panelFits = !(strip || record) || room >= centre + m_panel->width();
    m_panel->setVisible(m_panelWanted && panelFits);
    m_sidebar->setVisible(room
                          >= side + centre + (m_panelWanted && panelFits ? m_panel->width() : 0));
}

} // namespace ClinicDesk
