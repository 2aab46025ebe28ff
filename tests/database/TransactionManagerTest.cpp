#include "database/TransactionManager.h"

#include "NoteFixture.h"

#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

constexpr Statement readSetting {"test_setting", "", "SELECT current_setting('clinic.op')"};
constexpr Statement raise {"test_raise", "text", "SELECT app.test_raise($1)"};

class TransactionManagerTest : public NoteFixture
{
protected:
    void SetUp() override
    {
        NoteFixture::SetUp();
        m_connection.emplace(settings(u"ana"_s));
        m_connection->open();
        m_manager.emplace(*m_connection, m_statistics);
    }
    void TearDown() override
    {
        m_manager.reset();
        m_connection.reset();
        NoteFixture::TearDown();
    }

    using Body = TransactionManager::Body<qint64>;
    static Body adding(qint64 id, const QString &body = u"new"_s)
    {
        return
            [id, body](Transaction &t) { return t.query(addNote, id, body).at(0).get<qint64>(0); };
    }
    static Body repeated(qint64 id)
    {
        return [id](Transaction &t) {
            return t.query(readNote, id).isEmpty() ? qint64 {-1} : id + 1000;
        };
    }
    static qint64 never(Transaction &)
    {
        ADD_FAILURE() << "there was no first time";
        return 0;
    }
    ErrorKind kindOf(const Body &body)
    {
        const Result<qint64> result = m_manager->run<qint64>(newOperation(), body, never);
        EXPECT_FALSE(result);
        return result ? ErrorKind::Internal : result.error().kind;
    }
    void makeRaise() const
    {
        ownerSql(u"CREATE FUNCTION app.test_raise(state text) RETURNS void LANGUAGE plpgsql AS"
                 " $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = state; END $$;"
                 "GRANT EXECUTE ON FUNCTION app.test_raise TO clinic_reception"_s);
    }
    OperationFigures figures() const { return m_statistics.figures().value(u"note"_s); }

    TransactionStatistics m_statistics;
    std::optional<Connection> m_connection;
    std::optional<TransactionManager> m_manager;
};

TEST_F(TransactionManagerTest, commitsAndRecordsTheOperation)
{
    const Operation operation = newOperation();
    const auto result = m_manager->run<qint64>(operation, adding(3), never);
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 3);
    EXPECT_EQ(count(u"id = 3"_s), 1);
    EXPECT_EQ(countOperations(operation.id), 1);
    EXPECT_EQ(figures().runs, 1);
    EXPECT_EQ(figures().failures, 0);
    EXPECT_EQ(figures().attempts, 1);
}

TEST_F(TransactionManagerTest, tellsTheServerTheOperation)
{
    const Operation operation = newOperation();
    const auto id = m_manager->run<QUuid>(
        operation, [](Transaction &t) { return t.query(readSetting).at(0).get<QUuid>(0); }, {});
    ASSERT_TRUE(id);
    EXPECT_EQ(*id, operation.id);
}

TEST_F(TransactionManagerTest, writesInTwoMessagesAndReadsInOne)
{
    const qint64 doctor = doctorId(u"osei"_s);
    const qint64 patient = patientId(1);
    const auto book = [=](qint64 id) {
        return [=](Transaction &t) {
            t.lockRow(LockRank::Doctor, doctor);
            t.lockRow(LockRank::Patient, patient);
            return t.query(addNote, id, u"x"_s).size();
        };
    };
    ASSERT_TRUE(m_manager->run<qint64>(newOperation(), book(3), never)); // prepares
    qint64 before = m_connection->messagesSent();
    ASSERT_TRUE(m_manager->run<qint64>(newOperation(), book(4), never));
    EXPECT_EQ(m_connection->messagesSent() - before, 2);

    ASSERT_TRUE(m_manager->read<qint64>(u"look"_s, repeated(3)));
    before = m_connection->messagesSent();
    ASSERT_TRUE(m_manager->read<qint64>(u"look"_s, repeated(3)));
    EXPECT_EQ(m_connection->messagesSent() - before, 1);
}

TEST_F(TransactionManagerTest, aBodyWithoutQueriesStillRecordsItsOperation)
{
    const Operation operation = newOperation();
    ASSERT_TRUE(m_manager->run<qint64>(
        operation, [](Transaction &) { return qint64 {7}; }, never));
    EXPECT_EQ(countOperations(operation.id), 1);
}

TEST_F(TransactionManagerTest, locksQueuedLastAreStillTaken)
{
    const qint64 doctor = doctorId(u"osei"_s);
    bool wasLocked = false;
    const auto result = m_manager->run<bool>(
        newOperation(),
        [&](Transaction &t) {
            t.lockRow(LockRank::Doctor, doctor);
            t.flush();
            wasLocked
                = sqlAs(u"ben"_s,
                        u"SELECT 1 FROM app.doctor WHERE id = %1 FOR UPDATE NOWAIT"_s.arg(doctor))
                      .sqlState
                == u"55P03"_s;
            return true;
        },
        {});
    ASSERT_TRUE(result);
    EXPECT_TRUE(wasLocked);
}

TEST_F(TransactionManagerTest, aRepeatReturnsTheFirstResult)
{
    const Operation operation = newOperation();
    ASSERT_TRUE(m_manager->run<qint64>(operation, adding(3), repeated(3)));
    const auto again = m_manager->run<qint64>(operation, adding(3), repeated(3));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, 1003);
    EXPECT_EQ(count(u"id = 3"_s), 1);
}

TEST_F(TransactionManagerTest, aRepeatTakesNoLock)
{
    const Operation operation = newOperation();
    const qint64 doctor = doctorId(u"osei"_s);
    const Body body = [doctor](Transaction &t) {
        t.lockRow(LockRank::Doctor, doctor);
        return adding(3)(t);
    };
    ASSERT_TRUE(m_manager->run<qint64>(operation, body, repeated(3)));
    Connection holder(settings(u"ben"_s));
    holder.open();
    holder.runScript(u"BEGIN; SELECT 1 FROM app.doctor WHERE id = %1 FOR UPDATE"_s.arg(doctor));
    // Waiting for the lock would end as Busy.
    const auto again = m_manager->run<qint64>(operation, body, repeated(3));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, 1003);
}

TEST_F(TransactionManagerTest, otherArgumentsKindOrPersonAreAMismatch)
{
    const Operation operation = newOperation(u"a"_s);
    ASSERT_TRUE(m_manager->run<qint64>(operation, adding(3), repeated(3)));

    Operation otherArguments = operation;
    otherArguments.argsHash = Operation::hashOf({u"b"_s});
    Operation otherKind = operation;
    otherKind.kind = u"other"_s;
    for (const Operation &forged : {otherArguments, otherKind}) {
        const auto result = m_manager->run<qint64>(forged, adding(4), never);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::OperationMismatch);
    }
    Connection ben(settings(u"ben"_s));
    ben.open();
    TransactionManager bens(ben, m_statistics);
    const auto result = bens.run<qint64>(operation, adding(4), never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::OperationMismatch);
    EXPECT_EQ(count(u"id = 4"_s), 0);
}

TEST_F(TransactionManagerTest, aRefusedOperationLeavesNoRowAndMayBeTriedAgain)
{
    const Operation operation = newOperation();
    const auto refused = m_manager->run<qint64>(
        operation,
        [](Transaction &t) -> qint64 {
            t.query(addNote, qint64 {3}, u"new"_s);
            Error error;
            error.kind = ErrorKind::DayFull;
            throw Refusal {error};
        },
        never);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::DayFull);
    EXPECT_EQ(countOperations(operation.id), 0);
    EXPECT_EQ(count(u"id = 3"_s), 0);
    EXPECT_TRUE(m_manager->run<qint64>(operation, adding(3), never));
}

TEST_F(TransactionManagerTest, aFailureAnywhereRollsEverythingBack)
{
    for (int failing = 0; failing < 3; ++failing) {
        const Operation operation = newOperation();
        const auto result = m_manager->run<qint64>(
            operation,
            [failing](Transaction &t) {
                for (int i = 0; i < 3; ++i)
                    t.query(addNote, qint64 {10 + i}, i == failing ? u"bad"_s : u"good"_s);
                return qint64 {0};
            },
            never);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::ValidationFailed);
        EXPECT_EQ(result.error().as<ValidationDetails>()->fields.firstKey(), u"test_note_body"_s);
        EXPECT_EQ(count(u"id >= 10"_s), 0);
        EXPECT_EQ(countOperations(operation.id), 0);
    }
    EXPECT_EQ(figures().failures, 3);
}

TEST_F(TransactionManagerTest, aSwallowedErrorCannotCommit)
{
    const Operation operation = newOperation();
    const auto result = m_manager->run<qint64>(
        operation,
        [](Transaction &t) {
            t.query(addNote, qint64 {3}, u"new"_s);
            try {
                t.query(divide, 0);
            } catch (const SqlError &) {
            }
            return qint64 {0};
        },
        never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::ValidationFailed); // 22012, the first error
    EXPECT_EQ(count(u"id = 3"_s), 0);
    EXPECT_EQ(countOperations(operation.id), 0);
}

TEST_F(TransactionManagerTest, exceptionsBecomeTypedErrors)
{
    EXPECT_EQ(kindOf([](Transaction &) -> qint64 { throw std::runtime_error("bug"); }),
              ErrorKind::Internal);
    EXPECT_EQ(kindOf([](Transaction &) -> qint64 { throw 1; }), ErrorKind::Internal);
    EXPECT_EQ(kindOf([](Transaction &t) {
                  return t.query(readNote, std::nullopt, u"too many"_s).size();
              }),
              ErrorKind::Internal);
    const auto result = m_manager->run<qint64>(
        newOperation(),
        [](Transaction &t) { return t.query(addNote, qint64 {3}, QString(u"a\rb"_s)).size(); },
        never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::ValidationFailed);
    EXPECT_EQ(result.error().as<ValidationDetails>()->fields.value(QString()),
              u"control_character"_s);
    EXPECT_TRUE(m_manager->run<qint64>(newOperation(), adding(3), never)) << "the session is clean";
}

TEST_F(TransactionManagerTest, internalErrorsCarryAnIncident)
{
    const auto result = m_manager->run<qint64>(
        newOperation(), [](Transaction &) -> qint64 { throw std::runtime_error("bug"); }, never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().incident.size(), 8);
}

TEST_F(TransactionManagerTest, locksMustNotFallInRank)
{
    const qint64 osei = doctorId(u"osei"_s);
    const qint64 ba = doctorId(u"ba"_s);
    ASSERT_LT(osei, ba);
    EXPECT_EQ(kindOf([&](Transaction &t) {
                  t.lockRow(LockRank::Patient, patientId(1));
                  t.lockRow(LockRank::Doctor, osei);
                  return qint64 {0};
              }),
              ErrorKind::Internal);
    EXPECT_EQ(kindOf([&](Transaction &t) {
                  t.lockRow(LockRank::Doctor, ba);
                  t.lockRow(LockRank::Doctor, osei);
                  return qint64 {0};
              }),
              ErrorKind::Internal);
    EXPECT_EQ(kindOf([&](Transaction &t) {
                  t.lockRow(LockRank::Operation, 1);
                  return qint64 {0};
              }),
              ErrorKind::Internal);
    const auto fine = m_manager->run<bool>(newOperation(),
                                           [&](Transaction &t) {
                                               t.lockRows(LockRank::Doctor, {ba, osei, ba});
                                               t.lockRow(LockRank::Patient, patientId(1));
                                               t.lockRow(LockRank::Doctor, osei); // held already
                                               return t.holdsLock(LockRank::Doctor, osei)
                                                   && t.holdsLock(LockRank::Doctor, ba)
                                                   && !t.holdsLock(LockRank::Doctor, ba + 1000);
                                           },
                                           {});
    ASSERT_TRUE(fine);
    EXPECT_TRUE(*fine);
}

TEST_F(TransactionManagerTest, aRowThatIsNotThereIsNotLocked)
{
    const auto held = m_manager->run<bool>(newOperation(),
                                           [](Transaction &t) {
                                               t.lockRow(LockRank::Doctor, 999'999);
                                               t.flush();
                                               return t.holdsLock(LockRank::Doctor, 999'999);
                                           },
                                           {});
    ASSERT_TRUE(held);
    EXPECT_FALSE(*held);
}

TEST_F(TransactionManagerTest, readsTakeNoLocks)
{
    const auto result = m_manager->read<bool>(u"look"_s, [this](Transaction &t) {
        t.lockRow(LockRank::Doctor, doctorId(u"osei"_s));
        return true;
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Internal);
}

TEST_F(TransactionManagerTest, aDeadlockIsRetriedAndNobodySeesIt)
{
    Connection other(settings(u"ben"_s));
    std::barrier bothHoldOne(2);
    int runs[2] = {0, 0};
    const auto crossing = [&](int me, qint64 first, qint64 second) {
        return [&, me, first, second](Transaction &t) {
            const bool firstTime = runs[me]++ == 0;
            t.query(lockNote, first);
            if (firstTime)
                bothHoldOne.arrive_and_wait();
            t.query(lockNote, second);
            return t.query(addNote, qint64 {10 + me}, u"done"_s).at(0).get<qint64>(0);
        };
    };
    std::optional<Result<qint64>> others;
    std::thread rival([&] {
        other.open();
        TransactionManager manager(other, m_statistics);
        others = manager.run<qint64>(newOperation(), crossing(1, 2, 1), never);
        other.close();
    });
    const auto mine = m_manager->run<qint64>(newOperation(), crossing(0, 1, 2), never);
    rival.join();
    EXPECT_TRUE(mine);
    EXPECT_TRUE(*others);
    EXPECT_EQ(runs[0] + runs[1], 3);
    EXPECT_EQ(count(u"body = 'done'"_s), 2);
    EXPECT_EQ(figures().deadlocks, 1);
    EXPECT_EQ(figures().retries, 1);
    EXPECT_EQ(figures().failures, 0);
}

TEST_F(TransactionManagerTest, givesUpAfterThreeConflicts)
{
    makeRaise();
    int runs = 0;
    const auto result = m_manager->run<qint64>(
        newOperation(),
        [&runs](Transaction &t) {
            ++runs;
            return t.query(raise, u"40001"_s).size();
        },
        never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::RetriesExhausted);
    ASSERT_TRUE(result.error().as<AttemptsDetails>());
    EXPECT_EQ(result.error().as<AttemptsDetails>()->attempts, 3);
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(figures().retries, 2);
}

TEST_F(TransactionManagerTest, aConflictCannotBeTurnedIntoARefusal)
{
    makeRaise();
    int runs = 0;
    const auto result = m_manager->run<qint64>(
        newOperation(),
        [&runs](Transaction &t) -> qint64 {
            if (++runs > 1)
                return 5;
            try {
                t.query(raise, u"40001"_s);
            } catch (const SqlError &) {
                throw Refusal {};
            }
            return 0;
        },
        never);
    ASSERT_TRUE(result);
    EXPECT_EQ(runs, 2);
}

TEST_F(TransactionManagerTest, aHeldLockIsWaitedForTwiceThenBusy)
{
    const qint64 doctor = doctorId(u"osei"_s);
    Connection holder(settings(u"ben"_s));
    holder.open();
    holder.runScript(u"BEGIN; SELECT 1 FROM app.doctor WHERE id = %1 FOR UPDATE"_s.arg(doctor));
    m_connection->runScript(u"SET lock_timeout = '300ms'"_s);
    const auto result = m_manager->run<qint64>(
        newOperation(),
        [&](Transaction &t) {
            t.lockRow(LockRank::Doctor, doctor);
            return adding(3)(t);
        },
        never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Busy);
    ASSERT_TRUE(result.error().as<BusyDetails>());
    EXPECT_GE(result.error().as<BusyDetails>()->waitedMs, 590);
    EXPECT_EQ(figures().lockTimeouts, 2);
    EXPECT_EQ(figures().attempts, 2);
    EXPECT_EQ(count(u"id = 3"_s), 0);
}

TEST_F(TransactionManagerTest, aSessionKilledBeforeCommitIsUnreachableAndNothingIsStored)
{
    const Operation operation = newOperation();
    const auto result = m_manager->run<qint64>(
        operation,
        [this](Transaction &t) {
            t.query(addNote, qint64 {3}, u"new"_s);
            superuserSql(u"SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity"
                         " WHERE usename = 'ana'"_s);
            return t.query(addNote, qint64 {4}, u"new"_s).at(0).get<qint64>(0);
        },
        never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(count(u"id >= 3"_s), 0);
    EXPECT_EQ(countOperations(operation.id), 0);
    const auto closed = m_manager->read<qint64>(u"look"_s, repeated(1));
    ASSERT_FALSE(closed);
    EXPECT_EQ(closed.error().kind, ErrorKind::Unreachable);
}

TEST_F(TransactionManagerTest, idempotentWorkHasNoOperation)
{
    const qint64 before = ownerSql(u"SELECT count(*) FROM app.operation"_s).at(0).get<qint64>(0);
    ASSERT_TRUE(m_manager->runIdempotent<qint64>(u"hold"_s, adding(3)));
    EXPECT_EQ(count(u"id = 3"_s), 1);
    EXPECT_EQ(ownerSql(u"SELECT count(*) FROM app.operation"_s).at(0).get<qint64>(0), before);
    EXPECT_EQ(m_statistics.figures().value(u"hold"_s).runs, 1);
}

TEST_F(TransactionManagerTest, anOperationNeedsAnId)
{
    const auto result = m_manager->run<qint64>(Operation {{}, u"note"_s, u"x"_s}, adding(3), never);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Internal);
}

} // namespace
} // namespace ClinicDesk
