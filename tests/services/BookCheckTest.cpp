#include "services/ServiceFixture.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class BookCheckTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_desk.emplace(deskSettings(u"ana"_s, 1));
    }
    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    QString check(const Visit &visit)
    {
        const SqlOutcome outcome = m_desk->run(
            u"SELECT app.book_check(%1, %2, nullif(%3, 0), %4, %5, NULL)"_s
                .arg(doctor(visit.doctor))
                .arg(patient(visit.patient))
                .arg(visit.room ? room(visit.room) : 0)
                .arg(literal(visit.start), literal(visit.start.addSecs(visit.minutes * 60))));
        EXPECT_TRUE(outcome.ok()) << qPrintable(outcome.message);
        return outcome.rows.value(0, Row({QString()})).get<QString>(0);
    }
    void setDoctor(const QString &login, const QString &assignments) const
    {
        ownerSql(u"UPDATE app.doctor SET %1 WHERE id = %2"_s.arg(assignments).arg(doctor(login)));
    }
    void setHours(const QString &login, const QStringList &ranges, int slotMinutes) const
    {
        ownerSql(u"UPDATE app.weekly_hours SET active = false WHERE doctor_id = %1"_s.arg(
            doctor(login)));
        for (const QString &range : ranges)
            ownerSql(
                u"INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, "
                u"slot_minutes) "
                "SELECT %1, d, '%2', '%3', %4 FROM generate_series(1, 7) d"_s.arg(doctor(login))
                    .arg(range.section(u'-', 0, 0), range.section(u'-', 1, 1))
                    .arg(slotMinutes));
    }
    void addException(const QString &login, const QString &kind, const QString &from,
                      const QString &to, int slotMinutes = 20) const
    {
        ownerSql(
            u"INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at, "
            u"slot_minutes) VALUES (%1, '%2', "
            "timestamp '%3' AT TIME ZONE app.clinic_zone(), timestamp '%4' AT TIME ZONE app.clinic_zone(), %5)"_s
                .arg(doctor(login))
                .arg(kind, from, to)
                .arg(slotMinutes));
    }
    /// The clinic's local time, as text.
    void setClock(const QString &local, const QString &zone) const
    {
        ownerSql(
            u"UPDATE app.setting SET time_zone = '%2'; "
            "UPDATE app.test_clock SET ahead = (timestamp '%1' AT TIME ZONE '%2') - now()"_s.arg(
                local, zone));
    }
    /// next_free of all three doctors against book_check asked of every grid point; how many are
    /// offered.
    qint64 expectSameAsBruteForce(const QDate &from, int days, const QString &minutes)
    {
        const QString sql
            = u"WITH asked AS (SELECT d.id, h.span, h.slot_minutes FROM app.doctor d CROSS JOIN "
              u"LATERAL "
              "app.hours_of(d.id, date '%1', date '%1' + %2 - 1) h), "
              "brute AS (SELECT DISTINCT a.id, g.s, g.s + coalesce(%3, a.slot_minutes) * interval "
              "'1 minute' AS e "
              "FROM asked a CROSS JOIN LATERAL (SELECT lower(a.span) + n * a.slot_minutes * "
              "interval '1 minute' AS s "
              "FROM generate_series(0, 500) n) g WHERE g.s < upper(a.span) AND g.s >= "
              "app.day_start(date '%1') "
              "AND g.s < app.day_start(date '%1' + %2) AND app.book_check(a.id, %4, NULL, g.s, "
              "g.s + coalesce(%3, a.slot_minutes) * interval '1 minute', NULL) IS NULL), "
              "offered AS (SELECT doctor_id, starts_at, ends_at FROM app.next_free((SELECT "
              "array_agg(id) FROM app.doctor), "
              "app.day_start(date '%1'), %2, %3, 100000)) "
              "SELECT 'not offered', s.login || ' ' || (b.s AT TIME ZONE app.clinic_zone()) FROM "
              "(TABLE brute EXCEPT TABLE "
              "offered) b(id, s, e) JOIN app.doctor d ON d.id = b.id JOIN app.staff s ON s.id = "
              "d.staff_id "
              "UNION ALL SELECT 'cannot be booked', s.login || ' ' || (b.s AT TIME ZONE "
              "app.clinic_zone()) FROM (TABLE offered "
              "EXCEPT ALL TABLE brute) b(id, s, e) JOIN app.doctor d ON d.id = b.id JOIN app.staff "
              "s ON s.id = d.staff_id "
              "UNION ALL SELECT 'count', count(*)::text FROM offered"_s
                  .arg(from.toString(Qt::ISODate))
                  .arg(days)
                  .arg(minutes)
                  .arg(patient(10));
        qint64 count = -1;
        const SqlOutcome outcome = m_desk->run(sql);
        EXPECT_TRUE(outcome.ok()) << qPrintable(outcome.message);
        for (const Row &row : outcome.rows) {
            if (row.get<QString>(0) == "count"_L1)
                count = row.get<QString>(1).toLongLong();
            else
                ADD_FAILURE() << qPrintable(from.toString(Qt::ISODate)) << ": "
                              << qPrintable(row.get<QString>(1)) << ' '
                              << qPrintable(row.get<QString>(0));
        }
        return count;
    }
    /// Local starting times offered for one doctor and day, with their offset from UTC.
    QStringList offered(const QString &login, const QDate &day)
    {
        QStringList result;
        for (const Row &row :
             m_desk
                 ->run(
                     u"SELECT to_char(starts_at AT TIME ZONE app.clinic_zone(), 'HH24:MI') FROM "
                     "app.next_free(ARRAY[%1]::bigint[], app.day_start(date '%2'), 1, NULL, 1000)"_s
                         .arg(doctor(login))
                         .arg(day.toString(Qt::ISODate)))
                 .rows)
            result.append(row.get<QString>(0));
        return result;
    }

    std::optional<OpenSession> m_desk;
};

/// Everything is wrong at first; each repair uncovers the next refusal of requirements section 4.
TEST_F(BookCheckTest, refusesInTheRequiredOrder)
{
    const QDate day(2026, 11, 27);
    const Visit visit {u"osei"_s, 1, 1, at(19, 0, day)};
    const qint64 doctorsVisit = load(u"confirmed"_s, {u"osei"_s, 2, 2, at(19, 10, day)});
    const qint64 patientsVisit = load(u"pending"_s, {u"ba"_s, 1, 3, at(18, 50, day)});
    const qint64 roomsVisit = load(u"in_progress"_s, {u"lindqvist"_s, 3, 1, at(19, 10, day)});
    ownerSql(u"UPDATE app.patient SET active = false WHERE id = %1; UPDATE app.staff SET active = "
             u"false WHERE login = 'osei'; "
             "INSERT INTO app.closed_day(day, name) VALUES ('2026-11-27', 'Holiday'); "
             "INSERT INTO app.slot_hold(desk_id, doctor_id, during, expires_at) VALUES "
             "(gen_random_uuid(), %2, "
             "tstzrange(%3, %3 + interval '1 hour'), 'infinity')"_s.arg(patient(1))
                 .arg(doctor(u"osei"_s))
                 .arg(literal(at(19, 0, day))));
    setDoctor(u"osei"_s,
              u"verified = false, accepts_appointments = false, end_date = '2026-11-26', "
              u"lead_minutes = 7200, "
              "horizon_days = 1, max_per_day = 0"_s);
    addException(u"osei"_s, u"leave"_s, u"2026-11-27 18:00"_s, u"2026-11-27 20:00"_s);
    setClinicNow(at(20, 0, day));
    const QString cancel = u"UPDATE app.appointment SET status = 'cancelled' WHERE id = %1"_s;
    const QString osei = u"UPDATE app.doctor SET %1 WHERE licence_number = 'L-1001'"_s;
    const QList<std::pair<QString, QString>> repairs {
        {u"patient_unavailable"_s, u"UPDATE app.patient SET active = true"_s},
        {u"doctor_unavailable"_s, u"UPDATE app.staff SET active = true"_s},
        {u"doctor_unavailable"_s, osei.arg(u"verified = true"_s)},
        {u"doctor_unavailable"_s, osei.arg(u"accepts_appointments = true"_s)},
        {u"doctor_unavailable"_s, osei.arg(u"end_date = '2026-11-27'"_s)},
        {u"past"_s, u"UPDATE app.test_clock SET ahead = ahead - interval '3 days'"_s},
        {u"lead_time"_s, osei.arg(u"lead_minutes = 0"_s)},
        {u"horizon"_s, osei.arg(u"horizon_days = 3"_s)},
        {u"clinic_closed"_s, u"UPDATE app.closed_day SET active = false"_s},
        {u"on_leave"_s, u"UPDATE app.schedule_exception SET active = false"_s},
        {u"outside_hours"_s, u"UPDATE app.schedule_exception SET active = true, kind = 'extra'"_s},
        {u"doctor_busy"_s, cancel.arg(doctorsVisit)},
        {u"patient_busy"_s, cancel.arg(patientsVisit)},
        {u"room_busy"_s, cancel.arg(roomsVisit)},
        {u"day_full"_s, osei.arg(u"max_per_day = 1"_s)},
        {u"held"_s, u"UPDATE app.slot_hold SET expires_at = '-infinity'"_s},
    };
    for (const auto &[code, repair] : repairs) {
        EXPECT_EQ(check(visit), code);
        ownerSql(repair);
    }
    EXPECT_EQ(check(visit), QString());
}

TEST_F(BookCheckTest, theKioskKeepsToTheGridAndTheFuture)
{
    // The kiosk's own functions come later; this one asks as its login.
    ownerSql(u"CREATE FUNCTION app.try_check(at timestamptz) RETURNS text LANGUAGE sql SECURITY "
             u"DEFINER SET search_path = app, "
             "pg_temp AS $$ SELECT app.book_check(%1, %2, NULL, at, at + interval '20 minutes', "
             "NULL) $$; "
             "GRANT EXECUTE ON FUNCTION app.try_check(timestamptz) TO clinic_kiosk"_s
                 .arg(doctor(u"osei"_s))
                 .arg(patient(1)));
    const auto ask = [this](const QDateTime &start) -> QString {
        return sqlAs(u"kiosk"_s, u"SELECT app.try_check(%1)"_s.arg(literal(start)))
            .rows.value(0, Row({u"?"_s}))
            .get<QString>(0);
    };
    EXPECT_EQ(ask(at(10, 0)), u"past"_s) << "also the slot that is running";
    EXPECT_EQ(ask(at(10, 30)), u"off_grid"_s);
    EXPECT_EQ(ask(at(10, 40)), QString());
    EXPECT_EQ(check({u"osei"_s, 1, 0, at(10, 30)}), QString()) << "staff may leave the grid";
}

TEST_F(BookCheckTest, countsTheDayWithoutCancelledAndRejected)
{
    setDoctor(u"osei"_s, u"max_per_day = 2"_s);
    load(u"cancelled"_s, {u"osei"_s, 2, 0, at(14, 0)});
    load(u"rejected"_s, {u"osei"_s, 2, 0, at(14, 0)});
    load(u"completed"_s, {u"osei"_s, 2, 0, at(9, 0)});
    EXPECT_EQ(check({}), QString());
    load(u"no_show"_s, {u"osei"_s, 2, 0, at(9, 20)});
    EXPECT_EQ(check({}), u"day_full"_s);
    EXPECT_EQ(check({u"osei"_s, 1, 0, at(11, 0, {2026, 11, 25})}), QString());
}

TEST_F(BookCheckTest, offersExactlyWhatCanBeBooked)
{
    setDoctor(u"osei"_s, u"buffer_minutes = 10, end_date = '2026-11-28'"_s);
    setHours(u"lindqvist"_s, {u"20:00-24:00"_s, u"00:00-04:00"_s}, 30);
    setDoctor(u"lindqvist"_s, u"end_date = '2026-11-29', lead_minutes = 300"_s);
    setHours(u"ba"_s, {u"00:00-24:00"_s}, 45);
    setDoctor(u"ba"_s,
              u"max_per_day = 3, horizon_days = 4, buffer_minutes = 5, lead_minutes = 90"_s);
    addException(u"osei"_s, u"leave"_s, u"2026-11-25 11:10"_s, u"2026-11-26 09:00"_s);
    addException(u"osei"_s, u"extra"_s, u"2026-11-24 21:30"_s, u"2026-11-25 02:00"_s, 25);
    addException(u"ba"_s, u"extra"_s, u"2026-11-25 10:00"_s, u"2026-11-25 12:00"_s, 15);
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('2026-11-27', 'Holiday')"_s);
    load(u"confirmed"_s, {u"osei"_s, 1, 0, at(14, 0)});
    load(u"pending"_s, {u"osei"_s, 2, 0, at(16, 5), 50});
    load(u"cancelled"_s, {u"osei"_s, 3, 0, at(15, 0)});
    for (int i = 0; i < 3; ++i)
        load(u"confirmed"_s, {u"ba"_s, i + 1, 0, at(8 + i, 0, {2026, 11, 26})});
    load(u"confirmed"_s, {u"lindqvist"_s, 4, 0, at(23, 45), 30});
    OpenSession other(deskSettings(u"ben"_s, 2));
    ASSERT_TRUE(done(
        other.run(u"SELECT app.hold_take(%1, %2, %2 + interval '20 min')"_s.arg(doctor(u"osei"_s))
                      .arg(literal(at(17, 20))))));
    ASSERT_TRUE(done(
        m_desk->run(u"SELECT app.hold_take(%1, %2, %2 + interval '20 min')"_s.arg(doctor(u"osei"_s))
                        .arg(literal(at(13, 0))))));
    for (const QString &minutes : {u"NULL::int"_s, u"40"_s, u"10"_s}) {
        for (int day = 24; day <= 30; ++day) {
            const qint64 count = expectSameAsBruteForce({2026, 11, day}, 1, minutes);
            EXPECT_TRUE(count > 0 || day == 27 || day > 28) << day;
        }
        EXPECT_GT(expectSameAsBruteForce({2026, 11, 24}, 8, minutes), 100);
    }
}

TEST_F(BookCheckTest, offersExactlyWhatCanBeBookedOnDaysWithAShiftedClock)
{
    struct Case
    {
        QString clock;
        QString zone;
        QDate day;
    };
    for (const Case &one : {Case {u"2026-03-27 10:07"_s, u"Europe/Berlin"_s, {2026, 3, 28}},
                            Case {u"2026-10-23 10:07"_s, u"Europe/Berlin"_s, {2026, 10, 24}},
                            Case {u"2026-04-22 10:07"_s, u"Africa/Cairo"_s, {2026, 4, 23}},
                            Case {u"2026-10-28 10:07"_s, u"Africa/Cairo"_s, {2026, 10, 29}}}) {
        setClock(one.clock, one.zone);
        setHours(u"lindqvist"_s, {u"20:00-24:00"_s, u"00:00-04:00"_s}, 30);
        setHours(u"ba"_s, {u"00:00-24:00"_s}, 45);
        for (const QString &minutes : {u"NULL::int"_s, u"40"_s}) {
            for (int i = 0; i < 3; ++i)
                EXPECT_GT(expectSameAsBruteForce(one.day.addDays(i), 1, minutes), 30);
            EXPECT_GT(expectSameAsBruteForce(one.day, 3, minutes), 100);
        }
    }
}

TEST_F(BookCheckTest, aShiftedClocksHoursAreThoseOfTheWall)
{
    setHours(u"osei"_s, {u"00:00-04:00"_s}, 60);
    setClock(u"2026-03-28 10:00"_s, u"Europe/Berlin"_s);
    EXPECT_EQ(offered(u"osei"_s, {2026, 3, 29}),
              (QStringList {u"00:00"_s, u"01:00"_s, u"03:00"_s}));
    setClock(u"2026-10-24 10:00"_s, u"Europe/Berlin"_s);
    EXPECT_EQ(offered(u"osei"_s, {2026, 10, 25}),
              (QStringList {u"00:00"_s, u"01:00"_s, u"02:00"_s, u"02:00"_s, u"03:00"_s}));
    setClock(u"2026-04-23 10:00"_s, u"Africa/Cairo"_s);
    EXPECT_EQ(offered(u"osei"_s, {2026, 4, 24}), (QStringList {u"01:00"_s, u"02:00"_s, u"03:00"_s}))
        << "no midnight";
}

TEST_F(BookCheckTest, asksForAsMuchAsAskedFor)
{
    const auto rows = [this](const QString &arguments) {
        return m_desk->run(u"SELECT starts_at FROM app.next_free("_s + arguments + u')').rows;
    };
    const QString all = u"(SELECT array_agg(id) FROM app.doctor), app.clinic_now(), "_s;
    EXPECT_EQ(rows(all + u"3, NULL, 5"_s).size(), 5);
    EXPECT_TRUE(rows(u"ARRAY[]::bigint[], app.clinic_now(), 3, NULL, 5"_s).isEmpty());
    EXPECT_EQ(rows(all + u"1, NULL, 1"_s).value(0, Row({QDateTime()})).get<QDateTime>(0),
              at(10, 20).toUTC());
}

} // namespace ClinicDesk
