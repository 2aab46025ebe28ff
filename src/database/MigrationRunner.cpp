#include "database/MigrationRunner.h"

#include "database/SqlError.h"
#include "database/SqlFiles.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(migrationLog, "clinicdesk.migration")

const Statement lockMigrations {
    "migration_lock", "",
    "SELECT pg_advisory_xact_lock(hashtextextended('clinicdesk.migration', 0))"};
const Statement tableExists {"migration_table_exists", "",
                             "SELECT to_regclass('app.schema_migration') IS NOT NULL"};
const Statement selectApplied {
    "migration_applied", "", "SELECT version, checksum, min_compatible FROM app.schema_migration"};
const Statement insertApplied {"migration_insert", "integer, text, text, integer",
                               "INSERT INTO app.schema_migration (version, name, checksum, "
                               "min_compatible) VALUES ($1, $2, $3, $4)"};

const auto createTable = uR"(
CREATE SCHEMA IF NOT EXISTS app;
CREATE TABLE IF NOT EXISTS app.schema_migration (
    version integer PRIMARY KEY CHECK (version > 0),
    name text NOT NULL,
    checksum text NOT NULL,
    min_compatible integer NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
)"_s;

// Two migrators wait for one another, and a file may rebuild a large table.
const auto liftTimeouts = uR"(
SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '5min';
)"_s;

/// The stored text of an applied file is not this program's.
struct ChecksumError
{
    int version;
};

} // namespace

Migration Migration::fromText(int version, const QString &name, const QString &sql)
{
    static const QRegularExpression header(u"^--\\s*min-compatible:\\s*(\\d+)\\s*$"_s,
                                           QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = header.match(sql);
    const QByteArray digest = QCryptographicHash::hash(sql.toUtf8(), QCryptographicHash::Sha256);
    return {version, name, sql, QString::fromLatin1(digest.toHex()),
            match.hasMatch() ? match.captured(1).toInt() : version};
}

QList<Migration> MigrationRunner::builtIn()
{
    static const QRegularExpression pattern(u"^(\\d{4})_\\w+\\.sql$"_s);
    QList<Migration> migrations;
    for (const QString &name : SqlFiles::names(u"migrations"_s)) {
        const QRegularExpressionMatch match = pattern.match(name);
        if (match.hasMatch())
            migrations.append(Migration::fromText(match.captured(1).toInt(), name,
                                                  SqlFiles::read(u"migrations/"_s + name)));
    }
    return migrations;
}

int MigrationRunner::programVersion()
{
    static const int version = [] {
        const QList<Migration> migrations = builtIn();
        return migrations.isEmpty() ? 0 : migrations.last().version;
    }();
    return version;
}

MigrationRunner::MigrationRunner(Connection &connection, QList<Migration> migrations)
    : m_connection(connection)
    , m_migrations(std::move(migrations))
{
    std::sort(
        m_migrations.begin(), m_migrations.end(),
        [](const Migration &left, const Migration &right) { return left.version < right.version; });
}

int MigrationRunner::ownVersion() const
{
    return m_migrations.isEmpty() ? 0 : m_migrations.last().version;
}

/// Runs the work outside or inside a transaction; whatever is thrown is rolled back, logged and
/// typed.
template<typename T> Result<T> MigrationRunner::guarded(const std::function<Result<T>()> &work)
{
    try {
        return work();
    } catch (const SqlError &error) {
        m_connection.rollback();
        qCWarning(migrationLog).noquote() << error.sqlState << error.message;
        return unexpected(classify(error));
    } catch (const Refusal &refusal) {
        m_connection.rollback();
        return unexpected(refusal.error);
    } catch (const ChecksumError &error) {
        m_connection.rollback();
        const QString incident = QUuid::createUuid().toString(QUuid::WithoutBraces);
        qCCritical(migrationLog) << incident << "migration" << error.version
                                 << "was applied with another text than this program has";
        return unexpected(Error {ErrorKind::Internal, u"checksum"_s, {}, incident});
    }
}

MigrationRunner::AppliedMap MigrationRunner::readApplied()
{
    AppliedMap applied;
    if (!m_connection.send({{&tableExists, {}}}).constFirst().constFirst().get<bool>(0))
        return applied;
    const Rows rows = m_connection.send({{&selectApplied, {}}}).constFirst();
    for (const Row &row : rows)
        applied.insert(row.get<int>(0), {row.get<QString>(1), row.get<int>(2)});
    return applied;
}

Result<int> MigrationRunner::currentVersion()
{
    return guarded<int>([this]() -> Result<int> {
        const AppliedMap applied = readApplied();
        return applied.isEmpty() ? 0 : applied.lastKey();
    });
}

Result<int> MigrationRunner::check()
{
    return guarded<int>([this]() -> Result<int> {
        const AppliedMap applied = readApplied();
        const int version = applied.isEmpty() ? 0 : applied.lastKey();
        const SchemaDetails details {ownVersion(), version};
        if (version < ownVersion())
            return unexpected(Error {ErrorKind::ProgramTooNew, {}, details, {}});
        if (version > ownVersion() && applied.last().minCompatible > ownVersion())
            return unexpected(Error {ErrorKind::ProgramTooOld, {}, details, {}});
        return version;
    });
}

void MigrationRunner::lockAndPrepareTable()
{
    m_connection.runScript(liftTimeouts);
    m_connection.send({{&lockMigrations, {}}}, true);
    m_connection.runScript(createTable);
    m_connection.commit();
}

/// Applies the lowest missing file up to `target`, in a transaction of its own; false when none is
/// left.
bool MigrationRunner::applyNext(int target)
{
    m_connection.send({{&lockMigrations, {}}}, true);
    const AppliedMap applied = readApplied();
    const int version = applied.isEmpty() ? 0 : applied.lastKey();
    if (version > ownVersion())
        throw Refusal {
            Error {ErrorKind::ProgramTooOld, {}, SchemaDetails {ownVersion(), version}, {}}};
    for (const Migration &migration : std::as_const(m_migrations)) {
        const auto found = applied.constFind(migration.version);
        if (found != applied.constEnd() && found->checksum != migration.checksum)
            throw ChecksumError {migration.version};
        if (found != applied.constEnd() || migration.version > target)
            continue;
        qCInfo(migrationLog).noquote() << "applying" << migration.name;
        m_connection.runScript(migration.sql);
        m_connection.send(
            {{&insertApplied,
              {migration.version, migration.name, migration.checksum, migration.minCompatible}}});
        m_connection.commit();
        return true;
    }
    m_connection.rollback();
    return false;
}

Result<int> MigrationRunner::migrate(int target)
{
    return guarded<int>([this, target]() -> Result<int> {
        lockAndPrepareTable();
        int count = 0;
        while (applyNext(target == 0 ? ownVersion() : target))
            ++count;
        return count;
    });
}

} // namespace ClinicDesk
