#include "ctl/CtlServer.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// A small clinic whose superuser proves that it cannot be booked twice.
class Prove : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_server.start()); }

    [[nodiscard]] CtlRun prove(const QStringList &more = {}, const QString &login = {})
    {
        return m_server.run(
            login,
            QStringList {u"prove"_s, u"--connections"_s, u"8"_s, u"--rounds"_s, u"30"_s} + more);
    }
    /// Databases and logins of this server that are a proof's.
    void expectNothingLeft()
    {
        EXPECT_TRUE(m_server.ownerSql(
            u"DO $$ BEGIN IF EXISTS (SELECT FROM pg_database WHERE datname LIKE 'clinicproof%') "
            "OR EXISTS (SELECT FROM pg_roles WHERE rolname LIKE 'clinicproof%') "
            "THEN RAISE EXCEPTION 'left'; END IF; END $$"_s));
    }
    [[nodiscard]] CtlServer &server() { return m_server; }

private:
    CtlServer m_server;
};

TEST_F(Prove, oneWinsEachRoundAndTheBaitIsCaught)
{
    const CtlRun run = prove({u"--doctors"_s, u"2"_s});
    ASSERT_EQ(run.exitCode, 0) << run.messages.toStdString();
    EXPECT_TRUE(run.result.value("proved"_L1).toBool());
    EXPECT_EQ(run.result.value("attempts"_L1).toInt(), 240);
    EXPECT_EQ(run.result.value("winners"_L1).toInt(), 60);
    EXPECT_EQ(run.result.value("losers"_L1).toInt(), 180);
    for (const char *none :
         {"overlaps", "failed", "lost", "unasked", "deadlocks", "inconsistencies"})
        EXPECT_EQ(run.result.value(QLatin1StringView(none)).toInt(-1), 0) << none;
    EXPECT_GT(run.result.value("bait"_L1).toObject().value("overlaps"_L1).toInt(), 0);
    EXPECT_TRUE(run.result.value("compared"_L1).toBool());
    expectNothingLeft();
}

TEST_F(Prove, aRuleThatTheClinicLacksIsNamed)
{
    ASSERT_TRUE(server().ownerSql(
        u"ALTER TABLE app.appointment DROP CONSTRAINT appointment_doctor_free; "
        "DELETE FROM app.status_move WHERE from_status = 'pending' AND to_status = 'rejected' "
        "AND role = 'clinic_doctor'"_s));
    const CtlRun run = prove();
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_FALSE(run.result.value("proved"_L1).toBool(true));
    QStringList differences;
    for (const QJsonValue &one : run.result.value("differences"_L1).toArray())
        differences << one.toString();
    EXPECT_TRUE(
        differences.contains(u"constraint appointment.appointment_doctor_free is missing"_s))
        << qPrintable(differences.join(u'\n'));
    EXPECT_TRUE(differences.contains(
        u"status step pending to rejected by clinic_doctor (step) is missing"_s))
        << qPrintable(differences.join(u'\n'));
    expectNothingLeft();
}

TEST_F(Prove, isTheSuperusersAndAsksForNoMoreConnectionsThanThereAre)
{
    ASSERT_EQ(server()
                  .run({},
                       {u"demo-data"_s, u"--doctors"_s, u"2"_s, u"--patients"_s, u"10"_s,
                        u"--appointments"_s, u"0"_s, u"--password"_s, CtlServer::password()})
                  .exitCode,
              0);
    EXPECT_EQ(prove({}, u"ana"_s).exitCode, 6);
    const CtlRun many = server().run({}, {u"prove"_s, u"--connections"_s, u"1000"_s});
    EXPECT_EQ(many.exitCode, 2);
    EXPECT_EQ(many.error.value("fields"_L1).toObject().keys(), QStringList {u"connections"_s})
        << many.messages.toStdString();
    EXPECT_EQ(server().run({}, {u"prove"_s, u"--connections"_s, u"1"_s}).exitCode, 2);
    expectNothingLeft();
}

TEST_F(Prove, whatAKilledRunLeftGoesWithTheNext)
{
    const auto killed = server().begin({}, {u"prove"_s, u"--rounds"_s, u"20000"_s});
    ASSERT_TRUE(killed->waitForStarted());
    killed->setReadChannel(QProcess::StandardError);
    QByteArray messages;
    while (!messages.contains("this program: round 50 ") && killed->waitForReadyRead(60'000))
        messages += killed->readAllStandardError();
    killed->kill();
    ASSERT_TRUE(killed->waitForFinished());
    EXPECT_EQ(prove().exitCode, 0);
    expectNothingLeft();
}

} // namespace ClinicDesk
