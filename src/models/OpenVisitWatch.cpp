#include "models/OpenVisitWatch.h"

#include "models/TaskRunner.h"
#include "services/live/LiveUpdates.h"

namespace ClinicDesk {

OpenVisitWatch::OpenVisitWatch(AppointmentService &appointments, LiveUpdates &live, const Session &session,
                       QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_who(session.staff.displayName)
    , m_desk(session.deskName)
{
    connect(&live, &LiveUpdates::appointmentsChanged, this, &OpenVisitWatch::onChanged);
    connect(&live, &LiveUpdates::caughtUp, this, &OpenVisitWatch::read);
}

void OpenVisitWatch::watch(const AppointmentRow &row)
{
    if (row.appointment.id == m_visit)
        return;
    stop();
    m_visit = row.appointment.id;
    m_seen = row.appointment.version;
    m_row = row;
}

void OpenVisitWatch::stop()
{
    ++m_reading;
    m_visit = {};
    m_row.reset();
    if (std::exchange(m_change, std::nullopt))
        Q_EMIT changed();
}

void OpenVisitWatch::accept()
{
    if (m_row)
        m_seen = m_row->appointment.version;
    if (std::exchange(m_change, std::nullopt))
        Q_EMIT changed();
}

void OpenVisitWatch::onChanged(const QList<AppointmentId> &ids)
{
    if (ids.contains(m_visit))
        read();
}

void OpenVisitWatch::read()
{
    if (!m_visit.isValid())
        return;
    runTask(this, m_appointments.history(m_visit),
            [this, reading = ++m_reading](const Result<QList<AppointmentEvent>> &events) {
                if (reading == m_reading && events)
                    take(events->constLast());
            });
}

void OpenVisitWatch::take(const AppointmentEvent &last)
{
    if (last.version <= m_seen)
        return;
    if (last.who == m_who && last.desk == m_desk) {
        m_seen = last.version;
        return;
    }
    runTask(this, m_appointments.appointment(m_visit),
            [this, reading = m_reading, last](const Result<AppointmentRow> &row) {
                if (reading != m_reading || !row)
                    return;
                m_row = *row;
                m_change = last;
                Q_EMIT changed();
            });
}

} // namespace ClinicDesk
