#include "services/monitoring/MonitoringService.h"

#include "services/Answer.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr Statement consistencyStatement {"consistency", "",
                                          "SELECT rule, rows FROM app.consistency()"};
constexpr Statement locksStatement {
    "locks", "",
    "SELECT who, desk, action, waited_ms, blocker, blocker_desk, blocker_action FROM app.locks()"};
constexpr Statement sessionsStatement {
    "sessions", "",
    "SELECT who, desk, action, since, state, locks, transaction_ms FROM app.sessions()"};
constexpr Statement deadlocksStatement {"deadlocks", "", "SELECT app.deadlocks()"};

LockStatistics readStatistics(Transaction &t)
{
    LockStatistics result;
    for (const Row &row : t.query(locksStatement))
        result.waits.append({row.get<QString>(0), row.get<QString>(1), row.get<QString>(2),
                             row.get<qint64>(3), row.get<QString>(4), row.get<QString>(5),
                             row.get<QString>(6)});
    for (const Row &row : t.query(sessionsStatement))
        result.sessions.append({row.get<QString>(0), row.get<QString>(1), row.get<QString>(2),
                                row.get<QDateTime>(3), row.get<QString>(4), row.get<qint64>(5),
                                row.get<qint64>(6)});
    result.deadlocks = t.query(deadlocksStatement).constFirst().get<qint64>(0);
    return result;
}

} // namespace

MonitoringService::MonitoringService(DatabaseExecutor &executor, TransactionStatistics &statistics,
                                     QObject *parent)
    : QObject(parent)
    , m_executor(executor)
    , m_statistics(statistics)
{
}

QCoro::Task<Result<QList<ConsistencyCount>>> MonitoringService::check()
{
    return answer(submitRead<QList<ConsistencyCount>>(m_executor, u"check"_s, [](Transaction &t) {
        QList<ConsistencyCount> result;
        for (const Row &row : t.query(consistencyStatement))
            result.append({row.get<QString>(0), row.get<qint64>(1)});
        return result;
    }));
}

QCoro::Task<Result<LockStatistics>> MonitoringService::lockStatistics()
{
    TransactionStatistics &statistics = m_statistics;
    return answer(submitRead<LockStatistics>(m_executor, u"locks"_s, [&statistics](Transaction &t) {
        LockStatistics result = readStatistics(t);
        result.operations = statistics.figures();
        return result;
    }));
}

} // namespace ClinicDesk
