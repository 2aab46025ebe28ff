#pragma once

#include "database/PostgresPrograms.h"

#include <QProcess>
#include <QString>

#include <optional>

namespace ClinicDesk {

/// What a running server says of itself in postmaster.pid.
struct RunningServer
{
    qint64 processId = 0;
    int port = 0;
    QString socketFolder;
    QString listenAddress;

    /// Nothing when no server runs on this cluster, whatever a stale file says.
    [[nodiscard]] static std::optional<RunningServer> find(const QString &clusterFolder);
    /// A killed server's workers end by themselves, but a new one cannot start before they have:
    /// waits for each for at most `milliseconds`.
    static void waitForOrphans(const QString &clusterFolder, int milliseconds);
};

/// The postmaster: a child of ours, or one that outlived the program that started it. Lives on the
/// thread that launches it; its functions block.
class ServerProcess final
{
public:
    ServerProcess() = default;
    ~ServerProcess(); ///< stops
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Starts `program` as the account's; its early messages go to `logFile`.
    bool launch(const QString &program, const QStringList &arguments, const ServerAccount &account,
                const QString &logFile, bool endWithStarter);
    void adopt(const RunningServer &server);
    /// Waits until the server accepts connections; false when it ends or the time is over.
    [[nodiscard]] bool waitUntilReady(const QString &socketFolder, int port, int milliseconds);
    /// Fast, after 10 s immediately, after 5 s more by force.
    void stop();

    [[nodiscard]] bool isRunning();
    [[nodiscard]] qint64 processId();

private:
    [[nodiscard]] bool waitUntilGone(int milliseconds);

    QProcess m_child;
    std::optional<qint64> m_adopted;
};

} // namespace ClinicDesk
