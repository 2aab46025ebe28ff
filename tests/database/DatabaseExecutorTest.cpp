#include "database/DatabaseExecutor.h"

#include "NoteFixture.h"
#include "support/WireProxy.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>

#include <semaphore>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

using Work = std::function<Result<qint64>(TransactionManager &)>;

class DatabaseExecutorTest : public NoteFixture
{
protected:
    void SetUp() override
    {
        NoteFixture::SetUp();
        m_executor.emplace(m_statistics);
    }
    void TearDown() override
    {
        m_executor.reset();
        NoteFixture::TearDown();
    }

    static Work reading(qint64 id)
    {
        return [id](TransactionManager &manager) {
            return manager.read<qint64>(
                u"look"_s, [id](Transaction &t) { return t.query(readNote, id).size(); });
        };
    }
    Result<bool> open(const QString &login = u"ana"_s)
    {
        return m_executor->open(settings(login)).result();
    }
    Result<qint64> look() { return m_executor->submit<qint64>(reading(1)).result(); }
    void killSession() const
    {
        superuserSql(u"SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity"
                     " WHERE usename = 'ana'"_s);
    }

    TransactionStatistics m_statistics;
    std::optional<DatabaseExecutor> m_executor;
};

TEST_F(DatabaseExecutorTest, opensAndRunsWorkInOrder)
{
    ASSERT_TRUE(open());
    QList<QFuture<Result<qint64>>> answers;
    std::vector<int> order;
    for (int i = 0; i < 20; ++i) {
        answers.append(m_executor->submit<qint64>([&order, i](TransactionManager &manager) {
            order.push_back(i);
            return reading(1)(manager);
        }));
    }
    for (auto &answer : answers)
        EXPECT_TRUE(answer.result());
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(order.at(static_cast<std::size_t>(i)), i);
}

TEST_F(DatabaseExecutorTest, tellsWhySignInFailed)
{
    ConnectionSettings wrong = settings(u"ana"_s);
    wrong.password = u"wrong"_s;
    const Result<bool> result = m_executor->open(wrong).result();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::SignInFailed);
    const auto after = look();
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error().kind, ErrorKind::Unreachable);
    EXPECT_TRUE(open()) << "a second try must be possible";
    EXPECT_TRUE(look());
}

TEST_F(DatabaseExecutorTest, withoutASessionWorkIsUnreachable)
{
    auto answer = look();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable);
    ASSERT_TRUE(open());
    ASSERT_TRUE(m_executor->close().result());
    answer = look();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable);
}

TEST_F(DatabaseExecutorTest, aThrowingJobIsAnsweredToo)
{
    ASSERT_TRUE(open());
    const auto answer
        = m_executor->submit<qint64>([](TransactionManager &) -> Result<qint64> { throw 1; })
              .result();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Internal);
    EXPECT_FALSE(answer.error().incident.isEmpty());
    EXPECT_TRUE(look());
}

TEST_F(DatabaseExecutorTest, tellsOfALossOnceAndReconnectsByItself)
{
    ASSERT_TRUE(open());
    QSignalSpy lost(&*m_executor, &DatabaseExecutor::connectionLost);
    QSignalSpy restored(&*m_executor, &DatabaseExecutor::connectionRestored);
    killSession();
    for (int i = 0; i < 3; ++i) {
        const auto answer = look();
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable);
    }
    ASSERT_TRUE(restored.wait(5000));
    EXPECT_EQ(lost.count(), 1);
    EXPECT_EQ(restored.count(), 1);
    EXPECT_TRUE(look());
}

TEST_F(DatabaseExecutorTest, reconnectsAtOnceWhenTold)
{
    ASSERT_TRUE(open());
    QSignalSpy lost(&*m_executor, &DatabaseExecutor::connectionLost);
    QSignalSpy restored(&*m_executor, &DatabaseExecutor::connectionRestored);
    killSession();
    // Nobody has noticed the loss yet, and the heartbeat would not within this wait.
    m_executor->reconnectNow();
    ASSERT_TRUE(restored.wait(5000));
    EXPECT_EQ(lost.count(), 1);
    EXPECT_TRUE(look());
}

TEST_F(DatabaseExecutorTest, theHeartbeatFindsALoss)
{
    ASSERT_TRUE(open());
    QSignalSpy lost(&*m_executor, &DatabaseExecutor::connectionLost);
    killSession();
    EXPECT_TRUE(lost.wait(11'000));
}

TEST_F(DatabaseExecutorTest, aReconnectByTheManagerIsTold)
{
    WireProxy proxy(port());
    ConnectionSettings throughProxy = settings(u"ana"_s);
    throughProxy.host = u"127.0.0.1"_s;
    throughProxy.port = QString::number(proxy.port());
    ASSERT_TRUE(m_executor->open(throughProxy).result());
    const auto add = [this](qint64 id) {
        return m_executor
            ->submit<qint64>([id](TransactionManager &manager) {
                return manager.run<qint64>(
                    newOperation(),
                    [id](Transaction &t) { return t.query(addNote, id, u"x"_s).size(); },
                    [](Transaction &) { return qint64 {1}; });
            })
            .result();
    };
    ASSERT_TRUE(add(10));
    QSignalSpy lost(&*m_executor, &DatabaseExecutor::connectionLost);
    QSignalSpy restored(&*m_executor, &DatabaseExecutor::connectionRestored);
    proxy.resetCount();
    proxy.cutAfter(2);
    EXPECT_TRUE(add(11));
    ASSERT_TRUE(restored.count() > 0 || restored.wait(5000));
    EXPECT_EQ(lost.count(), 1);
    EXPECT_EQ(count(u"id = 11"_s), 1);
}

TEST_F(DatabaseExecutorTest, everyFutureIsAnsweredAtShutdown)
{
    ASSERT_TRUE(open());
    std::binary_semaphore started(0);
    auto running = m_executor->submit<qint64>([&](TransactionManager &) -> Result<qint64> {
        started.release();
        while (!QThread::currentThread()->isInterruptionRequested())
            QThread::yieldCurrentThread();
        return 1;
    });
    started.acquire();
    QList<QFuture<Result<qint64>>> queued;
    for (int i = 0; i < 10; ++i)
        queued.append(m_executor->submit<qint64>(reading(1)));
    QFuture<Result<bool>> opening = m_executor->open(settings(u"ben"_s));
    // The destructor asks the thread to stop before it waits for the running job.
    m_executor.reset();

    EXPECT_TRUE(running.isFinished());
    EXPECT_TRUE(running.result());
    for (auto &answer : queued) {
        ASSERT_TRUE(answer.isFinished());
        ASSERT_EQ(answer.resultCount(), 1);
        ASSERT_FALSE(answer.result());
        EXPECT_EQ(answer.result().error().kind, ErrorKind::ShuttingDown);
    }
    ASSERT_TRUE(opening.isFinished());
    EXPECT_EQ(opening.resultCount(), 1);
}

TEST_F(DatabaseExecutorTest, shutdownEndsTheSettlingOfACommit)
{
    WireProxy proxy(port());
    ConnectionSettings throughProxy = settings(u"ana"_s);
    throughProxy.host = u"127.0.0.1"_s;
    throughProxy.port = QString::number(proxy.port());
    ASSERT_TRUE(m_executor->open(throughProxy).result());
    std::binary_semaphore committing(0);
    proxy.setRefusing(true);
    auto answer = m_executor->submit<qint64>([&](TransactionManager &manager) {
        return manager.run<qint64>(newOperation(),
                                   [&](Transaction &t) {
                                       const qint64 rows
                                           = t.query(addNote, qint64 {10}, u"x"_s).size();
                                       proxy.resetCount();
                                       proxy.cutAfter(1);
                                       committing.release();
                                       return rows;
                                   },
                                   {});
    });
    committing.acquire();
    QElapsedTimer timer;
    timer.start();
    m_executor.reset();
    EXPECT_LT(timer.elapsed(), 10'000);
    ASSERT_TRUE(answer.isFinished());
    ASSERT_FALSE(answer.result());
    EXPECT_EQ(answer.result().error().kind, ErrorKind::OutcomeUnknown);
}

} // namespace
} // namespace ClinicDesk
