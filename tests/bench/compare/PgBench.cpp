#include "bench/compare/PgBench.h"

#include "database/PostgresPrograms.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QThread>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

double transactionsASecond(const PgBenchRun &run)
{
    const std::optional<PostgresPrograms> programs = PostgresPrograms::find();
    QTemporaryFile script;
    if (!programs || !script.open() || script.write(run.script.toUtf8()) < 0 || !script.flush())
        throw std::runtime_error("pgbench or its script is missing");
    QStringList arguments {u"-n"_s,
                           u"-M"_s,
                           u"simple"_s,
                           u"-c"_s,
                           QString::number(run.connections),
                           u"-j"_s,
                           QString::number(std::min(run.connections, QThread::idealThreadCount())),
                           u"-T"_s,
                           QString::number(run.seconds),
                           u"-f"_s,
                           script.fileName()};
    for (auto it = run.variables.cbegin(); it != run.variables.cend(); ++it)
        arguments << u"-D"_s << u"%1=%2"_s.arg(it.key()).arg(it.value());
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, run.settings.host);
    environment.insert(u"PGPORT"_s, run.settings.port);
    environment.insert(u"PGDATABASE"_s, run.settings.database);
    environment.insert(u"PGUSER"_s, run.settings.user);
    environment.insert(u"PGPASSWORD"_s, run.settings.password);
    process.setProcessEnvironment(environment);
    process.start(programs->path(u"pgbench"_s), arguments);
    if (!process.waitForFinished((run.seconds + 60) * 1000) || process.exitCode() != 0)
        throw std::runtime_error("pgbench: " + process.readAllStandardError().toStdString());
    static const QRegularExpression rate(u"tps = ([0-9.]+)"_s);
    const QRegularExpressionMatch found
        = rate.match(QString::fromUtf8(process.readAllStandardOutput()));
    if (!found.hasMatch())
        throw std::runtime_error("pgbench told no rate");
    return found.captured(1).toDouble();
}

} // namespace ClinicDesk
