#include "models/DoctorModels.h"

namespace ClinicDesk {

DoctorModels::DoctorModels(const Session &session, AppointmentService &appointments,
                           LiveUpdates &updates, DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_live(updates)
    , m_session(session)
    , m_clock(session)
    , m_connection(updates, executor, m_clock)
    , m_feed(appointments, updates)
    , m_actions(appointments, m_clock)
    , m_inbox(appointments, m_feed, m_actions, m_clock)
    , m_day(appointments, m_feed, m_actions, m_clock)
    , m_notifications(executor, updates, m_clock)
{
}

OpenVisit *DoctorModels::makeOpenVisit(QObject *owner)
{
    return new OpenVisit(m_appointments, m_live, m_session, owner);
}

void DoctorModels::load()
{
    m_inbox.load();
    m_day.load();
    m_notifications.load();
}

} // namespace ClinicDesk
