#include "views/calendar/CalendarViews.h"

#include "models/ClinicClock.h"
#include "models/DayModel.h"
#include "models/DeskView.h"
#include "models/LoadModel.h"
#include "views/reception/DayHeader.h"
#include "views/reception/GoToDateDialog.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionSidebar.h"
#include "views/reception/ReceptionTexts.h"
#include "widgets/Format.h"
#include "widgets/MiniMonth.h"
#include "widgets/MonthGrid.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>

using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

constexpr int rowZoomStep = 10;

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace

CalendarViews::CalendarViews(const Models &models, const ReceptionActions &actions,
                             const ViewActions &views, const Parts &parts, QWidget *host)
    : QObject(host)
    , m_models(models)
    , m_actions(actions)
    , m_viewActions(views)
    , m_parts(parts)
    , m_host(host)
{
    connectActions(actions);
    connectParts();
    connectModels();
    m_tick.setInterval(10s);
    connect(&m_tick, &QTimer::timeout, this, &CalendarViews::tick);
    m_parts.agenda->setNow(m_models.clock.now());
    m_tick.start();
}

void CalendarViews::connectActions(const ReceptionActions &actions)
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions.today, [this] {
        showDay(m_models.clock.today());
        m_parts.agenda->scrollToNow();
    });
    on(actions.previousDay, [this] { step(-1); });
    on(actions.nextDay, [this] { step(1); });
    connect(actions.showCancelled, &QAction::toggled, this, [this](bool shown) {
        m_parts.agenda->setCancelledShown(shown);
        m_models.desk.setCancelledShown(shown);
    });
    on(m_viewActions.day, [this] { setView(CalendarView::Day); });
    on(m_viewActions.week, [this] { setView(CalendarView::Week); });
    on(m_viewActions.month, [this] { setView(CalendarView::Month); });
    on(m_viewActions.goToDate, &CalendarViews::goToDate);
    const auto zoom = [agenda = m_parts.agenda](int by) {
        return [agenda, by] { agenda->setRowZoom(agenda->rowZoom() + by); };
    };
    on(m_viewActions.tallerRows, zoom(rowZoomStep));
    on(m_viewActions.shorterRows, zoom(-rowZoomStep));
    on(m_viewActions.previousDoctor, [this] { stepWeekDoctor(-1); });
    on(m_viewActions.nextDoctor, [this] { stepWeekDoctor(1); });
}

void CalendarViews::connectParts()
{
    connect(m_parts.header, &DayHeader::doctorChosen, this, &CalendarViews::chooseWeekDoctor);
    connect(m_parts.agenda, &AgendaView::rowZoomChanged, this,
            [this](int percent) { m_models.desk.setRowZoom(percent); });
    connect(m_parts.agenda, &AgendaView::dayStepRequested, this, &CalendarViews::step);
    connect(m_parts.agenda, &AgendaView::cursorChanged, this, &CalendarViews::onCursor);
    connect(m_parts.month, &MonthGrid::dayChanged, this, &CalendarViews::showDay);
    connect(m_parts.month, &MonthGrid::dayActivated, this, [this] { setView(CalendarView::Day); });
    connect(&m_parts.sidebar->month(), &MiniMonth::daySelected, this, &CalendarViews::showDay);
    connect(m_parts.sidebar, &ReceptionSidebar::shownDoctorsChanged, this,
            &CalendarViews::refreshColumns);
}

void CalendarViews::connectModels()
{
    connect(&m_models.load, &LoadModel::changed, this, &CalendarViews::refreshMonth);
    connect(&m_models.day, &DayModel::dayShown, this, &CalendarViews::onDayShown);
    connect(&m_models.day, &DayModel::doctorsChanged, this, &CalendarViews::refreshColumns);
    connect(&m_models.day, &DayModel::failed, this, &CalendarViews::refreshHeader);
    connect(&m_models.day, &DayModel::holdsChanged, this,
            [this] { m_parts.agenda->setHolds(m_models.day.holds()); });
    connect(&m_models.day, &DayModel::figuresChanged, this, [this] {
        if (m_view == CalendarView::Week)
            refreshColumns();
    });
}

void CalendarViews::restore()
{
    m_actions.showCancelled->setChecked(m_models.desk.cancelledShown());
    m_parts.agenda->setRowZoom(m_models.desk.rowZoom());
    m_weekDoctor = m_models.desk.weekDoctor();
    m_shown = m_models.day.wantedDay();
    const CalendarView view = ViewActions::viewOf(m_models.desk.calendar());
    if (view != CalendarView::Day)
        setView(view);
    onDayShown();
}

QWidget *CalendarViews::pane() const
{
    return m_view == CalendarView::Month ? static_cast<QWidget *>(m_parts.month) : m_parts.agenda;
}

void CalendarViews::setView(CalendarView view)
{
    // The week's list of doctors goes with the week.
    const QWidget *const now = QApplication::focusWidget();
    const bool hadFocus = !now || now == pane() || m_parts.header->isAncestorOf(now);
    // The week of the doctor one was looking at.
    if (view == CalendarView::Week && m_view == CalendarView::Day
        && m_parts.agenda->cursor().doctor.isValid())
        m_weekDoctor = m_parts.agenda->cursor().doctor;
    m_models.desk.setWeekDoctor(m_weekDoctor);
    m_keptVisit = m_view == CalendarView::Month ? AppointmentId() : m_parts.agenda->cursor().visit;
    m_view = view;
    m_models.desk.setCalendar(ViewActions::keyOf(view));
    for (const auto &[action, meant] : {std::pair(m_viewActions.day, CalendarView::Day),
                                        std::pair(m_viewActions.week, CalendarView::Week),
                                        std::pair(m_viewActions.month, CalendarView::Month)})
        action->setChecked(meant == view);
    m_parts.agenda->setVisible(view != CalendarView::Month);
    m_parts.month->setVisible(view == CalendarView::Month);
    m_viewActions.print->setEnabled(view != CalendarView::Month);
    for (QAction *action : {m_viewActions.previousDoctor, m_viewActions.nextDoctor})
        action->setEnabled(view == CalendarView::Week);
    nameSteps();
    if (m_shown.isValid())
        showDay(m_shown);
    Q_EMIT changed();
    if (hadFocus)
        pane()->setFocus(Qt::OtherFocusReason);
}

void CalendarViews::nameSteps()
{
    m_actions.previousDay->setText(m_view == CalendarView::Day        ? tr("&Previous day")
                                       : m_view == CalendarView::Week ? tr("&Previous week")
                                                                      : tr("&Previous month"));
    m_actions.nextDay->setText(m_view == CalendarView::Day        ? tr("&Next day")
                                   : m_view == CalendarView::Week ? tr("&Next week")
                                                                  : tr("&Next month"));
}

void CalendarViews::leaveMonth()
{
    if (m_view == CalendarView::Month)
        setView(CalendarView::Day);
}

void CalendarViews::showDay(QDate day)
{
    comeForward();
    m_shown = day;
    switch (m_view) {
    case CalendarView::Day:
        m_models.day.showDay(day);
        break;
    case CalendarView::Week:
        if (weekDoctor().isValid())
            m_models.day.showWeek(day, weekDoctor());
        else
            m_models.day.showDay(day); // its doctors arrive with it, and then the week
        break;
    case CalendarView::Month:
        m_parts.month->setDay(day);
        m_models.load.watch(LoadModel::Viewer::Month, day);
        refreshMonth();
        break;
    }
    m_parts.sidebar->month().setSelectedDay(day);
    refreshHeader();
}

void CalendarViews::showInDayView(QDate day)
{
    m_shown = day;
    if (m_view == CalendarView::Day)
        showDay(day);
    else
        setView(CalendarView::Day);
}

void CalendarViews::step(int direction)
{
    const QDate from = m_shown.isValid() ? m_shown : m_models.clock.today();
    showDay(m_view == CalendarView::Day        ? from.addDays(direction)
                : m_view == CalendarView::Week ? from.addDays(7 * direction)
                                               : from.addMonths(direction));
}

void CalendarViews::onDayShown()
{
    const QDate day = m_models.day.day();
    const DayPeriod period = m_models.day.period();
    const bool first = !m_shown.isValid();
    if (first || m_view == CalendarView::Day)
        m_shown = day;
    if (first && day.isValid() && m_view == CalendarView::Month)
        showDay(day);
    refreshHeader();
    if (!day.isValid())
        return;
    const bool isWeek = m_view == CalendarView::Week && !period.isDay();
    const AgendaCursor cursor = m_parts.agenda->cursor();
    const QTimeZone zone = m_models.clock.zone();
    m_parts.agenda->setNow(m_models.clock.now());
    m_parts.agenda->setDay(period.first, zone);
    refreshColumns();
    m_parts.agenda->setHolds(m_models.day.holds());
    if (isWeek && cursor.isValid()) {
        m_parts.agenda->placeCursor(period.only,
                                    QDateTime(day, cursor.start.toTimeZone(zone).time(), zone));
    }
    if (m_keptVisit.isValid())
        m_parts.agenda->selectVisit(std::exchange(m_keptVisit, {}));
    Q_EMIT dayShown();
}

void CalendarViews::onCursor()
{
    const AgendaCursor cursor = m_parts.agenda->cursor();
    const DayPeriod period = m_models.day.period();
    // While another week is on its way the cursor still stands in the old one.
    if (m_view != CalendarView::Week || !cursor.isValid() || period.isDay()
        || m_parts.agenda->day() != period.first || m_models.day.wantedPeriod() != period)
        return;
    m_shown = m_models.clock.dayOf(cursor.start);
    m_models.day.lookAt(m_shown);
    m_parts.sidebar->month().setSelectedDay(m_shown);
}

void CalendarViews::refreshColumns()
{
    // The doctors came with the first day: now it is known whose week is wanted.
    if (m_view == CalendarView::Week && m_models.day.wantedPeriod().isDay()
        && m_models.day.day().isValid() && weekDoctor().isValid()) {
        m_models.day.showWeek(m_models.day.day(), weekDoctor());
        return;
    }
    if (m_models.day.period().isDay())
        showDayColumns();
    else
        showWeekColumns();
    if (m_view == CalendarView::Week)
        m_parts.header->setDoctors(weekDoctors(), weekDoctor());
    Q_EMIT changed();
}

void CalendarViews::showDayColumns()
{
    QList<AgendaColumn> columns;
    for (const DoctorDay &day : m_models.day.doctors()) {
        if (m_parts.sidebar->isShown(day.doctor))
            columns << AgendaColumn {day.doctor, day.name, ReceptionTexts::columnNote(day),
                                     day.open, day.isOff()};
    }
    if (columns != m_parts.agenda->scene().columns())
        m_parts.agenda->setColumns(columns);
}

void CalendarViews::showWeekColumns()
{
    QList<AgendaColumn> columns;
    QDate date = m_models.day.period().first;
    for (const DoctorDay &day : m_models.day.weekDays()) {
        const QString note = ReceptionTexts::columnNote(day);
        columns << AgendaColumn {
            day.doctor,
            Format::shortDay(date),
            date == m_models.clock.today() ? tr("today, %1", "free times").arg(note) : note,
            day.open,
            day.isOff(),
            date};
        date = date.addDays(1);
    }
    if (columns != m_parts.agenda->scene().columns())
        m_parts.agenda->setColumns(columns);
}

void CalendarViews::refreshHeader()
{
    const QDate today = m_models.clock.today();
    m_parts.sidebar->month().setToday(today);
    m_parts.month->setToday(today);
    if (m_view != CalendarView::Week)
        m_parts.header->setDoctors({}, {});
    if (!m_shown.isValid())
        return;
    m_parts.sidebar->month().setSelectedDay(m_shown);
    const DayModel &model = m_models.day;
    if (m_view == CalendarView::Month)
        m_parts.header->setMonth(m_shown, today);
    else if (m_view == CalendarView::Week)
        m_parts.header->setWeek(
            mondayOf(m_shown), today,
            model.period()
                != DayPeriod {mondayOf(m_shown), mondayOf(m_shown).addDays(6), weekDoctor()});
    else
        m_parts.header->setDay(m_shown, today, !model.period().isDay() || m_shown != model.day());
}

void CalendarViews::refreshMonth()
{
    if (m_view != CalendarView::Month)
        return;
    QMap<QDate, MonthDay> days;
    const QDate first = LoadModel::firstShown(m_parts.month->day());
    for (int index = 0; index < LoadModel::daysShown; ++index) {
        const QDate day = first.addDays(index);
        const DayLoad load = m_models.load.on(day);
        const DayFill fill = load.fill();
        days.insert(day,
                    {load, ReceptionTexts::loadFigure(load), ReceptionTexts::load(load),
                     fill == DayFill::Full             ? tr("full")
                         : fill == DayFill::NearlyFull ? tr("nearly full")
                         : fill == DayFill::Closed     ? tr("closed")
                                                       : QString()});
    }
    m_parts.month->setDays(days);
}

void CalendarViews::tick()
{
    m_parts.agenda->setNow(m_models.clock.now());
    m_models.day.refreshFigures();
}

QList<std::pair<DoctorId, QString>> CalendarViews::weekDoctors() const
{
    QList<std::pair<DoctorId, QString>> doctors;
    for (const DoctorDay &day : m_models.day.doctors())
        doctors << std::pair(day.doctor, day.name);
    return doctors;
}

DoctorId CalendarViews::weekDoctor() const
{
    const QList<std::pair<DoctorId, QString>> doctors = weekDoctors();
    for (const auto &[doctor, name] : doctors) {
        if (doctor == m_weekDoctor)
            return doctor;
    }
    return doctors.isEmpty() ? DoctorId() : doctors.constFirst().first;
}

void CalendarViews::chooseWeekDoctor(DoctorId doctor)
{
    m_weekDoctor = doctor;
    m_models.desk.setWeekDoctor(doctor);
    showDay(m_shown);
    m_parts.header->setDoctors(weekDoctors(), weekDoctor());
}

void CalendarViews::stepWeekDoctor(int direction)
{
    const QList<std::pair<DoctorId, QString>> doctors = weekDoctors();
    for (qsizetype index = 0; index < doctors.size(); ++index) {
        if (doctors.at(index).first != weekDoctor())
            continue;
        chooseWeekDoctor(doctors.at((index + direction + doctors.size()) % doctors.size()).first);
        return;
    }
}

void CalendarViews::goToDate()
{
    auto *dialog = new GoToDateDialog(m_models.clock.today(), m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDateDialog::dayChosen, this, &CalendarViews::showDay);
    dialog->open();
}

} // namespace ClinicDesk
