#include "database/TransactionManager.h"

#include "database/Logging.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {
namespace {

// Without ON CONFLICT: a repeat must stop the message here, before any lock is asked for.
constexpr Statement recordOperation {
    "op", "uuid, text, text",
    "INSERT INTO app.operation (id, kind, args_hash) VALUES ($1, $2, $3)"
    " RETURNING set_config('clinic.op', id::text, true)"};
// Asks for the person too: an administrator may read everybody's operations.
constexpr Statement readOperation {
    "op_read", "uuid",
    "SELECT kind, args_hash FROM app.operation WHERE id = $1 AND who = session_user"};

constexpr int mostAttempts = 3;

bool isInterrupted()
{
    return QThread::currentThread()->isInterruptionRequested();
}

void pause(std::chrono::milliseconds length)
{
    const QDeadlineTimer end(length);
    while (!end.hasExpired() && !isInterrupted())
        QThread::msleep(static_cast<unsigned long>(std::clamp<qint64>(end.remainingTime(), 1, 50)));
}

/// 50, 150, 400 ms, each times 0.5 to 1.5: rivals must not meet again in step.
std::chrono::milliseconds backOff(int failures)
{
    static constexpr std::array steps {50, 150, 400};
    const auto step = steps.at(static_cast<std::size_t>(std::clamp(failures, 1, 3) - 1));
    const double factor = 0.5 + QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(qRound(step * factor));
}

Error ofKind(ErrorKind kind, Error::Details details = {})
{
    Error error;
    error.kind = kind;
    error.details = std::move(details);
    return error;
}

Error internal(const char *what)
{
    Error error = ofKind(ErrorKind::Internal);
    error.incident = newIncident();
    qCCritical(lcDatabase).noquote() << "incident" << error.incident << what;
    return error;
}

/// May be different a moment later, so says nothing about an outcome that is being asked for.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::Busy
        || kind == ErrorKind::RetriesExhausted;
}

bool isPassing(const SqlError &error)
{
    return isUnreachable(error) || isRetryable(error) || isLockTimeout(error);
}

bool isRepeat(const SqlError &error)
{
    return error.sqlState == "23505"_L1 && error.constraint == "operation_pkey"_L1;
}

/// What a body's exception, other than SqlError, means to the caller. To be called in a catch
/// block.
Error errorOfCurrentException()
{
    try {
        throw;
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const ValueError &bad) {
        return ofKind(ErrorKind::ValidationFailed, ValidationDetails {{{QString(), bad.why}}});
    } catch (const LockOrderError &) {
        return internal("lock out of order");
    } catch (const std::exception &exception) {
        return internal(exception.what());
    } catch (...) {
        return internal("unknown exception");
    }
}

} // namespace

struct TransactionManager::Work
{
    QString kind;
    const ErasedBody &body;
    const Operation *operation = nullptr;
    const ErasedBody *repeated = nullptr;
    bool autocommit = false;
};

struct TransactionManager::Attempt
{
    enum class End {
        Done,
        Refused, ///< `error` is final
        Conflict, ///< rolled back by 40001, 40P01 or 55P03
        Repeat, ///< the operation was recorded before
        Lost, ///< before COMMIT: nothing happened
        Unknown, ///< during COMMIT
    };
    End end = End::Done;
    Error error;
    SqlError sql;
    bool recorded = false; ///< this attempt wrote the operation's row, so no earlier one had

    void setFailure(const SqlError &failure)
    {
        sql = failure;
        error = classify(failure);
        if (isUnreachable(failure))
            end = End::Lost;
        else if (isRetryable(failure) || isLockTimeout(failure))
            end = End::Conflict;
        else
            end = End::Refused;
    }
};

TransactionManager::TransactionManager(Connection &connection, TransactionStatistics &statistics)
    : m_connection(connection)
    , m_statistics(statistics)
{
}

std::optional<Error> TransactionManager::runErased(const Operation &operation,
                                                   const ErasedBody &body,
                                                   const ErasedBody &repeated)
{
    if (operation.id.isNull())
        return internal("an operation without an id");
    return measured(Work {operation.kind, body, &operation, &repeated, false});
}

std::optional<Error> TransactionManager::runPlainErased(const QString &kind, const ErasedBody &body,
                                                        bool readOnly)
{
    return measured(Work {kind, body, nullptr, nullptr, readOnly});
}

std::optional<Error> TransactionManager::measured(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    std::optional<Error> error = execute(work);
    m_statistics.finished(work.kind, timer.nsecsElapsed() / 1000, error.has_value());
    return error;
}

std::optional<Error> TransactionManager::execute(const Work &work)
{
    Attempt attempt = attemptWithRetries(work, false);
    switch (attempt.end) {
    case Attempt::End::Done:
        return std::nullopt;
    case Attempt::End::Refused:
    case Attempt::End::Conflict:
    case Attempt::End::Lost:
        return attempt.error;
    case Attempt::End::Repeat:
        return settle(work, std::move(attempt));
    case Attempt::End::Unknown:
        break;
    }
    qCWarning(lcDatabase) << "connection lost during COMMIT of" << work.kind;
    return work.operation ? settleUnknown(work, std::move(attempt)) : runOnceMore(work);
}

std::optional<Error> TransactionManager::settleUnknown(const Work &work, Attempt attempt)
{
    const auto tell = [this, &work](Outcome outcome) {
        if (m_outcomeListener)
            m_outcomeListener(work.operation->id, outcome);
    };
    tell(Outcome::Checking);
    std::optional<Error> error = settle(work, std::move(attempt));
    tell(error && error->kind == ErrorKind::OutcomeUnknown ? Outcome::Unknown : Outcome::Settled);
    return error;
}

TransactionManager::Attempt TransactionManager::attemptWithRetries(const Work &work,
                                                                   bool operationFirst)
{
    using Event = TransactionStatistics::Event;
    QElapsedTimer timer;
    timer.start();
    int conflicts = 0;
    int lockTimeouts = 0;
    for (;;) {
        m_statistics.count(work.kind, Event::Attempt);
        Attempt attempt = attemptOnce(work, operationFirst);
        if (attempt.end != Attempt::End::Conflict)
            return attempt;
        if (isLockTimeout(attempt.sql)) {
            m_statistics.count(work.kind, Event::LockTimeout);
            BusyDetails details;
            details.waitedMs = static_cast<int>(timer.elapsed());
            attempt.error.details = details;
            if (++lockTimeouts > 1 || isInterrupted())
                return attempt;
            continue;
        }
        if (attempt.sql.sqlState == "40P01"_L1)
            m_statistics.count(work.kind, Event::Deadlock);
        attempt.error.details = AttemptsDetails {++conflicts};
        if (conflicts == mostAttempts || isInterrupted())
            return attempt;
        m_statistics.count(work.kind, Event::Retry);
        pause(backOff(conflicts));
    }
}

TransactionManager::Attempt TransactionManager::attemptOnce(const Work &work, bool operationFirst)
{
    QList<Call> prologue;
    if (const Operation *operation = work.operation)
        prologue.append(
            Call {&recordOperation, {operation->id, operation->kind, operation->argsHash}});
    Transaction transaction(
        m_connection, work.autocommit ? Transaction::Mode::Autocommit : Transaction::Mode::Locking,
        std::move(prologue));
    Attempt attempt;
    bool committing = false;
    try {
        if (operationFirst)
            transaction.flush();
        attempt.recorded = operationFirst;
        work.body(transaction);
        transaction.flush();
        if (transaction.m_failure)
            throw SqlError(
                *transaction.m_failure); // the body swallowed it; nothing may be committed
        if (transaction.m_begun && m_connection.isOpen()) {
            committing = true;
            m_connection.commit();
            transaction.m_finished = true;
        } else if (transaction.m_begun) {
            attempt.end = Attempt::End::Lost;
            attempt.error = ofKind(ErrorKind::Unreachable);
        }
        return attempt;
    } catch (const SqlError &error) {
        attempt.setFailure(transaction.m_failure.value_or(error));
        if (committing && isUnreachable(error))
            attempt.end = Attempt::End::Unknown;
    } catch (...) {
        attempt.end = Attempt::End::Refused;
        attempt.error = errorOfCurrentException();
        // What must be tried again is tried again, whatever the body made of it.
        if (transaction.m_failure
            && (isPassing(*transaction.m_failure) || transaction.m_prologueFailed))
            attempt.setFailure(*transaction.m_failure);
    }
    if (transaction.m_prologueFailed && isRepeat(attempt.sql))
        attempt.end = Attempt::End::Repeat;
    return attempt;
}

std::optional<Error> TransactionManager::settle(const Work &work, Attempt attempt)
{
    const QDeadlineTimer deadline(m_settleLimit);
    for (;;) {
        if (attempt.end == Attempt::End::Done)
            return std::nullopt;
        if (attempt.end == Attempt::End::Repeat) {
            std::optional<Error> error = answerRepeat(work);
            if (!error || !isPassing(error->kind))
                return error;
        } else if (attempt.end == Attempt::End::Refused && attempt.recorded
                   && !isPassing(attempt.error.kind)) {
            return attempt
                .error; // refused after writing the operation's row: the first did not commit
        }
        if (!reopenBefore(deadline))
            break;
        attempt = attemptWithRetries(work, true);
    }
    qCWarning(lcDatabase) << "outcome unknown:" << work.kind << work.operation->id;
    return ofKind(ErrorKind::OutcomeUnknown, OperationDetails {work.operation->id});
}

std::optional<Error> TransactionManager::answerRepeat(const Work &work)
{
    const Operation &operation = *work.operation;
    const ErasedBody body = [&](Transaction &transaction) {
        // No row is somebody else's id.
        const Rows rows = transaction.query(readOperation, operation.id);
        if (rows.isEmpty() || rows.at(0).get<QString>(0) != operation.kind
            || rows.at(0).get<QString>(1) != operation.argsHash) {
            qCWarning(lcDatabase) << "operation id used for something else:" << operation.kind
                                  << operation.id;
            throw Refusal {ofKind(ErrorKind::OperationMismatch, OperationDetails {operation.id})};
        }
        (*work.repeated)(transaction);
    };
    const Attempt attempt
        = attemptWithRetries(Work {work.kind, body, nullptr, nullptr, true}, false);
    return attempt.end == Attempt::End::Done ? std::nullopt : std::optional(attempt.error);
}

std::optional<Error> TransactionManager::runOnceMore(const Work &work)
{
    if (!reopenBefore(QDeadlineTimer(5s)))
        return ofKind(ErrorKind::Unreachable);
    const Attempt attempt = attemptWithRetries(work, false);
    return attempt.end == Attempt::End::Done ? std::nullopt : std::optional(attempt.error);
}

bool TransactionManager::reopenBefore(const QDeadlineTimer &deadline)
{
    std::chrono::milliseconds wait = 250ms;
    if (m_connection.isOpen())
        pause(wait);
    while (!deadline.hasExpired() && !isInterrupted()) {
        if (m_connection.isOpen())
            return true;
        try {
            m_connection.open();
        } catch (const SqlError &error) {
            qCInfo(lcDatabase) << "cannot reconnect yet, SQLSTATE" << error.sqlState;
            if (classify(error).kind == ErrorKind::SignInFailed)
                return false; // the password was changed: waiting does not help
            pause(std::min(wait,
                           std::max<std::chrono::milliseconds>(
                               1ms, std::chrono::milliseconds(deadline.remainingTime()))));
            wait = std::min<std::chrono::milliseconds>(wait * 2, 2s);
        }
    }
    return false;
}

} // namespace ClinicDesk
