#include "database/ClinicBootstrap.h"

#include "database/Connection.h"
#include "database/MigrationRunner.h"
#include "database/SqlError.h"
#include "database/SqlFiles.h"

#include <QLoggingCategory>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(bootstrapLog, "clinicdesk.bootstrap")

// Held by the session until its connection closes: roles of one cluster are changed by one at a
// time.
const Statement lockBootstrap {
    "bootstrap_lock", "", "SELECT pg_advisory_lock(hashtextextended('clinicdesk.bootstrap', 0))"};
const Statement databaseExists {"bootstrap_exists", "text",
                                "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)"};

const auto liftTimeouts = u"SET statement_timeout = 0; SET lock_timeout = '5min'"_s;

void runFile(Connection &connection, const QString &path)
{
    const QString sql = SqlFiles::read(path);
    if (sql.isEmpty())
        throw Refusal {Error {ErrorKind::Internal, u"missing_file"_s, {}, path}};
    qCInfo(bootstrapLog).noquote() << "running" << path;
    connection.runScript(sql);
}

bool createDatabase(Connection &maintenance, const QString &name)
{
    if (maintenance.send({{&databaseExists, {name}}}).constFirst().constFirst().get<bool>(0))
        return false;
    maintenance.runScript(
        u"CREATE DATABASE %1 OWNER clinic_owner TEMPLATE template0 ENCODING 'UTF8' "
        "LOCALE 'C.UTF-8'"_s.arg(ClinicBootstrap::quotedName(name)));
    return true;
}

void migrate(ConnectionSettings settings)
{
    settings.setRole = u"clinic_owner"_s;
    Connection owner(settings);
    owner.open();
    const Result<int> applied = MigrationRunner(owner).migrate();
    if (!applied)
        throw Refusal {applied.error()};
}

bool run(const ConnectionSettings &superuser, const QString &databaseName)
{
    Connection maintenance(superuser);
    maintenance.open();
    maintenance.runScript(liftTimeouts);
    maintenance.send({{&lockBootstrap, {}}});
    runFile(maintenance, u"bootstrap/01_roles.sql"_s);
    const bool created = createDatabase(maintenance, databaseName);

    ConnectionSettings inside = superuser;
    inside.database = databaseName;
    Connection administrator(inside);
    administrator.open();
    administrator.runScript(liftTimeouts);
    ClinicBootstrap::applyDatabaseRights(administrator);
    migrate(inside);
    runFile(administrator, u"bootstrap/03_functions.sql"_s);
    return created;
}

} // namespace

QString ClinicBootstrap::quotedName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

void ClinicBootstrap::applyDatabaseRights(Connection &connection)
{
    runFile(connection, u"bootstrap/02_database.sql"_s);
}

Result<bool> ClinicBootstrap::bootstrap(const ConnectionSettings &superuser,
                                        const QString &databaseName)
{
    static const QRegularExpression allowed(u"^[a-z][a-z0-9_]{0,62}$"_s);
    if (!allowed.match(databaseName).hasMatch())
        return unexpected(Error {ErrorKind::ValidationFailed,
                                 {},
                                 ValidationDetails {{{u"database"_s, u"format"_s}}},
                                 {}});
    try {
        return run(superuser, databaseName);
    } catch (const SqlError &error) {
        qCWarning(bootstrapLog).noquote() << error.sqlState << error.message;
        return unexpected(classify(error));
    } catch (const Refusal &refusal) {
        return unexpected(refusal.error);
    }
}

} // namespace ClinicDesk
