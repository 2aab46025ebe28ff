#pragma once

#include "database/TransactionManager.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace ClinicDesk {

/// The executor's half on its thread: the connection, the heartbeat and the reconnecting.
class DatabaseWorker final : public QObject
{
    Q_OBJECT
public:
    using Job = std::function<void(Result<TransactionManager *>)>;

    explicit DatabaseWorker(TransactionStatistics &statistics);
    ~DatabaseWorker() override;

    [[nodiscard]] Result<bool> open(const ConnectionSettings &settings);
    void close();
    void reconnectNow();
    /// Runs the job with the manager, or answers it with why there is none.
    void perform(const Job &job);

Q_SIGNALS:
    void connectionLost();
    void connectionRestored();
    void outcomeChecking(const QUuid &operation);
    void outcomeSettled(const QUuid &operation);
    void outcomeUnknown(const QUuid &operation);

private:
    enum class State { Closed, Open, Lost };

    void beat();
    void tellOutcome(const QUuid &operation, TransactionManager::Outcome outcome);
    /// Compares the connection with what was last known and tells of the difference.
    void noticeChanges();
    void reconnect();
    void scheduleReconnect();

    TransactionStatistics &m_statistics;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TransactionManager> m_manager;
    State m_state = State::Closed;
    qint64 m_timesOpened = 0;
    bool m_lostUntold = false; ///< lost when it was closed: nobody has heard of its return yet
    QTimer m_heartbeat {this};
    QTimer m_reconnect {this};
};

} // namespace ClinicDesk
