#include "database/DatabaseWorker.h"

#include "database/Logging.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {
namespace {

constexpr auto heartbeatPeriod = 10s;
constexpr auto retryAfter = 1s;

void ping(Connection &connection)
{
    connection.runScript(u"SELECT 1"_s);
}

Error unreachable()
{
    Error error;
    error.kind = ErrorKind::Unreachable;
    return error;
}

} // namespace

DatabaseWorker::DatabaseWorker(TransactionStatistics &statistics)
    : m_statistics(statistics)
{
    m_heartbeat.setInterval(heartbeatPeriod);
    m_reconnect.setSingleShot(true);
    connect(&m_heartbeat, &QTimer::timeout, this, &DatabaseWorker::beat);
    connect(&m_reconnect, &QTimer::timeout, this, &DatabaseWorker::reconnect);
}

DatabaseWorker::~DatabaseWorker() = default;

Result<bool> DatabaseWorker::open(const ConnectionSettings &settings)
{
    close();
    auto connection = std::make_unique<Connection>(settings);
    try {
        connection->open();
        ping(*connection);
    } catch (const SqlError &error) {
        return unexpected(classify(error));
    }
    m_connection = std::move(connection);
    m_manager = std::make_unique<TransactionManager>(*m_connection, m_statistics);
    m_manager->setOutcomeListener(
        [this](const QUuid &operation, TransactionManager::Outcome outcome) {
            tellOutcome(operation, outcome);
        });
    m_timesOpened = m_connection->timesOpened();
    m_state = State::Open;
    m_heartbeat.start();
    if (std::exchange(m_lostUntold, false))
        Q_EMIT connectionRestored();
    return true;
}

void DatabaseWorker::close()
{
    m_heartbeat.stop();
    m_reconnect.stop();
    m_manager.reset();
    m_connection.reset();
    m_lostUntold = m_lostUntold || m_state == State::Lost;
    m_state = State::Closed;
}

void DatabaseWorker::perform(const Job &job)
{
    if (m_state != State::Open) {
        job(unexpected(unreachable()));
        return;
    }
    job(m_manager.get());
    m_heartbeat.start(); // the job was a sign of life
    noticeChanges();
}

void DatabaseWorker::beat()
{
    if (m_state != State::Open)
        return;
    try {
        ping(*m_connection);
    } catch (const SqlError &error) {
        qCInfo(lcDatabase) << "no heartbeat, SQLSTATE" << error.sqlState;
    }
    noticeChanges();
}

void DatabaseWorker::tellOutcome(const QUuid &operation, TransactionManager::Outcome outcome)
{
    switch (outcome) {
    case TransactionManager::Outcome::Checking:
        Q_EMIT outcomeChecking(operation);
        break;
    case TransactionManager::Outcome::Settled:
        Q_EMIT outcomeSettled(operation);
        break;
    case TransactionManager::Outcome::Unknown:
        Q_EMIT outcomeUnknown(operation);
        break;
    }
}

void DatabaseWorker::noticeChanges()
{
    if (m_state != State::Open)
        return;
    if (!m_connection->isOpen()) {
        m_state = State::Lost;
        m_heartbeat.stop();
        scheduleReconnect();
        Q_EMIT connectionLost();
    } else if (m_connection->timesOpened() != m_timesOpened) {
        // The manager reconnected by itself to settle a COMMIT: what happened in between was
        // missed.
        m_timesOpened = m_connection->timesOpened();
        Q_EMIT connectionLost();
        Q_EMIT connectionRestored();
    }
}

void DatabaseWorker::scheduleReconnect()
{
    m_reconnect.start(retryAfter);
}

void DatabaseWorker::reconnectNow()
{
    if (m_state == State::Open)
        beat();
    if (m_state == State::Lost)
        reconnect();
}

void DatabaseWorker::reconnect()
{
    try {
        m_connection->open();
    } catch (const SqlError &error) {
        qCInfo(lcDatabase) << "cannot reconnect, SQLSTATE" << error.sqlState;
        scheduleReconnect();
        return;
    }
    m_timesOpened = m_connection->timesOpened();
    m_state = State::Open;
    m_heartbeat.start();
    Q_EMIT connectionRestored();
}

} // namespace ClinicDesk
