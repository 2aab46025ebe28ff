#pragma once

#include "database/PrivateServer.h"
#include "services/proof/ProofClinic.h"

#include <QTemporaryDir>

#include <memory>

namespace ClinicDesk {

/// A durable private server with a clinic of 20 doctors who are always there, and the bare tables
/// that it is compared with, in one database; thrown away at the end. Each run takes times that no
/// other has touched. Throws std::runtime_error, SqlError and Refusal. Blocks; main thread.
class RateClinic
{
public:
    static constexpr int doctorCount = 20;
    static constexpr int mostDesks = 50;

    RateClinic();
    Q_DISABLE_COPY_MOVE(RateClinic)

    /// The product's own path: its services on as many connections, each with a thread of its own.
    [[nodiscard]] double program(int connections, int seconds);
    /// pgbench sends the same messages to the same tables.
    [[nodiscard]] double sameMessages(int connections, int seconds);
    /// pgbench calls one function that locks, looks and inserts, on tables without anything else.
    [[nodiscard]] double bareFunction(int connections, int seconds);
    /// pgbench inserts and commits one row.
    [[nodiscard]] double bareCommit(int connections, int seconds);
    /// As many workers of a common web stack, web_stack.php, do what it does on tables of its own.
    [[nodiscard]] double webStack(int connections, int seconds);
    /// pgbench looks and then inserts, without a lock, on few times.
    [[nodiscard]] double lookThenInsert(int connections, int seconds);

    /// Pairs of visits that lookThenInsert() gave to one doctor at once.
    [[nodiscard]] qint64 doubleBookings();
    /// What is wrong with the clinic's own tables.
    [[nodiscard]] qint64 brokenPromises();
    [[nodiscard]] QString serverVersion() { return m_clinic->serverVersion(); }

private:
    [[nodiscard]] QString recordedScript();
    [[nodiscard]] double pgbench(const ConnectionSettings &settings, const QString &script,
                                 int connections, int seconds, qint64 times);
    Rows superuserSql(const QString &sql);
    /// Where the next run's times begin, counted in slots of the clinic's first day.
    [[nodiscard]] qint64 nextTimes();
    /// The same in the bare tables, which no horizon ends.
    [[nodiscard]] qint64 nextBareTimes();

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateServer> m_server;
    std::unique_ptr<ProofClinic> m_clinic;
    std::unique_ptr<Connection> m_superuser;
    qint64 m_firstPatient = 0;
    int m_runs = 0;
    int m_bareRuns = 0;
    QDate m_firstDay;
    QString m_script;
};

} // namespace ClinicDesk
