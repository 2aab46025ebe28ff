#include "services/live/LiveUpdates.h"

#include "services/appointments/AppointmentService.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr std::chrono::seconds retryAfter {1};

/// The ids of "id/doctor/day id/doctor/day", of which only they are taken.
template<typename T> QList<T> idsIn(const QString &payload)
{
    QList<T> ids;
    const QStringList items = payload.split(u' ', Qt::SkipEmptyParts);
    for (const QString &item : items) {
        if (const qint64 id = item.section(u'/', 0, 0).toLongLong(); id > 0)
            ids.append(T {id});
    }
    return ids;
}

} // namespace

LiveUpdates::LiveUpdates(AppointmentService &appointments, QObject *parent)
    : QObject(parent)
{
    watch(topicWithHistory<ChangedAppointments>(
        u"appointment"_s,
        [this](const QString &payload) {
            if (const auto ids = idsIn<AppointmentId>(payload); !ids.isEmpty())
                Q_EMIT appointmentsChanged(ids);
        },
        [&appointments](const ChangeCursor &cursor) { return appointments.changesSince(cursor); },
        [this](const ChangedAppointments &changed) {
            if (!changed.appointments.isEmpty())
                Q_EMIT appointmentsChanged(changed.appointments);
        }));
    watch({.channel = u"hold"_s, .told = [this](const QString &) { Q_EMIT holdsChanged(); }});
    watch(
        {.channel = u"schedule"_s, .told = [this](const QString &) { Q_EMIT schedulesChanged(); }});
    watch({.channel = u"patient"_s, .told = [this](const QString &payload) {
               if (const auto ids = idsIn<PatientId>(payload); !ids.isEmpty())
                   Q_EMIT patientsChanged(ids);
           }});
    connect(&m_listener, &NotificationListener::notified, this, &LiveUpdates::onNotified);
    connect(&m_listener, &NotificationListener::listening, this, [this] { catchUp(); });
    connect(&m_listener, &NotificationListener::lost, this, [this] { setState(State::Lost); });
}

void LiveUpdates::watch(LiveTopic topic)
{
    m_topics.push_back(std::move(topic));
}

void LiveUpdates::start(const ConnectionSettings &settings)
{
    forgetCursors();
    m_resumed = false;
    listen(settings);
}

void LiveUpdates::stop()
{
    pause();
    forgetCursors();
}

void LiveUpdates::pause()
{
    ++m_generation;
    m_listener.stop();
    setState(State::Off);
}

void LiveUpdates::resume(const ConnectionSettings &settings)
{
    m_resumed = true;
    listen(settings);
}

void LiveUpdates::reconnectNow()
{
    m_listener.reconnectNow();
}

void LiveUpdates::listen(const ConnectionSettings &settings)
{
    ++m_generation;
    QStringList channels;
    for (const LiveTopic &topic : m_topics)
        channels.append(topic.channel);
    channels.removeDuplicates();
    m_listener.setChannels(channels);
    m_listener.start(settings);
}

void LiveUpdates::forgetCursors()
{
    m_hasRead = false;
    for (const LiveTopic &topic : m_topics) {
        if (topic.forget)
            topic.forget();
    }
}

void LiveUpdates::onNotified(const QString &channel, const QString &payload)
{
    // By index: whoever is told may add a topic.
    for (size_t i = 0; i < m_topics.size(); ++i) {
        if (m_topics[i].channel == channel)
            m_topics[i].told(payload);
    }
}

QCoro::Task<void> LiveUpdates::catchUp()
{
    const QPointer<LiveUpdates> self(this);
    const int generation = m_generation;
    std::vector<LiveTopic::Missed> missed;
    for (size_t i = 0; i < m_topics.size(); ++i) {
        if (!m_topics[i].catchUp)
            continue;
        Result<LiveTopic::Missed> read = co_await m_topics[i].catchUp();
        if (!self || generation != m_generation)
            co_return;
        if (!read) {
            retryLater();
            co_return;
        }
        missed.push_back(std::move(*read));
    }
    tellMissed(missed);
}

/// Not live before nothing is missed: asks again, every topic from where it stands.
void LiveUpdates::retryLater()
{
    setState(State::Lost);
    QTimer::singleShot(retryAfter, this, [this, generation = m_generation] {
        if (generation == m_generation)
            catchUp();
    });
}

void LiveUpdates::tellMissed(const std::vector<LiveTopic::Missed> &missed)
{
    const bool gap = m_resumed || m_hasRead;
    m_hasRead = true;
    for (const LiveTopic::Missed &one : missed)
        one.keep();
    setState(State::Live);
    if (!gap)
        return;
    for (const LiveTopic::Missed &one : missed)
        one.tell();
    Q_EMIT caughtUp();
}

void LiveUpdates::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace ClinicDesk
