#include "database/MigrationRunner.h"

#include "database/SqlError.h"
#include "database/SqlFiles.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(migrationLog, "clinicdesk.migration")

const Statement lockMigrations {
    "migration_lock", "",
    "SELECT pg_advisory_xact_lock(hashtextextended('clinicdesk.migration', 0))"};
const Statement tablesExist {"migration_tables_exist", "",
                             "SELECT to_regclass('app.function_set') IS NOT NULL AS prepared"};
const Statement selectApplied {
    "migration_applied", "", "SELECT version, checksum, min_compatible FROM app.schema_migration"};
const Statement selectFunctions {
    "migration_functions", "",
    "SELECT number, checksum, min_compatible, schema_version FROM app.function_set"};
const Statement insertApplied {"migration_insert", "integer, text, text, integer",
                               "INSERT INTO app.schema_migration (version, name, checksum, "
                               "min_compatible) VALUES ($1, $2, $3, $4)"};
const Statement storeFunctions {"migration_store_functions", "integer, text, integer, integer",
                                R"sql(
    INSERT INTO app.function_set (number, checksum, min_compatible, schema_version)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT (one) DO UPDATE SET number = $1, checksum = $2, min_compatible = $3,
        schema_version = $4, applied_at = now())sql"};

const auto createTables = uR"(
CREATE SCHEMA IF NOT EXISTS app;
CREATE TABLE IF NOT EXISTS app.schema_migration (
    version integer PRIMARY KEY CHECK (version > 0),
    name text NOT NULL,
    checksum text NOT NULL,
    min_compatible integer NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS app.function_set (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    number integer NOT NULL,
    checksum text NOT NULL,
    min_compatible integer NOT NULL,
    schema_version integer NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
)"_s;

// Two migrators wait for one another, and a file may rebuild a large table.
const auto liftTimeouts = uR"(
SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '5min';
)"_s;

// With the server's wait of 1 s for a lock: three minutes.
constexpr int replaceAttempts = 120;
constexpr unsigned long replacePauseMs = 500;

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

MigrationRunner::MigrationRunner(Connection &connection)
    : MigrationRunner(connection, builtIn(), FunctionSet::builtIn())
{
}

MigrationRunner::MigrationRunner(Connection &connection, QList<Migration> migrations,
                                 FunctionSet functions)
    : m_connection(connection)
    , m_migrations(std::move(migrations))
    , m_functions(std::move(functions))
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

MigrationRunner::Stored MigrationRunner::readStored()
{
    Stored stored;
    const Rows prepared = m_connection.send({{&tablesExist, {}}}).constFirst();
    if (!prepared.constFirst().get<bool>("prepared"))
        return stored;
    const QList<Rows> results = m_connection.send({{&selectApplied, {}}, {&selectFunctions, {}}});
    for (const Row &row : results.at(0)) {
        stored.migrations.insert(row.get<int>("version"),
                                 {row.get<QString>("checksum"), row.get<int>("min_compatible")});
    }
    for (const Row &row : results.at(1)) {
        stored.functions = {row.get<int>("number"), row.get<int>("min_compatible"),
                            row.get<int>("schema_version"), row.get<QString>("checksum")};
    }
    return stored;
}

Result<int> MigrationRunner::currentVersion()
{
    return guarded<int>([this]() -> Result<int> { return readStored().version(); });
}

Result<int> MigrationRunner::check()
{
    return guarded<int>([this]() -> Result<int> {
        const Stored stored = readStored();
        const int version = stored.version();
        const SchemaDetails details {ownVersion(), version};
        if ((version > ownVersion() && stored.migrations.last().minCompatible > ownVersion())
            || (stored.functions.number > m_functions.number
                && stored.functions.minCompatible > m_functions.number))
            return unexpected(Error {ErrorKind::ProgramTooOld, {}, details, {}});
        const bool sameText = stored.functions.checksum == m_functions.checksum;
        if (version < ownVersion() || stored.functions.number < m_functions.number
            || (stored.functions.number == m_functions.number && !sameText))
            return unexpected(Error {ErrorKind::ProgramTooNew, {}, details, {}});
        return version;
    });
}

void MigrationRunner::lockAndPrepareTables()
{
    m_connection.runScript(liftTimeouts);
    m_connection.send({{&lockMigrations, {}}}, true);
    m_connection.runScript(createTables);
    m_connection.commit();
}

/// Begins a transaction under the lock and reads what is there, which this program must not be
/// older than.
MigrationRunner::Stored MigrationRunner::beginStep()
{
    m_connection.send({{&lockMigrations, {}}}, true);
    Stored stored = readStored();
    if (stored.version() > ownVersion() || stored.functions.number > m_functions.number)
        throw Refusal {Error {
            ErrorKind::ProgramTooOld, {}, SchemaDetails {ownVersion(), stored.version()}, {}}};
    return stored;
}

/// Applies the lowest missing file up to `target`, in a transaction of its own; false when none is
/// left.
bool MigrationRunner::applyNext(int target)
{
    const AppliedMap applied = beginStep().migrations;
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

/// Tries for minutes: whoever reads in an open transaction keeps a table from being changed, and
/// all others queue behind this while it waits for him. So it waits shortly, and lets them pass.
void MigrationRunner::replaceFunctionsBetweenReaders()
{
    for (int attempt = 1;; ++attempt) {
        try {
            replaceFunctions();
            return;
        } catch (const SqlError &error) {
            if (!isLockTimeout(error) || attempt == replaceAttempts)
                throw;
            m_connection.rollback();
            QThread::msleep(replacePauseMs);
        }
    }
}

/// All or none, in one transaction; nothing when they and the tables are as they were. A migration
/// may have dropped what depended on a table, so after one the files are run again.
void MigrationRunner::replaceFunctions()
{
    const Stored stored = beginStep();
    if (m_functions.isEmpty()
        || (stored.functions.checksum == m_functions.checksum
            && stored.functions.schemaVersion == stored.version())) {
        m_connection.rollback();
        return;
    }
    m_connection.runScript(u"SET LOCAL lock_timeout = '1s'"_s);
    m_connection.runScript(SqlFiles::read(u"replace/01_drop.sql"_s));
    for (const FunctionSet::File &file : std::as_const(m_functions.files)) {
        qCInfo(migrationLog).noquote() << "running functions" << file.name;
        m_connection.runScript(file.sql);
    }
    m_connection.runScript(SqlFiles::read(u"replace/02_close.sql"_s));
    m_connection.send({{&storeFunctions,
                        {m_functions.number, m_functions.checksum, m_functions.minCompatible,
                         stored.version()}}});
    m_connection.commit();
}

Result<int> MigrationRunner::migrate(int target)
{
    return guarded<int>([this, target]() -> Result<int> {
        lockAndPrepareTables();
        int count = 0;
        while (applyNext(target == 0 ? ownVersion() : target))
            ++count;
        if (target == 0 || target >= ownVersion())
            replaceFunctionsBetweenReaders();
        return count;
    });
}

} // namespace ClinicDesk
