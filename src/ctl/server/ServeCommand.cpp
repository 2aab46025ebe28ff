#include "ctl/Commands.h"
#include "ctl/Output.h"
#include "ctl/server/ServerArguments.h"
#include "ctl/server/StopSignals.h"
#include "database/ClinicBootstrap.h"
#include "database/DailyBackup.h"
#include "database/PrivateServer.h"

#include <QCoroSignal>

#include <QDir>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk::Ctl {
namespace {

void printReady(const PrivateServer &server, const QString &database)
{
    const QJsonObject ready {{u"host"_s, u"127.0.0.1"_s},
                             {u"port"_s, server.port()},
                             {u"socket"_s, server.socketFolder()},
                             {u"database"_s, database},
                             {u"administrator"_s, server.administrator()},
                             {u"passwordFile"_s, server.passwordFile()}};
    printJson(ready);
}

Result<QString> prepareFolder(const QString &typed)
{
    const QDir folder(typed);
    if (typed.isEmpty() || !folder.mkpath(u"."_s))
        return unexpected(validationError(u"data"_s, u"folder_not_writable"_s));
    return folder.absolutePath();
}

CommandTask serve(Context &context, ServeRequest request)
{
    const Result<QString> folder = prepareFolder(request.folder);
    if (!folder)
        co_return unexpected(folder.error());
    PrivateServer::Options options;
    options.dataFolder = *folder;
    options.port = request.port;
    options.listenOnNetwork = request.listenOnNetwork;
    options.endWithStarter = true;

    StopSignals signalsOfUser;
    PrivateServer server(options);
    const Result<bool> started = server.start();
    if (!started)
        co_return unexpected(started.error());
    const QString database
        = context.settings.database.isEmpty() ? u"clinic"_s : context.settings.database;
    const Result<bool> made
        = ClinicBootstrap::bootstrap(server.administratorSettings(u"postgres"_s), database);
    if (!made)
        co_return unexpected(made.error());
    printReady(server, database);

    const DailyBackup backups(server.administratorSettings(database), *folder + u"/backups"_s);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &signalsOfUser, [&server, &signalsOfUser] {
        if (!server.isRunning())
            Q_EMIT signalsOfUser.requested();
    });
    watch.start(2s);
    co_await qCoro(&signalsOfUser, &StopSignals::requested);
    if (!server.isRunning())
        co_return unexpected(Error {ErrorKind::Unreachable, {}, {}, {}});
    server.stop();
    co_return Answer {};
}

} // namespace

QList<Command> serveCommands()
{
    return {
        {.name = u"serve"_s,
         .help
         = u"Run a private server in the foreground; the first line on stdout says how to reach it."_s,
         .options
         = {{u"data"_s, u"DIR"_s, u"The clinic's folder; made at first."_s},
            {u"port"_s, u"N"_s, u"TCP port (default: a free one, kept for later starts)."_s},
            {u"network"_s, {}, u"Let other computers connect."_s}},
         .needs = Command::Needs::Nothing,
         .read = &readThenRun<&readServe, &serve>},
    };
}

} // namespace ClinicDesk::Ctl
