#include "services/ServiceFixture.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Undo and holds by raw SQL, as the people themselves.
class GuardUndoTest : public ServiceFixture
{
protected:
    static inline const QString deskOne = u"aaaaaaaa-0000-4000-8000-000000000001"_s;
    static inline const QString deskTwo = u"aaaaaaaa-0000-4000-8000-000000000002"_s;

    SqlOutcome atDesk(const QString &login, const QString &desk, const QString &sql) const
    {
        ConnectionSettings place = settings(login);
        place.deskId = desk;
        return OpenSession(place).run(sql);
    }
    QString holdSql(const QString &doctorLogin, const QDateTime &start, int minutes = 20) const
    {
        return u"SELECT app.hold_take(%1, %2, %3)"_s.arg(doctor(doctorLogin))
            .arg(literal(start), literal(start.addSecs(minutes * 60)));
    }
    /// The whole row but its version, as text.
    QString row(qint64 id) const
    {
        return textOf(
            u"SELECT (to_jsonb(a) - 'version')::text FROM app.appointment a WHERE id = %1"_s.arg(
                id));
    }
    QString lastKind(qint64 id) const
    {
        return textOf(
            u"SELECT kind FROM app.appointment_event WHERE appointment_id = %1 ORDER BY id DESC LIMIT 1"_s
                .arg(id));
    }
    /// Sets the row back to what it was before its last change, as the program does.
    SqlOutcome undoAs(const QString &login, qint64 id) const
    {
        return sqlAs(
            login,
            u"UPDATE app.appointment a SET status = b.status, status_note = b.status_note, room_id "
            u"= b.room_id, "
            "starts_at = b.starts_at, ends_at = b.ends_at %2 "
            "FROM app.appointment_event e, jsonb_to_record(e.before) AS b(status text, status_note "
            "text, room_id "
            "bigint, starts_at timestamptz, ends_at timestamptz, doctor_id bigint, checked_in_at "
            "timestamptz) "
            "WHERE a.id = %1 AND e.appointment_id = a.id AND e.version = a.version RETURNING a.id"_s
                .arg(id)
                .arg(login == "osei"_L1
                         ? QString()
                         : u", doctor_id = b.doctor_id, checked_in_at = b.checked_in_at"_s));
    }
    void expectUndoRestores(const QString &login, qint64 id, const QString &change)
    {
        const QString before = row(id);
        ASSERT_TRUE(done(updateAs(login, id, change))) << qPrintable(change);
        ASSERT_NE(row(id), before) << qPrintable(change);
        ASSERT_TRUE(done(undoAs(login, id))) << qPrintable(change);
        EXPECT_EQ(row(id), before) << qPrintable(change);
        EXPECT_EQ(lastKind(id), u"undone"_s) << qPrintable(change);
    }
    QString moved(const QDateTime &start, int minutes = 20) const
    {
        return u"starts_at = %1, ends_at = %2"_s.arg(literal(start),
                                                     literal(start.addSecs(minutes * 60)));
    }
};

TEST_F(GuardUndoTest, eachKindIsRestoredButForTheVersion)
{
    const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 1, 1});
    expectUndoRestores(u"osei"_s, id, u"status = 'confirmed'"_s);
    expectUndoRestores(u"osei"_s, id, u"status = 'rejected', status_note = 'no'"_s);
    expectUndoRestores(u"ana"_s, id, u"status = 'cancelled', status_note = 'ill'"_s);
    expectUndoRestores(u"ana"_s, id, moved(at(14, 0)));
    expectUndoRestores(u"ana"_s, id, u"doctor_id = %1"_s.arg(doctor(u"lindqvist"_s)));
    expectUndoRestores(u"ana"_s, id, u"room_id = %1"_s.arg(room(2)));
    expectUndoRestores(u"ana"_s, id, moved(at(11, 0), 40));
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    expectUndoRestores(u"osei"_s, id, moved(at(15, 0)));
    expectUndoRestores(u"ana"_s, id, moved(at(15, 0)));
    expectUndoRestores(u"ana"_s, id, u"checked_in_at = now()"_s);
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"checked_in_at = now()"_s)));
    expectUndoRestores(u"ana"_s, id, moved(at(15, 0)));
    expectUndoRestores(u"osei"_s, id, u"status = 'in_progress'"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'in_progress'"_s)));
    expectUndoRestores(u"osei"_s, id, u"status = 'completed'"_s);
    EXPECT_EQ(valueOf(id, u"version = (SELECT count(*) FROM app.appointment_event)"_s), u"true"_s);
    expectConsistent();
}

TEST_F(GuardUndoTest, noShowIsTakenBack)
{
    const qint64 id = bookAs(u"ana"_s, {u"lindqvist"_s, 1});
    setClinicNow(at(11, 30));
    expectUndoRestores(u"ana"_s, id, u"status = 'no_show'"_s);
    expectConsistent();
}

TEST_F(GuardUndoTest, theUndoOfABookingCancelsIt)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"status = 'cancelled', status_note = 'undone'"_s)));
    EXPECT_EQ(valueOf(id, u"status || ' ' || status_note || ' ' || version"_s),
              u"cancelled undone 2"_s);
    EXPECT_EQ(lastKind(id), u"undone"_s);
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 2}))) << "the time is free again";
}

TEST_F(GuardUndoTest, anUndoTakenBackIsTheChangeAgain)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    const QString confirmed = row(id);
    ASSERT_TRUE(done(undoAs(u"osei"_s, id)));
    EXPECT_EQ(valueOf(id, u"status"_s), u"pending"_s);
    ASSERT_TRUE(done(undoAs(u"osei"_s, id)));
    EXPECT_EQ(row(id), confirmed);
    // The values of before the last change but one are no undo: a final state stays.
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'in_progress'"_s)));
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'completed'"_s)));
    EXPECT_TRUE(refused(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s), u"CD002"_s));
}

TEST_F(GuardUndoTest, tooLateAfterHalfAMinute)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'rejected', status_note = 'no'"_s)));
    setClinicNow(startOfTest().addSecs(25));
    ASSERT_TRUE(done(undoAs(u"osei"_s, id)));
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'rejected', status_note = 'no'"_s)));
    setClinicNow(startOfTest().addSecs(25 + 36));
    EXPECT_TRUE(refused(undoAs(u"osei"_s, id), u"CD002"_s, u"step"_s));
    EXPECT_EQ(valueOf(id, u"status"_s), u"rejected"_s);
}

TEST_F(GuardUndoTest, anArrivalIsTakenBackInItsOwnMillisecond)
{
    const qint64 id = load(u"confirmed"_s);
    freezeClinicNow();
    expectUndoRestores(u"ana"_s, id, u"checked_in_at = app.clinic_now()"_s);
    ASSERT_TRUE(done(updateAs(u"ben"_s, id, u"checked_in_at = app.clinic_now()"_s)));
    EXPECT_EQ(lastKind(id), u"checked_in"_s);
    expectUndoRestores(u"ana"_s, id, u"room_id = %1"_s.arg(room(2)));
    expectUndoRestores(u"osei"_s, id, u"status = 'in_progress'"_s);
    expectConsistent();
}

TEST_F(GuardUndoTest, zeroSecondsAreNoUndoWhateverTheClockSays)
{
    ownerSql(u"UPDATE app.setting SET undo_seconds = 0"_s);
    freezeClinicNow();
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    EXPECT_TRUE(refused(undoAs(u"osei"_s, id), u"CD002"_s, u"step"_s));
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"room_id = %1"_s.arg(room(1)))));
    ASSERT_TRUE(done(undoAs(u"ana"_s, id)));
    EXPECT_EQ(lastKind(id), u"moved"_s) << "what it is without the right to undo";
}

TEST_F(GuardUndoTest, theZoneOfTheSessionDoesNotMatter)
{
    const qint64 id = bookAs(u"ana"_s);
    const auto inTokyo = [this, id](const QString &change) {
        return sqlAs(u"ana"_s,
                     u"SET TimeZone = 'Asia/Tokyo'; UPDATE app.appointment SET %1 WHERE id = %2 "
                     "RETURNING id"_s.arg(change)
                         .arg(id));
    };
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, moved(at(14, 0)))));
    ASSERT_TRUE(done(inTokyo(moved(at(11, 0)))));
    EXPECT_EQ(lastKind(id), u"undone"_s);
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"status = 'cancelled', status_note = 'ill'"_s)));
    ASSERT_TRUE(done(inTokyo(u"status = 'pending', status_note = NULL"_s)));
    EXPECT_EQ(lastKind(id), u"undone"_s);
}

TEST_F(GuardUndoTest, onlyOnesOwnLastChange)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, u"status = 'cancelled', status_note = 'ill'"_s)));
    EXPECT_TRUE(refused(undoAs(u"ben"_s, id), u"CD002"_s, u"step"_s));
    EXPECT_TRUE(refused(undoAs(u"osei"_s, id), u"CD002"_s, u"step"_s));
    EXPECT_TRUE(done(undoAs(u"ana"_s, id)));
    // Another person's change in between.
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    ASSERT_TRUE(done(updateAs(u"ben"_s, id, u"reason = 'cough'"_s)));
    EXPECT_TRUE(refused(updateAs(u"osei"_s, id, u"status = 'pending'"_s), u"CD002"_s, u"step"_s));
    EXPECT_EQ(valueOf(id, u"status"_s), u"confirmed"_s);
}

TEST_F(GuardUndoTest, refusedWhenTheTimeIsTakenMeanwhile)
{
    const qint64 cancelled = bookAs(u"ana"_s, {u"osei"_s, 1, 1});
    ASSERT_TRUE(
        done(updateAs(u"ana"_s, cancelled, u"status = 'cancelled', status_note = 'ill'"_s)));
    const qint64 other = bookAs(u"ben"_s, {u"osei"_s, 2, 2});
    EXPECT_TRUE(refused(undoAs(u"ana"_s, cancelled), u"CD001"_s, u"doctor_busy"_s));
    ASSERT_TRUE(done(updateAs(
        u"ben"_s, other, u"doctor_id = %1, room_id = %2"_s.arg(doctor(u"ba"_s)).arg(room(1)))));
    EXPECT_TRUE(refused(undoAs(u"ana"_s, cancelled), u"CD001"_s, u"room_busy"_s));
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, other, u"patient_id = %1, room_id = NULL"_s.arg(patient(1)))));
    EXPECT_TRUE(refused(undoAs(u"ana"_s, cancelled), u"CD001"_s, u"patient_busy"_s));
    ASSERT_TRUE(done(updateAs(u"ben"_s, other, u"status = 'cancelled', status_note = 'x'"_s)));
    ASSERT_TRUE(atDesk(u"ben"_s, deskTwo, holdSql(u"osei"_s, at(11, 10))).ok());
    EXPECT_TRUE(refused(undoAs(u"ana"_s, cancelled), u"CD001"_s, u"held"_s));
    EXPECT_EQ(valueOf(cancelled, u"status"_s), u"cancelled"_s);
    expectConsistent();
}

TEST_F(GuardUndoTest, asksNeitherHoursNorPast)
{
    const qint64 id = bookAs(u"ana"_s, {u"lindqvist"_s, 1, 0, at(10, 0)});
    setClinicNow(at(10, 25));
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, moved(at(14, 0)))));
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('2026-11-24', 'Holiday'); "
             "UPDATE app.doctor SET accepts_appointments = false"_s);
    EXPECT_TRUE(done(undoAs(u"ana"_s, id)));
    EXPECT_EQ(lastKind(id), u"undone"_s);
}

TEST_F(GuardUndoTest, aHoldIsFirmForEveryOtherDesk)
{
    ASSERT_TRUE(done(atDesk(u"ana"_s, deskOne, holdSql(u"osei"_s, at(11, 0)))));
    const QString book = insertSql({u"osei"_s, 1, 0, at(11, 10)});
    EXPECT_TRUE(refused(atDesk(u"ben"_s, deskTwo, book), u"CD001"_s, u"held"_s));
    EXPECT_TRUE(refused(atDesk(u"ana"_s, deskTwo, book), u"CD001"_s, u"held"_s))
        << "the same person elsewhere";
    EXPECT_TRUE(refused(atDesk(u"ben"_s, deskOne, book), u"CD001"_s, u"held"_s))
        << "the desk's id borrowed";
    EXPECT_TRUE(refused(insertAs(u"ana"_s, {u"osei"_s, 1, 0, at(11, 10)}), u"CD001"_s, u"held"_s))
        << "no desk at all";
    EXPECT_TRUE(
        refused(atDesk(u"ben"_s, deskTwo, holdSql(u"osei"_s, at(11, 0))), u"CD001"_s, u"held"_s));
    EXPECT_TRUE(done(atDesk(u"ben"_s, deskTwo, insertSql({u"osei"_s, 2, 0, at(11, 20)}))))
        << "right after it";
    EXPECT_TRUE(done(atDesk(u"ana"_s, deskOne, insertSql({u"osei"_s, 1, 0, at(11, 0)}))))
        << "its own";
}

TEST_F(GuardUndoTest, aHoldKeepsTheBufferToo)
{
    ownerSql(u"UPDATE app.doctor SET buffer_minutes = 10"_s);
    ASSERT_TRUE(done(atDesk(u"ana"_s, deskOne, holdSql(u"osei"_s, at(11, 0)))));
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 1, 0, at(11, 20)}), u"CD001"_s, u"held"_s));
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 1, 0, at(11, 30)})));
    EXPECT_TRUE(done(atDesk(u"ana"_s, deskOne, insertSql({u"osei"_s, 2, 0, at(11, 0)}))));
}

TEST_F(GuardUndoTest, holdsEndByTimeReleaseAndReplacement)
{
    ASSERT_TRUE(done(atDesk(u"ana"_s, deskOne, holdSql(u"osei"_s, at(11, 0)))));
    ASSERT_TRUE(done(atDesk(u"ana"_s, deskOne, holdSql(u"osei"_s, at(11, 20)))))
        << "in place of the first";
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 1, 0, at(11, 0)})));
    EXPECT_TRUE(refused(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(11, 20)}), u"CD001"_s, u"held"_s));
    ASSERT_TRUE(done(atDesk(u"ana"_s, deskOne, u"SELECT app.hold_release()"_s)));
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 2, 0, at(11, 20)})));
    ASSERT_TRUE(done(atDesk(u"ana"_s, deskOne, holdSql(u"osei"_s, at(14, 0)))));
    setClinicNow(startOfTest().addSecs(95));
    EXPECT_TRUE(done(insertAs(u"ben"_s, {u"osei"_s, 3, 0, at(14, 0)})));
}

TEST_F(GuardUndoTest, holdsAreRefusedWhereABookingWouldBe)
{
    bookAs(u"ana"_s);
    EXPECT_TRUE(refused(atDesk(u"ben"_s, deskTwo, holdSql(u"osei"_s, at(11, 10))), u"CD001"_s,
                        u"doctor_busy"_s));
    EXPECT_TRUE(refused(atDesk(u"osei"_s, deskTwo, holdSql(u"ba"_s, at(11, 10))), u"42501"_s))
        << "another doctor's";
    EXPECT_TRUE(done(atDesk(u"osei"_s, deskTwo, holdSql(u"osei"_s, at(14, 0)))));
    EXPECT_TRUE(refused(atDesk(u"ben"_s, QString(), holdSql(u"osei"_s, at(15, 0))), u"23514"_s,
                        u"desk_id"_s));
    EXPECT_TRUE(refused(atDesk(u"ben"_s, deskTwo, holdSql(u"osei"_s, at(15, 0), 13 * 60)),
                        u"23514"_s, u"appointment_span"_s));
    EXPECT_TRUE(
        refused(sqlAs(u"ben"_s, u"UPDATE app.slot_hold SET expires_at = now()"_s), u"42501"_s));
}

TEST_F(GuardUndoTest, onePersonHoldsEightSlotsAtMost)
{
    for (int i = 0; i < 8; ++i) {
        const QString desk = u"bbbbbbbb-0000-4000-8000-00000000000%1"_s.arg(i);
        ASSERT_TRUE(done(atDesk(u"ana"_s, desk, holdSql(u"osei"_s, at(14, 0).addSecs(i * 1200)))))
            << i;
    }
    EXPECT_TRUE(refused(atDesk(u"ana"_s, deskOne, holdSql(u"osei"_s, at(11, 0))), u"CD001"_s,
                        u"too_many_holds"_s));
    EXPECT_TRUE(done(atDesk(u"ben"_s, deskTwo, holdSql(u"osei"_s, at(11, 0)))));
}

} // namespace ClinicDesk
