#include "database/ServerProcess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <libpq-fe.h>

#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int pollMs = 20;
constexpr int fastStopMs = 10000;
constexpr int immediateStopMs = 5000;

/// The server's working folder is its cluster: a number that was given to another process is told
/// apart.
bool runsOn(qint64 processId, const QString &clusterFolder)
{
    const QFileInfo workingFolder(u"/proc/%1/cwd"_s.arg(processId));
    return workingFolder.symLinkTarget() == QFileInfo(clusterFolder).canonicalFilePath();
}

/// Blocks for at most `milliseconds`; true when the process has ended.
bool waitForEnd(qint64 processId, int milliseconds)
{
    const int handle
        = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(processId), 0));
    if (handle < 0)
        return errno == ESRCH;
    pollfd entry {handle, POLLIN, 0};
    const bool ended = ::poll(&entry, 1, milliseconds) > 0;
    ::close(handle);
    return ended;
}

PGPing ping(const QString &socketFolder, int port)
{
    const QByteArray host = QFile::encodeName(socketFolder);
    const QByteArray portText = QByteArray::number(port);
    const char *const keywords[] = {"host", "port", "connect_timeout", nullptr};
    const char *const values[] = {host.constData(), portText.constData(), "2", nullptr};
    return PQpingParams(keywords, values, 0);
}

} // namespace

std::optional<RunningServer> RunningServer::find(const QString &clusterFolder)
{
    QFile file(clusterFolder + u"/postmaster.pid"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QStringList lines = QString::fromLocal8Bit(file.readAll()).split(u'\n');
    RunningServer server;
    server.processId = lines.value(0).trimmed().toLongLong();
    server.port = lines.value(3).trimmed().toInt();
    server.socketFolder = lines.value(4).trimmed();
    server.listenAddress = lines.value(5).trimmed();
    if (server.processId <= 1 || !runsOn(server.processId, clusterFolder))
        return std::nullopt;
    return server;
}

void RunningServer::waitForOrphans(const QString &clusterFolder, int milliseconds)
{
    const QStringList entries = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &entry : entries) {
        const qint64 processId = entry.toLongLong();
        if (runsOn(processId, clusterFolder))
            waitForEnd(processId, milliseconds);
    }
}

ServerProcess::~ServerProcess()
{
    stop();
}

bool ServerProcess::launch(const QString &program, const QStringList &arguments,
                           const ServerAccount &account, const QString &logFile,
                           bool endWithStarter)
{
    m_adopted.reset();
    account.applyTo(m_child, endWithStarter);
    m_child.setStandardInputFile(QProcess::nullDevice());
    m_child.setStandardOutputFile(QProcess::nullDevice());
    m_child.setStandardErrorFile(logFile);
    m_child.start(program, arguments);
    return m_child.waitForStarted(10000);
}

void ServerProcess::adopt(const RunningServer &server)
{
    m_adopted = server.processId;
}

bool ServerProcess::waitUntilReady(const QString &socketFolder, int port, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (ping(socketFolder, port) != PQPING_OK) {
        if (deadline.hasExpired() || waitUntilGone(pollMs))
            return false;
    }
    // Someone else's server on our port is not ours: ours must still be there.
    return isRunning();
}

void ServerProcess::stop()
{
    const struct
    {
        int signal;
        int waitMs;
    } steps[] = {{SIGINT, fastStopMs}, {SIGQUIT, immediateStopMs}, {SIGKILL, immediateStopMs}};
    for (const auto &step : steps) {
        const qint64 id = processId();
        if (id == 0)
            break;
        ::kill(static_cast<pid_t>(id), step.signal);
        if (waitUntilGone(step.waitMs))
            break;
    }
    m_adopted.reset();
}

bool ServerProcess::isRunning()
{
    return !waitUntilGone(0);
}

qint64 ServerProcess::processId()
{
    if (waitUntilGone(0))
        return 0;
    return m_adopted ? *m_adopted : m_child.processId();
}

bool ServerProcess::waitUntilGone(int milliseconds)
{
    if (m_adopted)
        return waitForEnd(*m_adopted, milliseconds);
    if (m_child.state() == QProcess::NotRunning)
        return true;
    m_child.waitForFinished(milliseconds);
    return m_child.state() == QProcess::NotRunning;
}

} // namespace ClinicDesk
