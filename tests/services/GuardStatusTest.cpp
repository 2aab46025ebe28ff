#include "services/ServiceFixture.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QStringList statuses {u"pending"_s,   u"confirmed"_s, u"in_progress"_s, u"completed"_s,
                            u"cancelled"_s, u"rejected"_s,  u"no_show"_s};

struct Person
{
    QString login;
    QString role;
};

const QList<Person> persons {{u"osei"_s, u"clinic_doctor"_s},
                             {u"ana"_s, u"clinic_reception"_s},
                             {u"admin"_s, u"clinic_admin"_s}};

/// Requirements section 3, written out: "role from to", with * where a reason is needed.
const QStringList required {
    u"clinic_doctor pending confirmed"_s,     u"clinic_doctor pending rejected*"_s,
    u"clinic_doctor pending cancelled*"_s,    u"clinic_doctor confirmed in_progress"_s,
    u"clinic_doctor confirmed cancelled*"_s,  u"clinic_doctor confirmed no_show"_s,
    u"clinic_doctor in_progress completed"_s, u"clinic_doctor in_progress cancelled*"_s,
    u"clinic_reception pending cancelled*"_s, u"clinic_reception confirmed cancelled*"_s,
    u"clinic_reception confirmed no_show"_s,  u"clinic_kiosk pending cancelled"_s,
    u"clinic_kiosk confirmed cancelled"_s,    u"clinic_admin pending confirmed"_s,
    u"clinic_admin pending rejected*"_s,      u"clinic_admin pending cancelled*"_s,
    u"clinic_admin confirmed in_progress"_s,  u"clinic_admin confirmed cancelled*"_s,
    u"clinic_admin confirmed no_show"_s,      u"clinic_admin in_progress completed"_s,
    u"clinic_admin in_progress cancelled*"_s,
};

/// Whether the move is allowed, and whether it needs a reason.
std::pair<bool, bool> asRequired(const QString &role, const QString &from, const QString &to)
{
    const QString move = role + u' ' + from + u' ' + to;
    const bool reason = required.contains(move + u'*');
    return {reason || required.contains(move), reason};
}

} // namespace

/// What the guard makes of raw UPDATEs of status, place and check-in by the people themselves.
class GuardStatusTest : public ServiceFixture
{
protected:
    QString moveTo(int hour, int minute, int minutes = 20) const
    {
        const QDateTime start = at(hour, minute);
        return u"starts_at = %1, ends_at = %2"_s.arg(literal(start),
                                                     literal(start.addSecs(minutes * 60)));
    }
    /// status/checked in or not/version
    QString state(qint64 id) const
    {
        return valueOf(
            id,
            u"status || '/' || CASE WHEN checked_in_at IS NULL THEN 'out' ELSE 'in' END || '/' || version"_s);
    }
    /// Confirmed by the doctor and checked in at the desk.
    qint64 checkedIn(const QString &doctorLogin = u"osei"_s) const
    {
        const qint64 id = bookAs(u"ana"_s, {doctorLogin, 1});
        if (doctorLogin != "lindqvist"_L1) {
            EXPECT_TRUE(done(updateAs(doctorLogin, id, u"status = 'confirmed'"_s)));
        }
        EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"checked_in_at = now()"_s)));
        return id;
    }
    /// Tries one step without and with a reason, on a visit of its own.
    void expectStep(const Person &person, OpenSession &session, OpenSession &owner,
                    const QString &from, const QString &to)
    {
        SCOPED_TRACE(u"%1: %2 to %3"_s.arg(person.login, from, to).toStdString());
        // A no-show wants a start in the past, a confirmation one in the future; both are today.
        const Visit visit {u"osei"_s, 1, 0, to == "no_show"_L1 ? at(9, 0) : at(11, 0)};
        const qint64 id
            = owner.run(loadSql(from, visit)).rows.value(0, Row({qint64(0)})).get<qint64>(0);
        const auto step = [&](const QString &assignments) {
            return session.run(
                u"UPDATE app.appointment SET %1 WHERE id = %2 RETURNING status"_s.arg(assignments)
                    .arg(id));
        };
        const auto [allowed, reason] = asRequired(person.role, from, to);
        SqlOutcome outcome = step(u"status = '%1'"_s.arg(to));
        if (!allowed) {
            EXPECT_TRUE(refused(outcome, u"CD002"_s, u"step"_s));
        } else if (reason) {
            EXPECT_TRUE(refused(outcome, u"CD002"_s, u"reason_required"_s));
        }
        if (reason || !allowed)
            outcome = step(u"status = '%1', status_note = 'because'"_s.arg(to));
        EXPECT_EQ(outcome.ok(), allowed);
        EXPECT_EQ(firstOf(owner.run(u"SELECT status FROM app.appointment WHERE id = %1"_s.arg(id))),
                  allowed ? to : from);
        EXPECT_TRUE(owner
                        .run(u"DELETE FROM app.notification; DELETE FROM app.appointment_event; "
                             "DELETE FROM app.appointment"_s)
                        .ok());
    }
    [[nodiscard]] static QString firstOf(const SqlOutcome &outcome)
    {
        EXPECT_FALSE(outcome.rows.isEmpty()) << qPrintable(outcome.message);
        return outcome.rows.isEmpty() ? QString() : outcome.rows.constFirst().get<QString>(0);
    }
};

TEST_F(GuardStatusTest, theTableHoldsWhatIsRequired)
{
    QSet<QString> stored;
    for (
        const Row &row : ownerSql(
            u"SELECT role || ' ' || from_status || ' ' || to_status || "
            "CASE WHEN needs_reason THEN '*' ELSE '' END FROM app.status_move WHERE by = 'step'"_s))
        stored.insert(row.get<QString>(0));
    EXPECT_EQ(stored, QSet<QString>(required.begin(), required.end()));
}

TEST_F(GuardStatusTest, everyStepOutsideTheTableIsRefused)
{
    OpenSession owner(ownerSettings());
    for (const Person &person : persons) {
        OpenSession session(settings(person.login));
        for (const QString &from : statuses) {
            for (const QString &to : statuses) {
                if (from != to)
                    expectStep(person, session, owner, from, to);
            }
        }
    }
}

TEST_F(GuardStatusTest, anotherDoctorsRequestIsOutOfReach)
{
    const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 1});
    const SqlOutcome outcome = updateAs(u"ba"_s, id, u"status = 'confirmed'"_s);
    EXPECT_TRUE(outcome.ok() && outcome.rows.isEmpty()) << "row security hides the row";
    EXPECT_EQ(state(id), u"pending/out/1"_s);
    // Without row security the guard still refuses.
    ownerSql(u"ALTER TABLE app.appointment DISABLE ROW LEVEL SECURITY"_s);
    EXPECT_TRUE(refused(updateAs(u"ba"_s, id, u"status = 'confirmed'"_s), u"CD002"_s, u"step"_s));
    EXPECT_TRUE(refused(updateAs(u"ba"_s, id, moveTo(14, 0)), u"CD002"_s, u"move"_s));
    EXPECT_EQ(state(id), u"pending/out/1"_s);
}

TEST_F(GuardStatusTest, aReasonOfAnEarlierStepDoesNotCount)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed', status_note = 'fine'"_s)));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, u"status = 'cancelled'"_s), u"CD002"_s,
                        u"reason_required"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, u"status = 'cancelled', status_note = ' '"_s),
                        u"CD002"_s, u"reason_required"_s));
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"status = 'cancelled', status_note = 'ill'"_s)));
}

TEST_F(GuardStatusTest, stepsSetTheirTimes)
{
    const qint64 id = checkedIn();
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'in_progress'"_s)));
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'completed'"_s)));
    EXPECT_EQ(valueOf(id, u"num_nulls(confirmed_at, checked_in_at, started_at, ended_at)"_s),
              u"0"_s);
    EXPECT_EQ(valueOf(id, u"cancelled_at IS NULL AND version = 5"_s), u"true"_s);
    expectConsistent();
}

TEST_F(GuardStatusTest, anUnansweredRequestCannotBeConfirmed)
{
    const qint64 id = bookAs(u"ana"_s);
    setClinicNow(at(11, 0));
    EXPECT_TRUE(
        refused(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s), u"CD003"_s, u"unanswered"_s));
    EXPECT_TRUE(
        refused(updateAs(u"admin"_s, id, u"status = 'confirmed'"_s), u"CD003"_s, u"unanswered"_s));
    EXPECT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'rejected', status_note = 'late'"_s)));
}

TEST_F(GuardStatusTest, startsOnlyTodayAndOneAtATime)
{
    const qint64 tomorrow = load(u"confirmed"_s, {u"osei"_s, 1, 0, at(11, 0, {2026, 11, 25})});
    const qint64 yesterday = load(u"confirmed"_s, {u"osei"_s, 1, 0, at(11, 0, {2026, 11, 23})});
    const qint64 first = load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 0)});
    const qint64 second = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(10, 20)});
    EXPECT_TRUE(refused(updateAs(u"osei"_s, tomorrow, u"status = 'in_progress'"_s), u"CD001"_s,
                        u"not_today"_s));
    EXPECT_TRUE(refused(updateAs(u"osei"_s, yesterday, u"status = 'in_progress'"_s), u"CD001"_s,
                        u"not_today"_s));
    EXPECT_TRUE(done(updateAs(u"osei"_s, first, u"status = 'in_progress'"_s)));
    EXPECT_TRUE(refused(updateAs(u"osei"_s, second, u"status = 'in_progress'"_s), u"23505"_s,
                        u"appointment_one_in_progress"_s));
    ASSERT_TRUE(done(updateAs(u"osei"_s, first, u"status = 'completed'"_s)));
    EXPECT_TRUE(done(updateAs(u"osei"_s, second, u"status = 'in_progress'"_s)));
}

TEST_F(GuardStatusTest, noShowOnlyAfterTheStart)
{
    const qint64 id = load(u"confirmed"_s);
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, u"status = 'no_show'"_s), u"CD001"_s, u"not_yet"_s));
    setClinicNow(at(11, 0));
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"status = 'no_show'"_s)));
}

TEST_F(GuardStatusTest, checkInIsATimeOnAConfirmedVisitOfToday)
{
    const qint64 pending = bookAs(u"ana"_s, {u"osei"_s, 1});
    const qint64 tomorrow = load(u"confirmed"_s, {u"osei"_s, 2, 0, at(11, 0, {2026, 11, 25})});
    EXPECT_TRUE(refused(updateAs(u"ana"_s, pending, u"checked_in_at = now()"_s), u"CD002"_s,
                        u"check_in"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, tomorrow, u"checked_in_at = now()"_s), u"CD001"_s,
                        u"not_today"_s));
    const qint64 id = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(14, 0)});
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"checked_in_at = '2020-01-01'"_s)));
    EXPECT_EQ(valueOf(id, u"app.clinic_day(checked_in_at)"_s), u"2026-11-24"_s)
        << "the server's time, not the forged one";
    EXPECT_TRUE(
        refused(updateAs(u"ben"_s, id, u"checked_in_at = now()"_s), u"CD002"_s, u"check_in"_s))
        << "twice";
    EXPECT_TRUE(
        refused(updateAs(u"ben"_s, id, u"checked_in_at = NULL"_s), u"CD002"_s, u"check_in"_s));
}

TEST_F(GuardStatusTest, aPatientArrivesOnceWhateverTheClockSays)
{
    const qint64 id = load(u"confirmed"_s);
    freezeClinicNow();
    const QString checkIn = u"checked_in_at = app.clinic_now()"_s;
    const QStringList wishes {checkIn, u"checked_in_at = checked_in_at"_s,
                              checkIn + u", reason = 'cough'"_s};
    ASSERT_TRUE(done(updateAs(u"ana"_s, id, checkIn)));
    for (const QString &login : {u"ana"_s, u"ben"_s}) {
        for (const QString &again : wishes)
            EXPECT_TRUE(refused(updateAs(login, id, again), u"CD002"_s, u"check_in"_s));
    }
    EXPECT_EQ(textOf(u"SELECT string_agg(kind, ' ' ORDER BY version) FROM app.appointment_event"_s),
              u"booked checked_in"_s);
    EXPECT_TRUE(done(updateAs(u"ben"_s, id, u"reason = 'cough'"_s))) << "an edit stays one";
    // A move within the day keeps the arrival, and its undo names the same time again.
    EXPECT_TRUE(done(
        updateAs(u"ana"_s, id, u"room_id = %1, checked_in_at = checked_in_at"_s.arg(room(2)))));
    expectConsistent();
}

TEST_F(GuardStatusTest, whatHasBeenDoneAlreadyIsNotDoneAgain)
{
    const qint64 id = load(u"confirmed"_s, {u"osei"_s, 1, 1});
    const QString arrives = u"checked_in_at = now(), "_s;
    const QList<std::pair<QString, QString>> wishes {
        {u"status = status"_s, u"step"_s}, // also of those who may not confirm
        {u"status = 'confirmed', reason = 'cough'"_s, u"step"_s},
        {u"starts_at = starts_at"_s, u"unchanged"_s},
        {u"room_id = %1, ends_at = ends_at"_s.arg(room(1)), u"unchanged"_s},
        {u"checked_in_at = NULL"_s, u"check_in"_s},
        {arrives + moveTo(14, 0), u"check_in"_s}, // would be a move without the arrival
        {arrives + u"status = 'cancelled', status_note = 'ill'"_s, u"check_in"_s}};
    for (const auto &[wish, rule] : wishes)
        EXPECT_TRUE(refused(updateAs(u"ana"_s, id, wish), u"CD002"_s, rule)) << qPrintable(wish);
    EXPECT_EQ(state(id), u"confirmed/out/1"_s);
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"reason = 'cough'"_s)));
    setClinicNow(at(11, 0));
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'in_progress'"_s)));
    for (const QString &login : {u"osei"_s, u"ana"_s})
        EXPECT_TRUE(
            refused(updateAs(login, id, u"status = 'in_progress'"_s), u"CD002"_s, u"step"_s));
}

TEST_F(GuardStatusTest, aMoveAsksTheDoctorAgain)
{
    const qint64 id = checkedIn();
    ASSERT_EQ(state(id), u"confirmed/in/3"_s);
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, moveTo(14, 0))));
    EXPECT_EQ(state(id), u"pending/out/4"_s) << "back to pending clears the check-in";
    EXPECT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    EXPECT_TRUE(done(updateAs(u"osei"_s, id, moveTo(15, 0))));
    EXPECT_EQ(state(id), u"confirmed/out/6"_s) << "the doctor's own move";
}

TEST_F(GuardStatusTest, aMoveToADoctorWhoNeedsNoConfirmationConfirms)
{
    const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 1});
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"doctor_id = %1"_s.arg(doctor(u"lindqvist"_s)))));
    EXPECT_EQ(state(id), u"confirmed/out/2"_s);
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"doctor_id = %1"_s.arg(doctor(u"ba"_s)))));
    EXPECT_EQ(state(id), u"pending/out/3"_s);
    EXPECT_EQ(valueOf(id, u"confirmed_at"_s), QString());
}

TEST_F(GuardStatusTest, aLaterEndOrAnotherRoomKeepsStatusAndCheckIn)
{
    const qint64 id = checkedIn();
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, moveTo(11, 0, 40))));
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, u"room_id = %1"_s.arg(room(2)))));
    EXPECT_EQ(state(id), u"confirmed/in/5"_s);
    // Overlaps are asked even so, hours are not.
    bookAs(u"ana"_s, {u"osei"_s, 2, 3, at(11, 40)});
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, moveTo(11, 0, 41)), u"CD001"_s, u"doctor_busy"_s));
    const qint64 late = bookAs(u"ana"_s, {u"ba"_s, 3, 0, at(17, 40)});
    EXPECT_TRUE(done(updateAs(u"ana"_s, late, moveTo(17, 40, 60))));
    EXPECT_TRUE(
        refused(updateAs(u"ana"_s, late, moveTo(17, 50, 60)), u"CD001"_s, u"outside_hours"_s));
}

TEST_F(GuardStatusTest, aMoveToAnotherDayClearsTheCheckIn)
{
    const qint64 id = checkedIn(u"lindqvist"_s);
    const QDateTime start = at(11, 0, {2026, 11, 25});
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, moveTo(15, 0))));
    EXPECT_EQ(valueOf(id, u"status || (checked_in_at IS NOT NULL)"_s), u"confirmedtrue"_s)
        << "the same day";
    EXPECT_TRUE(done(updateAs(
        u"ana"_s, id,
        u"starts_at = %1, ends_at = %2"_s.arg(literal(start), literal(start.addSecs(1200))))));
    EXPECT_EQ(valueOf(id, u"status || (checked_in_at IS NOT NULL)"_s), u"confirmedfalse"_s);
}

TEST_F(GuardStatusTest, movesMeetTheRulesOfABooking)
{
    const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 1, 1});
    bookAs(u"ana"_s, {u"osei"_s, 2, 2, at(14, 0)});
    bookAs(u"ana"_s, {u"ba"_s, 1, 3, at(15, 0)});
    bookAs(u"ana"_s, {u"ba"_s, 3, 1, at(16, 0)});
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, moveTo(14, 10)), u"CD001"_s, u"doctor_busy"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, moveTo(15, 10)), u"CD001"_s, u"patient_busy"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, moveTo(16, 10)), u"CD001"_s, u"room_busy"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, moveTo(9, 0)), u"CD001"_s, u"past"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, moveTo(12, 0)), u"CD001"_s, u"outside_hours"_s));
    EXPECT_TRUE(done(updateAs(u"ana"_s, id, moveTo(11, 10)))) << "its own old time is no obstacle";
    EXPECT_EQ(state(id), u"pending/out/2"_s);
}

TEST_F(GuardStatusTest, aMoveCannotCarryAStatusAlong)
{
    const qint64 id = bookAs(u"ana"_s);
    EXPECT_TRUE(
        refused(updateAs(u"ana"_s, id, moveTo(14, 0) + u", status = 'confirmed'"_s), u"CD002"_s));
    EXPECT_TRUE(
        refused(updateAs(u"osei"_s, id, moveTo(14, 0) + u", status = 'completed'"_s), u"CD002"_s));
    for (const QString &status :
         {u"in_progress"_s, u"completed"_s, u"cancelled"_s, u"rejected"_s, u"no_show"_s}) {
        const qint64 other = load(status, {u"ba"_s, 2, 0, at(11, 0)});
        EXPECT_TRUE(refused(updateAs(u"ana"_s, other, moveTo(14, 0)), u"CD002"_s, u"move"_s))
            << qPrintable(status);
        EXPECT_TRUE(refused(updateAs(u"ba"_s, other, moveTo(14, 0)), u"CD002"_s, u"move"_s))
            << qPrintable(status);
        ownerSql(u"UPDATE app.appointment SET status = 'cancelled' WHERE id = %1"_s.arg(other));
    }
}

TEST_F(GuardStatusTest, nothingOfAFinishedVisitCanBeEdited)
{
    const qint64 id = load(u"completed"_s);
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, u"reason = 'other'"_s), u"CD002"_s, u"edit"_s));
    EXPECT_TRUE(refused(updateAs(u"ana"_s, id, u"status_note = 'other'"_s), u"CD002"_s, u"edit"_s));
    EXPECT_EQ(state(id), u"completed/out/1"_s);
}

TEST_F(GuardStatusTest, versionAndOperationCannotBeForgedByAnUpdate)
{
    const qint64 id = bookAs(u"ana"_s);
    const QString first = valueOf(id, u"op_id"_s);
    ASSERT_TRUE(done(updateAs(
        u"ana"_s, id,
        u"reason = 'x', op_id = (SELECT id FROM app.operation WHERE id <> op_id LIMIT 1)"_s)));
    EXPECT_EQ(valueOf(id, u"op_id"_s), first);
    EXPECT_EQ(valueOf(id, u"version"_s), u"2"_s);
}

} // namespace ClinicDesk
