#pragma once

#include "database/ConnectionSettings.h"
#include "database/TransactionManager.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace ClinicDesk {

class DatabaseWorker;

/// One thread with one connection. submit() and open() may be called from any thread and return at
/// once; the work runs in order on the executor's thread. A lost connection is reopened by itself
/// (each second) and found by a heartbeat each 10 s. At shutdown what is queued is answered with
/// ShuttingDown: every future gets a result.
class DatabaseExecutor final : public QObject
{
    Q_OBJECT
public:
    explicit DatabaseExecutor(TransactionStatistics &statistics, QObject *parent = nullptr);
    ~DatabaseExecutor() override;

    /// Connects as told; an open session is closed first. SignInFailed, Unreachable, ProgramTooOld,
    /// ...
    QFuture<Result<bool>> open(const ConnectionSettings &settings);
    /// Closes the session and forgets the password.
    QFuture<Result<bool>> close();
    /// Answers as soon as everything submitted before it has been answered, connected or not.
    QFuture<Result<bool>> drained();
    /// Whether something submitted is still to be answered.
    [[nodiscard]] bool isBusy() const { return m_pending->load() > 0; }
    /// Try to reconnect now instead of at the next step of the back-off (F5).
    void reconnectNow();

    template<typename T>
    QFuture<Result<T>> submit(std::function<Result<T>(TransactionManager &)> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        enqueue([promise, work = std::move(work)](Result<TransactionManager *> manager) {
            promise->addResult(perform<T>(work, std::move(manager)));
            promise->finish();
        });
        return future;
    }

Q_SIGNALS:
    /// isBusy() may differ now; it may have changed again since.
    void busyChanged();
    void connectionLost(); ///< emitted once per loss
    void connectionRestored(); ///< after it was lost
    /// An operation's COMMIT got no answer: the server is being asked by the operation's id, up to
    /// 60 s. Then one of the other two, just before the operation's own answer.
    void outcomeChecking(const QUuid &operation);
    void outcomeSettled(const QUuid &operation);
    void outcomeUnknown(const QUuid &operation);

private:
    using Job = std::function<void(Result<TransactionManager *>)>;
    void enqueue(Job job);
    QFuture<Result<bool>> submitToWorker(std::function<Result<bool>(DatabaseWorker &)> work);
    void post(std::function<void()> event);
    /// Internal, with what is being thrown in the log; to be called in a catch block.
    [[nodiscard]] static Error internalError();

    template<typename T>
    static Result<T> perform(const std::function<Result<T>(TransactionManager &)> &work,
                             Result<TransactionManager *> manager)
    {
        if (!manager)
            return unexpected(std::move(manager.error()));
        try {
            return work(**manager);
        } catch (...) {
            return unexpected(internalError());
        }
    }

    std::shared_ptr<std::atomic_int> m_pending = std::make_shared<std::atomic_int>(0);
    QThread m_thread;
    std::unique_ptr<DatabaseWorker> m_worker;
};

} // namespace ClinicDesk
