#include "views/calendar/VisitFinder.h"

#include "models/ClinicClock.h"
#include "models/DayModel.h"
#include "views/calendar/CalendarViews.h"

namespace ClinicDesk {

VisitFinder::VisitFinder(CalendarViews &views, DayModel &day, const ClinicClock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_views(views)
    , m_day(day)
    , m_clock(clock)
{
    connect(&views, &CalendarViews::dayShown, this, [this] {
        if (m_wanted)
            goTo(WantedVisit(*m_wanted));
    });
}

void VisitFinder::goTo(const AppointmentRow &row)
{
    goTo({row.appointment.id, row.appointment.patient, row.appointment.start});
}

void VisitFinder::goTo(const WantedVisit &visit)
{
    m_views.comeForward();
    m_wanted = visit;
    if (const AppointmentId here = shown(visit); here.isValid()) {
        m_wanted.reset();
        Q_EMIT found(here);
        return;
    }
    const QDate day = m_clock.dayOf(visit.start);
    if (m_views.view() == CalendarView::Day && m_day.day() == day) {
        m_wanted.reset();
        return;
    }
    const bool isThere = m_day.period() == DayPeriod {day, day, {}};
    m_views.showInDayView(day);
    if (isThere)
        goTo(visit);
}

AppointmentId VisitFinder::shown(const WantedVisit &visit) const
{
    if (m_views.view() == CalendarView::Month)
        return {};
    AppointmentId found;
    for (const AppointmentRow &row : m_day.rows()) {
        const Appointment &here = row.appointment;
        if (visit.id.isValid() ? here.id != visit.id
                               : here.patient != visit.patient || here.start != visit.start)
            continue;
        // One that was cancelled may stand at the same time as the one that holds.
        if (!found.isValid() || holdsSlot(here.status))
            found = here.id;
    }
    return found;
}

} // namespace ClinicDesk
