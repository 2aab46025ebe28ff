#include "models/VisitOverride.h"

#include "models/TaskRunner.h"
#include "services/Services.h"

namespace ClinicDesk {

namespace {

std::optional<AppointmentEvent> overridingIn(const QList<AppointmentEvent> &events)
{
    const AppointmentEvent &last = events.constLast();
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (!event->overrideRule.isEmpty() && event->newStart == last.newStart
            && event->newDoctor == last.newDoctor)
            return *event;
    }
    return std::nullopt;
}

} // namespace

VisitOverride::VisitOverride(Services &services, QObject *parent)
    : QObject(parent)
    , m_appointments(services.appointments)
{
    connect(&m_appointments, &AppointmentService::appointmentsChanged, this,
            &VisitOverride::onChanged);
    connect(&services.live, &LiveUpdates::appointmentsChanged, this, &VisitOverride::onChanged);
    connect(&services.live, &LiveUpdates::caughtUp, this, &VisitOverride::read);
}

void VisitOverride::show(AppointmentId id)
{
    if (id == m_visit)
        return;
    m_visit = id;
    m_event.reset();
    Q_EMIT changed();
    read();
}

void VisitOverride::onChanged(const QList<AppointmentId> &ids)
{
    if (ids.contains(m_visit))
        read();
}

void VisitOverride::read()
{
    if (!m_visit.isValid())
        return;
    runTask(this, m_appointments.history(m_visit),
            [this, asked = m_visit](const Result<QList<AppointmentEvent>> &events) {
                if (asked != m_visit || !events || events->isEmpty())
                    return;
                const std::optional<AppointmentEvent> now = overridingIn(*events);
                if (now == m_event)
                    return;
                m_event = now;
                Q_EMIT changed();
            });
}

} // namespace ClinicDesk
