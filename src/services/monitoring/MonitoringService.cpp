#include "services/monitoring/MonitoringService.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr Statement consistencyStatement {"consistency", "", "SELECT rule, rows FROM app.consistency()"};
constexpr Statement locksStatement {"locks", "", "SELECT who, desk, waited_ms, blocker, blocker_desk FROM app.locks()"};
constexpr Statement sessionsStatement {
    "sessions", "", "SELECT who, desk, since, state, locks, transaction_ms FROM app.sessions()"};
constexpr Statement deadlocksStatement {"deadlocks", "", "SELECT app.deadlocks()"};

LockStatistics readStatistics(Transaction &t)
{
    LockStatistics result;
    for (const Row &row : t.query(locksStatement))
        result.waits.append({row.get<QString>(0), row.get<QString>(1), row.get<qint64>(2), row.get<QString>(3),
                             row.get<QString>(4)});
    for (const Row &row : t.query(sessionsStatement))
        result.sessions.append({row.get<QString>(0), row.get<QString>(1), row.get<QDateTime>(2), row.get<QString>(3),
                                row.get<qint64>(4), row.get<qint64>(5)});
    result.deadlocks = t.query(deadlocksStatement).constFirst().get<qint64>(0);
    return result;
}

} // namespace

MonitoringService::MonitoringService(DatabaseExecutor &executor, TransactionStatistics &statistics, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
    , m_statistics(statistics)
{
}

QCoro::Task<Result<QList<ConsistencyCount>>> MonitoringService::check()
{
    co_return co_await m_executor.submit<QList<ConsistencyCount>>([](TransactionManager &manager) {
        return manager.read<QList<ConsistencyCount>>(u"check"_s, [](Transaction &t) {
            QList<ConsistencyCount> result;
            for (const Row &row : t.query(consistencyStatement))
                result.append({row.get<QString>(0), row.get<qint64>(1)});
            return result;
        });
    });
}

QCoro::Task<Result<LockStatistics>> MonitoringService::lockStatistics()
{
    TransactionStatistics &statistics = m_statistics;
    Result<LockStatistics> result = co_await m_executor.submit<LockStatistics>([](TransactionManager &manager) {
        return manager.read<LockStatistics>(u"locks"_s, &readStatistics);
    });
    if (result)
        result->operations = statistics.figures();
    co_return result;
}

} // namespace ClinicDesk
