#include "database/DatabaseExecutor.h"

#include "database/DatabaseWorker.h"
#include "database/Logging.h"

#include <exception>
#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

Error shuttingDown()
{
    Error error;
    error.kind = ErrorKind::ShuttingDown;
    return error;
}

/// A job that is answered even if its event is thrown away unread.
class PendingJob
{
public:
    explicit PendingJob(DatabaseWorker::Job job)
        : m_job(std::move(job))
    {
    }
    ~PendingJob()
    {
        if (m_job)
            m_job(unexpected(shuttingDown()));
    }
    Q_DISABLE_COPY_MOVE(PendingJob)

    [[nodiscard]] DatabaseWorker::Job take() { return std::exchange(m_job, nullptr); }

private:
    DatabaseWorker::Job m_job;
};

} // namespace

DatabaseExecutor::DatabaseExecutor(TransactionStatistics &statistics, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<DatabaseWorker>(statistics))
{
    connect(m_worker.get(), &DatabaseWorker::connectionLost, this,
            &DatabaseExecutor::connectionLost);
    connect(m_worker.get(), &DatabaseWorker::connectionRestored, this,
            &DatabaseExecutor::connectionRestored);
    connect(m_worker.get(), &DatabaseWorker::outcomeChecking, this,
            &DatabaseExecutor::outcomeChecking);
    connect(m_worker.get(), &DatabaseWorker::outcomeSettled, this,
            &DatabaseExecutor::outcomeSettled);
    connect(m_worker.get(), &DatabaseWorker::outcomeUnknown, this,
            &DatabaseExecutor::outcomeUnknown);
    m_thread.setObjectName(u"database"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseExecutor::~DatabaseExecutor()
{
    // The running job ends early where it waits; those behind it are answered in their turn.
    m_thread.requestInterruption();
    post([this] {
        m_worker->close();
        m_thread.quit();
    });
    m_thread.wait();
}

QFuture<Result<bool>> DatabaseExecutor::open(const ConnectionSettings &settings)
{
    return submitToWorker([settings](DatabaseWorker &worker) { return worker.open(settings); });
}

QFuture<Result<bool>> DatabaseExecutor::close()
{
    return submitToWorker([](DatabaseWorker &worker) -> Result<bool> {
        worker.close();
        return true;
    });
}

QFuture<Result<bool>> DatabaseExecutor::drained()
{
    return submitToWorker([](DatabaseWorker &) -> Result<bool> { return true; });
}

void DatabaseExecutor::reconnectNow()
{
    post([this] {
        if (!m_thread.isInterruptionRequested())
            m_worker->reconnectNow();
    });
}

QFuture<Result<bool>>
DatabaseExecutor::submitToWorker(std::function<Result<bool>(DatabaseWorker &)> work)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    QFuture<Result<bool>> future = promise->future();
    const auto answer = [promise](const Result<bool> &result) {
        promise->addResult(result);
        promise->finish();
    };
    auto pending = std::make_shared<PendingJob>(
        [answer](const Result<TransactionManager *> &) { answer(unexpected(shuttingDown())); });
    post([this, pending, answer, work = std::move(work)] {
        if (m_thread.isInterruptionRequested())
            return;
        static_cast<void>(pending->take());
        answer(work(*m_worker));
    });
    return future;
}

void DatabaseExecutor::enqueue(Job job)
{
    const bool wasIdle = m_pending->fetch_add(1) == 0;
    auto pending = std::make_shared<PendingJob>(
        [count = m_pending, job = std::move(job)](const Result<TransactionManager *> &manager) {
            job(manager);
            --*count;
        });
    post([this, pending] {
        if (m_thread.isInterruptionRequested())
            return;
        m_worker->perform(pending->take());
        if (!isBusy())
            Q_EMIT busyChanged();
    });
    if (wasIdle)
        Q_EMIT busyChanged();
}

void DatabaseExecutor::post(std::function<void()> event)
{
    QMetaObject::invokeMethod(m_worker.get(), std::move(event), Qt::QueuedConnection);
}

Error DatabaseExecutor::internalError()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.incident = newIncident();
    try {
        throw;
    } catch (const std::exception &exception) {
        qCCritical(lcDatabase).noquote() << "incident" << error.incident << exception.what();
    } catch (...) {
        qCCritical(lcDatabase).noquote() << "incident" << error.incident << "unknown exception";
    }
    return error;
}

} // namespace ClinicDesk
