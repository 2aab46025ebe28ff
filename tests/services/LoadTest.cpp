#include "services/ServiceFixture.h"
#include "services/SignedIn.h"
#include "services/schedules/ScheduleService.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class LoadTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_ana.emplace(settings(u"ana"_s));
        m_schedules = &m_ana->schedules;
    }
    void TearDown() override
    {
        m_ana.reset();
        ServiceFixture::TearDown();
    }

    DoctorId osei() const { return DoctorId {doctor(u"osei"_s)}; }
    using ServiceFixture::load;
    QList<DoctorLoad> load(QDate from, QDate to)
    {
        return answer(m_schedules->load(from, to)).value();
    }
    DoctorLoad oseiOn(QDate day)
    {
        for (const DoctorLoad &load : load(day, day)) {
            if (load.doctor == osei())
                return load;
        }
        return {};
    }
    /// Every doctor's days counted minute by minute and place by place, a day at a time.
    QList<DoctorLoad> counted(QDate from, QDate to) const
    {
        const Rows rows = ownerSql(
            u"WITH one AS MATERIALIZED (SELECT d.id, d.max_per_day, day, "
            "coalesce(day <= d.end_date, true) AS here, app.open_hours(d.id, day, day) AS open "
            "FROM app.doctor d, (SELECT date '%1' + n AS day FROM "
            "generate_series(0, date '%2' - date '%1') n) days) "
            "SELECT day, id, visits, kept, CASE WHEN here THEN minutes ELSE 0 END, "
            "CASE WHEN here THEN least(places, max_per_day) ELSE 0 END FROM one "
            "CROSS JOIN LATERAL (SELECT count(*)::int AS visits, "
            "(coalesce(sum(extract(epoch FROM doctor_free_at - starts_at)), 0) / 60)::int AS kept "
            "FROM app.appointment a WHERE a.doctor_id = one.id AND app.clinic_day(a.starts_at) = "
            "one.day "
            "AND a.status NOT IN ('cancelled', 'rejected')) v "
            "CROSS JOIN LATERAL (SELECT count(*)::int AS minutes FROM "
            "generate_series(app.day_start(day), app.day_start(day + 1) - interval '1 minute', "
            "interval '1 minute') m WHERE open @> m) o "
            "CROSS JOIN LATERAL (SELECT count(DISTINCT s)::int AS places FROM "
            "app.hours_of(id, day, day) h, generate_series(lower(h.span), upper(h.span), "
            "h.slot_minutes * interval '1 minute') s "
            "WHERE open @> tstzrange(s, s + h.slot_minutes * interval '1 minute')) p "
            "ORDER BY day, id"_s.arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate)));
        QList<DoctorLoad> result;
        for (const Row &row : rows) {
            const DoctorLoad load {row.get<QDate>(0), row.get<DoctorId>(1), row.get<int>(2),
                                   row.get<int>(3),   row.get<int>(4),      row.get<int>(5)};
            if (load.visits > 0 || load.openMinutes > 0)
                result << load;
        }
        return result;
    }

    std::optional<SignedIn> m_ana;
    ScheduleService *m_schedules = nullptr;
};

TEST_F(LoadTest, countsVisitsAndPlaces)
{
    load(u"confirmed"_s, {u"osei"_s, 1, 0, at(10, 0), 20});
    load(u"pending"_s, {u"osei"_s, 2, 0, at(11, 0), 40});
    load(u"cancelled"_s, {u"osei"_s, 3, 0, at(14, 0), 20});
    const DoctorLoad day = oseiOn(at(10, 0).date());
    EXPECT_EQ(day.visits, 2);
    EXPECT_EQ(day.keptMinutes, 60);
    EXPECT_EQ(day.openMinutes, 9 * 60);
    EXPECT_EQ(day.places, 20) << "27 fit, but the doctor sees at most 20 a day";
}

TEST_F(LoadTest, equalsACountByHandOverMonths)
{
    ownerSql(u"UPDATE app.doctor SET max_per_day = 100, buffer_minutes = 5 WHERE id = %1"_s.arg(
        doctor(u"ba"_s)));
    // A span that begins off the grid after a leave, a closed day, extra hours in the evening, the
    // spring's clock change, a doctor who leaves for good.
    ownerSql(
        u"INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at) VALUES "
        "(%1, 'leave', '2026-11-25 09:10 Europe/Berlin', '2026-11-25 10:30 Europe/Berlin'), "
        "(%1, 'leave', '2026-11-27 00:00 Europe/Berlin', '2026-12-03 00:00 Europe/Berlin'), "
        "(%1, 'extra', '2026-11-24 19:00 Europe/Berlin', '2026-11-24 20:30 Europe/Berlin')"_s.arg(
            osei().value));
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('2026-12-25', 'Christmas Day')"_s);
    ownerSql(u"UPDATE app.doctor SET end_date = '2026-12-10' WHERE id = %1"_s.arg(
        doctor(u"lindqvist"_s)));
    for (int i = 0; i < 30; ++i) {
        const QString status = i % 7 == 0 ? u"cancelled"_s
            : i % 5 == 0                  ? u"pending"_s
                                          : u"confirmed"_s;
        const QString who = i % 3 == 0 ? u"ba"_s : i % 3 == 1 ? u"osei"_s : u"lindqvist"_s;
        load(status,
             {who, i % 10 + 1, 0, at(8 + i % 9, 0, QDate(2026, 11, 24).addDays(i)), 15 + i});
    }
    const QDate from(2026, 11, 23);
    const QDate to(2027, 1, 3);
    const QList<DoctorLoad> wanted = counted(from, to);
    ASSERT_GT(wanted.size(), 80);
    const QList<DoctorLoad> found = load(from, to);
    ASSERT_EQ(found.size(), wanted.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found.at(i), wanted.at(i))
            << qPrintable(found.at(i).day.toString()) << " doctor " << found.at(i).doctor.value
            << ": " << found.at(i).visits << ' ' << found.at(i).keptMinutes << ' '
            << found.at(i).openMinutes << ' ' << found.at(i).places << " for "
            << wanted.at(i).visits << ' ' << wanted.at(i).keptMinutes << ' '
            << wanted.at(i).openMinutes << ' ' << wanted.at(i).places;
    }
}

TEST_F(LoadTest, aDayIsFullWhenNoDoctorHasAPlaceLeft)
{
    const QDate day(2026, 11, 24);
    const DoctorLoad full {day, DoctorId {1}, 20, 400, 540, 20};
    const DoctorLoad half {day, DoctorId {2}, 10, 200, 400, 20};
    const DoctorLoad off {day, DoctorId {3}, 1, 20, 0, 0};
    EXPECT_EQ(DayLoad().fill(), DayFill::Unknown);
    EXPECT_EQ(sumOf({}).fill(), DayFill::Closed);
    EXPECT_EQ(sumOf({full}).fill(), DayFill::Full);
    EXPECT_EQ(sumOf({half}).fill(), DayFill::Free);
    EXPECT_EQ(sumOf({full, off}).fill(), DayFill::Full);
    EXPECT_EQ(sumOf({full, half}).free, 10);
    const DoctorLoad nearly {day, DoctorId {2}, 18, 360, 400, 20};
    EXPECT_EQ(sumOf({nearly}).fill(), DayFill::NearlyFull);
    const DoctorLoad longVisits {day, DoctorId {2}, 10, 400, 400, 20};
    EXPECT_EQ(longVisits.booked(), 20) << "a visit of two places takes two";
}

TEST_F(LoadTest, aClosedLoginAsksInVain)
{
    EXPECT_FALSE(load(QDate(2026, 11, 24), QDate(2026, 11, 24)).isEmpty());
    ownerSql(u"UPDATE app.staff SET active = false WHERE login = 'ana'"_s);
    EXPECT_EQ(kindOf(answer(m_schedules->load(QDate(2026, 11, 24), QDate(2026, 11, 24)))),
              u"NotPermitted"_s);
}

} // namespace ClinicDesk
