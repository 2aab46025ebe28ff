#include "database/NotificationListener.h"

#include "database/ClinicBootstrap.h"
#include "database/Connection.h"
#include "database/NativeHandle.h"
#include "database/SqlError.h"

#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(listenerLog, "clinicdesk.listener")

constexpr std::chrono::milliseconds retryAfter = 1s;
// Together less than the 3 s in which a loss is to be shown.
constexpr std::chrono::milliseconds heartbeatEvery = 1s;
constexpr std::chrono::milliseconds answerWithin = 1800ms;

} // namespace

/// Reads the socket itself: Qt's driver tells of notifications, but not that the server went away.
/// It never waits for an answer either: where packets vanish there is none for minutes.
class NotificationListener::Worker final : public QObject
{
public:
    Worker(NotificationListener &owner, int generation, QStringList channels,
           ConnectionSettings settings)
        : m_owner(owner)
        , m_generation(generation)
        , m_channels(std::move(channels))
        , m_settings(std::move(settings))
        , m_retry(this)
        , m_heartbeat(this)
        , m_silence(this)
    {
        m_retry.setSingleShot(true);
        m_heartbeat.setInterval(heartbeatEvery);
        m_silence.setSingleShot(true);
        m_silence.setInterval(answerWithin);
        connect(&m_retry, &QTimer::timeout, this, &Worker::open);
        connect(&m_heartbeat, &QTimer::timeout, this, &Worker::beat);
        connect(&m_silence, &QTimer::timeout, this, &Worker::lose);
    }

    void open();

private:
    void beat();
    void read();
    void lose();
    void say(std::function<void()> emission);

    NotificationListener &m_owner;
    const int m_generation;
    const QStringList m_channels;
    const ConnectionSettings m_settings;
    QTimer m_retry;
    QTimer m_heartbeat;
    QTimer m_silence; ///< runs while a heartbeat is not answered
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_lostSaid = false;
};

void NotificationListener::Worker::open()
{
    if (m_connection)
        return;
    m_retry.stop();
    try {
        m_connection = std::make_unique<Connection>(m_settings);
        m_connection->open();
        for (const QString &channel : m_channels)
            m_connection->runScript(u"LISTEN "_s + ClinicBootstrap::quotedName(channel));
    } catch (const SqlError &error) {
        qCInfo(listenerLog).noquote() << "cannot listen:" << error.sqlState << error.message;
        lose();
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(PQsocket(nativeHandle(*m_connection)),
                                                   QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Worker::read);
    m_heartbeat.start();
    m_lostSaid = false;
    say([owner = &m_owner] { Q_EMIT owner->listening(); });
    read();
}

void NotificationListener::Worker::read()
{
    PGconn *handle = nativeHandle(*m_connection);
    if (!handle || PQconsumeInput(handle) == 0 || PQstatus(handle) != CONNECTION_OK) {
        lose();
        return;
    }
    while (PQisBusy(handle) == 0) {
        PGresult *const answer = PQgetResult(handle);
        if (!answer)
            break;
        m_silence.stop();
        PQclear(answer);
    }
    while (PGnotify *notification = PQnotifies(handle)) {
        const QString channel = QString::fromUtf8(notification->relname);
        const QString payload = QString::fromUtf8(notification->extra);
        PQfreemem(notification);
        say([owner = &m_owner, channel, payload] { Q_EMIT owner->notified(channel, payload); });
    }
}

void NotificationListener::Worker::beat()
{
    if (m_silence.isActive())
        return;
    PGconn *handle = nativeHandle(*m_connection);
    if (!handle || PQsendQuery(handle, "SELECT 1") == 0) {
        lose();
        return;
    }
    m_silence.start();
}

void NotificationListener::Worker::lose()
{
    m_notifier.reset();
    m_heartbeat.stop();
    m_silence.stop();
    m_connection.reset();
    m_retry.start(retryAfter);
    if (m_lostSaid)
        return;
    m_lostSaid = true;
    say([owner = &m_owner] { Q_EMIT owner->lost(); });
}

/// Hands over to the owner's thread, which outlives this worker.
void NotificationListener::Worker::say(std::function<void()> emission)
{
    QMetaObject::invokeMethod(
        &m_owner,
        [owner = &m_owner, generation = m_generation, emission = std::move(emission)] {
            owner->forward(generation, emission);
        },
        Qt::QueuedConnection);
}

NotificationListener::NotificationListener(QStringList channels, QObject *parent)
    : QObject(parent)
    , m_channels(std::move(channels))
{
}

NotificationListener::~NotificationListener()
{
    stop();
}

void NotificationListener::start(const ConnectionSettings &settings)
{
    stop();
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(u"listener"_s);
    m_worker = new Worker(*this, m_generation, m_channels, settings);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, m_worker, &Worker::open);
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

void NotificationListener::stop()
{
    ++m_generation;
    if (!m_thread)
        return;
    m_thread->quit();
    m_thread->wait();
    m_thread.reset();
    m_worker = nullptr;
}

void NotificationListener::forward(int generation, const std::function<void()> &emission)
{
    if (generation == m_generation)
        emission();
}

void NotificationListener::reconnectNow()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &Worker::open, Qt::QueuedConnection);
}

} // namespace ClinicDesk
