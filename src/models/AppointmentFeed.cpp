#include "models/AppointmentFeed.h"

#include "models/TaskRunner.h"
#include "services/Services.h"

#include <utility>

namespace ClinicDesk {

AppointmentFeed::AppointmentFeed(Services &services, QObject *parent)
    : QObject(parent)
    , m_appointments(services.appointments)
{
    connect(&m_appointments, &AppointmentService::appointmentsChanged, this,
            &AppointmentFeed::refresh);
    connect(&services.live, &LiveUpdates::appointmentsChanged, this, &AppointmentFeed::refresh);
    // Also at the first time: what changed between reading and listening was not heard.
    connect(&services.live, &LiveUpdates::stateChanged, this, [this](LiveUpdates::State state) {
        if (state == LiveUpdates::State::Live)
            Q_EMIT gapClosed();
    });
}

void AppointmentFeed::refresh(const QList<AppointmentId> &ids)
{
    for (const AppointmentId id : ids)
        m_wanted.insert(id);
    readNext();
}

void AppointmentFeed::readNext()
{
    if (m_reading || m_wanted.isEmpty())
        return;
    m_reading = true;
    const QSet<AppointmentId> asked = std::exchange(m_wanted, {});
    runTask(this, m_appointments.appointments(asked.values()),
            [this, asked](const Result<QList<AppointmentRow>> &rows) {
                m_reading = false;
                // Without an answer the whole lists are read when the connection is back.
                if (rows) {
                    QSet<AppointmentId> gone = asked;
                    for (const AppointmentRow &row : *rows)
                        gone.remove(row.appointment.id);
                    if (!rows->isEmpty())
                        Q_EMIT rowsRead(*rows);
                    if (!gone.isEmpty())
                        Q_EMIT rowsGone(gone.values());
                }
                readNext();
            });
}

} // namespace ClinicDesk
