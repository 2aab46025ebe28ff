#pragma once

#include "database/Operation.h"
#include "database/SqlError.h"
#include "database/Transaction.h"
#include "database/TransactionStatistics.h"
#include "domain/Result.h"

#include <QDeadlineTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace ClinicDesk {

/// Runs bodies as transactions on one connection and is the only caller of commit(). Guarantees:
/// - a body runs whole or not at all; on 40001/40P01 the whole body runs again (3 attempts,
/// 50/150/400 ms
///   with jitter), on 55P03 once more; the caller sees RetriesExhausted or Busy only after that;
/// - an operation takes effect exactly once: a repeated id returns the first result through
/// `repeated`,
///   with other arguments or another person it is OperationMismatch;
/// - a connection lost before COMMIT is Unreachable (nothing happened); lost during COMMIT it is
/// asked
///   for by the operation's id after reconnecting, for at most 60 s, then OutcomeUnknown.
/// A body may run several times, so it must have no effect but on its Transaction. Lives on its
/// connection's thread; calls block it. An interruption request to that thread (at shutdown) ends
/// the waits.
class TransactionManager
{
public:
    template<typename T> using Body = std::function<T(Transaction &)>;

    TransactionManager(Connection &connection, TransactionStatistics &statistics);
    Q_DISABLE_COPY_MOVE(TransactionManager)

    /// A recorded write.
    template<typename T>
    [[nodiscard]] Result<T> run(const Operation &operation, const Body<T> &body,
                                const Body<T> &repeated)
    {
        std::optional<T> value;
        const auto keep = [&value](const Body<T> &source) {
            return [&value, &source](Transaction &t) { value.emplace(source(t)); };
        };
        if (std::optional<Error> error = runErased(operation, keep(body), keep(repeated)))
            return unexpected(std::move(*error));
        return std::move(*value);
    }

    /// A write that may safely happen twice (a hold, last sign-in): retried, but without operation
    /// row.
    template<typename T>
    [[nodiscard]] Result<T> runIdempotent(const QString &kind, const Body<T> &body)
    {
        return runPlain<T>(kind, body, false);
    }

    /// Reads; all of a body's statements may see different snapshots (READ COMMITTED).
    template<typename T> [[nodiscard]] Result<T> read(const QString &kind, const Body<T> &body)
    {
        return runPlain<T>(kind, body, true);
    }

    [[nodiscard]] Connection &connection() { return m_connection; }
    /// How long an unknown COMMIT is asked for; 60 s unless told.
    void setSettleLimit(std::chrono::milliseconds limit) { m_settleLimit = limit; }

    /// An operation whose COMMIT got no answer: the server is being asked; it is known; it is not.
    enum class Outcome { Checking, Settled, Unknown };
    using OutcomeListener = std::function<void(const QUuid &operation, Outcome outcome)>;
    /// Called on the connection's thread while the operation is still under way.
    void setOutcomeListener(OutcomeListener listener) { m_outcomeListener = std::move(listener); }

private:
    using ErasedBody = std::function<void(Transaction &)>;

    template<typename T> Result<T> runPlain(const QString &kind, const Body<T> &body, bool readOnly)
    {
        std::optional<T> value;
        if (std::optional<Error> error = runPlainErased(
                kind, [&](Transaction &t) { value.emplace(body(t)); }, readOnly))
            return unexpected(std::move(*error));
        return std::move(*value);
    }
    struct Work; ///< what to run
    struct Attempt; ///< how it went

    std::optional<Error> runErased(const Operation &operation, const ErasedBody &body,
                                   const ErasedBody &repeated);
    std::optional<Error> runPlainErased(const QString &kind, const ErasedBody &body, bool readOnly);
    std::optional<Error> measured(const Work &work);
    std::optional<Error> execute(const Work &work);
    Attempt attemptWithRetries(const Work &work, bool operationFirst);
    Attempt attemptOnce(const Work &work, bool operationFirst);
    std::optional<Error> settle(const Work &work, Attempt attempt);
    std::optional<Error> settleUnknown(const Work &work, Attempt attempt);
    std::optional<Error> answerRepeat(const Work &work);
    std::optional<Error> runOnceMore(const Work &work);
    bool reopenBefore(const QDeadlineTimer &deadline);

    Connection &m_connection;
    TransactionStatistics &m_statistics;
    std::chrono::milliseconds m_settleLimit {60'000};
    OutcomeListener m_outcomeListener;
};

} // namespace ClinicDesk
