#include "models/DoctorModels.h"

#include "services/Services.h"

namespace ClinicDesk {

DoctorModels::DoctorModels(Services &services, const Session &session, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_session(session)
    , m_clock(session)
    , m_connection(services, m_clock)
    , m_feed(services)
    , m_actions(services.appointments, m_clock)
    , m_inbox(services.appointments, m_feed, m_actions, m_clock)
    , m_day(services.appointments, m_feed, m_actions, m_clock)
    , m_notifications(services, m_clock)
{
}

OpenVisit *DoctorModels::makeOpenVisit(QObject *owner)
{
    return new OpenVisit(m_services, m_session, owner);
}

void DoctorModels::load()
{
    m_inbox.load();
    m_day.load();
    m_notifications.load();
}

} // namespace ClinicDesk
