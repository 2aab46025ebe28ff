#include "models/LoadModel.h"

#include "models/TaskRunner.h"
#include "services/Services.h"

using namespace std::chrono_literals;

namespace ClinicDesk {

LoadModel::LoadModel(Services &services, QObject *parent)
    : QObject(parent)
    , m_schedules(services.schedules)
{
    m_throttle.setSingleShot(true);
    m_throttle.setInterval(4s);
    connect(&m_throttle, &QTimer::timeout, this, &LoadModel::readWatched);
    connect(&services.appointments, &AppointmentService::appointmentsChanged, this,
            &LoadModel::forget);
    connect(&services.live, &LiveUpdates::appointmentsChanged, this, &LoadModel::forget);
    connect(&m_schedules, &ScheduleService::schedulesChanged, this, &LoadModel::forget);
    connect(&services.live, &LiveUpdates::schedulesChanged, this, &LoadModel::forget);
    connect(&services.live, &LiveUpdates::caughtUp, this, &LoadModel::forget);
}

QDate LoadModel::firstShown(QDate month)
{
    const QDate first(month.year(), month.month(), 1);
    return first.addDays(1 - first.dayOfWeek());
}

void LoadModel::watch(Viewer viewer, QDate month)
{
    m_watched.insert(viewer, QDate(month.year(), month.month(), 1));
    readWatched();
}

void LoadModel::setHidden(const QSet<DoctorId> &doctors)
{
    if (doctors == m_hidden)
        return;
    m_hidden = doctors;
    Q_EMIT changed();
}

DayLoad LoadModel::on(QDate day) const
{
    const auto found = m_days.constFind(day);
    if (found == m_days.constEnd())
        return {};
    QList<DoctorLoad> shown = *found;
    shown.removeIf([this](const DoctorLoad &load) { return m_hidden.contains(load.doctor); });
    return sumOf(shown);
}

void LoadModel::forget()
{
    m_fresh.clear();
    if (!m_throttle.isActive()) {
        readWatched();
        m_throttle.start();
    }
}

void LoadModel::readWatched()
{
    for (const QDate month : std::as_const(m_watched)) {
        if (!m_fresh.contains(month) && !m_reading.contains(month))
            read(month);
    }
}

void LoadModel::read(QDate month)
{
    m_fresh.insert(month);
    m_reading.insert(month);
    const QDate from = firstShown(month);
    runTask(this, m_schedules.load(from, from.addDays(daysShown - 1)),
            [this, month, from](const Result<QList<DoctorLoad>> &loads) {
                m_reading.remove(month);
                if (!loads) {
                    m_fresh.remove(month); // asked again with the next change or the connection
                    return;
                }
                for (int day = 0; day < daysShown; ++day)
                    m_days.insert(from.addDays(day), {});
                for (const DoctorLoad &load : *loads)
                    m_days[load.day] << load;
                Q_EMIT changed();
                // What changed while it was read.
                if (!m_fresh.contains(month) && !m_throttle.isActive())
                    m_throttle.start();
            });
}

} // namespace ClinicDesk
