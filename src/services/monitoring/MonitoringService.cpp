#include "services/monitoring/MonitoringService.h"

#include "database/RowList.h"
#include "services/Answer.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr Statement consistencyStatement {"consistency", "", R"sql(
    SELECT rule, rows FROM app.consistency()
)sql"};
constexpr Statement locksStatement {"locks", "", R"sql(
    SELECT who, desk, action, waited_ms, blocker, blocker_desk, blocker_action FROM app.locks()
)sql"};
constexpr Statement sessionsStatement {"sessions", "", R"sql(
    SELECT who, desk, action, since, state, locks, transaction_ms FROM app.sessions()
)sql"};
constexpr Statement deadlocksStatement {"deadlocks", "", R"sql(
    SELECT app.deadlocks() AS deadlocks
)sql"};

ConsistencyCount toCount(const Row &row)
{
    return {row.get<QString>("rule"), row.get<qint64>("rows")};
}

LockWait toWait(const Row &row)
{
    return {row.get<QString>("who"),           row.get<QString>("desk"),
            row.get<QString>("action"),        row.get<qint64>("waited_ms"),
            row.get<QString>("blocker"),       row.get<QString>("blocker_desk"),
            row.get<QString>("blocker_action")};
}

DeskSession toSession(const Row &row)
{
    return {row.get<QString>("who"),          row.get<QString>("desk"),  row.get<QString>("action"),
            row.get<QDateTime>("since"),      row.get<QString>("state"), row.get<qint64>("locks"),
            row.get<qint64>("transaction_ms")};
}

LockStatistics readStatistics(Transaction &t)
{
    LockStatistics result;
    result.waits = listOf(t.query(locksStatement), &toWait);
    result.sessions = listOf(t.query(sessionsStatement), &toSession);
    result.deadlocks = t.query(deadlocksStatement).constFirst().get<qint64>("deadlocks");
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
        return listOf(t.query(consistencyStatement), &toCount);
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
