#include "database/PostgresPrograms.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int preferredVersion = 15;

QString askPgConfig(const QString &option)
{
    const QString program = QStandardPaths::findExecutable(u"pg_config"_s);
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, {option});
    if (!process.waitForFinished(5000) || process.exitCode() != 0)
        return {};
    return QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
}

QList<int> debianVersions()
{
    QList<int> versions;
    const QStringList folders
        = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const int version = folder.toInt();
        if (version >= preferredVersion)
            versions.append(version);
    }
    std::sort(versions.begin(), versions.end(), [](int left, int right) {
        return left == preferredVersion || (right != preferredVersion && left > right);
    });
    return versions;
}

bool isExecutable(const QString &path)
{
    return QFileInfo(path).isExecutable();
}

} // namespace

std::optional<PostgresPrograms> PostgresPrograms::find()
{
    PostgresPrograms programs;
    for (const int version : debianVersions()) {
        const QString base = u"/usr/lib/postgresql/%1"_s.arg(version);
        if (isExecutable(base + u"/bin/initdb"_s) && isExecutable(base + u"/bin/postgres"_s)) {
            programs.m_binFolder = base + u"/bin"_s;
            programs.m_moduleFolders = {base + u"/lib"_s};
            return programs;
        }
    }
    programs.m_binFolder = askPgConfig(u"--bindir"_s);
    if (programs.m_binFolder.isEmpty() || !isExecutable(programs.path(u"postgres"_s)))
        return std::nullopt;
    programs.m_moduleFolders = {askPgConfig(u"--pkglibdir"_s)};
    return programs;
}

QString PostgresPrograms::path(const QString &program) const
{
    return m_binFolder + u'/' + program;
}

bool PostgresPrograms::hasModule(const QString &name) const
{
    return std::any_of(
        m_moduleFolders.cbegin(), m_moduleFolders.cend(),
        [&](const QString &folder) { return QFile::exists(folder + u'/' + name + u".so"_s); });
}

std::optional<ServerAccount> ServerAccount::find()
{
    ServerAccount account;
    account.m_uid = ::geteuid();
    account.m_gid = ::getegid();
    if (account.m_uid != 0)
        return account;
    const passwd *entry = ::getpwnam("postgres");
    if (!entry)
        return std::nullopt;
    account.m_other = true;
    account.m_uid = entry->pw_uid;
    account.m_gid = entry->pw_gid;
    int count = 64;
    account.m_groups.resize(static_cast<size_t>(count));
    if (::getgrouplist("postgres", account.m_gid, account.m_groups.data(), &count) < 0)
        count = 0;
    account.m_groups.resize(static_cast<size_t>(count));
    return account;
}

void ServerAccount::applyTo(QProcess &process, bool endWithStarter) const
{
    // Only async-signal-safe calls: the groups were looked up before the fork.
    process.setChildProcessModifier([account = *this, endWithStarter, starter = ::getpid()] {
        ::setsid();
        if (account.m_other
            && (::setgroups(account.m_groups.size(), account.m_groups.data()) != 0
                || ::setgid(account.m_gid) != 0 || ::setuid(account.m_uid) != 0))
            ::_exit(126);
        if (endWithStarter) {
            ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
            if (::getppid() != starter)
                ::_exit(126);
        }
    });
    process.setWorkingDirectory(u"/"_s);
}

bool ServerAccount::give(const QString &path) const
{
    return !m_other || ::lchown(QFile::encodeName(path).constData(), m_uid, m_gid) == 0;
}

bool ServerAccount::shareSecret(const QString &path) const
{
    const QByteArray name = QFile::encodeName(path);
    if (m_other && ::lchown(name.constData(), ::geteuid(), m_gid) != 0)
        return false;
    return ::chmod(name.constData(), m_other ? 0640 : 0600) == 0;
}

QString ServerAccount::firstUnreachable(const QString &path) const
{
    if (!m_other)
        return {};
    QString current;
    const QStringList parts = QDir::cleanPath(path).split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        current += u'/' + part;
        struct stat info
        {
        };
        if (::stat(QFile::encodeName(current).constData(), &info) != 0)
            return {};
        const bool inGroup
            = std::find(m_groups.cbegin(), m_groups.cend(), info.st_gid) != m_groups.cend();
        const mode_t needed = info.st_uid == m_uid ? S_IXUSR : inGroup ? S_IXGRP : S_IXOTH;
        if (!(info.st_mode & needed))
            return current;
    }
    return {};
}

} // namespace ClinicDesk
