#include "services/ServiceFixture.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// What the guard makes of raw INSERTs by the people themselves, as psql would send them.
class GuardBookingTest : public ServiceFixture
{
protected:
    /// The same with an override of `rule` in the transaction.
    SqlOutcome insertOverriding(const QString &login, const QString &rule, const QString &because,
                                const Visit &visit) const
    {
        return sqlAs(
            login,
            u"SELECT set_config('clinic.override', '%1', true), set_config('clinic.because', '%2', true);"_s
                    .arg(rule, because)
                + insertSql(visit));
    }
    void setDoctor(const QString &login, const QString &assignments) const
    {
        ownerSql(u"UPDATE app.doctor SET %1 WHERE id = %2"_s.arg(assignments).arg(doctor(login)));
    }
};

TEST_F(GuardBookingTest, refusesOverlapsOfADoctorAndAllowsNeighbours)
{
    bookAs(u"ana"_s, {u"osei"_s, 1, 0, at(11, 0), 30});
    const QString taken = u"doctor_busy"_s;
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(11, 0), 30}), u"CD001"_s, taken));
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(11, 15), 30}), u"CD001"_s, taken));
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(10, 45), 30}), u"CD001"_s, taken));
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(11, 10), 5}), u"CD001"_s, taken));
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(10, 40), 80}), u"CD001"_s, taken));
    EXPECT_TRUE(refused(insertAs(u"osei"_s, {u"osei"_s, 2, 0, at(11, 29), 20}), u"CD001"_s, taken));
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(11, 30), 20})));
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 3, 0, at(10, 40), 20})));
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"ba"_s, 4, 0, at(11, 0), 30})))
        << "another doctor is free";
    expectConsistent();
}

TEST_F(GuardBookingTest, keepsTheDoctorsBufferOnBothSides)
{
    setDoctor(u"osei"_s, u"buffer_minutes = 10"_s);
    bookAs(u"ana"_s, {u"osei"_s, 1, 0, at(11, 0), 20});
    EXPECT_TRUE(
        refused(insertAs(u"ana"_s, {u"osei"_s, 2, 0, at(11, 20)}), u"CD001"_s, u"doctor_busy"_s));
    EXPECT_TRUE(
        refused(insertAs(u"ana"_s, {u"osei"_s, 2, 0, at(10, 35)}), u"CD001"_s, u"doctor_busy"_s));
    EXPECT_TRUE(done(insertAs(u"ana"_s, {u"osei"_s, 2, 0, at(11, 30)})));
    EXPECT_TRUE(done(insertAs(u"ana"_s, {u"osei"_s, 3, 0, at(10, 30)})));
}

TEST_F(GuardBookingTest, refusesOverlapsOfAPatientAndOfARoom)
{
    bookAs(u"ana"_s, {u"osei"_s, 1, 1, at(11, 0), 30});
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"ba"_s, 1, 0, at(11, 15), 30}), u"CD001"_s,
                        u"patient_busy"_s));
    EXPECT_TRUE(
        refused(insertAs(u"ana"_s, {u"ba"_s, 2, 1, at(11, 15), 30}), u"CD001"_s, u"room_busy"_s));
    EXPECT_TRUE(
        refused(insertAs(u"ba"_s, {u"ba"_s, 1, 2, at(11, 15), 30}), u"CD001"_s, u"patient_busy"_s));
    EXPECT_TRUE(done(insertAs(u"ana"_s, {u"ba"_s, 2, 2, at(11, 15), 15})));
    EXPECT_TRUE(done(insertAs(u"ana"_s, {u"ba"_s, 1, 1, at(11, 30), 30}))) << "right after";
}

TEST_F(GuardBookingTest, refusesTwoOverlappingRowsOfOneStatement)
{
    const QString sql
        = u"INSERT INTO app.appointment(doctor_id, patient_id, starts_at, ends_at) VALUES "
          "(%1, %2, %4, %5), (%1, %3, %4, %5)"_s;
    EXPECT_TRUE(refused(sqlAs(u"ana"_s,
                              sql.arg(doctor(u"osei"_s))
                                  .arg(patient(1))
                                  .arg(patient(2))
                                  .arg(literal(at(11, 0)), literal(at(11, 20)))),
                        u"CD001"_s, u"doctor_busy"_s));
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"0"_s);
}

/// Even the owner, whom the rules let load anything, cannot load an overlap.
TEST_F(GuardBookingTest, theConstraintsRefuseWhatTheRulesDoNotSee)
{
    load(u"confirmed"_s, {u"osei"_s, 1, 1});
    OpenSession owner(ownerSettings());
    const auto insert = [&](const QString &doctorLogin, int patientNumber, int roomNumber) {
        return owner.run(
            u"INSERT INTO app.appointment(doctor_id, patient_id, room_id, starts_at, ends_at) "
            "VALUES (%1, %2, %3, %4, %5)"_s.arg(doctor(doctorLogin))
                .arg(patient(patientNumber))
                .arg(room(roomNumber))
                .arg(literal(at(11, 10)), literal(at(11, 30))));
    };
    EXPECT_TRUE(refused(insert(u"osei"_s, 2, 2), u"23P01"_s, u"appointment_doctor_free"_s));
    EXPECT_TRUE(refused(insert(u"ba"_s, 1, 2), u"23P01"_s, u"appointment_patient_free"_s));
    EXPECT_TRUE(refused(insert(u"ba"_s, 2, 1), u"23P01"_s, u"appointment_room_free"_s));
    EXPECT_TRUE(insert(u"ba"_s, 2, 2).ok());
}

TEST_F(GuardBookingTest, finishedVisitsKeepNoTime)
{
    for (const QString &status : {u"completed"_s, u"cancelled"_s, u"rejected"_s, u"no_show"_s})
        load(status, {u"osei"_s, 1, 1});
    for (const QString &status : {u"pending"_s, u"confirmed"_s, u"in_progress"_s}) {
        const qint64 id = load(status, {u"osei"_s, 2, 1});
        EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"osei"_s, 3}), u"CD001"_s, u"doctor_busy"_s))
            << qPrintable(status);
        ownerSql(u"UPDATE app.appointment SET status = 'cancelled' WHERE id = %1"_s.arg(id));
    }
    EXPECT_TRUE(done(insertAs(u"ana"_s, {u"osei"_s, 1, 1})));
}

TEST_F(GuardBookingTest, setsTheFirstStatusByTheDoctorsRule)
{
    const auto first = [this](const QString &login, const Visit &visit) -> QString {
        const SqlOutcome outcome = insertAs(login, visit);
        EXPECT_TRUE(done(outcome));
        const Row row = outcome.rows.value(0, Row({0, QString(), QString()}));
        return row.get<QString>(1) + u' ' + row.get<QString>(2);
    };
    EXPECT_EQ(first(u"ana"_s, {u"osei"_s, 1}), u"pending desk"_s);
    EXPECT_EQ(first(u"admin"_s, {u"ba"_s, 2}), u"pending desk"_s);
    EXPECT_EQ(first(u"ana"_s, {u"lindqvist"_s, 3}), u"confirmed desk"_s);
    EXPECT_EQ(first(u"osei"_s, {u"osei"_s, 4, 0, at(14, 0)}), u"confirmed doctor"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment WHERE (status = 'confirmed') "
                     "= (confirmed_at IS NOT NULL) AND version = 1"_s),
              u"4"_s);
}

TEST_F(GuardBookingTest, takesNoForgedFacts)
{
    for (const QString &column :
         {u"status"_s, u"source"_s, u"version"_s, u"confirmed_at"_s, u"checked_in_at"_s,
          u"started_at"_s, u"ended_at"_s, u"requested_at"_s, u"doctor_free_at"_s, u"status_note"_s,
          u"cancelled_at"_s, u"follow_up_of"_s}) {
        const QString sql
            = u"INSERT INTO app.appointment(doctor_id, patient_id, starts_at, ends_at, %1) "
              "VALUES (%2, %3, %4, %5, DEFAULT)"_s;
        for (const QString &login : {u"ana"_s, u"osei"_s, u"admin"_s})
            EXPECT_TRUE(refused(sqlAs(login,
                                      sql.arg(column)
                                          .arg(doctor(u"osei"_s))
                                          .arg(patient(1))
                                          .arg(literal(at(11, 0)), literal(at(11, 20)))),
                                u"42501"_s))
                << qPrintable(login) << ' ' << qPrintable(column);
    }
}

TEST_F(GuardBookingTest, refusesThePastButNotTheSlotThatIsRunning)
{
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"osei"_s, 1, 0, at(9, 40)}), u"CD001"_s, u"past"_s));
    EXPECT_TRUE(refused(insertAs(u"osei"_s, {u"osei"_s, 1, 0, at(11, 0, {2026, 11, 23})}),
                        u"CD001"_s, u"past"_s));
    EXPECT_TRUE(
        refused(insertOverriding(u"ana"_s, u"past"_s, u"asked"_s, {u"osei"_s, 1, 0, at(9, 40)}),
                u"CD001"_s, u"past"_s));
    EXPECT_TRUE(done(insertAs(u"ana"_s, {u"osei"_s, 1, 0, at(10, 0)})));
}

TEST_F(GuardBookingTest, refusesSpansThatAreNone)
{
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"osei"_s, 1, 0, at(11, 0), 0}), u"23514"_s,
                        u"appointment_span"_s));
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"osei"_s, 1, 0, at(11, 0), -20}), u"23514"_s,
                        u"appointment_span"_s));
    EXPECT_TRUE(refused(
        insertOverriding(u"ana"_s, u"hours"_s, u"x"_s, {u"osei"_s, 1, 0, at(11, 0), 13 * 60}),
        u"23514"_s, u"appointment_span"_s));
}

TEST_F(GuardBookingTest, honoursAndRecordsAnOverrideOfReceptionAndDoctors)
{
    const Visit early {u"osei"_s, 1, 0, at(19, 0)};
    EXPECT_TRUE(refused(insertAs(u"ana"_s, early), u"CD001"_s, u"outside_hours"_s));
    EXPECT_TRUE(refused(insertOverriding(u"ana"_s, u"hours"_s, u"  "_s, early), u"CD001"_s,
                        u"outside_hours"_s));
    EXPECT_TRUE(refused(insertOverriding(u"ana"_s, u"lead_time"_s, u"x"_s, early), u"CD001"_s,
                        u"outside_hours"_s));
    EXPECT_TRUE(refused(insertOverriding(u"admin"_s, u"hours"_s, u"asked"_s, early), u"CD001"_s,
                        u"outside_hours"_s));
    EXPECT_TRUE(done(insertOverriding(u"ana"_s, u"hours"_s, u"asked by phone"_s, early)));
    EXPECT_EQ(
        textOf(u"SELECT override_rules || ': ' || override_because FROM app.appointment_event"_s),
        u"hours: asked by phone"_s);
    EXPECT_TRUE(
        done(insertOverriding(u"osei"_s, u"hours"_s, u"urgent"_s, {u"osei"_s, 2, 0, at(20, 0)})));
    setDoctor(u"ba"_s, u"lead_minutes = 600, horizon_days = 1, max_per_day = 1"_s);
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"ba"_s, 3}), u"CD001"_s, u"lead_time"_s));
    EXPECT_TRUE(done(insertOverriding(u"ana"_s, u"lead_time"_s, u"x"_s, {u"ba"_s, 3})));
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"ba"_s, 4, 0, at(11, 0, {2026, 11, 26})}), u"CD001"_s,
                        u"horizon"_s));
    EXPECT_TRUE(done(insertOverriding(u"ana"_s, u"horizon"_s, u"x"_s,
                                      {u"ba"_s, 4, 0, at(11, 0, {2026, 11, 26})})));
    EXPECT_TRUE(
        refused(insertOverriding(u"ana"_s, u"lead_time"_s, u"x"_s, {u"ba"_s, 5, 0, at(14, 0)}),
                u"CD001"_s, u"day_full"_s));
    EXPECT_TRUE(done(
        insertOverriding(u"ana"_s, u"lead_time,day_full"_s, u"x"_s, {u"ba"_s, 5, 0, at(14, 0)})));
}

TEST_F(GuardBookingTest, nobodyOverridesAnOverlapOrAClosedDay)
{
    const QString everything
        = u"hours,lead_time,horizon,day_full,past,doctor_busy,patient_busy,room_busy,held,"
          "clinic_closed,doctor_unavailable,patient_unavailable"_s;
    bookAs(u"ana"_s, {u"osei"_s, 1, 1});
    EXPECT_TRUE(refused(insertOverriding(u"ana"_s, everything, u"x"_s, {u"osei"_s, 2}), u"CD001"_s,
                        u"doctor_busy"_s));
    EXPECT_TRUE(refused(insertOverriding(u"osei"_s, everything, u"x"_s, {u"osei"_s, 2}), u"CD001"_s,
                        u"doctor_busy"_s));
    EXPECT_TRUE(refused(insertOverriding(u"ana"_s, everything, u"x"_s, {u"ba"_s, 1}), u"CD001"_s,
                        u"patient_busy"_s));
    EXPECT_TRUE(refused(insertOverriding(u"ana"_s, everything, u"x"_s, {u"ba"_s, 2, 1}), u"CD001"_s,
                        u"room_busy"_s));
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('2026-11-25', 'Holiday'); "
             "UPDATE app.patient SET active = false WHERE id = %1"_s.arg(patient(9)));
    EXPECT_TRUE(refused(
        insertOverriding(u"ana"_s, everything, u"x"_s, {u"ba"_s, 2, 0, at(11, 0, {2026, 11, 25})}),
        u"CD001"_s, u"clinic_closed"_s));
    EXPECT_TRUE(refused(insertOverriding(u"ana"_s, everything, u"x"_s, {u"ba"_s, 9, 0, at(15, 0)}),
                        u"CD001"_s, u"patient_unavailable"_s));
}

TEST_F(GuardBookingTest, devicesReachNothing)
{
    bookAs(u"ana"_s);
    for (const QString &login : {u"kiosk"_s, u"display"_s}) {
        EXPECT_TRUE(refused(insertAs(login, {u"osei"_s, 2, 0, at(14, 0)}), u"42501"_s));
        EXPECT_TRUE(refused(sqlAs(login, u"SELECT 1 FROM app.appointment"_s), u"42501"_s));
        EXPECT_TRUE(refused(
            sqlAs(login, u"SELECT app.book_check(1, 1, NULL, now(), now(), NULL)"_s), u"42501"_s));
        EXPECT_TRUE(refused(
            sqlAs(login, u"SELECT app.hold_take(1, now(), now() + interval '1 h')"_s), u"42501"_s));
    }
}

TEST_F(GuardBookingTest, aClosedLoginsOpenSessionCanDoNothingMore)
{
    const qint64 id = bookAs(u"ana"_s);
    OpenSession ana(settings(u"ana"_s));
    OpenSession admin(settings(u"admin"_s));
    ASSERT_TRUE(ana.run(u"SELECT 1"_s).ok());
    ownerSql(u"UPDATE app.staff SET active = false WHERE login IN ('ana', 'admin')"_s);
    for (OpenSession *session : {&ana, &admin}) {
        EXPECT_TRUE(refused(session->run(insertSql({u"osei"_s, 2, 0, at(14, 0)})), u"42501"_s));
        EXPECT_TRUE(session->run(u"SELECT 1 FROM app.patient"_s).rows.isEmpty());
        EXPECT_TRUE(session->run(u"SELECT 1 FROM app.appointment"_s).rows.isEmpty());
        EXPECT_TRUE(session->run(u"SELECT 1 FROM app.appointment_event"_s).rows.isEmpty());
        EXPECT_TRUE(session
                        ->run(u"UPDATE app.appointment SET status = 'cancelled', status_note = 'x' "
                              u"WHERE id = %1 "
                              "RETURNING id"_s.arg(id))
                        .rows.isEmpty());
        EXPECT_TRUE(
            refused(session->run(u"INSERT INTO app.patient(family_name, given_name, birth_date) "
                                 "VALUES ('A', 'B', '2000-01-01')"_s),
                    u"42501"_s));
        EXPECT_TRUE(
            refused(session->run(u"SELECT * FROM app.patient_find('kim', 5)"_s), u"42501"_s));
    }
    EXPECT_TRUE(refused(admin.run(u"UPDATE app.setting SET clinic_name = 'Mine'"_s), u"42501"_s));
    EXPECT_TRUE(refused(admin.run(u"INSERT INTO app.room(name) VALUES ('Mine')"_s), u"42501"_s));
    const QString verifier = u"SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy"_s;
    EXPECT_TRUE(refused(
        admin.run(u"SELECT app.staff_create('eve', '%1', 'Eve', 'administrator')"_s.arg(verifier)),
        u"42501"_s));
    EXPECT_TRUE(
        refused(admin.run(u"SELECT app.staff_password('ben', '%1')"_s.arg(verifier)), u"42501"_s));
    EXPECT_TRUE(refused(admin.run(u"SELECT app.staff_disable('ben')"_s), u"42501"_s));
}

TEST_F(GuardBookingTest, aWriterWithoutOperationGetsADirectOne)
{
    const qint64 id = bookAs(u"ana"_s);
    EXPECT_EQ(textOf(u"SELECT o.kind || ' ' || o.who FROM app.appointment a JOIN app.operation o "
                     u"ON o.id = a.op_id "
                     "JOIN app.appointment_event e ON e.op_id = o.id WHERE a.id = %1"_s.arg(id)),
              u"direct ana"_s);
    expectConsistent();
}

TEST_F(GuardBookingTest, believesOnlyAnOperationOfThisPersonAndTransaction)
{
    const QString make
        = u"INSERT INTO app.operation(id, kind, args_hash) VALUES ('%1', 'book', ''); "_s;
    const QString use = u"SELECT set_config('clinic.op', '%1', true); "_s;
    const QString bens = u"11111111-1111-4111-8111-111111111111"_s;
    const QString earlier = u"22222222-2222-4222-8222-222222222222"_s;
    const QString own = u"33333333-3333-4333-8333-333333333333"_s;
    ASSERT_TRUE(sqlAs(u"ben"_s, make.arg(bens)).ok());
    ASSERT_TRUE(sqlAs(u"ana"_s, make.arg(earlier)).ok());
    ASSERT_TRUE(done(sqlAs(u"ana"_s, use.arg(bens) + insertSql({u"osei"_s, 1, 0, at(11, 0)}))));
    ASSERT_TRUE(done(sqlAs(u"ana"_s, use.arg(earlier) + insertSql({u"osei"_s, 2, 0, at(11, 20)}))));
    ASSERT_TRUE(
        done(sqlAs(u"ana"_s, use.arg(u"nonsense"_s) + insertSql({u"osei"_s, 3, 0, at(11, 40)}))));
    ASSERT_TRUE(done(
        sqlAs(u"ana"_s, make.arg(own) + use.arg(own) + insertSql({u"osei"_s, 4, 0, at(14, 0)}))));
    EXPECT_EQ(textOf(u"SELECT string_agg(o.kind, ' ' ORDER BY a.starts_at) FROM app.appointment a "
                     "JOIN app.operation o ON o.id = a.op_id"_s),
              u"direct direct direct book"_s);
    EXPECT_EQ(textOf(u"SELECT count(DISTINCT op_id)::text FROM app.appointment_event"_s), u"4"_s);
}

TEST_F(GuardBookingTest, everyChangeIsInTheHistory)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"reason = 'cough'"_s)));
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"checked_in_at = now()"_s)));
    ASSERT_TRUE(done(
        updateAs(u"ana"_s, id,
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(14, 0)), literal(at(14, 20))))));
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"status = 'cancelled', status_note = 'ill'"_s)));
    EXPECT_EQ(
        textOf(u"SELECT string_agg(concat_ws('/', version, kind, who, old_status, new_status), ' ' "
               u"ORDER BY id) "
               "FROM app.appointment_event WHERE appointment_id = %1"_s.arg(id)),
        u"1/booked/ana/pending 2/edited/ana/pending/pending 3/confirmed/osei/pending/confirmed "
        "4/checked_in/ana/confirmed/confirmed 5/moved/ana/confirmed/pending 6/cancelled/ana/pending/cancelled"_s);
    expectConsistent();
}

} // namespace ClinicDesk
