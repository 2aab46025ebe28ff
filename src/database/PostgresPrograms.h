#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

#include <sys/types.h>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace ClinicDesk {

/// PostgreSQL's own programs, version 15 or newer.
class PostgresPrograms
{
public:
    /// Debian's folders first (15, else the newest), then what pg_config tells; nothing if none is
    /// installed.
    [[nodiscard]] static std::optional<PostgresPrograms> find();

    [[nodiscard]] QString path(const QString &program) const;
    /// Whether the server can preload this module.
    [[nodiscard]] bool hasModule(const QString &name) const;

private:
    QString m_binFolder;
    QStringList m_moduleFolders;
};

/// As whom the server's programs run: the caller, or `postgres` when the caller is root, which
/// PostgreSQL refuses. Nothing but PostgreSQL's programs runs as that user.
class ServerAccount
{
public:
    /// Nothing when root has no `postgres` user to give the cluster to.
    [[nodiscard]] static std::optional<ServerAccount> find();

    [[nodiscard]] bool isOther() const { return m_other; } ///< another user than the caller
    [[nodiscard]] uid_t uid() const { return m_uid; }
    /// The child switches to the account before it runs; it never starts as root when that fails.
    /// `endWithStarter`: the kernel ends the child when the thread that starts it ends.
    void applyTo(QProcess &process, bool endWithStarter = false) const;
    /// Makes the account the owner of a file or folder.
    [[nodiscard]] bool give(const QString &path) const;
    /// Lets the account read a file that only its owner may read otherwise.
    [[nodiscard]] bool shareSecret(const QString &path) const;
    /// The outermost folder above or at `path` that the account cannot pass through; empty if none.
    [[nodiscard]] QString firstUnreachable(const QString &path) const;

private:
    bool m_other = false;
    uid_t m_uid = 0;
    gid_t m_gid = 0;
    std::vector<gid_t> m_groups;
};

} // namespace ClinicDesk
