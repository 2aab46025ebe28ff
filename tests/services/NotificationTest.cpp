#include "services/ServiceFixture.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Who is told of what, and who may see and mark it: asked by raw SQL as each person.
class NotificationRows : public ServiceFixture
{
protected:
    /// "booked confirmed" of this person, oldest first.
    [[nodiscard]] QString newsOf(const QString &login) const
    {
        QStringList kinds;
        const SqlOutcome outcome
            = sqlAs(login,
                    u"SELECT e.kind FROM app.notification n "
                    "JOIN app.appointment_event e ON e.id = n.event_id ORDER BY n.id"_s);
        EXPECT_TRUE(outcome.ok()) << qPrintable(outcome.message);
        for (const Row &row : outcome.rows)
            kinds << row.get<QString>(0);
        return kinds.join(u' ');
    }
    [[nodiscard]] QString unreadOf(const QString &login) const
    {
        return textOf(
            u"SELECT count(*)::text FROM app.notification n JOIN app.staff s "
            "ON s.id = n.staff_id WHERE s.login = '%1' AND n.read_at IS NULL"_s.arg(login));
    }
};

TEST_F(NotificationRows, tellTheDoctorOfABookingAndTheBookerOfTheAnswer)
{
    const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 1});
    EXPECT_EQ(newsOf(u"osei"_s), u"booked"_s);
    EXPECT_EQ(newsOf(u"ana"_s), QString()) << "her own booking";
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    EXPECT_EQ(newsOf(u"ana"_s), u"confirmed"_s);
    EXPECT_EQ(newsOf(u"ben"_s), QString()) << "he has nothing to do with it";
    EXPECT_EQ(newsOf(u"ba"_s), QString());
    EXPECT_EQ(newsOf(u"osei"_s), u"booked"_s) << "his own answer";
}

TEST_F(NotificationRows, tellOfMovesAndCancellationsByOthers)
{
    const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 1});
    ASSERT_TRUE(done(updateAs(u"ben"_s, id, u"doctor_id = %1"_s.arg(doctor(u"ba"_s)))));
    EXPECT_EQ(newsOf(u"ana"_s), u"moved"_s);
    EXPECT_EQ(newsOf(u"osei"_s), u"booked moved"_s) << "it left his day";
    EXPECT_EQ(newsOf(u"ba"_s), u"moved"_s);
    ASSERT_TRUE(done(updateAs(u"ben"_s, id, u"status = 'cancelled', status_note = 'ill'"_s)));
    EXPECT_EQ(newsOf(u"ana"_s), u"moved cancelled"_s);
    EXPECT_EQ(newsOf(u"ba"_s), u"moved cancelled"_s);
    EXPECT_EQ(newsOf(u"osei"_s), u"booked moved"_s);
}

TEST_F(NotificationRows, tellTheDoctorAloneOfAnArrival)
{
    const qint64 id = bookAs(u"ana"_s, {u"lindqvist"_s, 1});
    ASSERT_TRUE(done(updateAs(u"ben"_s, id, u"checked_in_at = now()"_s)));
    EXPECT_EQ(newsOf(u"lindqvist"_s), u"booked checked_in"_s);
    EXPECT_EQ(newsOf(u"ana"_s), QString()) << "the booker need not know";
    EXPECT_EQ(newsOf(u"ben"_s), QString());
    EXPECT_EQ(newsOf(u"osei"_s), QString());
}

TEST_F(NotificationRows, sayNothingToClosedLogins)
{
    const qint64 id = bookAs(u"ana"_s, {u"lindqvist"_s, 1});
    ownerSql(u"UPDATE app.staff SET active = false WHERE login = 'ana'"_s);
    ASSERT_TRUE(done(updateAs(u"ben"_s, id, u"status = 'cancelled', status_note = 'ill'"_s)));
    EXPECT_EQ(unreadOf(u"ana"_s), u"0"_s);
    EXPECT_EQ(newsOf(u"lindqvist"_s), u"booked cancelled"_s);
}

TEST_F(NotificationRows, areReadAndMarkedByTheirOwnerOnly)
{
    bookAs(u"ana"_s, {u"osei"_s, 1});
    for (const QString &login : {u"ana"_s, u"ben"_s, u"ba"_s, u"admin"_s}) {
        EXPECT_TRUE(sqlAs(login, u"SELECT 1 FROM app.notification"_s).rows.isEmpty())
            << qPrintable(login);
        EXPECT_TRUE(sqlAs(login, u"UPDATE app.notification SET read_at = now() RETURNING id"_s)
                        .rows.isEmpty())
            << qPrintable(login);
    }
    for (const QString &login : {u"kiosk"_s, u"display"_s}) {
        EXPECT_TRUE(refused(sqlAs(login, u"SELECT 1 FROM app.notification"_s), u"42501"_s));
        EXPECT_TRUE(
            refused(sqlAs(login, u"UPDATE app.notification SET read_at = now()"_s), u"42501"_s));
    }
    EXPECT_EQ(unreadOf(u"osei"_s), u"1"_s);
    for (const QString &what : {u"staff_id = 1"_s, u"event_id = 1"_s, u"appointment_id = 1"_s})
        EXPECT_TRUE(refused(sqlAs(u"osei"_s, u"UPDATE app.notification SET "_s + what), u"42501"_s))
            << qPrintable(what);
    EXPECT_TRUE(refused(sqlAs(u"osei"_s,
                              u"INSERT INTO app.notification(staff_id, appointment_id, event_id) "
                              "SELECT staff_id, appointment_id, event_id FROM app.notification"_s),
                        u"42501"_s));
    ASSERT_TRUE(done(
        sqlAs(u"osei"_s, u"UPDATE app.notification SET read_at = '2020-01-01' RETURNING id"_s)));
    EXPECT_EQ(unreadOf(u"osei"_s), u"0"_s);
    EXPECT_EQ(textOf(u"SELECT (read_at > app.clinic_now() - interval '1 minute')::text "
                     "FROM app.notification"_s),
              u"true"_s)
        << "by the server's clock, whatever was said";
}

} // namespace ClinicDesk
