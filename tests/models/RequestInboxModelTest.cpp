#include "models/DoctorFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace ClinicDesk {

class RequestInboxModelTest : public DoctorFixture
{
protected:
    void SetUp() override
    {
        DoctorFixture::SetUp();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &inbox(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_resets = std::make_unique<QSignalSpy>(&inbox(), &QAbstractItemModel::modelReset);
    }

    void TearDown() override
    {
        EXPECT_EQ(m_resets->size(), 0) << "a reset loses selection and scroll";
        m_tester.reset();
        DoctorFixture::TearDown();
    }

    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;
};

TEST_F(RequestInboxModelTest, showsOwnRequestsOldestFirst)
{
    load(u"pending"_s, {u"ba"_s, 5, 0, at(12, 20), 20});
    ASSERT_EQ(inbox().rowCount(), 2);
    EXPECT_EQ(inbox().request(0).id().value, m_first);
    EXPECT_EQ(inbox().request(1).id().value, m_second);
    EXPECT_EQ(inbox().waitingCount(), 2);
}

TEST_F(RequestInboxModelTest, putsUnansweredPastRequestsFirst)
{
    const qint64 past = load(u"pending"_s, {u"osei"_s, 5, 0, at(9, 0), 20});
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 3; })) << "a live arrival";
    EXPECT_EQ(inbox().request(0).id().value, past);
    EXPECT_TRUE(inbox().request(0).unanswered);
    EXPECT_FALSE(inbox().request(1).unanswered);
}

TEST_F(RequestInboxModelTest, confirmsInTheDatabase)
{
    ASSERT_TRUE(inbox().confirm(id(m_first)));
    EXPECT_EQ(inbox().request(0).state, InboxRequest::State::Answering)
        << "not gone before the commit";
    EXPECT_FALSE(inbox().confirm(id(m_first))) << "a second key must not send it again";
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"confirmed"_s);
    EXPECT_TRUE(m_models->commands().canUndo());
}

TEST_F(RequestInboxModelTest, rejectsWithTheReason)
{
    ASSERT_TRUE(inbox().reject(id(m_first), u"Needs a longer visit"_s));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"rejected"_s);
    EXPECT_EQ(valueOf(m_first, u"status_note"_s), u"Needs a longer visit"_s);
}

TEST_F(RequestInboxModelTest, refusesAnAnswerToWhatWasNotLookedAt)
{
    ASSERT_TRUE(done(updateAs(u"ana"_s, m_first, u"room_id = %1"_s.arg(room(2)))));
    ASSERT_TRUE(waitFor([this] { return inbox().request(0).row.appointment.version == 2; }));
    QSignalSpy refused(&inbox(), &RequestInboxModel::refused);
    ASSERT_TRUE(inbox().reject(id(m_first), u"Needs a longer visit"_s, 1));
    ASSERT_TRUE(waitFor([&] { return refused.size() == 1; }));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"pending"_s);
}

TEST_F(RequestInboxModelTest, undoBringsTheRequestBack)
{
    ASSERT_TRUE(inbox().confirm(id(m_first)));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
    QSignalSpy arrived(&inbox(), &RequestInboxModel::arrived);
    m_models->commands().undo();
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 2; }));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"pending"_s);
    EXPECT_EQ(inbox().request(0).id().value, m_first);
    EXPECT_TRUE(arrived.isEmpty()) << "it is not news";
    EXPECT_FALSE(m_models->commands().canUndo());
}

TEST_F(RequestInboxModelTest, greysWhatIsAnsweredElsewhereAndLetsItGo)
{
    ASSERT_TRUE(done(updateAs(u"admin"_s, m_first, u"status = 'confirmed'"_s)));
    ASSERT_TRUE(
        waitFor([this] { return inbox().request(0).state == InboxRequest::State::Handled; }));
    EXPECT_EQ(inbox().waitingCount(), 1);
    EXPECT_FALSE(inbox().confirm(id(m_first)));
    EXPECT_FALSE(inbox().reject(id(m_first), u"Away"_s));
    ASSERT_TRUE(waitFor([this] { return inbox().request(0).handledBy == u"Ada Admin"_s; }));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; })) << "it goes by itself";
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"confirmed"_s);
}

TEST_F(RequestInboxModelTest, tellsWhoWasFasterWhenBothAnswer)
{
    m_services.live.stop();
    ASSERT_TRUE(
        done(updateAs(u"admin"_s, m_first, u"status = 'rejected', status_note = 'closed'"_s)));
    QSignalSpy refused(&inbox(), &RequestInboxModel::refused);
    ASSERT_TRUE(inbox().confirm(id(m_first)));
    ASSERT_TRUE(waitFor([&] { return refused.size() == 1; }));
    EXPECT_TRUE(refused.at(0).at(1).toString().contains(u"Ada Admin"_s))
        << qPrintable(refused.at(0).at(1).toString());
    ASSERT_TRUE(
        waitFor([this] { return inbox().request(0).state == InboxRequest::State::Handled; }));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"rejected"_s);
}

TEST_F(RequestInboxModelTest, aRequestArrivesLive)
{
    QSignalSpy arrived(&inbox(), &RequestInboxModel::arrived);
    const qint64 fresh = bookAs(u"ana"_s, {u"osei"_s, 5, 0, at(14, 0), 20});
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 3; }));
    EXPECT_EQ(inbox().request(2).id().value, fresh) << "the newest is last";
    EXPECT_EQ(arrived.size(), 1);
}

TEST_F(RequestInboxModelTest, aRequestMovedToAColleagueLeaves)
{
    ASSERT_TRUE(done(updateAs(u"ana"_s, m_first, u"doctor_id = %1"_s.arg(doctor(u"ba"_s)))));
    ASSERT_TRUE(waitFor([this] { return inbox().rowOf(id(m_first)) < 0; }));
    EXPECT_EQ(inbox().rowCount(), 1);
}

TEST_F(RequestInboxModelTest, aPastRequestSaysWhyItCannotBeConfirmed)
{
    const qint64 past = load(u"pending"_s, {u"osei"_s, 5, 0, at(9, 0), 20});
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 3; }));
    QSignalSpy refused(&inbox(), &RequestInboxModel::refused);
    ASSERT_TRUE(inbox().confirm(id(past)));
    ASSERT_TRUE(waitFor([&] { return refused.size() == 1; }));
    EXPECT_TRUE(refused.at(0).at(1).toString().contains(u"passed"_s));
    EXPECT_EQ(inbox().request(0).state, InboxRequest::State::Waiting) << "it can still be rejected";
}

} // namespace ClinicDesk
