#include "models/DoctorFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace ClinicDesk {

class DoctorDayModelTest : public DoctorFixture
{
protected:
    void SetUp() override
    {
        DoctorFixture::SetUp();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &day(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_resets = std::make_unique<QSignalSpy>(&day(), &QAbstractItemModel::modelReset);
    }

    void TearDown() override
    {
        EXPECT_EQ(m_resets->size(), 0);
        m_tester.reset();
        DoctorFixture::TearDown();
    }

    [[nodiscard]] AppointmentStatus statusAt(int row)
    {
        return day().appointment(row).appointment.status;
    }

    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;
};

TEST_F(DoctorDayModelTest, showsTheOwnDayByTime)
{
    ASSERT_EQ(day().rowCount(), 4);
    EXPECT_EQ(day().appointment(0).appointment.id.value, m_begun);
    EXPECT_EQ(day().appointment(3).appointment.id.value, m_second);
    EXPECT_EQ(day().plannedCount(), 2) << "requests are not planned yet";
    EXPECT_EQ(day().day(), QDate(2026, 11, 24));
}

TEST_F(DoctorDayModelTest, startsAndCompletes)
{
    ASSERT_TRUE(day().start(id(m_begun)));
    EXPECT_TRUE(day().isSaving(id(m_begun)));
    EXPECT_FALSE(day().start(id(m_begun)));
    ASSERT_TRUE(waitFor([this] { return statusAt(0) == AppointmentStatus::InProgress; }));
    EXPECT_EQ(day().minutesOf(day().appointment(0)), 0);
    ASSERT_TRUE(waitFor([this] { return day().complete(id(m_begun)); }));
    ASSERT_TRUE(waitFor([this] { return statusAt(0) == AppointmentStatus::Completed; }));
    EXPECT_EQ(valueOf(m_begun, u"status"_s), u"completed"_s);
    EXPECT_EQ(day().seenCount(), 1);
}

TEST_F(DoctorDayModelTest, startsOneVisitAtATime)
{
    ASSERT_TRUE(day().start(id(m_begun)));
    ASSERT_TRUE(waitFor([this] { return statusAt(0) == AppointmentStatus::InProgress; }));
    QSignalSpy refused(&day(), &DoctorDayModel::refused);
    ASSERT_TRUE(day().start(id(m_later)));
    ASSERT_TRUE(waitFor([&] { return refused.size() == 1; }));
    EXPECT_FALSE(day().isSaving(id(m_later)));
    EXPECT_EQ(valueOf(m_later, u"status"_s), u"confirmed"_s);
}

TEST_F(DoctorDayModelTest, countsTheMinutesSinceCheckIn)
{
    ASSERT_TRUE(done(updateAs(u"ana"_s, m_begun, u"checked_in_at = now()"_s)));
    ASSERT_TRUE(
        waitFor([this] { return day().appointment(0).appointment.checkedInAt.has_value(); }));
    EXPECT_EQ(day().minutesOf(day().appointment(0)), 0);
    EXPECT_EQ(day().minutesOf(day().appointment(1)), -1);
}

TEST_F(DoctorDayModelTest, marksNoShowAndTakesItBack)
{
    ASSERT_TRUE(day().markNoShow(id(m_begun)));
    ASSERT_TRUE(waitFor([this] { return statusAt(0) == AppointmentStatus::NoShow; }));
    m_models->commands().undo();
    ASSERT_TRUE(waitFor([this] { return statusAt(0) == AppointmentStatus::Confirmed; }));
}

TEST_F(DoctorDayModelTest, cancelsWithTheReasonAndKeepsTheRow)
{
    ASSERT_TRUE(day().cancel(id(m_later), u"Doctor away"_s));
    ASSERT_TRUE(waitFor([this] { return statusAt(1) == AppointmentStatus::Cancelled; }));
    EXPECT_EQ(valueOf(m_later, u"status_note"_s), u"Doctor away"_s);
    EXPECT_EQ(day().plannedCount(), 1);
}

TEST_F(DoctorDayModelTest, refusesToCancelWhatWasNotLookedAt)
{
    ASSERT_TRUE(done(updateAs(u"ana"_s, m_later, u"room_id = %1"_s.arg(room(2)))));
    ASSERT_TRUE(waitFor([this] {
        const int row = day().rowOf(id(m_later));
        return day().appointment(row).appointment.version == 2;
    }));
    QSignalSpy refused(&day(), &DoctorDayModel::refused);
    ASSERT_TRUE(day().cancel(id(m_later), u"Doctor away"_s, 1));
    ASSERT_TRUE(waitFor([&] { return refused.size() == 1; }));
    EXPECT_EQ(valueOf(m_later, u"status"_s), u"confirmed"_s);
}

TEST_F(DoctorDayModelTest, followsAMoveByReception)
{
    ASSERT_TRUE(done(updateAs(u"ana"_s, m_later,
                              u"starts_at = timestamptz '2026-11-24 14:00 Europe/Berlin', "
                              "ends_at = timestamptz '2026-11-24 14:20 Europe/Berlin'"_s)));
    ASSERT_TRUE(waitFor([this] { return day().rowOf(id(m_later)) == 3; }));
    EXPECT_EQ(day().rowCount(), 4);
}

TEST_F(DoctorDayModelTest, aVisitMovedToAnotherDayLeaves)
{
    ASSERT_TRUE(done(updateAs(u"ana"_s, m_later,
                              u"starts_at = timestamptz '2026-11-25 14:00 Europe/Berlin', "
                              "ends_at = timestamptz '2026-11-25 14:20 Europe/Berlin'"_s)));
    ASSERT_TRUE(waitFor([this] { return day().rowOf(id(m_later)) < 0; }));
}

} // namespace ClinicDesk
