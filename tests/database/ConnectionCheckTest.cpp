#include "database/ConnectionCheck.h"
#include "support/PostgresFixture.h"

#include <atomic>

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
        const QStringList names {u"name"_s, u"port"_s, u"tls"_s, u"sign-in"_s, u"schema"_s, u"clock"_s};
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
    const QList<ProbeStep> steps =
        ConnectionCheck(overNetwork()).run([&](const ProbeStep &step) { told.append(step); }, cancelled);
    const QList<ProbeStep> expected {
        {ProbeStep::Name, ProbeStep::Ok, {}, 0},   {ProbeStep::Port, ProbeStep::Ok, {}, 0},
        {ProbeStep::Tls, ProbeStep::Warning, u"tls_not_offered"_s, 0},
        {ProbeStep::SignIn, ProbeStep::Ok, {}, 0}, {ProbeStep::Schema, ProbeStep::Ok, {}, 0},
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
    const QList<ProbeStep> steps = ConnectionCheck(overNetwork()).run(
        [&](const ProbeStep &step) { cancelled = cancelled || step.step == ProbeStep::Port; }, cancelled);
    ASSERT_EQ(steps.size(), 6);
    EXPECT_EQ(steps.at(ProbeStep::Port).outcome, ProbeStep::Ok);
    EXPECT_EQ(steps.at(ProbeStep::Tls).outcome, ProbeStep::Skipped);
    EXPECT_EQ(steps.at(ProbeStep::SignIn).outcome, ProbeStep::Skipped);
}

} // namespace ClinicDesk
