#include "models/SlotKeeper.h"

#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

namespace ClinicDesk {

SlotKeeper::SlotKeeper(AppointmentService &appointments, std::chrono::seconds lifetime,
                       QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
{
    m_renewal.setInterval(lifetime / 3); // one renewal may be lost
    connect(&m_renewal, &QTimer::timeout, this, &SlotKeeper::renew);
}

void SlotKeeper::take(const FreeSlot &slot)
{
    m_held = false;
    m_slot = slot;
    renew();
}

void SlotKeeper::renew()
{
    if (!m_slot)
        return;
    m_asking = true;
    m_renewal.start();
    runTask(this, m_appointments.takeHold(m_slot->doctor, m_slot->start, m_slot->end),
            [this, request = ++m_request](const Result<QDateTime> &until) {
                onAnswer(request, until);
            });
}

void SlotKeeper::release()
{
    if (!m_slot)
        return;
    ++m_request;
    m_asking = false;
    m_held = false;
    m_slot.reset();
    m_renewal.stop();
    // If it cannot be told, the hold runs out by itself.
    runTask(this, m_appointments.releaseHold(), [](const Result<bool> &) {});
}

void SlotKeeper::onAnswer(quint64 request, const Result<QDateTime> &until)
{
    if (request != m_request)
        return;
    m_asking = false;
    const FreeSlot slot = *m_slot;
    m_held = until.has_value();
    if (until) {
        Q_EMIT held(slot);
        return;
    }
    if (until.error().kind != ErrorKind::Unreachable) {
        m_slot.reset();
        m_renewal.stop();
    }
    Q_EMIT refused(slot, until.error());
}

} // namespace ClinicDesk
