#include "views/reception/ReceptionWindow.h"

#include "models/ReceptionModels.h"
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
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int rowZoomStep = 10;

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace

void ReceptionWindow::connectViews()
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_viewActions->day, [this] { setView(CalendarView::Day); });
    on(m_viewActions->week, [this] { setView(CalendarView::Week); });
    on(m_viewActions->month, [this] { setView(CalendarView::Month); });
    on(m_viewActions->goToDate, &ReceptionWindow::goToDate);
    on(m_viewActions->print, &ReceptionWindow::printDayList);
    on(m_viewActions->tallerRows,
       [this] { m_agenda->setRowZoom(m_agenda->rowZoom() + rowZoomStep); });
    on(m_viewActions->shorterRows,
       [this] { m_agenda->setRowZoom(m_agenda->rowZoom() - rowZoomStep); });
    on(m_viewActions->previousDoctor, [this] { stepWeekDoctor(-1); });
    on(m_viewActions->nextDoctor, [this] { stepWeekDoctor(1); });
    connect(m_header, &DayHeader::doctorChosen, this, &ReceptionWindow::chooseWeekDoctor);
    connect(m_actions->showCancelled, &QAction::toggled, this, [this](bool shown) {
        m_agenda->setCancelledShown(shown);
        m_models.deskView().setCancelledShown(shown);
    });
    connect(m_agenda, &AgendaView::rowZoomChanged, this,
            [this](int percent) { m_models.deskView().setRowZoom(percent); });
    connect(m_agenda, &AgendaView::cursorChanged, this, [this](const AgendaCursor &cursor) {
        if (m_view != CalendarView::Week || !cursor.isValid() || m_models.day().period().isDay())
            return;
        m_shown = m_models.clock().dayOf(cursor.start);
        m_models.day().lookAt(m_shown);
        m_sidebar->month().setSelectedDay(m_shown);
    });
    connect(m_month, &MonthGrid::dayChanged, this, &ReceptionWindow::showDay);
    connect(m_month, &MonthGrid::dayActivated, this, [this] { setView(CalendarView::Day); });
    connect(&m_models.load(), &LoadModel::changed, this, &ReceptionWindow::refreshMonth);
    connect(&m_models.day(), &DayModel::figuresChanged, this, [this] {
        if (m_view == CalendarView::Week)
            refreshColumns();
    });
}

void ReceptionWindow::restoreViews()
{
    const DeskView &desk = m_models.deskView();
    m_actions->showCancelled->setChecked(desk.cancelledShown());
    m_agenda->setRowZoom(desk.rowZoom());
    m_weekDoctor = desk.weekDoctor();
    m_shown = m_models.day().wantedDay();
    const CalendarView view = ViewActions::viewOf(desk.calendar());
    if (view != CalendarView::Day)
        setView(view);
}

QWidget *ReceptionWindow::calendar() const
{
    return m_view == CalendarView::Month ? static_cast<QWidget *>(m_month) : m_agenda;
}

void ReceptionWindow::setView(CalendarView view)
{
    // The week's list of doctors goes with the week.
    const QWidget *const now = QApplication::focusWidget();
    const bool hadFocus = !now || now == calendar() || m_header->isAncestorOf(now);
    // The week of the doctor one was looking at.
    if (view == CalendarView::Week && m_view == CalendarView::Day
        && m_agenda->cursor().doctor.isValid())
        m_weekDoctor = m_agenda->cursor().doctor;
    m_models.deskView().setWeekDoctor(m_weekDoctor);
    m_keptVisit = m_view == CalendarView::Month ? AppointmentId() : m_agenda->cursor().visit;
    m_view = view;
    m_models.deskView().setCalendar(ViewActions::keyOf(view));
    for (const auto &[action, meant] : {std::pair(m_viewActions->day, CalendarView::Day),
                                        std::pair(m_viewActions->week, CalendarView::Week),
                                        std::pair(m_viewActions->month, CalendarView::Month)})
        action->setChecked(meant == view);
    m_agenda->setVisible(view != CalendarView::Month);
    m_month->setVisible(view == CalendarView::Month);
    m_viewActions->print->setEnabled(view != CalendarView::Month);
    for (QAction *action : {m_viewActions->previousDoctor, m_viewActions->nextDoctor})
        action->setEnabled(view == CalendarView::Week);
    m_actions->previousDay->setText(view == CalendarView::Day        ? tr("&Previous day")
                                        : view == CalendarView::Week ? tr("&Previous week")
                                                                     : tr("&Previous month"));
    m_actions->nextDay->setText(view == CalendarView::Day        ? tr("&Next day")
                                    : view == CalendarView::Week ? tr("&Next week")
                                                                 : tr("&Next month"));
    if (m_shown.isValid())
        showDay(m_shown);
    refreshActions();
    if (hadFocus)
        calendar()->setFocus(Qt::OtherFocusReason);
}

void ReceptionWindow::leaveMonth()
{
    if (m_view == CalendarView::Month)
        setView(CalendarView::Day);
}

void ReceptionWindow::showDay(QDate day)
{
    closeRecord();
    m_shown = day;
    switch (m_view) {
    case CalendarView::Day:
        m_models.day().showDay(day);
        break;
    case CalendarView::Week:
        if (weekDoctor().isValid())
            m_models.day().showWeek(day, weekDoctor());
        else
            m_models.day().showDay(day); // its doctors arrive with it, and then the week
        break;
    case CalendarView::Month:
        m_month->setDay(day);
        m_models.load().watch(LoadModel::Viewer::Month, day);
        refreshMonth();
        break;
    }
    m_sidebar->month().setSelectedDay(day);
    refreshHeader();
}

void ReceptionWindow::step(int direction)
{
    const QDate from = m_shown.isValid() ? m_shown : m_models.clock().today();
    showDay(m_view == CalendarView::Day        ? from.addDays(direction)
                : m_view == CalendarView::Week ? from.addDays(7 * direction)
                                               : from.addMonths(direction));
}

void ReceptionWindow::onDayShown()
{
    const QDate day = m_models.day().day();
    const DayPeriod period = m_models.day().period();
    const bool first = !m_shown.isValid();
    if (first || m_view == CalendarView::Day)
        m_shown = day;
    if (first && day.isValid() && m_view == CalendarView::Month)
        showDay(day);
    refreshHeader();
    if (!day.isValid())
        return;
    const bool isWeek = m_view == CalendarView::Week && !period.isDay();
    const AgendaCursor cursor = m_agenda->cursor();
    m_agenda->setNow(m_models.clock().now());
    m_agenda->setDay(period.first, m_models.clock().zone());
    refreshColumns();
    m_agenda->setHolds(m_models.day().holds());
    if (isWeek && cursor.isValid()) {
        const QTimeZone zone = m_models.clock().zone();
        m_agenda->setCursor(period.only,
                            QDateTime(day, cursor.start.toTimeZone(zone).time(), zone));
    }
    if (m_keptVisit.isValid())
        m_agenda->selectVisit(std::exchange(m_keptVisit, {}));
    if (m_wantedPatient.isValid())
        goToVisit(m_wantedPatient, m_wantedStart);
}

void ReceptionWindow::refreshColumns()
{
    // The doctors came with the first day: now it is known whose week is wanted.
    if (m_view == CalendarView::Week && m_models.day().wantedPeriod().isDay()
        && m_models.day().day().isValid() && weekDoctor().isValid()) {
        m_models.day().showWeek(m_models.day().day(), weekDoctor());
        return;
    }
    QList<AgendaColumn> columns;
    if (m_models.day().period().isDay()) {
        for (const DoctorDay &day : m_models.day().doctors()) {
            if (m_sidebar->isShown(day.doctor))
                columns << AgendaColumn {day.doctor, day.name, ReceptionTexts::columnNote(day),
                                         day.open, day.isOff()};
        }
    } else {
        QDate date = m_models.day().period().first;
        for (const DoctorDay &day : m_models.day().weekDays()) {
            const QString note = ReceptionTexts::columnNote(day);
            columns << AgendaColumn {
                day.doctor,
                Format::shortDay(date),
                date == m_models.clock().today() ? tr("today, %1", "free times").arg(note) : note,
                day.open,
                day.isOff(),
                date};
            date = date.addDays(1);
        }
    }
    if (columns != m_agenda->scene().columns())
        m_agenda->setColumns(columns);
    if (m_view == CalendarView::Week)
        m_header->setDoctors(weekDoctors(), weekDoctor());
    refreshActions();
}

void ReceptionWindow::refreshHeader()
{
    const QDate today = m_models.clock().today();
    m_sidebar->month().setToday(today);
    m_month->setToday(today);
    if (m_view != CalendarView::Week)
        m_header->setDoctors({}, {});
    if (!m_shown.isValid())
        return;
    m_sidebar->month().setSelectedDay(m_shown);
    const DayModel &model = m_models.day();
    if (m_view == CalendarView::Month)
        m_header->setMonth(m_shown, today);
    else if (m_view == CalendarView::Week)
        m_header->setWeek(
            mondayOf(m_shown), today,
            model.period()
                != DayPeriod {mondayOf(m_shown), mondayOf(m_shown).addDays(6), weekDoctor()});
    else
        m_header->setDay(m_shown, today, !model.period().isDay() || m_shown != model.day());
}

void ReceptionWindow::refreshMonth()
{
    if (m_view != CalendarView::Month)
        return;
    QMap<QDate, MonthDay> days;
    const QDate first = LoadModel::firstShown(m_month->day());
    for (int index = 0; index < LoadModel::daysShown; ++index) {
        const QDate day = first.addDays(index);
        const DayLoad load = m_models.load().on(day);
        const DayFill fill = load.fill();
        days.insert(day,
                    {load, ReceptionTexts::loadFigure(load), ReceptionTexts::load(load),
                     fill == DayFill::Full             ? tr("full")
                         : fill == DayFill::NearlyFull ? tr("nearly full")
                         : fill == DayFill::Closed     ? tr("closed")
                                                       : QString()});
    }
    m_month->setDays(days);
}

QList<std::pair<DoctorId, QString>> ReceptionWindow::weekDoctors() const
{
    QList<std::pair<DoctorId, QString>> doctors;
    for (const DoctorDay &day : m_models.day().doctors())
        doctors << std::pair(day.doctor, day.name);
    return doctors;
}

DoctorId ReceptionWindow::weekDoctor() const
{
    const QList<std::pair<DoctorId, QString>> doctors = weekDoctors();
    for (const auto &[doctor, name] : doctors) {
        if (doctor == m_weekDoctor)
            return doctor;
    }
    return doctors.isEmpty() ? DoctorId() : doctors.constFirst().first;
}

void ReceptionWindow::chooseWeekDoctor(DoctorId doctor)
{
    m_weekDoctor = doctor;
    m_models.deskView().setWeekDoctor(doctor);
    showDay(m_shown);
    m_header->setDoctors(weekDoctors(), weekDoctor());
}

void ReceptionWindow::stepWeekDoctor(int direction)
{
    const QList<std::pair<DoctorId, QString>> doctors = weekDoctors();
    for (qsizetype index = 0; index < doctors.size(); ++index) {
        if (doctors.at(index).first != weekDoctor())
            continue;
        chooseWeekDoctor(doctors.at((index + direction + doctors.size()) % doctors.size()).first);
        return;
    }
}

void ReceptionWindow::goToDate()
{
    auto *dialog = new GoToDateDialog(m_models.clock().today(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDateDialog::dayChosen, this, &ReceptionWindow::showDay);
    dialog->open();
}

} // namespace ClinicDesk
