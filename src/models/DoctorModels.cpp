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
    , m_commands(services.appointments, session)
    , m_inbox(services.appointments, m_feed, m_commands, m_clock)
    , m_day(services.appointments, m_feed, m_commands, m_clock)
    , m_notifications(services, m_clock)
    , m_outcomes(services, m_connection, session)
{
    connect(&m_outcomes, &Outcomes::checking, &m_commands, &AppointmentCommands::setChecking);
    connect(&m_outcomes, &Outcomes::settled, &m_commands,
            [this](const QUuid &, const OperationOutcome &outcome, const QDateTime &startedAt) {
                m_commands.settle(outcome, startedAt);
            });
}

OpenVisit *DoctorModels::makeOpenVisit(QObject *owner)
{
    auto *visit = new OpenVisit(m_services, m_session, owner);
    connect(&m_commands, &AppointmentCommands::done, visit,
            [visit](const DoneCommand &command) { visit->takeOwn(command.appointment); });
    return visit;
}

void DoctorModels::load()
{
    m_inbox.load();
    m_day.load();
    m_notifications.load();
    m_outcomes.settle();
}

} // namespace ClinicDesk
