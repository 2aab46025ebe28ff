#include "models/WalkIn.h"

#include "models/Catalogue.h"
#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

#include <algorithm>

namespace ClinicDesk {

namespace {
constexpr int maximumTimes = 100; ///< those that run now come first: one a doctor
}

WalkIn::WalkIn(AppointmentService &appointments, Catalogue &catalogue, const ClinicClock &clock,
               QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_catalogue(catalogue)
    , m_clock(clock)
{
}

void WalkIn::find(DoctorId doctor, int minutes)
{
    QList<DoctorId> asked;
    for (const Doctor &one : m_catalogue.doctors()) {
        if (one.active && one.verified && one.acceptsAppointments)
            asked << one.id;
    }
    const QDateTime from = m_clock.today().startOfDay(m_clock.zone());
    runTask(this, m_appointments.nextFree(asked, from, 1, minutes, maximumTimes),
            [this, doctor, number = ++m_number](const Result<QList<FreeSlot>> &free) {
                if (number != m_number)
                    return;
                if (free)
                    onAnswer(doctor, *free);
                else
                    Q_EMIT failed(free.error());
            });
}

void WalkIn::onAnswer(DoctorId wanted, const QList<FreeSlot> &free)
{
    const QDateTime now = m_clock.now();
    const FreeSlot *best = nullptr;
    int bestRank = 0;
    for (const FreeSlot &slot : free) {
        if (slot.start > now)
            continue;
        const Doctor *const doctor = m_catalogue.doctor(slot.doctor);
        const int rank = slot.doctor == wanted ? 3 : doctor && !doctor->needsConfirmation ? 2 : 1;
        if (rank > bestRank) {
            best = &slot;
            bestRank = rank;
        }
    }
    if (best)
        Q_EMIT found(*best);
    else
        Q_EMIT nothingFree(free.isEmpty() ? std::nullopt : std::optional(free.constFirst()));
}

} // namespace ClinicDesk
