#include "app/SingleInstance.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class SingleInstanceTest : public testing::Test
{
protected:
    /// What a second program would be answered; on a thread, since the first must be able to hear
    /// it.
    [[nodiscard]] static bool claimElsewhere(const QString &key)
    {
        bool claimed = true;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { claimed = SingleInstance(key).claim(); }));
        thread->start();
        EXPECT_TRUE(QTest::qWaitFor([&] { return thread->isFinished(); }));
        return claimed;
    }

    const QString m_key = QUuid::createUuid().toString();
};

TEST_F(SingleInstanceTest, theSecondRaisesTheFirst)
{
    SingleInstance first(m_key);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    ASSERT_TRUE(first.claim());
    EXPECT_FALSE(claimElsewhere(m_key));
    EXPECT_TRUE(QTest::qWaitFor([&] { return raised.size() == 1; }));
}

TEST_F(SingleInstanceTest, anotherDatabaseOrPersonIsAnotherWindow)
{
    SingleInstance first(m_key);
    ASSERT_TRUE(first.claim());
    EXPECT_TRUE(claimElsewhere(m_key + u"\nba"_s));
}

TEST_F(SingleInstanceTest, whatEndedMakesRoom)
{
    {
        SingleInstance first(m_key);
        ASSERT_TRUE(first.claim());
    }
    SingleInstance second(m_key);
    EXPECT_TRUE(second.claim());
    EXPECT_FALSE(claimElsewhere(m_key));
}

} // namespace ClinicDesk
