#include "ctl/Commands.h"
#include "ctl/ExitCode.h"
#include "ctl/server/ServerArguments.h"
#include "database/Backup.h"
#include "database/ClinicBootstrap.h"
#include "database/JoinFile.h"
#include "database/MigrationRunner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

/// Runs `work` on a connection of its own; blocks.
template<typename T>
Result<T> onConnection(const ConnectionSettings &settings, Result<T> (*work)(MigrationRunner &))
{
    try {
        Connection connection(settings);
        connection.open();
        MigrationRunner runner(connection);
        return work(runner);
    } catch (const SqlError &error) {
        return unexpected(classify(error));
    }
}

CommandTask init(Context &context, NoArguments)
{
    ConnectionSettings maintenance = context.settings;
    const QString name = maintenance.database.isEmpty() ? u"clinic"_s : maintenance.database;
    maintenance.database = u"postgres"_s;
    const Result<bool> made = ClinicBootstrap::bootstrap(maintenance, name);
    if (!made)
        co_return unexpected(made.error());
    co_return Answer {{{u"database"_s, name},
                       {u"created"_s, *made},
                       {u"schema"_s, MigrationRunner::programVersion()}},
                      {*made ? u"Database \"%1\" is ready."_s.arg(name)
                             : u"Database \"%1\" was there and is up to date."_s.arg(name)}};
}

CommandTask migrate(Context &context, NoArguments)
{
    ConnectionSettings owner = context.settings;
    owner.setRole = u"clinic_owner"_s;
    const Result<int> applied
        = onConnection<int>(owner, [](MigrationRunner &runner) { return runner.migrate(); });
    if (!applied)
        co_return unexpected(applied.error());
    co_return Answer {{{u"applied"_s, *applied}, {u"schema"_s, MigrationRunner::programVersion()}},
                      {u"%1 migrations applied; the schema is version %2."_s.arg(*applied).arg(
                          MigrationRunner::programVersion())}};
}

CommandTask schemaVersion(Context &context, NoArguments)
{
    const Result<int> version = onConnection<int>(
        context.settings, [](MigrationRunner &runner) { return runner.currentVersion(); });
    if (!version)
        co_return unexpected(version.error());
    const int program = MigrationRunner::programVersion();
    co_return Answer {
        {{u"database"_s, *version}, {u"program"_s, program}},
        {u"Database: version %1. This program: version %2."_s.arg(*version).arg(program)}};
}

CommandTask check(Context &context, NoArguments)
{
    context.settings.statementTimeoutMs = 0;
    const Result<bool> connected = co_await context.connect();
    if (!connected)
        co_return unexpected(connected.error());
    const Result<QList<ConsistencyCount>> counts = co_await context.monitoring.check();
    if (!counts)
        co_return unexpected(counts.error());
    Answer answer;
    QJsonArray rules;
    for (const ConsistencyCount &count : *counts) {
        rules.append(QJsonObject {{u"rule"_s, count.rule}, {u"rows"_s, count.rows}});
        answer.lines.append(u"%1  %2"_s.arg(count.rows, 6).arg(count.rule));
        if (count.rows != 0)
            answer.exitCode = Refused;
    }
    answer.json = {{u"sound"_s, answer.exitCode == Done}, {u"checks"_s, rules}};
    co_return answer;
}

/// The host must be one that other computers can reach; no folder of a socket.
CommandTask joinFile(Context &context, JoinFileRequest request)
{
    JoinFile file;
    file.clinic = context.session().clinic.name;
    file.host = request.host.value_or(context.settings.host);
    if (file.host.isEmpty())
        file.host = qEnvironmentVariable("PGHOST");
    if (file.host.isEmpty() || file.host.startsWith(u'/'))
        co_return unexpected(validationError(u"host"_s, u"missing"_s));
    const QString port = context.settings.port.isEmpty() ? qEnvironmentVariable("PGPORT", u"5432"_s)
                                                         : context.settings.port;
    file.port = request.port ? QString::number(*request.port) : port;
    file.database = context.settings.database;
    if (request.certificateFile) {
        QFile certificate(*request.certificateFile);
        if (certificate.open(QIODevice::ReadOnly))
            file.certificate = QString::fromUtf8(certificate.read(65536));
        if (!file.certificate.contains(u"-----BEGIN CERTIFICATE-----"_s))
            co_return unexpected(validationError(u"certificate"_s, u"format"_s));
    }
    const QString text = file.toText();
    co_return Answer {QJsonDocument::fromJson(text.toUtf8()).object(), {text.trimmed()}};
}

CommandTask backup(Context &context, QString folder)
{
    const Result<bool> done = dumpDatabase(context.settings, QDir(folder).absolutePath());
    if (!done)
        co_return unexpected(done.error());
    const QFileInfoList dumps = QDir(folder).entryInfoList({u"*.dump"_s}, QDir::Files, QDir::Time);
    const QString file = dumps.isEmpty() ? QString() : dumps.constFirst().absoluteFilePath();
    co_return Answer {{{u"file"_s, file}}, {u"Saved "_s + file}};
}

Command joinFileCommand()
{
    return {
        .name = u"join-file"_s,
        .help
        = u"Print the join file by which other computers find this server; it holds no secret."_s,
        .options
        = {{u"host"_s, u"HOST"_s, u"As other computers reach it (default: as this one does)."_s},
           {u"port"_s, u"N"_s, u"Default: as this one does."_s},
           {u"certificate"_s, u"FILE"_s, u"Authority of the server's certificate (PEM)."_s}},
        .read = &readThenRun<&readJoinFile, &joinFile>};
}

} // namespace

QList<Command> databaseCommands()
{
    using Needs = Command::Needs;
    return {
        {.name = u"init"_s,
         .help = u"Make the clinic's database and tables (superuser)."_s,
         .needs = Needs::Nothing,
         .read = &readThenRun<&readNothing, &init>},
        {.name = u"migrate"_s,
         .help = u"Bring the tables to this program's version (superuser or clinic_migrate)."_s,
         .needs = Needs::Nothing,
         .read = &readThenRun<&readNothing, &migrate>},
        {.name = u"schema-version"_s,
         .help = u"Show the tables' version and this program's."_s,
         .needs = Needs::Nothing,
         .read = &readThenRun<&readNothing, &schemaVersion>},
        {.name = u"check"_s,
         .help = u"Count what breaks a promise; exit 3 if anything does (administrator)."_s,
         .needs = Needs::Nothing,
         .read = &readThenRun<&readNothing, &check>},
        joinFileCommand(),
        {.name = u"backup"_s,
         .help = u"Dump the database into a folder (superuser)."_s,
         .words = {u"FOLDER"_s},
         .needs = Needs::Nothing,
         .read = &readThenRun<&readBackup, &backup>},
    };
}

} // namespace ClinicDesk::Ctl
