#include "services/live/LiveUpdates.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr std::chrono::seconds retryAfter {1};
}

LiveUpdates::LiveUpdates(AppointmentService &appointments, QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_listener({u"appointment"_s, u"hold"_s, u"schedule"_s, u"patient"_s})
{
    connect(&m_listener, &NotificationListener::notified, this, &LiveUpdates::onNotified);
    connect(&m_listener, &NotificationListener::listening, this, &LiveUpdates::onListening);
    connect(&m_listener, &NotificationListener::lost, this, [this] { setState(State::Lost); });
}

void LiveUpdates::start(const ConnectionSettings &settings)
{
    ++m_generation;
    m_cursor = {};
    m_resumed = false;
    m_listener.start(settings);
}

void LiveUpdates::stop()
{
    pause();
    m_cursor = {};
}

void LiveUpdates::pause()
{
    ++m_generation;
    m_listener.stop();
    setState(State::Off);
}

void LiveUpdates::resume(const ConnectionSettings &settings)
{
    ++m_generation;
    m_resumed = true;
    m_listener.start(settings);
}

void LiveUpdates::reconnectNow()
{
    m_listener.reconnectNow();
}

void LiveUpdates::onNotified(const QString &channel, const QString &payload)
{
    if (channel == "hold"_L1) {
        Q_EMIT holdsChanged();
    } else if (channel == "schedule"_L1) {
        Q_EMIT schedulesChanged();
    } else if (channel == "patient"_L1) {
        if (const qint64 id = payload.toLongLong(); id > 0)
            Q_EMIT patientsChanged({PatientId {id}});
    } else if (channel == "appointment"_L1) {
        // "id/doctor/day id/doctor/day": only the id is taken, and only as a hint.
        QList<AppointmentId> ids;
        const QStringList items = payload.split(u' ', Qt::SkipEmptyParts);
        for (const QString &item : items) {
            if (const qint64 id = item.section(u'/', 0, 0).toLongLong(); id > 0)
                ids.append(AppointmentId {id});
        }
        if (!ids.isEmpty())
            Q_EMIT appointmentsChanged(ids);
    }
}

void LiveUpdates::onListening()
{
    catchUp();
}

QCoro::Task<void> LiveUpdates::catchUp()
{
    const QPointer<LiveUpdates> self(this);
    const int generation = m_generation;
    const bool gap = m_resumed || !m_cursor.transaction.isEmpty();
    const Result<ChangedAppointments> changed = co_await m_appointments.changesSince(m_cursor);
    if (!self || generation != m_generation)
        co_return;
    if (!changed) {
        // Not live before nothing is missed: ask again from the same place.
        setState(State::Lost);
        QTimer::singleShot(retryAfter, this, [this, generation] {
            if (generation == m_generation)
                onListening();
        });
        co_return;
    }
    m_cursor = changed->next;
    setState(State::Live);
    if (gap) {
        if (!changed->appointments.isEmpty())
            Q_EMIT appointmentsChanged(changed->appointments);
        Q_EMIT caughtUp();
    }
}

void LiveUpdates::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace ClinicDesk
