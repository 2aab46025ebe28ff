#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Result.h"

#include <QCoroTask>

#include <QObject>

namespace ClinicDesk {

struct ConsistencyCount
{
    QString rule;
    qint64 rows = 0;
};

struct LockWait
{
    QString who;
    QString desk;
    QString action; ///< the operation's kind ("book"); empty for what is none
    qint64 waitedMs = 0;
    QString blockedBy;
    QString blockedByDesk;
    QString blockedByAction;
};

struct DeskSession
{
    QString who;
    QString desk;
    QString action; ///< as in LockWait; empty between two transactions
    QDateTime since;
    QString state;
    qint64 locks = 0;
    qint64 transactionMs = 0;
};

struct LockStatistics
{
    QList<LockWait> waits;
    QList<DeskSession> sessions;
    qint64 deadlocks = 0;
    QMap<QString, OperationFigures> operations; ///< of this program
};

/// The administrator's look at the server: consistency, locks, sessions. Lives on the caller's
/// thread.
class MonitoringService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitoringService)
public:
    MonitoringService(DatabaseExecutor &executor, TransactionStatistics &statistics,
                      QObject *parent = nullptr);

    QCoro::Task<Result<QList<ConsistencyCount>>> check();
    QCoro::Task<Result<LockStatistics>> lockStatistics();

private:
    DatabaseExecutor &m_executor;
    TransactionStatistics &m_statistics;
};

} // namespace ClinicDesk
