#include "database/PrivateServer.h"

#include "database/FolderLock.h"
#include "database/PostgresPrograms.h"
#include "database/ServerFiles.h"
#include "database/ServerProcess.h"
#include "domain/WholeFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTcpServer>
#include <QTemporaryFile>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(serverLog, "clinicdesk.privateserver")

constexpr int startTimeoutMs = 60000;
constexpr int initdbTimeoutMs = 120000;
constexpr int orphanWaitMs = 5000;
constexpr int portAttempts = 8;
constexpr int longestSocketFolder = 80; // with "/.s.PGSQL.65535.lock" it stays under 100 bytes
const auto administratorName = u"clinicdesk_admin"_s;

Result<bool> failure(const QString &rule, const QString &folder = {})
{
    Error error = Error::of(ErrorKind::Unreachable, rule);
    if (!folder.isEmpty())
        error.details = ValidationDetails {{{u"folder"_s, folder}}};
    return unexpected(std::move(error));
}

bool writeFile(const QString &path, const QString &text, QFile::Permissions permissions)
{
    QSaveFile file(path);
    return writeWhole(file, text.toUtf8(), permissions);
}

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions readableByAll = ownerOnly | QFile::ReadGroup | QFile::ReadOther;

/// Outside the range the system takes outgoing connections' ports from, so that it stays free.
int freePort()
{
    QTcpServer server;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const int port = QRandomGenerator::system()->bounded(20000, 32000);
        if (server.listen(QHostAddress::LocalHost, static_cast<quint16>(port)))
            return port;
    }
    return 0;
}

bool isFree(int port)
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, static_cast<quint16>(port));
}

QString randomPassword()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

class PrivateServer::Private
{
public:
    explicit Private(Options chosen)
        : options(std::move(chosen))
    {
    }

    QString file(const QString &name) const { return folder + u'/' + name; }
    QString cluster() const { return file(u"cluster"_s); }
    QString readPassword() const;

    Result<bool> prepare();
    Result<bool> prepareFolder();
    Result<bool> createCluster();
    bool runInitdb(const QString &target, const QString &passwordFile);
    bool prepareSocketFolder();
    bool makeSocketFolder(const QString &path) const;
    bool adopt();
    Result<bool> launch();
    bool prepareTls(ServerFiles &files) const;
    bool tryLaunch();
    int choosePort() const;

    Options options;
    QString folder;
    int port = 0;
    QString socketFolder;
    PostgresPrograms programs;
    ServerAccount account;
    FolderLock lock;
    std::unique_ptr<ServerProcess> process;
};

QString PrivateServer::Private::readPassword() const
{
    QFile passwords(file(u"passfile"_s));
    if (!passwords.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(passwords.readLine()).trimmed().section(u':', 4);
}

Result<bool> PrivateServer::Private::prepareFolder()
{
    if (!QDir().mkpath(options.dataFolder))
        return failure(u"folder"_s, options.dataFolder);
    folder = QFileInfo(options.dataFolder).canonicalFilePath();
    QFile::Permissions permissions = ownerOnly | QFile::ExeOwner;
    if (account.isOther())
        permissions |= QFile::ExeGroup | QFile::ExeOther;
    if (!QFile::setPermissions(folder, permissions) || !QFileInfo(folder).isWritable())
        return failure(u"folder"_s, folder);
    const QString closed = account.firstUnreachable(folder);
    if (!closed.isEmpty())
        return failure(u"folder_not_reachable"_s, closed);
    if (!lock.take(file(u"lock"_s)))
        return failure(errno == EWOULDBLOCK ? u"in_use"_s : u"folder"_s, folder);
    return true;
}

/// All that start() needs but the running server; holds the folder's lock after it.
Result<bool> PrivateServer::Private::prepare()
{
    const auto foundPrograms = PostgresPrograms::find();
    if (!foundPrograms)
        return failure(u"no_postgresql"_s);
    const auto foundAccount = ServerAccount::find();
    if (!foundAccount)
        return failure(u"no_postgres_user"_s);
    programs = *foundPrograms;
    account = *foundAccount;
    lock.release();
    const Result<bool> prepared = prepareFolder();
    return prepared ? createCluster() : prepared;
}

Result<bool> PrivateServer::Private::createCluster()
{
    if (QFile::exists(cluster()))
        return readPassword().isEmpty() ? failure(u"passfile"_s, folder) : Result<bool>(true);
    // Built beside its place and renamed when complete, so an interrupted creation is begun anew.
    const QString fresh = file(u"cluster-new"_s);
    QDir(fresh).removeRecursively();
    const QString password = randomPassword();
    if (!writeFile(file(u"passfile"_s), u"*:*:*:%1:%2\n"_s.arg(administratorName, password),
                   ownerOnly))
        return failure(u"passfile"_s, folder);
    QTemporaryFile initial(file(u"initial-XXXXXX"_s));
    if (!initial.open() || !initial.setPermissions(ownerOnly)
        || initial.write(password.toUtf8()) < 0 || !initial.flush()
        || !account.give(initial.fileName()))
        return failure(u"passfile"_s, folder);
    if (!QDir().mkdir(fresh) || !QFile::setPermissions(fresh, ownerOnly | QFile::ExeOwner)
        || !account.give(fresh))
        return failure(u"folder"_s, folder);
    if (!runInitdb(fresh, initial.fileName()) || !QDir().rename(fresh, cluster())) {
        QDir(fresh).removeRecursively();
        return failure(u"initdb"_s, folder);
    }
    return true;
}

bool PrivateServer::Private::runInitdb(const QString &target, const QString &passwordFile)
{
    QStringList arguments {u"--pgdata"_s,
                           target,
                           u"--username"_s,
                           administratorName,
                           u"--pwfile"_s,
                           passwordFile,
                           u"--data-checksums"_s,
                           u"--auth-local=scram-sha-256"_s,
                           u"--auth-host=scram-sha-256"_s,
                           u"--encoding=UTF8"_s,
                           u"--locale=C.UTF-8"_s};
    if (!options.durable)
        arguments.append(u"--no-sync"_s);
    QProcess initdb;
    account.applyTo(initdb);
    initdb.start(programs.path(u"initdb"_s), arguments);
    const bool done = initdb.waitForFinished(initdbTimeoutMs)
        && initdb.exitStatus() == QProcess::NormalExit && initdb.exitCode() == 0;
    if (!done)
        qCWarning(serverLog).noquote() << "initdb failed:" << initdb.readAllStandardError();
    return done;
}

bool PrivateServer::Private::prepareSocketFolder()
{
    const QByteArray digest
        = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const QString user = QString::number(::geteuid());
    const QString name = u"/clinicdesk-%1-%2"_s.arg(user, QString::fromLatin1(digest));
    QStringList bases {QDir::tempPath(), u"/tmp"_s};
    if (!account.isOther())
        bases.prepend(u"/run/user/"_s + user);
    for (const QString &base : std::as_const(bases)) {
        if (!QFileInfo(base).isWritable() || !account.firstUnreachable(base).isEmpty())
            continue;
        // A name that somebody else took first is left to him.
        for (const QString &suffix : {u""_s, u"-1"_s, u"-2"_s, u"-3"_s}) {
            const QString path = QDir::cleanPath(base) + name + suffix;
            if (QFile::encodeName(path).size() > longestSocketFolder || !makeSocketFolder(path))
                continue;
            socketFolder = path;
            return true;
        }
    }
    return false;
}

bool PrivateServer::Private::makeSocketFolder(const QString &path) const
{
    const QByteArray name = QFile::encodeName(path);
    const mode_t mode = account.isOther() ? 0711 : 0700;
    if (::mkdir(name.constData(), 0700) == 0)
        return ::chmod(name.constData(), mode) == 0 && account.give(path);
    // Everyone may write to the temporary folder: take only a real folder that is already the
    // server's.
    struct stat info
    {
    };
    return ::lstat(name.constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == account.uid() && (info.st_mode & 07777) == mode;
}

/// A server that outlived its program is taken over as it runs, unless it was started otherwise.
bool PrivateServer::Private::adopt()
{
    const std::optional<RunningServer> running = RunningServer::find(cluster());
    if (!running)
        return false;
    process->adopt(*running);
    const bool onNetwork = running->listenAddress == u"*"_s;
    if (onNetwork == options.listenOnNetwork && (options.port == 0 || options.port == running->port)
        && process->waitUntilReady(running->socketFolder, running->port, startTimeoutMs)) {
        port = running->port;
        socketFolder = running->socketFolder;
        qCInfo(serverLog) << "took over the server still running as process" << running->processId;
        return true;
    }
    process->stop();
    return false;
}

int PrivateServer::Private::choosePort() const
{
    if (options.port != 0)
        return isFree(options.port) ? options.port : 0;
    const int last = rememberedPort(folder);
    return last > 0 && isFree(last) ? last : freePort();
}

Result<bool> PrivateServer::Private::launch()
{
    if (!prepareSocketFolder())
        return failure(u"socket_folder"_s);
    RunningServer::waitForOrphans(cluster(), orphanWaitMs);
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        port = choosePort();
        if (port == 0)
            return failure(u"port"_s);
        if (!tryLaunch())
            return failure(u"folder"_s, folder);
        if (process->waitUntilReady(socketFolder, port, startTimeoutMs))
            return true;
        process->stop();
        // Another program may have taken the port since it was found free; then choose again.
        if (isFree(port))
            break;
    }
    QFile messages(file(u"start.log"_s));
    if (messages.open(QIODevice::ReadOnly))
        qCWarning(serverLog).noquote()
            << "the server did not start:" << messages.readAll().right(2000);
    return failure(u"start"_s, folder);
}

/// A certificate the clinic has put into the folder turns TLS on; the server must be able to read
/// the key.
bool PrivateServer::Private::prepareTls(ServerFiles &files) const
{
    files.certificate = file(u"server.crt"_s);
    files.privateKey = file(u"server.key"_s);
    files.hasTls = QFile::exists(files.certificate) && QFile::exists(files.privateKey);
    return !files.hasTls || account.shareSecret(files.privateKey);
}

bool PrivateServer::Private::tryLaunch()
{
    ServerFiles files;
    files.port = port;
    files.socketFolder = socketFolder;
    files.listenOnNetwork = options.listenOnNetwork;
    files.durable = options.durable;
    files.maxConnections = options.maxConnections;
    files.administrator = administratorName;
    const QString configuration = file(u"postgresql.conf"_s);
    const QString rules = file(u"pg_hba.conf"_s);
    if (!prepareTls(files)
        || !writeFile(configuration, files.configuration(programs), readableByAll)
        || !writeFile(rules, files.clientRules(), readableByAll)
        || !writeFile(file(u"port"_s), QString::number(port) + u'\n', readableByAll))
        return false;
    return process->launch(
        programs.path(u"postgres"_s),
        {u"-D"_s, cluster(), u"--config-file="_s + configuration, u"--hba-file="_s + rules},
        account, file(u"start.log"_s), options.endWithStarter);
}

PrivateServer::PrivateServer(Options options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

PrivateServer::~PrivateServer()
{
    stop();
}

int PrivateServer::rememberedPort(const QString &dataFolder)
{
    QFile remembered(dataFolder + u"/port"_s);
    if (!remembered.open(QIODevice::ReadOnly))
        return 0;
    const int port = remembered.readAll().trimmed().toInt();
    return port > 0 && port < 65536 ? port : 0;
}

Result<bool> PrivateServer::create()
{
    const Result<bool> done = d->prepare();
    d->lock.release();
    return done;
}

Result<bool> PrivateServer::start()
{
    if (isRunning())
        return true;
    Result<bool> done = d->prepare();
    if (done) {
        d->process = std::make_unique<ServerProcess>();
        if (!d->adopt())
            done = d->launch();
    }
    if (!done) {
        d->process.reset();
        d->lock.release();
    }
    return done;
}

void PrivateServer::stop()
{
    if (!d->process)
        return;
    d->process.reset();
    QDir().rmdir(d->socketFolder);
    d->lock.release();
}

bool PrivateServer::isRunning() const
{
    return d->process && d->process->isRunning();
}

int PrivateServer::port() const
{
    return d->port;
}

qint64 PrivateServer::processId() const
{
    return d->process ? d->process->processId() : 0;
}

QString PrivateServer::socketFolder() const
{
    return d->socketFolder;
}

QString PrivateServer::administrator() const
{
    return administratorName;
}

QString PrivateServer::passwordFile() const
{
    return d->file(u"passfile"_s);
}

ConnectionSettings PrivateServer::administratorSettings(const QString &database) const
{
    ConnectionSettings settings;
    settings.host = d->socketFolder;
    settings.port = QString::number(d->port);
    settings.database = database;
    settings.user = administratorName;
    settings.password = d->readPassword();
    return settings;
}

} // namespace ClinicDesk
