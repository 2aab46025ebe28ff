#pragma once

#include "database/Connection.h"

namespace ClinicDesk {

/// The one order in which rows are locked, everywhere; a lower rank after a higher one is a bug.
enum class LockRank { Operation, Doctor, Patient, Room, Appointment, Consultation, Prescription, Rating };

/// One open transaction, made by TransactionManager only. Locks are queued and travel with BEGIN, the
/// operation's row and the first query in a single message. Rolls back when destroyed uncommitted.
/// Lives on its connection's thread. Everything throws SqlError; a body may throw Refusal.
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
    /// Whether this transaction holds the row's lock.
    [[nodiscard]] bool holdsLock(LockRank rank, qint64 id) const;

    /// Sends what is queued, then the statement, in one message; the statement's rows.
    template<typename... Args>
    Rows query(const Statement &statement, Args &&...args)
    {
        return run(Call {&statement, {SqlValue(std::forward<Args>(args))...}});
    }
    /// A SELECT ... FOR UPDATE of one row that also returns it; `id` is checked and remembered as lockRow does.
    template<typename... Args>
    Rows lockAndRead(LockRank rank, qint64 id, const Statement &statement, Args &&...args)
    {
        remember(rank, id);
        return run(Call {&statement, {SqlValue(std::forward<Args>(args))...}});
    }
    /// Sends what is still queued; nothing if nothing is.
    void flush();

private:
    friend class TransactionManager;
    Transaction(Connection &connection, QList<Call> prologue);
    Rows run(Call call);
    void remember(LockRank rank, qint64 id);

    Connection &m_connection;
    QList<Call> m_queue;
    QList<std::pair<LockRank, qint64>> m_locks;
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
