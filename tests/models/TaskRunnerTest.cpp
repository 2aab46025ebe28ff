#include "models/TaskRunner.h"

#include <QCoreApplication>
#include <QTest>

#include <gtest/gtest.h>

namespace ClinicDesk {

namespace {

/// As a service's call whose answer the database's thread had ready before it was waited for.
QCoro::Task<int> readyAnswer()
{
    co_return 7;
}

} // namespace

TEST(TaskRunner, anAnswerThatIsReadyComesAfterTheCallHasReturned)
{
    QObject owner;
    int answer = 0;
    runTask(&owner, readyAnswer(), [&answer](int value) { answer = value; });
    EXPECT_EQ(answer, 0);
    EXPECT_TRUE(QTest::qWaitFor([&answer] { return answer == 7; }));
}

TEST(TaskRunner, readyAnswersKeepTheirOrder)
{
    QObject owner;
    QList<int> answers;
    for (int number = 0; number < 3; ++number)
        runTask(&owner, readyAnswer(),
                [&answers, number](int value) { answers << value + number; });
    EXPECT_TRUE(QTest::qWaitFor([&answers] { return answers.size() == 3; }));
    EXPECT_EQ(answers, (QList<int> {7, 8, 9}));
}

TEST(TaskRunner, anOwnerThatDiedBeforeItsAnswerGetsNone)
{
    auto owner = std::make_unique<QObject>();
    int answers = 0;
    runTask(owner.get(), readyAnswer(), [&answers](int) { ++answers; });
    owner.reset();
    QCoreApplication::processEvents();
    EXPECT_EQ(answers, 0);
}

} // namespace ClinicDesk
