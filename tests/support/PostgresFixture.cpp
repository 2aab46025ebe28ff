#include "support/PostgresFixture.h"

#include "database/ClinicBootstrap.h"
#include "database/Connection.h"
#include "database/PrivateServer.h"
#include "database/SqlError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTimeZone>

#include <memory>
#include <stdexcept>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

std::runtime_error failed(const QString &what, const QString &why)
{
    return std::runtime_error(QString(what + u": "_s + why).toStdString());
}

/// In memory where there is room: creating, cloning and removing a cluster is mostly small files.
QString scratchFolder()
{
    constexpr qint64 enough = qint64(1024) * 1024 * 1024;
    const QString memory = u"/dev/shm"_s;
    const bool fits
        = QFileInfo(memory).isWritable() && QStorageInfo(memory).bytesAvailable() > enough;
    return fits ? memory : QDir::tempPath();
}

const auto scratchPrefix = u"clinicdesk-test-"_s;

/// What a test that was killed could not remove: its server has ended with it.
void removeLeftovers()
{
    const QDir scratch(scratchFolder());
    const QStringList names = scratch.entryList({scratchPrefix + u'*'}, QDir::Dirs);
    for (const QString &name : names) {
        const QString processId = name.section(u'-', 2, 2);
        if (!QFile::exists(u"/proc/"_s + processId))
            QDir(scratch.filePath(name)).removeRecursively();
    }
}

QString scratchTemplate()
{
    removeLeftovers();
    return u"%1/%2%3-XXXXXX"_s.arg(scratchFolder(), scratchPrefix)
        .arg(QCoreApplication::applicationPid());
}

QString clockSetTo(const QDateTime &now)
{
    return u"UPDATE app.test_clock SET ahead = timestamptz '%1' - now()"_s.arg(
        now.toUTC().toString(Qt::ISODateWithMs));
}

/// Making a cluster with its schema takes seconds, copying one a tenth: each program keeps one
/// beside itself, made anew when the program or the fixture is another.
class PreparedCluster
{
public:
    /// Into `folder`, which is not there yet. False where it is to be made: none kept, or for
    /// somebody else.
    [[nodiscard]] bool copyTo(const QString &folder)
    {
        QFile made(m_folder + u"/made-from"_s);
        return made.open(QIODevice::ReadOnly) && made.readAll() == m_origin
            && copied(m_folder + u"/server"_s, folder) && QFile::remove(folder + u"/port"_s);
    }

    /// A stopped one. Where it cannot be kept, the next process makes its own.
    void keep(const QString &folder)
    {
        QDir(m_folder).removeRecursively();
        QFile made(m_folder + u"/made-from"_s);
        if (QDir().mkpath(m_folder) && copied(folder, m_folder + u"/server"_s)
            && made.open(QIODevice::WriteOnly))
            made.write(m_origin);
    }

    /// Who comes while another makes it waits for it.
    [[nodiscard]] bool lock() { return m_lock.tryLock(lockTimeoutMs); }
    void unlock() { m_lock.unlock(); }

private:
    static constexpr int lockTimeoutMs = 120000;

    /// With owners and rights, which the server insists on.
    static bool copied(const QString &from, const QString &to)
    {
        QProcess copy;
        copy.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        copy.start(u"cp"_s, {u"--archive"_s, from, to});
        return copy.waitForFinished(lockTimeoutMs) && copy.exitStatus() == QProcess::NormalExit
            && copy.exitCode() == 0;
    }

    static QByteArray origin()
    {
        QByteArray origin = QByteArray::number(::geteuid());
        for (const QString &path : {QCoreApplication::applicationFilePath(),
                                    QStringLiteral(CLINICDESK_TEST_FIXTURE_SQL)}) {
            const QFileInfo file(path);
            origin += u" %1 %2"_s.arg(file.size())
                          .arg(file.lastModified().toMSecsSinceEpoch())
                          .toLatin1();
        }
        return origin;
    }

    QByteArray m_origin = origin();
    QString m_folder = QCoreApplication::applicationFilePath() + u".cluster"_s;
    QLockFile m_lock {m_folder + u".lock"_s};
};

/// Server, template and the session that clones and drops; lives on the test's main thread.
class TestCluster
{
public:
    TestCluster()
    {
        QLoggingCategory::setFilterRules(u"clinicdesk.*.info=false"_s);
        // The server's user must be able to pass through when the tests run as root.
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7711));
        m_options.dataFolder = m_folder.filePath(u"server"_s);
        m_options.durable = false;
        m_options.endWithStarter = true;
        // What tests/mutations takes out, to see that a test notices.
        const QString mutation = qEnvironmentVariable("CLINICDESK_TEST_MUTATION");
        if (mutation.isEmpty())
            startPrepared();
        else
            make();
        if (!mutation.isEmpty())
            runFileAsAdministrator(mutation);
        m_maintenance
            = std::make_unique<Connection>(m_server->administratorSettings(u"postgres"_s));
        m_maintenance->open();
        m_maintenance->runScript(u"SET statement_timeout = 0; SET lock_timeout = 0"_s);
        m_maintenance->runScript(u"ALTER DATABASE %1 ALLOW_CONNECTIONS false"_s.arg(
            PostgresFixture::templateDatabase()));
    }

    const PrivateServer &server() const { return *m_server; }

    QString cloneTemplate()
    {
        const QString name = u"t_%1"_s.arg(++m_clones);
        m_maintenance->runScript(u"CREATE DATABASE %1 TEMPLATE %2 OWNER clinic_owner"_s.arg(
            name, PostgresFixture::templateDatabase()));
        Connection inside(m_server->administratorSettings(name));
        inside.open();
        ClinicBootstrap::applyDatabaseRights(inside);
        inside.runScript(clockSetTo(PostgresFixture::startOfTest()));
        return name;
    }

    void drop(const QString &name)
    {
        m_maintenance->runScript(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(name));
    }

private:
    void startPrepared()
    {
        PreparedCluster prepared;
        const bool shared = prepared.lock();
        if (shared && prepared.copyTo(m_options.dataFolder)) {
            prepared.unlock();
            start();
            return;
        }
        QDir(m_options.dataFolder).removeRecursively();
        make();
        if (!shared)
            return;
        m_server->stop();
        prepared.keep(m_options.dataFolder);
        prepared.unlock();
        start();
    }

    void make()
    {
        start();
        const Result<bool> made = ClinicBootstrap::bootstrap(
            m_server->administratorSettings(u"postgres"_s), PostgresFixture::templateDatabase());
        if (!made)
            throw failed(u"the bootstrap failed"_s,
                         toKey(made.error().kind) + u' ' + made.error().rule);
        runFileAsAdministrator(QStringLiteral(CLINICDESK_TEST_FIXTURE_SQL));
    }

    void start()
    {
        m_server = std::make_unique<PrivateServer>(m_options);
        if (const Result<bool> started = m_server->start(); !started)
            throw failed(u"the test server did not start"_s, started.error().rule);
    }

    void runFileAsAdministrator(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw failed(path, file.errorString());
        Connection connection(m_server->administratorSettings(PostgresFixture::templateDatabase()));
        connection.open();
        connection.runScript(u"SET statement_timeout = 0"_s);
        connection.runScript(QString::fromUtf8(file.readAll()));
    }

    QTemporaryDir m_folder {scratchTemplate()};
    PrivateServer::Options m_options;
    std::unique_ptr<PrivateServer> m_server;
    std::unique_ptr<Connection> m_maintenance;
    int m_clones = 0;
};

std::unique_ptr<TestCluster> &cluster()
{
    static std::unique_ptr<TestCluster> instance;
    return instance;
}

/// Ends the server while the application object still lives.
class ClusterEnvironment final : public testing::Environment
{
public:
    void TearDown() override { cluster().reset(); }
};

[[maybe_unused]] const testing::Environment *const environment
    = testing::AddGlobalTestEnvironment(new ClusterEnvironment);

SqlOutcome runRaw(const ConnectionSettings &settings, const QString &sql)
{
    SqlOutcome outcome;
    try {
        Connection connection(settings);
        connection.open();
        const QList<Rows> results = connection.runScript(sql);
        if (!results.isEmpty())
            outcome.rows = results.constLast();
    } catch (const SqlError &error) {
        outcome.sqlState = error.sqlState;
        outcome.constraint = error.constraint;
        outcome.message = error.message.isEmpty() ? u"failed"_s : error.message;
    }
    return outcome;
}

Rows expectRows(const ConnectionSettings &settings, const QString &sql)
{
    const SqlOutcome outcome = runRaw(settings, sql);
    if (!outcome.ok())
        ADD_FAILURE() << qPrintable(sql) << "\n"
                      << qPrintable(outcome.sqlState) << ' ' << qPrintable(outcome.message);
    return outcome.rows;
}

} // namespace

QString PostgresFixture::templateDatabase()
{
    return u"clinic_template"_s;
}

QString PostgresFixture::password()
{
    return u"secret"_s;
}

QDateTime PostgresFixture::startOfTest()
{
    return at(10, 7);
}

QDateTime PostgresFixture::at(int hour, int minute, const QDate &day)
{
    return QDateTime(day, QTime(hour, minute), QTimeZone("Europe/Berlin"));
}

void PostgresFixture::SetUpTestSuite()
{
    if (!cluster())
        cluster() = std::make_unique<TestCluster>();
}

void PostgresFixture::SetUp()
{
    ASSERT_TRUE(cluster());
    m_database = cluster()->cloneTemplate();
}

void PostgresFixture::TearDown()
{
    if (!m_database.isEmpty())
        cluster()->drop(m_database);
}

int PostgresFixture::port() const
{
    return cluster()->server().port();
}

ConnectionSettings PostgresFixture::settings(const QString &login) const
{
    ConnectionSettings settings = superuserSettings();
    settings.user = login;
    settings.password = password();
    settings.deskName = u"Test desk"_s;
    return settings;
}

ConnectionSettings PostgresFixture::ownerSettings() const
{
    ConnectionSettings settings = superuserSettings();
    settings.setRole = u"clinic_owner"_s;
    return settings;
}

ConnectionSettings PostgresFixture::superuserSettings() const
{
    return cluster()->server().administratorSettings(m_database);
}

Rows PostgresFixture::ownerSql(const QString &sql) const
{
    return expectRows(ownerSettings(), sql);
}

Rows PostgresFixture::superuserSql(const QString &sql) const
{
    return expectRows(superuserSettings(), sql);
}

SqlOutcome PostgresFixture::sqlAs(const QString &login, const QString &sql) const
{
    return runRaw(settings(login), sql);
}

qint64 PostgresFixture::idOf(const QString &sql) const
{
    const Rows rows = ownerSql(sql);
    if (rows.isEmpty()) {
        ADD_FAILURE() << "no such row: " << qPrintable(sql);
        return 0;
    }
    return rows.constFirst().get<qint64>(0);
}

qint64 PostgresFixture::doctorId(const QString &login) const
{
    return idOf(
        u"SELECT d.id FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id WHERE s.login = '%1'"_s
            .arg(login));
}

qint64 PostgresFixture::patientId(int number) const
{
    return idOf(u"SELECT id FROM app.patient ORDER BY id OFFSET %1 LIMIT 1"_s.arg(number - 1));
}

qint64 PostgresFixture::roomId(int number) const
{
    return idOf(u"SELECT id FROM app.room ORDER BY id OFFSET %1 LIMIT 1"_s.arg(number - 1));
}

qint64 PostgresFixture::visitTypeId(int number) const
{
    return idOf(u"SELECT id FROM app.visit_type ORDER BY id OFFSET %1 LIMIT 1"_s.arg(number - 1));
}

void PostgresFixture::setClinicNow(const QDateTime &now) const
{
    ownerSql(clockSetTo(now));
}

void PostgresFixture::freezeClinicNow(const QDateTime &now) const
{
    ownerSql(uR"sql(
        CREATE OR REPLACE FUNCTION app.clinic_now() RETURNS timestamptz
        LANGUAGE sql STABLE PARALLEL SAFE RETURN timestamptz '%1')sql"_s.arg(
        now.toUTC().toString(Qt::ISODateWithMs)));
}

QDateTime PostgresFixture::clinicNow() const
{
    return ownerSql(u"SELECT app.clinic_now()"_s).value(0, Row({})).get<QDateTime>(0);
}

} // namespace ClinicDesk
