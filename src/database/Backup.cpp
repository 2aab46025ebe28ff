#include "database/Backup.h"

#include "database/PostgresPrograms.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(backupLog, "clinicdesk.backup")

constexpr int kept = 14;
constexpr qint64 leastFreeBytes = 64 * 1024 * 1024;
constexpr qint64 fullBelowBytes = 1024 * 1024;
constexpr int verifyTimeoutMs = 600000;

Result<bool> folderFailure(const QString &rule, const QString &folder)
{
    return unexpected(
        Error {ErrorKind::ValidationFailed, rule, ValidationDetails {{{u"folder"_s, folder}}}, {}});
}

Result<bool> failure(const QString &rule)
{
    return unexpected(Error::of(ErrorKind::Unreachable, rule));
}

/// The password goes by the child's environment, which only its own user can read.
QProcessEnvironment environmentOf(const ConnectionSettings &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const std::pair<QString, QString> values[] = {
        {u"PGHOST"_s, settings.host},
        {u"PGPORT"_s, settings.port},
        {u"PGDATABASE"_s, settings.database},
        {u"PGUSER"_s, settings.user},
        {u"PGPASSWORD"_s, settings.password},
        {u"PGSSLMODE"_s, settings.sslMode},
        {u"PGSSLROOTCERT"_s, settings.sslRootCert},
    };
    for (const auto &[name, value] : values) {
        if (!value.isEmpty())
            environment.insert(name, value);
    }
    return environment;
}

bool run(QProcess &process, const QString &program, const QStringList &arguments, int timeoutMs)
{
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool done = process.waitForFinished(timeoutMs)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!done)
        qCWarning(backupLog).noquote() << QFileInfo(program).fileName()
                                       << "failed:" << process.readAllStandardError().right(2000);
    return done;
}

/// This database's dumps, newest first: the names hold the time and sort by it.
QFileInfoList dumpsOf(const QDir &folder, const QString &prefix)
{
    return folder.entryInfoList({prefix + u"*.dump"_s}, QDir::Files, QDir::Name | QDir::Reversed);
}

void removeOld(const QDir &folder, const QString &prefix)
{
    const QFileInfoList dumps = dumpsOf(folder, prefix);
    for (qsizetype index = kept; index < dumps.size(); ++index)
        QFile::remove(dumps.at(index).absoluteFilePath());
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QFileInfoList parts = folder.entryInfoList({prefix + u"*.part"_s}, QDir::Files);
    for (const QFileInfo &part : parts) {
        if (part.lastModified() < yesterday)
            QFile::remove(part.absoluteFilePath());
    }
}

bool hasRoom(const QDir &folder, const QString &prefix)
{
    const QFileInfoList dumps = dumpsOf(folder, prefix);
    const qint64 last = dumps.isEmpty() ? 0 : dumps.constFirst().size();
    return QStorageInfo(folder).bytesAvailable() >= std::max(leastFreeBytes, 2 * last);
}

} // namespace

Result<bool> dumpDatabase(const ConnectionSettings &settings, const QString &folderPath)
{
    const auto programs = PostgresPrograms::find();
    if (!programs)
        return failure(u"no_postgresql"_s);
    QDir folder(folderPath);
    if (!folder.mkpath(u"."_s) || !QFileInfo(folderPath).isWritable())
        return folderFailure(u"folder_not_writable"_s, folderPath);
    const QString prefix = u"clinicdesk-"_s + settings.database + u'-';
    if (!hasRoom(folder, prefix))
        return folderFailure(u"disk_full"_s, folderPath);
    QTemporaryFile part(folder.filePath(prefix + u"XXXXXX.part"_s));
    if (!part.open())
        return folderFailure(u"folder_not_writable"_s, folderPath);

    QStringList arguments {u"--format=custom"_s, u"--no-password"_s, u"--file"_s, part.fileName()};
    if (!settings.setRole.isEmpty())
        arguments.append(u"--role="_s + settings.setRole);
    QProcess dump;
    dump.setProcessEnvironment(environmentOf(settings));
    if (!run(dump, programs->path(u"pg_dump"_s), arguments, -1)) {
        const bool isFull = QStorageInfo(folder).bytesAvailable() < fullBelowBytes;
        return isFull ? folderFailure(u"disk_full"_s, folderPath) : failure(u"pg_dump"_s);
    }
    QProcess list;
    if (!run(list, programs->path(u"pg_restore"_s), {u"--list"_s, part.fileName()}, verifyTimeoutMs)
        || !list.readAllStandardOutput().contains("TABLE DATA"))
        return failure(u"verify"_s);

    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString name = folder.filePath(prefix + time + u".dump"_s);
    if (std::rename(QFile::encodeName(part.fileName()).constData(),
                    QFile::encodeName(name).constData())
        != 0)
        return folderFailure(u"folder_not_writable"_s, folderPath);
    part.setAutoRemove(false);
    removeOld(folder, prefix);
    return true;
}

} // namespace ClinicDesk
