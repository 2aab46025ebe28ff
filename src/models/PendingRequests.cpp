#include "models/PendingRequests.h"

#include "models/TaskRunner.h"
#include "services/Services.h"

using namespace std::chrono_literals;

namespace ClinicDesk {

PendingRequests::PendingRequests(Services &services, QObject *parent)
    : QObject(parent)
    , m_appointments(services.appointments)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(250ms);
    connect(&m_soon, &QTimer::timeout, this, &PendingRequests::read);
    const auto soon = [this] {
        if (m_loaded && !m_soon.isActive())
            m_soon.start();
    };
    connect(&m_appointments, &AppointmentService::appointmentsChanged, this, soon);
    connect(&services.live, &LiveUpdates::appointmentsChanged, this, soon);
    connect(&services.live, &LiveUpdates::caughtUp, this, soon);
}

void PendingRequests::load()
{
    m_loaded = true;
    read();
}

void PendingRequests::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    runTask(this, m_appointments.pending(), [this](const Result<QList<AppointmentRow>> &rows) {
        m_reading = false;
        if (rows && *rows != m_rows) {
            m_rows = *rows;
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            read();
    });
}

} // namespace ClinicDesk
