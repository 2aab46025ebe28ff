#include "NoteFixture.h"
#include "support/WireProxy.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {
namespace {

/// The wire between a receptionist and the server is ours to cut. A write is two messages once its
/// statements are prepared: 1 = BEGIN to the body's query, 2 = COMMIT.
class LostConnection : public NoteFixture
{
protected:
    void SetUp() override
    {
        NoteFixture::SetUp();
        m_proxy.emplace(port());
        ConnectionSettings throughProxy = settings(u"ana"_s);
        throughProxy.host = u"127.0.0.1"_s;
        throughProxy.port = QString::number(m_proxy->port());
        m_connection.emplace(throughProxy);
        m_connection->open();
        m_manager.emplace(*m_connection, m_statistics);
        ASSERT_TRUE(m_manager->run<qint64>(newOperation(), adding(3), {}));
        m_proxy->resetCount();
    }
    void TearDown() override
    {
        m_manager.reset();
        m_connection.reset();
        m_proxy.reset();
        NoteFixture::TearDown();
    }

    using Body = TransactionManager::Body<qint64>;
    static Body adding(qint64 id)
    {
        return [id](Transaction &t) { return t.query(addNote, id, u"new"_s).at(0).get<qint64>(0); };
    }
    static Body repeated(qint64 id)
    {
        return [id](Transaction &t) {
            return t.query(readNote, id).isEmpty() ? qint64 {-1} : id + 1000;
        };
    }
    Result<qint64> write(const Operation &operation)
    {
        return m_manager->run<qint64>(operation, adding(10), repeated(10));
    }
    void expectOnce(const Operation &operation) const
    {
        EXPECT_EQ(count(u"id = 10"_s), 1);
        EXPECT_EQ(countOperations(operation.id), 1);
    }

    std::optional<WireProxy> m_proxy;
    TransactionStatistics m_statistics;
    std::optional<Connection> m_connection;
    std::optional<TransactionManager> m_manager;
};

TEST_F(LostConnection, aWriteIsTwoMessagesOnTheWire)
{
    ASSERT_TRUE(write(newOperation()));
    EXPECT_EQ(m_proxy->messages(), 2);
}

TEST_F(LostConnection, cutBeforeTheWorkNothingHappened)
{
    const Operation operation = newOperation();
    m_proxy->cutBefore(1);
    const auto result = write(operation);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(count(u"id = 10"_s), 0);
    EXPECT_EQ(countOperations(operation.id), 0);
}

TEST_F(LostConnection, cutAfterTheWorkNothingHappened)
{
    const Operation operation = newOperation();
    m_proxy->cutAfter(1);
    const auto result = write(operation);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(count(u"id = 10"_s), 0);
    EXPECT_EQ(countOperations(operation.id), 0);
}

TEST_F(LostConnection, aCommitThatNeverArrivedIsDoneAgain)
{
    const Operation operation = newOperation();
    m_proxy->cutBefore(2);
    const auto result = write(operation);
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 10) << "the body ran again";
    expectOnce(operation);
}

TEST_F(LostConnection, aCommitWhoseAnswerWasLostIsFoundAgain)
{
    const Operation operation = newOperation();
    m_proxy->cutAfter(2);
    const auto result = write(operation);
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 1010) << "the first result was read";
    expectOnce(operation);
}

TEST_F(LostConnection, aCommitStillUnderWayIsWaitedFor)
{
    const Operation operation = newOperation();
    m_proxy->holdBack(2);
    std::thread network([this] {
        // Until the second run stands in front of the first one's operation row.
        superuserSql(
            u"DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE usename = 'ana'"
            " AND wait_event_type = 'Lock') LOOP"
            " PERFORM pg_sleep(0.02), pg_stat_clear_snapshot(); END LOOP; END $$"_s);
        m_proxy->release();
    });
    const auto result = write(operation);
    network.join();
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 1010);
    expectOnce(operation);
}

TEST_F(LostConnection, aCommitDelayedBeyondTheLockTimeoutIsStillFoundAgain)
{
    const Operation operation = newOperation();
    m_proxy->holdBack(2);
    std::thread network([this] {
        superuserSql(u"SELECT pg_sleep(4.5)"_s); // both tries of 2 s are over
        m_proxy->release();
    });
    const auto result = write(operation);
    network.join();
    ASSERT_TRUE(result) << qPrintable(toKey(result.error().kind));
    EXPECT_EQ(*result, 1010);
    EXPECT_GE(m_statistics.figures().value(u"note"_s).lockTimeouts, 2);
    expectOnce(operation);
}

TEST_F(LostConnection, eachCutOfTheSettlingItselfStillEndsInOnce)
{
    // Reconnecting is a handful of messages, then BEGIN + operation, ROLLBACK, the read of the
    // first result.
    for (int again = 1; again <= 10; ++again) {
        const Operation operation = newOperation();
        ASSERT_TRUE(m_manager->run<qint64>(newOperation(), adding(100 + again), {})); // prepares
        m_proxy->resetCount();
        m_proxy->cutAfter(2);
        if (again % 2 == 0)
            m_proxy->cutAfter(2 + again);
        else
            m_proxy->cutBefore(2 + again);
        const auto result = write(operation);
        ASSERT_TRUE(result) << again << ' ' << qPrintable(toKey(result.error().kind));
        EXPECT_EQ(*result, 1010);
        expectOnce(operation);
        ownerSql(u"DELETE FROM app.test_note WHERE id = 10"_s);
        m_proxy->resetCount();
        if (!m_connection->isOpen())
            m_connection->open();
    }
}

TEST_F(LostConnection, aRefusalAfterAnUnknownCommitMeansItDidNotHappen)
{
    const Operation operation = newOperation();
    int runs = 0;
    m_proxy->cutBefore(2);
    const auto result = m_manager->run<qint64>(
        operation,
        [&runs](Transaction &t) -> qint64 {
            if (++runs > 1) {
                Error error;
                error.kind = ErrorKind::DayFull;
                throw Refusal {error};
            }
            return adding(10)(t);
        },
        repeated(10));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::DayFull);
    EXPECT_EQ(countOperations(operation.id), 0);
}

TEST_F(LostConnection, aRefusalIsNotBelievedWhenTheFirstRunDidCommit)
{
    const Operation operation = newOperation();
    int runs = 0;
    m_proxy->cutAfter(2);
    const auto result = m_manager->run<qint64>(
        operation,
        [&runs](Transaction &t) -> qint64 {
            if (++runs > 1)
                throw Refusal {}; // before it asked the server anything
            return adding(10)(t);
        },
        repeated(10));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 1010);
    expectOnce(operation);
}

TEST_F(LostConnection, whatCannotBeSettledInTimeIsUnknown)
{
    const Operation operation = newOperation();
    m_manager->setSettleLimit(600ms);
    m_proxy->cutAfter(2);
    m_proxy->setRefusing(true);
    QElapsedTimer timer;
    timer.start();
    const auto result = write(operation);
    EXPECT_LT(timer.elapsed(), 5000);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::OutcomeUnknown);
    ASSERT_TRUE(result.error().as<OperationDetails>());
    EXPECT_EQ(result.error().as<OperationDetails>()->operation, operation.id);

    m_proxy->setRefusing(false);
    m_connection->open();
    const auto later = write(operation);
    ASSERT_TRUE(later);
    EXPECT_EQ(*later, 1010);
    expectOnce(operation);
}

TEST_F(LostConnection, idempotentWorkIsRunOnceMore)
{
    static constexpr Statement upsert {
        "test_upsert", "bigint",
        "INSERT INTO app.test_note VALUES ($1, 'held')"
        " ON CONFLICT (id) DO UPDATE SET body = 'held again' RETURNING id"};
    const auto hold = [this] {
        return m_manager->runIdempotent<qint64>(u"hold"_s, [](Transaction &t) {
            return t.query(upsert, qint64 {20}).at(0).get<qint64>(0);
        });
    };
    for (const bool arrived : {false, true}) {
        ASSERT_TRUE(hold()); // prepares
        m_proxy->resetCount();
        if (arrived)
            m_proxy->cutAfter(2);
        else
            m_proxy->cutBefore(2);
        ASSERT_TRUE(hold());
        EXPECT_GT(m_proxy->messages(), 2);
        EXPECT_EQ(count(u"id = 20"_s), 1);
    }
}

TEST_F(LostConnection, delayIsPaidBothWaysByEachMessage)
{
    m_proxy->setDelay(40ms);
    QElapsedTimer timer;
    timer.start();
    ASSERT_TRUE(write(newOperation()));
    EXPECT_GE(timer.elapsed(), 160); // both ways, the write and its COMMIT
}

} // namespace
} // namespace ClinicDesk
