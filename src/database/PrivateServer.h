#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>

namespace ClinicDesk {

/// A PostgreSQL cluster of the clinic's own in one folder: data checksums, SCRAM, a short socket
/// path, the timeouts a network of desks needs. As root, PostgreSQL's binaries (and only they) run
/// as `postgres`. Lives on one thread; start() and stop() block (run them off the GUI thread).
///
/// The folder holds cluster/ (PostgreSQL's, of the server's user) and, out of that user's reach,
/// passfile, port, lock, postgresql.conf, pg_hba.conf and start.log. A clinic may add local.conf
/// (its own settings) and server.crt with server.key, which turn TLS on and let other computers in
/// by TLS only.
class PrivateServer final
{
public:
    struct Options
    {
        QString dataFolder;
        int port = 0; ///< 0: a free one, kept for later starts
        bool listenOnNetwork = false; ///< else only loopback and the socket
        bool durable = true; ///< false only in tests: no fsync
        int maxConnections = 400;
        /// The server ends with the thread that called start(), even by kill -9.
        bool endWithStarter = false;
    };

    explicit PrivateServer(Options options);
    ~PrivateServer(); ///< stops
    Q_DISABLE_COPY_MOVE(PrivateServer)

    /// Makes the cluster where it is missing, and does not start it. Fails as start() does.
    [[nodiscard]] Result<bool> create();
    /// Creates the cluster at first, adopts or ends one that still runs after a crash, starts it,
    /// and waits until it answers. Unreachable with `rule` naming the step that failed:
    /// "no_postgresql" (not installed), "no_postgres_user" (root only), "folder" (cannot be created
    /// or written), "folder_not_reachable" (the server's user may not pass through it:
    /// ValidationDetails field "folder" names it), "in_use" (another program runs this folder's
    /// server), "initdb", "passfile", "socket_folder", "port" (taken), "start".
    [[nodiscard]] Result<bool> start();
    /// Ends the sessions and the server: fast, after 10 s immediately. Nothing if it does not run.
    void stop();
    [[nodiscard]] bool isRunning() const;

    /// The port that the server of this folder has now or had last; 0 for none.
    [[nodiscard]] static int rememberedPort(const QString &dataFolder);
    [[nodiscard]] int port() const;
    [[nodiscard]] qint64 processId() const; ///< the server's; 0 when it does not run
    [[nodiscard]] QString socketFolder() const;
    [[nodiscard]] QString administrator() const; ///< the cluster's superuser, the program's own
    [[nodiscard]] QString
    passwordFile() const; ///< libpq passfile, 0600, holds the administrator's line
    /// How the program itself connects to `database` as the cluster's superuser.
    [[nodiscard]] ConnectionSettings administratorSettings(const QString &database) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ClinicDesk
