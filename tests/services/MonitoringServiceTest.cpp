#include "services/monitoring/MonitoringService.h"
#include "services/ServiceFixture.h"
#include "services/SignedIn.h"
#include "services/appointments/AppointmentOperations.h"

#include <QDeadlineTimer>

#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class MonitoringServiceTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_admin.emplace(settings(u"admin"_s));
        m_monitoring = &m_admin->monitoring;
    }
    void TearDown() override
    {
        m_admin.reset();
        ServiceFixture::TearDown();
    }

    /// The rules that are broken.
    QStringList broken()
    {
        QStringList rules;
        const auto counts = answer(m_monitoring->check());
        for (const ConsistencyCount &count : counts.value()) {
            if (count.rows != 0)
                rules.append(count.rule);
        }
        return rules;
    }

    std::optional<SignedIn> m_admin;
    MonitoringService *m_monitoring = nullptr;
};

TEST_F(MonitoringServiceTest, aSoundClinicHasNothingToReport)
{
    const qint64 id = bookAs(u"ana"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
    EXPECT_EQ(broken(), QStringList());
}

/// Each damage, made past every guard, is counted under its name.
TEST_F(MonitoringServiceTest, everyDamageIsFound)
{
    load(u"confirmed"_s);
    load(u"confirmed"_s, {u"ba"_s, 2, 2, at(11, 10)});
    ASSERT_EQ(broken(), QStringList());
    const QList<std::pair<QString, QString>> damages {
        {u"overlapping visits of one doctor"_s,
         u"ALTER TABLE app.appointment DROP CONSTRAINT appointment_doctor_free; "
         "UPDATE app.appointment SET doctor_id = 1"_s},
        {u"overlapping visits of one patient"_s,
         u"ALTER TABLE app.appointment DROP CONSTRAINT appointment_patient_free; "
         "UPDATE app.appointment SET patient_id = 1"_s},
        {u"overlapping visits in one room"_s,
         u"ALTER TABLE app.appointment DROP CONSTRAINT appointment_room_free; "
         "UPDATE app.appointment SET room_id = 1"_s},
        {u"illegal step in the history"_s,
         u"UPDATE app.appointment SET status = 'no_show' WHERE id = 1; "
         "UPDATE app.appointment SET status = 'in_progress' WHERE id = 1"_s},
        {u"history with a gap or a broken chain"_s,
         u"UPDATE app.appointment_event SET version = version + 50 WHERE id = 1"_s},
        {u"status differs from the last event"_s,
         u"ALTER TABLE app.appointment DISABLE TRIGGER appointment_history; "
         "UPDATE app.appointment SET status = 'pending'"_s},
        {u"version differs from the number of events"_s,
         u"ALTER TABLE app.appointment DISABLE TRIGGER USER; "
         "UPDATE app.appointment SET version = version + 1"_s},
        {u"checked in on another day"_s,
         u"UPDATE app.appointment SET checked_in_at = starts_at - interval '1 day'"_s},
        {u"more than one visit in progress for a doctor"_s,
         u"DROP INDEX app.appointment_one_in_progress; "
         "UPDATE app.appointment SET status = 'in_progress', doctor_id = 1, "
         "starts_at = starts_at + id * interval '1 h', ends_at = ends_at + id * "
         "interval '1 h', doctor_free_at = ends_at + id * interval '1 h'"_s},
        {u"operation without its effect"_s,
         u"INSERT INTO app.operation(id, kind, args_hash) VALUES (gen_random_uuid(), 'x', '')"_s},
    };
    OpenSession owner(ownerSettings());
    for (const auto &[rule, damage] : damages) {
        // Each on its own: taken back right after it was counted.
        const SqlOutcome counted = owner.run(
            u"BEGIN; %1; SELECT rows FROM app.consistency() WHERE rule = '%2'"_s.arg(damage, rule));
        ASSERT_TRUE(done(counted)) << qPrintable(rule);
        EXPECT_GT(counted.rows.first().get<qint64>(0), 0) << qPrintable(rule);
        ASSERT_TRUE(owner.run(u"ROLLBACK"_s).ok());
    }
    EXPECT_EQ(broken(), QStringList());
}

TEST_F(MonitoringServiceTest, showsWhoWaitsForWhom)
{
    OpenSession ben(deskSettings(u"ben"_s, 2));
    ASSERT_TRUE(done(ben.run(
        u"BEGIN; SELECT 1 FROM app.doctor WHERE id = %1 FOR UPDATE"_s.arg(doctor(u"osei"_s)))));
    Result<Appointment> result;
    std::thread desk([&] {
        OperationDesk place(deskSettings(u"ana"_s, 1));
        result = AppointmentOperations::book(place.manager, request());
    });
    LockStatistics seen;
    for (const QDeadlineTimer patience(1900); seen.waits.isEmpty() && !patience.hasExpired();)
        seen = answer(m_monitoring->lockStatistics()).value();
    EXPECT_TRUE(ben.run(u"ROLLBACK"_s).ok());
    desk.join();
    ASSERT_EQ(seen.waits.size(), 1);
    EXPECT_EQ(seen.waits.first().who, u"ana"_s);
    EXPECT_EQ(seen.waits.first().desk, u"Desk 1"_s);
    EXPECT_EQ(seen.waits.first().action, u"book"_s);
    EXPECT_EQ(seen.waits.first().blockedBy, u"ben"_s);
    EXPECT_EQ(seen.waits.first().blockedByDesk, u"Desk 2"_s);
    EXPECT_EQ(seen.waits.first().blockedByAction, QString()) << "typed by hand";
    EXPECT_GE(seen.sessions.size(), 3);
    EXPECT_EQ(seen.deadlocks, 0);
    // Each answer counts the runs before it.
    const LockStatistics later = answer(m_monitoring->lockStatistics()).value();
    EXPECT_GT(later.operations.value(u"locks"_s).runs, 0);
    EXPECT_EQ(kindOf(result), u"success"_s);
}

TEST_F(MonitoringServiceTest, tellsTheOperationAndNoOtherWordOfAMessage)
{
    const auto actionOf = [this](const QString &message) {
        return superuserSql(u"SELECT app.action_of($m$%1$m$)"_s.arg(message))
            .constFirst()
            .get<QString>(0);
    };
    EXPECT_EQ(actionOf(u"BEGIN;EXECUTE op('6f0a','check-in','hash');EXECUTE lock_visit(7)"_s),
              u"check-in"_s);
    EXPECT_EQ(actionOf(u"EXECUTE patient_add('Kim','says EXECUTE op(1,''secret'')')"_s), QString());
    EXPECT_EQ(actionOf(u"SELECT 'Kim'"_s), QString());
}

TEST_F(MonitoringServiceTest, isTheAdministratorsOnly)
{
    SignedIn ana(settings(u"ana"_s));
    MonitoringService &monitoring = ana.monitoring;
    EXPECT_EQ(kindOf(answer(monitoring.check())), u"NotPermitted"_s);
    EXPECT_EQ(kindOf(answer(monitoring.lockStatistics())), u"NotPermitted"_s);
}

} // namespace ClinicDesk
