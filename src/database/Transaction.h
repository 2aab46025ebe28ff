#pragma once

#include "database/Connection.h"

#include <optional>

namespace ClinicDesk {

/// The one order in which rows are locked, everywhere; a lower rank after a higher one is a bug.
enum class LockRank {
    Operation,
    Doctor,
    Patient,
    Room,
    Appointment,
    Consultation,
    Prescription,
    Rating
};

/// One open transaction, made by TransactionManager only. Locks are queued and travel with BEGIN,
/// the operation's row and the first query in a single message. Rolls back when destroyed
/// uncommitted. Lives on its connection's thread. Everything throws SqlError; a body may throw
/// Refusal.
class Transaction
{
public:
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Queues FOR UPDATE on the row with this id. Ranks must not fall, ids within a rank must rise
    /// (equal is ignored): otherwise LockOrderError.
    void lockRow(LockRank rank, qint64 id);
    /// The same for several rows of one rank, sorted here.
    void lockRows(LockRank rank, QList<qint64> ids);
    /// Whether this transaction holds the row's lock, or will before its next query runs; false
    /// when the row was not there (or not visible) to be locked.
    [[nodiscard]] bool holdsLock(LockRank rank, qint64 id) const;

    /// Sends what is queued, then the statement, in one message; the statement's rows.
    template<typename... Args> Rows query(const Statement &statement, Args &&...args)
    {
        return run(Call {&statement, {SqlValue(std::forward<Args>(args))...}});
    }
    /// A SELECT ... FOR UPDATE of one row that also returns it; `id` is checked and remembered as
    /// lockRow does.
    template<typename... Args>
    Rows lockAndRead(LockRank rank, qint64 id, const Statement &statement, Args &&...args)
    {
        return runLocking(rank, id, Call {&statement, {SqlValue(std::forward<Args>(args))...}});
    }
    /// Queues a statement whose rows nobody needs; it travels with the next query.
    template<typename... Args> void enqueue(const Statement &statement, Args &&...args)
    {
        m_queue.append(Call {&statement, {SqlValue(std::forward<Args>(args))...}});
    }
    /// Sends what is still queued; nothing if nothing is.
    void flush();

private:
    friend class TransactionManager;
    /// Autocommit: no BEGIN, each query is a message of its own; for reads, takes no locks.
    enum class Mode { Locking, Autocommit };
    Transaction(Connection &connection, Mode mode, QList<Call> prologue = {});
    Rows run(Call call);
    Rows runLocking(LockRank rank, qint64 id, Call call);
    QList<Rows> sendQueue();
    /// Whether the lock must still be asked for; LockOrderError when it may not be.
    bool remember(LockRank rank, qint64 id);

    using Lock = std::pair<LockRank, qint64>;
    struct QueuedLock
    {
        Lock lock;
        qsizetype place; ///< in m_queue
    };
    Connection &m_connection;
    const Mode m_mode;
    QList<Call> m_queue;
    QList<Lock> m_locks; ///< in the order asked for
    QList<QueuedLock> m_queuedLocks;
    QList<Lock> m_absent; ///< asked for, but there was no such row to lock
    qsizetype m_prologueSize = 0; ///< calls at the front of m_queue that are not locks
    std::optional<SqlError> m_failure; ///< the first one, even if the body swallowed it
    bool m_prologueFailed = false;
    bool m_begun = false;
    bool m_finished = false;
};

/// Thrown for a lock out of order: a bug in a service, found in its test.
struct LockOrderError
{
    LockRank rank;
    qint64 id;
};

} // namespace ClinicDesk
