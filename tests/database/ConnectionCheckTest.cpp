#include "database/ConnectionCheck.h"
#include "database/PrivateServer.h"
#include "support/PostgresFixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ConnectionCheckTest : public PostgresFixture
{
protected:
    ConnectionSettings overNetwork() const
    {
        ConnectionSettings network = settings(u"ana"_s);
        network.host = u"127.0.0.1"_s;
        return network;
    }

    static QList<ProbeStep> run(const ConnectionSettings &settings)
    {
        const std::atomic_bool cancelled = false;
        return ConnectionCheck(settings).run({}, cancelled);
    }

    /// The step that failed, as "port: refused"; empty when none did.
    static QString failure(const ConnectionSettings &settings)
    {
        const QStringList names {u"name"_s,    u"port"_s,   u"tls"_s,
                                 u"sign-in"_s, u"schema"_s, u"clock"_s};
        bool hasFailed = false;
        QString failure;
        for (const ProbeStep &step : run(settings)) {
            if (hasFailed) {
                EXPECT_EQ(step.outcome, ProbeStep::Skipped);
            }
            if (step.outcome == ProbeStep::Failed)
                failure = names.at(step.step) + u": "_s + step.code;
            hasFailed = hasFailed || step.outcome == ProbeStep::Failed;
        }
        return failure;
    }
};

TEST_F(ConnectionCheckTest, walksEveryStepAndTellsEach)
{
    QList<ProbeStep> told;
    const std::atomic_bool cancelled = false;
    const QList<ProbeStep> steps
        = ConnectionCheck(overNetwork())
              .run([&](const ProbeStep &step) { told.append(step); }, cancelled);
    const QList<ProbeStep> expected {
        {ProbeStep::Name, ProbeStep::Ok, {}, 0},
        {ProbeStep::Port, ProbeStep::Ok, {}, 0},
        {ProbeStep::Tls, ProbeStep::Warning, u"tls_not_offered"_s, 0},
        {ProbeStep::SignIn, ProbeStep::Ok, {}, 0},
        {ProbeStep::Schema, ProbeStep::Ok, {}, 0},
        {ProbeStep::Clock, ProbeStep::Ok, {}, 0},
    };
    EXPECT_EQ(steps, expected);
    EXPECT_EQ(told, expected);
}

TEST_F(ConnectionCheckTest, aSocketNeedsNeitherNameNorTls)
{
    const QList<ProbeStep> steps = run(settings(u"ana"_s));
    EXPECT_EQ(steps.at(ProbeStep::Name).outcome, ProbeStep::Skipped);
    EXPECT_EQ(steps.at(ProbeStep::Port).outcome, ProbeStep::Ok);
    EXPECT_EQ(steps.at(ProbeStep::Tls).outcome, ProbeStep::Skipped);
    EXPECT_EQ(steps.at(ProbeStep::Clock).outcome, ProbeStep::Ok);
}

TEST_F(ConnectionCheckTest, saysWhichStepFails)
{
    ConnectionSettings broken = overNetwork();
    broken.host = u"no-such-host.invalid"_s;
    EXPECT_EQ(failure(broken), u"name: no_such_host"_s);

    broken = overNetwork();
    broken.port = u"1"_s;
    EXPECT_EQ(failure(broken), u"port: refused"_s);

    broken = overNetwork();
    broken.sslMode = u"require"_s;
    EXPECT_EQ(failure(broken), u"tls: tls_not_offered"_s);

    broken = overNetwork();
    broken.password = u"guess"_s;
    EXPECT_EQ(failure(broken), u"sign-in: wrong_password"_s);

    broken = overNetwork();
    broken.database = u"elsewhere"_s;
    EXPECT_EQ(failure(broken), u"sign-in: no_such_database"_s);
}

TEST_F(ConnectionCheckTest, triesTheNextHost)
{
    ConnectionSettings two = overNetwork();
    two.host = u"127.0.0.1,127.0.0.1"_s;
    two.port = u"1,%1"_s.arg(port());
    EXPECT_EQ(failure(two), QString());
}

TEST_F(ConnectionCheckTest, saysWhichSideIsOlder)
{
    ownerSql(u"UPDATE app.schema_migration SET version = 9999, min_compatible = 9999 "
             "WHERE version = (SELECT max(version) FROM app.schema_migration)"_s);
    EXPECT_EQ(failure(overNetwork()), u"schema: schema_too_new"_s);
    ownerSql(u"DELETE FROM app.schema_migration WHERE version > 1"_s);
    EXPECT_EQ(failure(overNetwork()), u"schema: schema_too_old"_s);
    ownerSql(u"DELETE FROM app.schema_migration"_s);
    EXPECT_EQ(failure(overNetwork()), u"schema: no_schema"_s);
}

TEST_F(ConnectionCheckTest, stopsWhenCancelled)
{
    std::atomic_bool cancelled = false;
    const QList<ProbeStep> steps = ConnectionCheck(overNetwork())
                                       .run(
                                           [&](const ProbeStep &step) {
                                               cancelled
                                                   = cancelled || step.step == ProbeStep::Port;
                                           },
                                           cancelled);
    ASSERT_EQ(steps.size(), 6);
    EXPECT_EQ(steps.at(ProbeStep::Port).outcome, ProbeStep::Ok);
    EXPECT_EQ(steps.at(ProbeStep::Tls).outcome, ProbeStep::Skipped);
    EXPECT_EQ(steps.at(ProbeStep::SignIn).outcome, ProbeStep::Skipped);
}

/// A server with a certificate of its own, signed by nobody.
class TlsCheckTest : public ConnectionCheckTest
{
protected:
    void SetUp() override
    {
        ConnectionCheckTest::SetUp();
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            GTEST_SKIP() << "no openssl";
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7711));
        ASSERT_TRUE(QDir().mkpath(file(u"server"_s)));
        makeCertificate(u"server/server"_s);
        makeCertificate(u"stranger"_s);
        PrivateServer::Options options;
        options.dataFolder = file(u"server"_s);
        options.durable = false;
        m_server = std::make_unique<PrivateServer>(options);
        ASSERT_TRUE(m_server->start().has_value());
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }

    void makeCertificate(const QString &name) const
    {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                       u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, file(name + u".key"_s),
                       u"-out"_s, file(name + u".crt"_s)});
        ASSERT_TRUE(openssl.waitForFinished());
        ASSERT_EQ(openssl.exitCode(), 0) << openssl.readAllStandardError().constData();
    }

    ConnectionSettings secure(const QString &mode, const QString &rootCertificate = {}) const
    {
        ConnectionSettings settings = m_server->administratorSettings(u"postgres"_s);
        settings.host = u"127.0.0.1"_s;
        settings.sslMode = mode;
        settings.sslRootCert = rootCertificate;
        return settings;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateServer> m_server;
};

TEST_F(TlsCheckTest, tellsWhoseCertificateIsTrusted)
{
    const QString own = file(u"server/server.crt"_s);
    const QString noClinic = u"schema: no_schema"_s;
    EXPECT_EQ(failure(secure(u"require"_s)), noClinic);
    EXPECT_EQ(run(secure(u"require"_s)).at(ProbeStep::Tls).outcome, ProbeStep::Ok);
    EXPECT_EQ(failure(secure(u"verify-ca"_s, own)), noClinic);
    EXPECT_EQ(failure(secure(u"verify-ca"_s, file(u"stranger.crt"_s))),
              u"tls: wrong_certificate"_s);
    EXPECT_EQ(failure(secure(u"verify-full"_s, own)), u"tls: wrong_certificate"_s)
        << "of another name";
}

} // namespace ClinicDesk
