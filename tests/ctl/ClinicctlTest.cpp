#include "ctl/CtlServer.h"

#include <gmock/gmock.h>

#include <QDate>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

using namespace ClinicDesk;
using namespace Qt::StringLiterals;

namespace {

/// All tests share one clinic; each takes free slots of its own.
class Clinicctl : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_server = std::make_unique<CtlServer>();
        ASSERT_TRUE(s_server->start());
        const CtlRun demo = s_server->run({},
                                          {u"demo-data"_s, u"--doctors"_s, u"3"_s, u"--patients"_s,
                                           u"60"_s, u"--appointments"_s, u"150"_s, u"--password"_s,
                                           CtlServer::password()});
        ASSERT_EQ(demo.exitCode, 0) << demo.messages.toStdString();
    }
    static void TearDownTestSuite() { s_server.reset(); }

    static CtlRun run(const QString &login, const QStringList &arguments)
    {
        return s_server->run(login, arguments);
    }

    /// The start of one more free slot of lindqvist, a week ahead.
    static QString freeSlot()
    {
        static QJsonArray free;
        static qsizetype next = 0;
        if (free.isEmpty())
            free = run(u"ana"_s,
                       {u"slots"_s, u"--doctor"_s, u"lindqvist"_s, u"--from"_s,
                        QDate::currentDate().addDays(12).toString(Qt::ISODate), u"--days"_s,
                        u"10"_s})
                       .result.value("slots"_L1)
                       .toArray();
        return free.at(next++).toObject().value("start"_L1).toString();
    }

    static QStringList booking(const QString &patient, const QString &start,
                               const QString &operation = {})
    {
        QStringList arguments {u"book"_s, u"--doctor"_s, u"lindqvist"_s, u"--patient"_s,
                               patient,   u"--start"_s,  start};
        if (!operation.isEmpty())
            arguments += {u"--operation"_s, operation};
        return arguments;
    }

    static QString newOperation() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
    static QString idOf(const CtlRun &run)
    {
        return QString::number(run.appointment().value("id"_L1).toInteger());
    }

    static std::unique_ptr<CtlServer> s_server;
};

std::unique_ptr<CtlServer> Clinicctl::s_server;

} // namespace

TEST_F(Clinicctl, printsAJoinFileWithoutSecret)
{
    const CtlRun file = run(u"ana"_s, {u"join-file"_s, u"--host"_s, u"clinic.example"_s});
    ASSERT_EQ(file.exitCode, 0) << file.messages.toStdString();
    EXPECT_EQ(file.result.value("clinicdesk"_L1), u"join"_s);
    EXPECT_EQ(file.result.value("host"_L1), u"clinic.example"_s);
    EXPECT_EQ(file.result.value("database"_L1), u"clinic"_s);
    EXPECT_GT(file.result.value("port"_L1).toInt(), 0);
    EXPECT_FALSE(file.result.value("clinic"_L1).toString().isEmpty());
    EXPECT_FALSE(file.result.contains("password"_L1));
    EXPECT_NE(run(u"ana"_s, {u"join-file"_s, u"--host"_s, u"/tmp"_s}).exitCode, 0)
        << "other computers reach no socket";
}

TEST_F(Clinicctl, listsSlotsWithDoctorStartAndEnd)
{
    const CtlRun found
        = run(u"ana"_s, {u"slots"_s, u"--doctor"_s, u"lindqvist"_s, u"--days"_s, u"10"_s});
    ASSERT_EQ(found.exitCode, 0);
    const QJsonArray list = found.result.value("slots"_L1).toArray();
    ASSERT_FALSE(list.isEmpty());
    const QJsonObject first = list.first().toObject();
    EXPECT_EQ(first.keys(), (QStringList {u"doctor"_s, u"end"_s, u"start"_s}));
    EXPECT_TRUE(first.value("doctor"_L1).isDouble());
    EXPECT_TRUE(first.value("start"_L1).toString().contains(u"T"_s));
}

TEST_F(Clinicctl, answersABookingWithTheAppointment)
{
    const QString start = freeSlot();
    const CtlRun booked = run(u"ana"_s, booking(u"MR-2026-000001"_s, start));
    const QJsonObject shown = booked.appointment();
    ASSERT_EQ(booked.exitCode, 0) << booked.messages.toStdString();
    EXPECT_EQ(shown.keys(),
              (QStringList {u"doctor"_s, u"end"_s, u"id"_s, u"patient"_s, u"start"_s, u"status"_s,
                            u"version"_s}));
    EXPECT_EQ(shown.value("start"_L1).toString(), start);
    EXPECT_EQ(shown.value("status"_L1).toString(), u"confirmed"_s);
    EXPECT_EQ(shown.value("version"_L1).toInt(), 1);
}

TEST_F(Clinicctl, repeatReturnsTheFirstResult)
{
    const QStringList request = booking(u"2"_s, freeSlot(), newOperation());
    const CtlRun first = run(u"ana"_s, request);
    ASSERT_EQ(first.exitCode, 0);
    ASSERT_EQ(run(u"ana"_s, {u"cancel"_s, idOf(first), u"--reason"_s, u"cannot come"_s}).exitCode,
              0);
    const CtlRun again = run(u"ana"_s, request);
    EXPECT_EQ(again.exitCode, 0);
    EXPECT_EQ(again.result, first.result);
}

TEST_F(Clinicctl, otherArgumentsUnderTheSameIdAreRefused)
{
    const QString operation = newOperation();
    const QString start = freeSlot();
    ASSERT_EQ(run(u"ana"_s, booking(u"3"_s, start, operation)).exitCode, 0);
    const CtlRun other = run(u"ana"_s, booking(u"4"_s, start, operation));
    EXPECT_EQ(other.exitCode, 3);
    EXPECT_EQ(other.kind(), u"OperationMismatch"_s);
}

TEST_F(Clinicctl, saysWhoTookTheSlotAndWhatIsFreeNext)
{
    const QString start = freeSlot();
    ASSERT_EQ(run(u"ben"_s, booking(u"5"_s, start)).exitCode, 0);
    const CtlRun refused = run(u"ana"_s, booking(u"6"_s, start));
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_EQ(refused.kind(), u"SlotTaken"_s);
    EXPECT_EQ(refused.error.value("takenBy"_L1).toString(), u"Ben Cole"_s);
    EXPECT_TRUE(refused.error.value("since"_L1).isString());
    const QJsonArray next = refused.error.value("nextFree"_L1).toArray();
    ASSERT_FALSE(next.isEmpty());
    EXPECT_TRUE(next.first().toObject().contains("doctor"_L1));
    EXPECT_TRUE(next.first().toObject().contains("start"_L1));
    EXPECT_TRUE(refused.messages.startsWith("clinicctl: "_L1));
}

TEST_F(Clinicctl, oneOfTwoProcessesGetsTheSlot)
{
    const QString start = freeSlot();
    const auto one = s_server->begin(u"ana"_s, booking(u"7"_s, start));
    const auto two = s_server->begin(u"ben"_s, booking(u"8"_s, start));
    const CtlRun first = CtlServer::finished(*one);
    const CtlRun second = CtlServer::finished(*two);
    const CtlRun &loser = first.exitCode == 0 ? second : first;
    EXPECT_THAT((QList<int> {first.exitCode, second.exitCode}),
                testing::UnorderedElementsAre(0, 3));
    EXPECT_EQ(loser.kind(), u"SlotTaken"_s);
    EXPECT_FALSE(loser.error.value("nextFree"_L1).toArray().isEmpty());
}

TEST_F(Clinicctl, refusesATimeThatDoesNotExist)
{
    const CtlRun refused = run(u"ana"_s, booking(u"9"_s, u"2027-03-28T02:30"_s));
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_EQ(refused.kind(), u"ValidationFailed"_s);
    EXPECT_EQ(refused.error.value("fields"_L1).toObject().value("start"_L1).toString(),
              u"invalid_time"_s);
}

TEST_F(Clinicctl, refusesAnUrlWithAPassword)
{
    const CtlRun refused
        = run(u"ana"_s, {u"slots"_s, u"--url"_s, u"postgresql://ana:hush@localhost/clinic"_s});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_EQ(refused.kind(), u"ValidationFailed"_s);
    EXPECT_FALSE(refused.output.contains("hush"_L1));
    EXPECT_FALSE(refused.messages.contains("hush"_L1));
}

TEST_F(Clinicctl, hasAnExitCodeForEachKind)
{
    const QString start = freeSlot();
    const CtlRun booked = run(u"ana"_s, booking(u"10"_s, start));
    ASSERT_EQ(booked.exitCode, 0);
    const struct
    {
        QString login;
        QStringList arguments;
        QString kind;
        int exitCode;
    } cases[] = {
        {u"ana"_s, booking(u"99999999"_s, start), u"NotFound"_s, 3},
        {u"ana"_s, booking(u"9"_s, u"2020-01-01T10:00"_s), u"TooSoon"_s, 3},
        {u"ana"_s,
         {u"move"_s, idOf(booked), u"--start"_s, freeSlot(), u"--version"_s, u"7"_s},
         u"StaleRow"_s,
         3},
        {u"ana"_s, {u"complete"_s, idOf(booked)}, u"InvalidTransition"_s, 3},
        {u"ana"_s, {u"cancel"_s, idOf(booked)}, u"ValidationFailed"_s, 2},
        {u"ana"_s, {u"cancel"_s, u"first"_s, u"--reason"_s, u"x"_s}, u"ValidationFailed"_s, 2},
        {u"ana"_s, {u"book"_s, u"--nonsense"_s}, u"ValidationFailed"_s, 2},
        {u"ana"_s, {u"nonsense"_s}, u"ValidationFailed"_s, 2},
        {u"ana"_s, {u"rooms"_s, u"add"_s, u"--name"_s, u"Annex"_s}, u"NotPermitted"_s, 6},
        {u"nobody"_s, {u"day"_s}, u"SignInFailed"_s, 6},
        {u"ana"_s,
         {u"day"_s, u"--url"_s, u"postgresql://ana@127.0.0.1:1/clinic"_s},
         u"Unreachable"_s,
         4},
    };
    for (const auto &one : cases) {
        const CtlRun refused = run(one.login, one.arguments);
        EXPECT_EQ(refused.kind(), one.kind) << one.arguments.join(u' ').toStdString();
        EXPECT_EQ(refused.exitCode, one.exitCode) << one.arguments.join(u' ').toStdString();
    }
}

TEST_F(Clinicctl, refusesTextThatCannotBeStored)
{
    for (const QString &reason : {u"bell \x07"_s, u"x"_s.repeated(10'000)}) {
        const CtlRun refused
            = run(u"ana"_s, booking(u"11"_s, freeSlot()) + QStringList {u"--reason"_s, reason});
        EXPECT_EQ(refused.kind(), u"ValidationFailed"_s);
        EXPECT_EQ(refused.exitCode, 2);
    }
    EXPECT_EQ(run(u"ana"_s, booking(u"x"_s.repeated(10'000), freeSlot())).exitCode, 3);
    EXPECT_EQ(run(u"ana"_s, booking(u"1\x01"_s, freeSlot())).exitCode, 2);
}

TEST_F(Clinicctl, overridesHoursWithARecordedReason)
{
    const QString start = QDate::currentDate().addDays(9).toString(Qt::ISODate) + u"T03:00"_s;
    EXPECT_EQ(run(u"ana"_s, booking(u"12"_s, start)).kind(), u"OutsideHours"_s);
    EXPECT_EQ(
        run(u"ana"_s, booking(u"12"_s, start) + QStringList {u"--override"_s, u"hours"_s}).exitCode,
        2);
    const CtlRun booked
        = run(u"ana"_s,
              booking(u"12"_s, start)
                  + QStringList {u"--override"_s, u"hours"_s, u"--because"_s, u"night shift"_s});
    ASSERT_EQ(booked.exitCode, 0) << booked.messages.toStdString();
    const QJsonArray events
        = run(u"ana"_s, {u"history"_s, idOf(booked)}).result.value("events"_L1).toArray();
    EXPECT_EQ(events.first().toObject().value("because"_L1).toString(), u"night shift"_s);
}

TEST_F(Clinicctl, movesAndUndoes)
{
    const CtlRun booked = run(u"ana"_s, booking(u"13"_s, freeSlot()));
    const QString other = freeSlot();
    const CtlRun moved
        = run(u"ana"_s, {u"move"_s, idOf(booked), u"--start"_s, other, u"--version"_s, u"1"_s});
    ASSERT_EQ(moved.exitCode, 0) << moved.messages.toStdString();
    EXPECT_EQ(moved.appointment().value("start"_L1).toString(), other);
    const CtlRun undone = run(u"ana"_s, {u"undo"_s, idOf(booked)});
    ASSERT_EQ(undone.exitCode, 0) << undone.messages.toStdString();
    EXPECT_EQ(undone.appointment().value("start"_L1), booked.appointment().value("start"_L1));
    EXPECT_EQ(undone.appointment().value("version"_L1).toInt(), 3);
}

TEST_F(Clinicctl, editsTheClinicsData)
{
    const CtlRun room = run(u"admin"_s, {u"rooms"_s, u"add"_s, u"--name"_s, u"Annex"_s});
    ASSERT_EQ(room.exitCode, 0) << room.messages.toStdString();
    const CtlRun hours = run(u"admin"_s,
                             {u"hours"_s, u"add"_s, u"--doctor"_s, u"lindqvist"_s, u"--weekday"_s,
                              u"7"_s, u"--from"_s, u"20:00"_s, u"--to"_s, u"24:00"_s});
    ASSERT_EQ(hours.exitCode, 0) << hours.messages.toStdString();
    const QString id
        = QString::number(hours.result.value("hours"_L1).toObject().value("id"_L1).toInteger());
    const CtlRun set = run(u"admin"_s, {u"hours"_s, u"set"_s, id, u"--to"_s, u"21:00"_s});
    EXPECT_EQ(set.result.value("hours"_L1).toObject().value("to"_L1).toString(), u"21:00"_s);
    const CtlRun patient = run(u"ana"_s,
                               {u"patients"_s, u"add"_s, u"--family"_s, u"Ørsted"_s, u"--given"_s,
                                u"Ida"_s, u"--born"_s, u"1990-04-05"_s});
    ASSERT_EQ(patient.exitCode, 0) << patient.messages.toStdString();
    const CtlRun found = run(u"ana"_s, {u"patients"_s, u"find"_s, u"orsted"_s});
    EXPECT_EQ(found.result.value("patients"_L1).toArray().size(), 1);
}

TEST_F(Clinicctl, aSetIsOneOperation)
{
    const auto nameOf = [](const CtlRun &list) {
        const QJsonArray days = list.result.value("closedDays"_L1).toArray();
        return days.isEmpty() ? QString() : days.first().toObject().value("name"_L1).toString();
    };
    const QStringList day {u"--date"_s, u"2031-12-25"_s, u"--name"_s};
    const QStringList list {u"closed-days"_s, u"list"_s, u"--from"_s,
                            u"2031-12-25"_s,  u"--to"_s, u"2031-12-25"_s};
    ASSERT_EQ(
        run(u"admin"_s, QStringList {u"closed-days"_s, u"add"_s} + day + QStringList {u"Xmas"_s})
            .exitCode,
        0);
    const QStringList set = QStringList {u"closed-days"_s, u"set"_s} + day;
    EXPECT_EQ(run(u"admin"_s, set + QStringList {QString(101, u'x')}).kind(),
              u"ValidationFailed"_s);
    EXPECT_EQ(nameOf(run(u"admin"_s, list)), u"Xmas"_s) << "a refused name leaves the holiday";
    const QStringList named = set + QStringList {u"Christmas"_s, u"--operation"_s, newOperation()};
    for (int time = 0; time < 2; ++time)
        EXPECT_EQ(run(u"admin"_s, named).exitCode, 0) << "a repeat is answered as the first was";
    EXPECT_EQ(nameOf(run(u"admin"_s, list)), u"Christmas"_s);
    const QStringList open {u"closed-days"_s, u"remove"_s, u"--date"_s, u"2031-12-25"_s};
    EXPECT_EQ(run(u"admin"_s, open + QStringList {u"--version"_s, u"1"_s}).kind(), u"StaleRow"_s);
    const QStringList opened = open + QStringList {u"--operation"_s, newOperation()};
    for (int time = 0; time < 2; ++time)
        EXPECT_EQ(run(u"admin"_s, opened).exitCode, 0) << "a repeat is answered as the first was";
    EXPECT_EQ(run(u"admin"_s, open).kind(), u"NotFound"_s);

    const CtlRun hours = run(u"admin"_s,
                             {u"hours"_s, u"add"_s, u"--doctor"_s, u"lindqvist"_s, u"--weekday"_s,
                              u"7"_s, u"--from"_s, u"05:00"_s, u"--to"_s, u"06:00"_s});
    ASSERT_EQ(hours.exitCode, 0) << hours.messages.toStdString();
    const QString id
        = QString::number(hours.result.value("hours"_L1).toObject().value("id"_L1).toInteger());
    const QStringList later {u"hours"_s,       u"set"_s,      id, u"--to"_s, u"06:30"_s,
                             u"--operation"_s, newOperation()};
    const CtlRun first = run(u"admin"_s, later);
    ASSERT_EQ(first.exitCode, 0) << first.messages.toStdString();
    const CtlRun again = run(u"admin"_s, later);
    EXPECT_EQ(again.result.value("hours"_L1), first.result.value("hours"_L1));
    const QStringList away {u"hours"_s, u"remove"_s, id};
    const QStringList removed = away + QStringList {u"--operation"_s, newOperation()};
    for (int time = 0; time < 2; ++time)
        EXPECT_EQ(run(u"admin"_s, removed).exitCode, 0) << "a repeat is answered as the first was";
    EXPECT_EQ(run(u"admin"_s, away).kind(), u"NotFound"_s);
}

TEST_F(Clinicctl, watchesWhoIsConnectedUntilItIsStopped)
{
    const auto watch = s_server->begin(u"admin"_s, {u"locks"_s, u"--watch"_s});
    for (int look = 0; look < 2; ++look) {
        while (!watch->canReadLine())
            ASSERT_TRUE(watch->waitForReadyRead());
        const QJsonObject seen
            = QJsonDocument::fromJson(watch->readLine()).object()["result"_L1].toObject();
        EXPECT_TRUE(seen.contains("at"_L1));
        const QJsonArray sessions = seen["sessions"_L1].toArray();
        EXPECT_TRUE(std::any_of(sessions.begin(), sessions.end(), [](const QJsonValue &session) {
            return session.toObject()["who"_L1] == "admin"_L1;
        }));
    }
    watch->terminate();
    EXPECT_EQ(CtlServer::finished(*watch).exitCode, 0);
    EXPECT_EQ(run(u"ana"_s, {u"locks"_s, u"--watch"_s}).exitCode, 6);
}

TEST_F(Clinicctl, helpsWithoutAServer)
{
    const CtlRun help = run(u"nobody"_s, {u"book"_s, u"--help"_s});
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_TRUE(help.output.contains("--override"_L1));
}

TEST_F(Clinicctl, checkFailsWhenAPromiseIsBroken)
{
    EXPECT_EQ(run(u"admin"_s, {u"check"_s}).exitCode, 0);
    const QString change = u"ALTER TABLE app.appointment DISABLE TRIGGER USER;"
                           "UPDATE app.appointment SET version = version %1 1 WHERE id = 1;"
                           "ALTER TABLE app.appointment ENABLE TRIGGER USER"_s;
    ASSERT_TRUE(s_server->ownerSql(change.arg(u"+"_s)));
    const CtlRun broken = run(u"admin"_s, {u"check"_s});
    ASSERT_TRUE(s_server->ownerSql(change.arg(u"-"_s)));
    EXPECT_EQ(broken.exitCode, 3);
    EXPECT_FALSE(broken.result.value("sound"_L1).toBool());
    EXPECT_EQ(run({}, {u"check"_s}).exitCode, 0);
}
