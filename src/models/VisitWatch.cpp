#include "models/VisitWatch.h"

#include "domain/Session.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

namespace ClinicDesk {

VisitWatch::VisitWatch(Services &services, const Session &session, QObject *parent)
    : QObject(parent)
    , m_appointments(services.appointments)
    , m_person(session.name())
    , m_desk(session.deskName)
{
    connect(&m_appointments, &AppointmentService::appointmentsChanged, this,
            &VisitWatch::onChanged);
    connect(&services.live, &LiveUpdates::appointmentsChanged, this, &VisitWatch::onChanged);
    // A gap that began before the first answer has no hints.
    connect(&services.live, &LiveUpdates::caughtUp, this,
            [this] { onChanged(m_watched.values()); });
}

void VisitWatch::onChanged(const QList<AppointmentId> &ids)
{
    QList<AppointmentId> asked = ids;
    asked.removeIf([this](AppointmentId id) { return !m_watched.contains(id); });
    if (asked.isEmpty())
        return;
    runTask(this, m_appointments.appointments(asked),
            [this, asked](const Result<QList<AppointmentRow>> &rows) {
                if (!rows)
                    return; // after the gap the hints come again
                QSet<AppointmentId> missing(asked.cbegin(), asked.cend());
                for (const AppointmentRow &row : *rows) {
                    missing.remove(row.appointment.id);
                    readHistory(row);
                }
                for (const AppointmentId id : std::as_const(missing)) {
                    if (m_watched.contains(id))
                        Q_EMIT gone(id);
                }
            });
}

void VisitWatch::readHistory(const AppointmentRow &row)
{
    runTask(this, m_appointments.history(row.appointment.id),
            [this, row](const Result<QList<AppointmentEvent>> &events) {
                if (!m_watched.contains(row.appointment.id))
                    return;
                VisitChange change {row, {}, false};
                if (events) {
                    const auto made = std::ranges::find(*events, row.appointment.version,
                                                        &AppointmentEvent::version);
                    if (made != events->cend())
                        change.event = *made;
                }
                change.own = change.event.who == m_person && change.event.desk == m_desk;
                Q_EMIT changed(change);
            });
}

} // namespace ClinicDesk
