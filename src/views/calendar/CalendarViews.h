#pragma once

#include "views/reception/ViewActions.h"

#include "domain/Id.h"

#include <QDate>
#include <QObject>
#include <QTimer>

namespace ClinicDesk {

class AgendaView;
class ClinicClock;
class DayHeader;
class DayModel;
class DeskView;
class LoadModel;
class MonthGrid;
class ReceptionActions;
class ReceptionSidebar;

/// What of the calendar is looked at: a day of all doctors, a week of one, or a month; and the
/// commands that change it. Grid, month, header and mini-month show what it says. GUI thread.
class CalendarViews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarViews)
public:
    struct Models
    {
        DayModel &day;
        LoadModel &load;
        DeskView &desk;
        const ClinicClock &clock;
    };
    struct Parts
    {
        AgendaView *agenda;
        MonthGrid *month;
        DayHeader *header;
        ReceptionSidebar *sidebar;
    };

    CalendarViews(const Models &models, const ReceptionActions &actions, const ViewActions &views,
                  const Parts &parts, QWidget *host);

    /// As this computer left it; the first day is shown once it has been read.
    void restore();
    [[nodiscard]] CalendarView view() const { return m_view; }
    /// The pane in the middle that has the keys: grid or month.
    [[nodiscard]] QWidget *pane() const;
    /// Whatever lies over the calendar is asked to give way.
    void comeForward() { Q_EMIT calendarWanted(); }
    void setView(CalendarView view);
    /// Where something is to be done in a day: from the month to its chosen day.
    void leaveMonth();
    void showDay(QDate day);
    /// The day with all doctors, whatever is looked at now.
    void showInDayView(QDate day);
    void step(int direction);

Q_SIGNALS:
    void calendarWanted();
    /// The grid has the columns of the day or week that was asked for.
    void dayShown();
    /// Another view, other columns: what can be done here may differ.
    void changed();

private:
    void connectActions(const ReceptionActions &actions);
    void connectParts();
    void connectModels();
    void nameSteps();
    void onDayShown();
    void onCursor();
    void refreshColumns();
    void showDayColumns();
    void showWeekColumns();
    void refreshHeader();
    void refreshMonth();
    void tick();
    void chooseWeekDoctor(DoctorId doctor);
    void stepWeekDoctor(int direction);
    void goToDate();
    [[nodiscard]] QList<std::pair<DoctorId, QString>> weekDoctors() const;
    [[nodiscard]] DoctorId weekDoctor() const;

    Models m_models;
    const ReceptionActions &m_actions;
    const ViewActions &m_viewActions;
    Parts m_parts;
    QWidget *m_host;
    QTimer m_tick;
    CalendarView m_view = CalendarView::Day;
    QDate m_shown; ///< the day meant: shown, within the week, or chosen in the month
    DoctorId m_weekDoctor;
    AppointmentId m_keptVisit; ///< selected again after a change of view
};

} // namespace ClinicDesk
