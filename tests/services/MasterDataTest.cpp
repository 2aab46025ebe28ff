#include "services/ManyDesks.h"
#include "services/SignedIn.h"
#include "services/schedules/CatalogueOperations.h"
#include "services/schedules/CatalogueStore.h"
#include "services/schedules/ScheduleOperations.h"
#include "services/schedules/ScheduleStore.h"
#include "support/WireProxy.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace CatalogueOperations;
using namespace ScheduleOperations;

/// Changes of hours, exceptions, closed days, rooms, visit types, doctors and the clinic: each one
/// operation that happens whole, once, and to what was seen.
class MasterDataTest : public ManyDesks
{
protected:
    void SetUp() override
    {
        ManyDesks::SetUp();
        m_proxy = std::make_unique<WireProxy>(port());
        ConnectionSettings through = deskSettings(u"admin"_s, 1);
        through.host = u"127.0.0.1"_s;
        through.port = QString::number(m_proxy->port());
        m_desk = std::make_unique<OperationDesk>(through);
    }
    void TearDown() override
    {
        m_desk.reset();
        m_proxy.reset();
        ManyDesks::TearDown();
    }

    TransactionManager &desk() { return m_desk->manager; }
    static QUuid anew() { return QUuid::createUuid(); }
    static QDate christmas() { return {2026, 12, 25}; }
    DoctorId osei() const { return DoctorId {doctor(u"osei"_s)}; }

    template<typename T> T read(T (*store)(Transaction &, bool))
    {
        return desk()
            .read<T>(u"read"_s, [store](Transaction &t) { return store(t, true); })
            .value();
    }
    QList<ClosedDay> closedDays()
    {
        return desk()
            .read<QList<ClosedDay>>(u"read"_s,
                                    [](Transaction &t) {
                                        return ScheduleStore::closedDays(t, christmas(),
                                                                         christmas());
                                    })
            .value();
    }
    WeeklyHours someHours()
    {
        return addHours(desk(), anew(), {{}, osei(), 2, QTime(19, 0), QTime(20, 0), 20}).value();
    }
    ScheduleException someLeave()
    {
        const QDateTime start = at(8, 0, {2026, 12, 1}).toUTC();
        return addException(desk(), anew(),
                            {{}, osei(), ExceptionKind::Leave, start, start.addSecs(3600), 20, {}})
            .value();
    }
    QString operations() const
    {
        return textOf(u"SELECT count(*)::text FROM app.operation WHERE kind <> 'direct'"_s);
    }
    /// The messages that `write` sends when all its statements are prepared.
    template<typename Write> int messagesOf(Write write)
    {
        EXPECT_TRUE(write()) << "prepares";
        m_proxy->resetCount();
        EXPECT_TRUE(write());
        return m_proxy->messages();
    }
    template<typename T> static void expectStale(const Result<T> &result, int seen, int now)
    {
        ASSERT_EQ(kindOf(result), u"StaleRow"_s);
        const auto *details = result.error().template as<RowDetails>();
        ASSERT_TRUE(details);
        EXPECT_EQ(details->expectedVersion, seen);
        EXPECT_EQ(details->actualVersion, now);
        EXPECT_EQ(details->changedBy, u"Ada Admin"_s);
        EXPECT_TRUE(details->changedAt.has_value());
    }
    /// Changes it, then again from what was seen before that.
    template<typename T, typename Set> void expectRefusedWhenStale(T seen, Set set, int first = 1)
    {
        EXPECT_EQ(seen.version, first);
        const Result<T> changed = set(seen);
        ASSERT_TRUE(changed.has_value()) << qPrintable(kindOf(changed));
        EXPECT_EQ(changed->version, first + 1);
        expectStale(set(seen), first, first + 1);
        EXPECT_TRUE(set(*changed).has_value());
    }

private:
    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<OperationDesk> m_desk;
};

TEST_F(MasterDataTest, aBadNameLeavesTheHoliday)
{
    ClosedDay day = addClosedDay(desk(), anew(), {christmas(), u"Christmas"_s}).value();
    const QString before = operations();
    for (const QString &name : {u"Christmas Day "_s, QString(101, u'x'), QString()}) {
        day.name = name;
        EXPECT_EQ(kindOf(setClosedDay(desk(), anew(), day)), u"ValidationFailed"_s);
    }
    day.name = u"Christmas"_s;
    EXPECT_EQ(closedDays(), QList {day});
    EXPECT_EQ(operations(), before) << "what was refused leaves nothing";
    day.day = christmas().addDays(1);
    EXPECT_EQ(kindOf(setClosedDay(desk(), anew(), day)), u"NotFound"_s);
    expectConsistent();
}

TEST_F(MasterDataTest, aRefusedChangeOfHoursLeavesThem)
{
    WeeklyHours hours = someHours();
    const WeeklyHours before = hours;
    hours.from = QTime(17, 0); // meets those of the afternoon
    EXPECT_FALSE(setHours(desk(), anew(), hours).has_value());
    ScheduleException leave = someLeave();
    leave.end = leave.start.addSecs(-60);
    EXPECT_EQ(kindOf(setException(desk(), anew(), leave)), u"ValidationFailed"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.weekly_hours WHERE id = %1 AND active "
                     "AND from_time = '19:00'"_s.arg(before.id.value)),
              u"1"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.schedule_exception WHERE active"_s), u"1"_s);
}

TEST_F(MasterDataTest, aRepeatIsAnsweredWithTheFirstResult)
{
    WeeklyHours wanted = someHours();
    wanted.to = QTime(21, 0);
    const QUuid operation = anew();
    const WeeklyHours first = setHours(desk(), operation, wanted).value();
    WeeklyHours later = first;
    later.to = QTime(22, 0);
    ASSERT_TRUE(setHours(desk(), anew(), later).has_value());
    EXPECT_EQ(setHours(desk(), operation, wanted).value(), first);
    wanted.version = 2; // read anew before it was asked again
    EXPECT_EQ(setHours(desk(), operation, wanted).value(), first);
    EXPECT_EQ(kindOf(setHours(desk(), operation, later)), u"OperationMismatch"_s);

    const QUuid naming = anew();
    ClosedDay day = addClosedDay(desk(), anew(), {christmas(), u"Christmas"_s}).value();
    day.name = u"Christmas Day"_s;
    const ClosedDay named = setClosedDay(desk(), naming, day).value();
    ASSERT_TRUE(removeClosedDay(desk(), anew(), named).has_value());
    EXPECT_EQ(setClosedDay(desk(), naming, day).value(), named);
    EXPECT_TRUE(closedDays().isEmpty()) << "a repeat does nothing";
    OperationDesk other(deskSettings(u"ana"_s, 2));
    EXPECT_EQ(kindOf(setClosedDay(other.manager, naming, day)), u"OperationMismatch"_s);
}

TEST_F(MasterDataTest, whatWasChangedMeanwhileIsNotWrittenOver)
{
    expectRefusedWhenStale(someHours(), [this](WeeklyHours hours) {
        hours.slotMinutes += 5;
        return setHours(desk(), anew(), hours);
    });
    expectRefusedWhenStale(someLeave(), [this](ScheduleException leave) {
        leave.end = leave.end.addSecs(60);
        return setException(desk(), anew(), leave);
    });
    expectRefusedWhenStale(addClosedDay(desk(), anew(), {christmas(), u"Day"_s}).value(),
                           [this](ClosedDay day) {
                               day.name += u'!';
                               return setClosedDay(desk(), anew(), day);
                           });
    expectRefusedWhenStale(read(&CatalogueStore::rooms).constFirst(), [this](Room room) {
        room.name += u'!';
        return saveRoom(desk(), anew(), room);
    });
    expectRefusedWhenStale(read(&CatalogueStore::visitTypes).constFirst(), [this](VisitType type) {
        ++type.minutes;
        return saveVisitType(desk(), anew(), type);
    });
    expectRefusedWhenStale(
        read(&CatalogueStore::doctors).constFirst(),
        [this](Doctor doctor) {
            ++doctor.bufferMinutes;
            return setDoctor(desk(), anew(), doctor);
        },
        read(&CatalogueStore::doctors).constFirst().version);
    Clinic clinic {u"Ours"_s, QTimeZone("Europe/Berlin"),
                   textOf(u"SELECT version::text FROM app.setting"_s).toInt()};
    ASSERT_TRUE(setClinic(desk(), anew(), clinic).has_value());
    clinic.name = u"Theirs"_s;
    expectStale(setClinic(desk(), anew(), clinic), clinic.version, clinic.version + 1);
    expectConsistent();
}

TEST_F(MasterDataTest, whatWasChangedMeanwhileIsNotRemoved)
{
    const WeeklyHours hours = someHours();
    WeeklyHours laterHours = hours;
    laterHours.to = QTime(21, 0);
    laterHours = setHours(desk(), anew(), laterHours).value();
    expectStale(removeHours(desk(), anew(), hours), 1, 2);
    EXPECT_TRUE(removeHours(desk(), anew(), laterHours).has_value());

    const ScheduleException leave = someLeave();
    ScheduleException longer = leave;
    longer.end = longer.end.addSecs(3600);
    longer = setException(desk(), anew(), longer).value();
    expectStale(removeException(desk(), anew(), leave), 1, 2);
    EXPECT_TRUE(removeException(desk(), anew(), longer).has_value());

    const ClosedDay day = addClosedDay(desk(), anew(), {christmas(), u"Day"_s}).value();
    ClosedDay named = day;
    named.name = u"Christmas"_s;
    named = setClosedDay(desk(), anew(), named).value();
    expectStale(removeClosedDay(desk(), anew(), day), 1, 2);
    EXPECT_TRUE(removeClosedDay(desk(), anew(), named).has_value());
    EXPECT_TRUE(closedDays().isEmpty());
}

TEST_F(MasterDataTest, whoWroteTheSameAgainHasChangedNothing)
{
    const ScheduleException leave = someLeave();
    ScheduleException longer = leave;
    longer.end = longer.end.addSecs(3600);
    ASSERT_TRUE(setException(desk(), anew(), longer).has_value());
    ASSERT_TRUE(sqlAs(u"osei"_s,
                      u"UPDATE app.schedule_exception SET reason = reason WHERE id = %1"_s.arg(
                          leave.id.value))
                    .ok());
    expectStale(setException(desk(), anew(), leave), 1, 2); // by Ada Admin
}

TEST_F(MasterDataTest, aClosedDayThatComesBackCountsOnWhicheverRowHoldsIt)
{
    const auto write = [this](OpenSession &session, const QString &sql) {
        EXPECT_TRUE(session.run(sql).ok()) << qPrintable(sql);
        return textOf(u"SELECT string_agg(version::text, ' ' ORDER BY id) FROM app.closed_day"_s);
    };
    const QString add = u"INSERT INTO app.closed_day(day, name) VALUES ('2026-12-25', '%1')"_s;
    const QString set
        = u"UPDATE app.closed_day SET active = %1 WHERE name = '%2' AND day = '2026-12-25'"_s;
    OpenSession admin(settings(u"admin"_s));
    EXPECT_EQ(write(admin, add.arg(u"First"_s)), u"1"_s);
    EXPECT_EQ(write(admin, set.arg(u"false"_s, u"First"_s)), u"2"_s);
    EXPECT_EQ(write(admin, add.arg(u"Second"_s)), u"2 3"_s);
    EXPECT_EQ(write(admin, set.arg(u"false"_s, u"Second"_s)), u"2 4"_s);
    EXPECT_EQ(write(admin, set.arg(u"true"_s, u"First"_s)), u"5 4"_s);
    // Two at once: the one that waits counts on from the other.
    write(admin, u"BEGIN"_s);
    write(admin, set.arg(u"false"_s, u"First"_s));
    std::thread adding([&] {
        OpenSession other(settings(u"admin"_s));
        EXPECT_TRUE(other.run(add.arg(u"Third"_s)).ok());
    });
    while (textOf(u"SELECT count(*)::text FROM pg_locks WHERE NOT granted"_s) == u"0"_s) { }
    write(admin, u"COMMIT"_s);
    adding.join();
    EXPECT_EQ(write(admin, u"SELECT 1"_s), u"6 4 7"_s);
}

TEST_F(MasterDataTest, whatIsGoneIsNotFound)
{
    const WeeklyHours hours = someHours();
    ASSERT_TRUE(removeHours(desk(), anew(), hours).has_value());
    EXPECT_EQ(kindOf(setHours(desk(), anew(), hours)), u"NotFound"_s);
    Room room = read(&CatalogueStore::rooms).constFirst();
    room.id = RoomId {4242};
    EXPECT_EQ(kindOf(saveRoom(desk(), anew(), room)), u"NotFound"_s);
    OperationDesk ba(deskSettings(u"ba"_s, 2));
    EXPECT_EQ(kindOf(setException(ba.manager, anew(), someLeave())), u"NotFound"_s)
        << "another doctor's";
    OperationDesk ana(deskSettings(u"ana"_s, 3));
    EXPECT_EQ(kindOf(setHours(ana.manager, anew(), hours)), u"NotPermitted"_s);
}

TEST_F(MasterDataTest, onlyAChangeCounts)
{
    const Room room = read(&CatalogueStore::rooms).constFirst();
    EXPECT_EQ(saveRoom(desk(), anew(), room).value(), room);
    const ClosedDay first = addClosedDay(desk(), anew(), {christmas(), u"Christmas"_s}).value();
    ASSERT_TRUE(removeClosedDay(desk(), anew(), first).has_value());
    const ClosedDay again = addClosedDay(desk(), anew(), {christmas(), u"Christmas"_s}).value();
    EXPECT_GT(again.version, first.version + 1) << "else an edit of the first would meet this one";
    expectStale(setClosedDay(desk(), anew(), first), first.version, again.version);
}

TEST_F(MasterDataTest, ofManyDesksAtOnceOneChangesWhatTheySaw)
{
    constexpr int desks = 8;
    constexpr int rounds = 10;
    const WeeklyHours hours = someHours();
    std::atomic<int> changed = 0;
    std::atomic<int> stale = 0;
    race(
        desks, rounds,
        [&](TransactionManager &manager, int number, int round) {
            WeeklyHours mine = hours;
            mine.version = 1 + round;
            mine.slotMinutes = 30 + desks * round + number;
            const Result<WeeklyHours> result = setHours(manager, anew(), mine);
            if (result) {
                ++changed;
                EXPECT_EQ(result->version, round + 2);
            } else if (result.error().kind == ErrorKind::StaleRow) {
                ++stale;
            }
        },
        [](int) { return u"admin"_s; });
    EXPECT_EQ(changed, rounds);
    EXPECT_EQ(stale, (desks - 1) * rounds);
    expectSound();
}

TEST_F(MasterDataTest, aWriteTakesTwoMessages)
{
    WeeklyHours hours = someHours();
    EXPECT_EQ(messagesOf([&] {
                  ++hours.slotMinutes;
                  const Result<WeeklyHours> set = setHours(desk(), anew(), hours);
                  hours = set.value_or(hours);
                  return set.has_value();
              }),
              2);
    ScheduleException leave = someLeave();
    EXPECT_EQ(messagesOf([&] {
                  leave.end = leave.end.addSecs(60);
                  const Result<ScheduleException> set = setException(desk(), anew(), leave);
                  leave = set.value_or(leave);
                  return set.has_value();
              }),
              2);
    ClosedDay day = addClosedDay(desk(), anew(), {christmas(), u"Day"_s}).value();
    EXPECT_EQ(messagesOf([&] {
                  day.name += u'!';
                  const Result<ClosedDay> set = setClosedDay(desk(), anew(), day);
                  day = set.value_or(day);
                  return set.has_value();
              }),
              2);
    Doctor doctor = read(&CatalogueStore::doctors).constFirst();
    EXPECT_EQ(messagesOf([&] {
                  ++doctor.bufferMinutes;
                  const Result<Doctor> set = setDoctor(desk(), anew(), doctor);
                  doctor = set.value_or(doctor);
                  return set.has_value();
              }),
              2);
}

} // namespace ClinicDesk
