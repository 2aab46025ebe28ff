#include "ctl/CtlServer.h"

#include <gmock/gmock.h>

using namespace ClinicDesk;
using namespace Qt::StringLiterals;

namespace {

/// Clinics at awkward moments, each in a database of its own on one server.
class DemoDataTest : public testing::TestWithParam<const char *>
{
protected:
    static void SetUpTestSuite()
    {
        s_server = std::make_unique<CtlServer>();
        ASSERT_TRUE(s_server->start());
    }
    static void TearDownTestSuite() { s_server.reset(); }

    void SetUp() override
    {
        static int number = 0;
        m_database = u"demo%1"_s.arg(++number);
        ASSERT_EQ(s_server->run({}, {u"init"_s}, m_database).exitCode, 0);
    }

    void setNow(const QString &time) const
    {
        ASSERT_TRUE(s_server->ownerSql(
            u"CREATE OR REPLACE FUNCTION app.clinic_now() RETURNS timestamptz LANGUAGE sql "
            "STABLE PARALLEL SAFE RETURN timestamptz '%1'"_s.arg(time),
            m_database));
    }

    CtlRun load(const QStringList &more = {}) const
    {
        return s_server->run({},
                             QStringList {u"demo-data"_s, u"--doctors"_s, u"4"_s, u"--patients"_s,
                                          u"120"_s, u"--appointments"_s, u"600"_s, u"--password"_s,
                                          CtlServer::password()}
                                 + more,
                             m_database);
    }

    CtlRun run(const QString &login, const QStringList &arguments) const
    {
        return s_server->run(login, arguments, m_database);
    }

    static std::unique_ptr<CtlServer> s_server;
    QString m_database;
};

std::unique_ptr<CtlServer> DemoDataTest::s_server;

int count(const QJsonArray &appointments, const QString &status)
{
    int found = 0;
    for (const QJsonValue &one : appointments)
        found += one.toObject().value("status"_L1).toString() == status;
    return found;
}

} // namespace

TEST_P(DemoDataTest, isSoundAndCanBookTodayAtAnyMoment)
{
    setNow(QString::fromLatin1(GetParam()));
    const CtlRun loaded = load();
    ASSERT_EQ(loaded.exitCode, 0) << loaded.messages.toStdString();
    EXPECT_EQ(loaded.result.value("appointments"_L1).toInt(), 600);
    EXPECT_EQ(run(u"admin"_s, {u"check"_s}).exitCode, 0);

    const CtlRun found = run(u"ana"_s, {u"slots"_s});
    const QJsonArray free = found.result.value("slots"_L1).toArray();
    ASSERT_FALSE(free.isEmpty()) << found.output.toStdString();
    const QJsonObject slot = free.last().toObject();
    const CtlRun booked
        = run(u"ana"_s,
              {u"book"_s, u"--doctor"_s, QString::number(slot.value("doctor"_L1).toInt()),
               u"--patient"_s, u"1"_s, u"--start"_s, slot.value("start"_L1).toString()});
    EXPECT_TRUE(booked.exitCode == 0 || booked.kind() == "PatientBusy"_L1)
        << booked.output.toStdString();
    EXPECT_EQ(run(u"admin"_s, {u"check"_s}).exitCode, 0);
}

INSTANTIATE_TEST_SUITE_P(Moments, DemoDataTest,
                         testing::Values("2026-11-24 10:07+01", // a working morning
                                         "2026-11-22 03:00+01", // a Sunday night
                                         "2026-11-24 23:55+01", // late
                                         "2026-11-27 17:40+01", // a Friday's end
                                         "2026-12-25 12:00+01", // a holiday
                                         "2027-03-28 01:59:30+01", // before the gap
                                         "2026-10-25 02:30+02")); // the doubled hour

TEST_F(DemoDataTest, hasTheKnownPeopleAndSomethingOfEachKind)
{
    setNow(u"2026-11-24 10:07+01"_s);
    const CtlRun loaded = load();
    QStringList logins;
    for (const QJsonValue &login : loaded.result.value("logins"_L1).toArray())
        logins.append(login.toObject().value("login"_L1).toString());
    for (const QString &login : {u"ana"_s, u"ben"_s, u"osei"_s, u"lindqvist"_s, u"admin"_s})
        EXPECT_TRUE(logins.contains(login)) << login.toStdString();

    const QJsonArray today = run(u"ana"_s, {u"day"_s}).result.value("appointments"_L1).toArray();
    EXPECT_GT(count(today, u"completed"_s), 3);
    EXPECT_GT(count(today, u"in_progress"_s), 0);
    EXPECT_GT(count(today, u"confirmed"_s), 5);
    int pending = 0;
    for (int day = 24; day <= 30; ++day)
        pending += count(run(u"osei"_s, {u"day"_s, u"--date"_s, u"2026-11-%1"_s.arg(day)})
                             .result.value("appointments"_L1)
                             .toArray(),
                         u"pending"_s);
    EXPECT_GE(pending, 3);
}

TEST_F(DemoDataTest, sameSeedMakesTheSameClinic)
{
    setNow(u"2026-11-24 10:07+01"_s);
    ASSERT_EQ(load({u"--seed"_s, u"7"_s}).exitCode, 0);
    const QString first = run(u"ana"_s, {u"day"_s}).output;
    SetUp();
    setNow(u"2026-11-24 10:07+01"_s);
    ASSERT_EQ(load({u"--seed"_s, u"7"_s}).exitCode, 0);
    EXPECT_EQ(run(u"ana"_s, {u"day"_s}).output, first);
    SetUp();
    setNow(u"2026-11-24 10:07+01"_s);
    ASSERT_EQ(load({u"--seed"_s, u"8"_s}).exitCode, 0);
    EXPECT_NE(run(u"ana"_s, {u"day"_s}).output, first);
}

TEST_F(DemoDataTest, liesWhereItIsTold)
{
    setNow(u"2026-11-24 23:40+01"_s);
    EXPECT_EQ(load({u"--zone"_s, u"Nowhere/Such"_s}).exitCode, 2);
    SetUp();
    setNow(u"2026-11-24 23:40+01"_s);
    const CtlRun loaded = load({u"--zone"_s, u"America/New_York"_s});
    ASSERT_EQ(loaded.exitCode, 0) << loaded.messages.toStdString();
    EXPECT_TRUE(s_server->ownerSql(
        u"DO $$ BEGIN ASSERT app.clinic_zone() = 'America/New_York'; END $$"_s, m_database));
    EXPECT_EQ(run(u"admin"_s, {u"check"_s}).exitCode, 0);
}

TEST_F(DemoDataTest, refusesAClinicThatHoldsData)
{
    ASSERT_EQ(load().exitCode, 0);
    const CtlRun again = load();
    EXPECT_EQ(again.exitCode, 2);
    EXPECT_EQ(again.error.value("rule"_L1).toString(), u"not_empty"_s);
}
