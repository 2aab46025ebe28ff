#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>

namespace ClinicDesk {

/// A PostgreSQL cluster of the clinic's own in one folder: data checksums, SCRAM, a short socket path,
/// the timeouts a network of desks needs. As root, PostgreSQL's binaries (and only they) run as `postgres`.
/// Lives on one thread; start() and stop() block (run them off the GUI thread).
class PrivateServer final
{
public:
    struct Options
    {
        QString dataFolder;
        int port = 0;              ///< 0: a free one, kept for later starts
        bool listenOnNetwork = false; ///< else only loopback and the socket
        bool durable = true;       ///< false only in tests: no fsync
        int maxConnections = 400;
    };

    explicit PrivateServer(Options options);
    ~PrivateServer(); ///< stops
    Q_DISABLE_COPY_MOVE(PrivateServer)

    /// Creates the cluster at first, adopts or ends one that still runs after a crash, starts it, and waits
    /// until it answers. Unreachable with `rule` naming the step that failed ("initdb", "start", "port", ...).
    [[nodiscard]] Result<bool> start();
    void stop();
    [[nodiscard]] bool isRunning() const;

    [[nodiscard]] int port() const;
    [[nodiscard]] QString socketFolder() const;
    [[nodiscard]] QString administrator() const; ///< the cluster's superuser, the program's own
    [[nodiscard]] QString passwordFile() const;  ///< libpq passfile, 0600, holds the administrator's line
    /// How the program itself connects to `database` as the cluster's superuser.
    [[nodiscard]] ConnectionSettings administratorSettings(const QString &database) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ClinicDesk
