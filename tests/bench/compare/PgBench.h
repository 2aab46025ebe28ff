#pragma once

#include "database/ConnectionSettings.h"

#include <QMap>
#include <QString>

namespace ClinicDesk {

/// One run of PostgreSQL's own load generator.
struct PgBenchRun
{
    ConnectionSettings settings;
    QString script;
    int connections = 1;
    int seconds = 3;
    QMap<QString, qint64> variables;
};

/// Transactions a second, without the time to connect. Blocks. Throws std::runtime_error.
[[nodiscard]] double transactionsASecond(const PgBenchRun &run);

} // namespace ClinicDesk
