#include "services/ManyDesks.h"
#include "services/appointments/AppointmentOperations.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int desks = 16;
constexpr int rounds = 200;
constexpr int fewerRounds = 100; ///< of what differs little from another race
constexpr int raceRounds = 100;

} // namespace

class DoubleBookingTest : public ManyDesks
{
protected:
    using Wanted = std::function<Visit(int desk, int round)>;
    using Outcomes = std::vector<std::vector<Result<Appointment>>>; // [round][desk]

    /// A time of its own for each round: four a day, an hour apart, from tomorrow.
    static QDateTime slot(int round)
    {
        return at(8 + round % 4, 0, QDate(2026, 11, 25).addDays(round / 4));
    }

    Outcomes bookAll(const Wanted &wanted, int roundCount = rounds)
    {
        Outcomes outcomes {size_t(roundCount), std::vector<Result<Appointment>>(desks)};
        race(desks, roundCount, [&](TransactionManager &manager, int desk, int round) {
            outcomes[size_t(round)][size_t(desk)]
                = AppointmentOperations::book(manager, request(wanted(desk, round)));
        });
        return outcomes;
    }

    /// One winner a round, every loser told `kind` by `told`.
    void expectOneWinner(const Outcomes &outcomes, ErrorKind kind,
                         const std::function<bool(const Error &)> &told)
    {
        for (size_t round = 0; round < outcomes.size(); ++round) {
            int winners = 0;
            for (const Result<Appointment> &outcome : outcomes[round]) {
                winners += outcome.has_value() ? 1 : 0;
                if (outcome)
                    continue;
                EXPECT_EQ(toKey(outcome.error().kind), toKey(kind)) << "round " << round;
                EXPECT_TRUE(told(outcome.error()))
                    << "round " << round << ": the details are missing";
            }
            EXPECT_EQ(winners, 1) << "round " << round;
        }
        expectSound();
    }

    static bool toldWhoAndWhen(const Error &error)
    {
        const auto *details = error.as<SlotTakenDetails>();
        return details && details->takenBy == "Ana Ruiz"_L1 && details->desk.startsWith("Desk "_L1)
            && details->since && !details->held && !details->nextFree.isEmpty();
    }
    static bool toldTheOtherVisit(const Error &error)
    {
        const auto *details = error.as<OtherVisitDetails>();
        return details && details->appointment.isValid() && details->start.isValid()
            && !details->doctorName.isEmpty() && !details->nextFree.isEmpty();
    }
};

TEST_F(DoubleBookingTest, oneSlotHasOneWinner)
{
    const Outcomes outcomes = bookAll([](int desk, int round) {
        return Visit {u"osei"_s, desk + 1, 0, slot(round)};
    });
    expectOneWinner(outcomes, ErrorKind::SlotTaken, toldWhoAndWhen);
}

TEST_F(DoubleBookingTest, unequalOverlapsHaveOneWinner)
{
    // Starts 0 to 15 minutes late and lasts 20 to 30: all of them share the time between 15 and 20.
    const Outcomes outcomes = bookAll(
        [](int desk, int round) {
            return Visit {u"osei"_s, desk + 1, 0, slot(round).addSecs(desk % 4 * 300),
                          20 + desk % 3 * 5};
        },
        fewerRounds);
    expectOneWinner(outcomes, ErrorKind::SlotTaken, toldWhoAndWhen);
}

TEST_F(DoubleBookingTest, onePatientHasOneWinner)
{
    const Outcomes outcomes = bookAll([](int desk, int round) {
        return Visit {doctorName(desk), 1, 0, slot(round)};
    });
    expectOneWinner(outcomes, ErrorKind::PatientBusy, toldTheOtherVisit);
}

TEST_F(DoubleBookingTest, oneRoomHasOneWinner)
{
    const Outcomes outcomes = bookAll([](int desk, int round) {
        return Visit {doctorName(desk), desk + 1, 2, slot(round)};
    });
    expectOneWinner(outcomes, ErrorKind::RoomBusy, [](const Error &error) {
        return toldTheOtherVisit(error) && error.as<OtherVisitDetails>()->freeRooms.size() == 3;
    });
}

TEST_F(DoubleBookingTest, neighboursBothSucceed)
{
    Outcomes outcomes = bookAll(
        [](int desk, int round) {
            return Visit {u"osei"_s, desk + 1, 0, slot(round).addSecs(desk % 2 * 1200)};
        },
        fewerRounds);
    for (size_t round = 0; round < outcomes.size(); ++round) {
        int early = 0;
        int late = 0;
        for (size_t desk = 0; desk < desks; ++desk)
            (desk % 2 ? late : early) += outcomes[round][desk] ? 1 : 0;
        EXPECT_EQ(early, 1) << "round " << round;
        EXPECT_EQ(late, 1) << "round " << round;
    }
    expectSound();
}

/// Sixteen writers who know of no lock: the guard queues them, so there is neither a storm nor a
/// 23P01.
TEST_F(DoubleBookingTest, writersWithoutLocksHaveOneWinnerToo)
{
    std::vector<std::vector<SqlOutcome>> outcomes(rounds, std::vector<SqlOutcome>(desks));
    std::barrier start(desks);
    std::mutex opening;
    std::vector<std::thread> threads;
    for (int desk = 0; desk < desks; ++desk) {
        threads.emplace_back([&, desk] {
            std::unique_lock lock(opening);
            OpenSession session(deskSettings(u"ben"_s, desk));
            lock.unlock();
            for (int round = 0; round < rounds; ++round) {
                const QString sql
                    = insertSql({u"osei"_s, desk + 1, 0, slot(round).addSecs(desk % 4 * 300)});
                start.arrive_and_wait();
                outcomes[size_t(round)][size_t(desk)] = session.run(sql);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &round : outcomes) {
        int winners = 0;
        for (const SqlOutcome &outcome : round) {
            winners += outcome.ok() ? 1 : 0;
            EXPECT_TRUE(outcome.ok() || refused(outcome, u"CD001"_s, u"doctor_busy"_s));
        }
        EXPECT_EQ(winners, 1);
    }
    expectSound();
}

TEST_F(DoubleBookingTest, confirmAgainstCancelHasOneWinner)
{
    QList<qint64> ids;
    for (int round = 0; round < raceRounds; ++round)
        ids.append(bookAs(u"ana"_s, {u"osei"_s, 1, 0, slot(round)}));
    std::vector<std::vector<Result<Appointment>>> outcomes(raceRounds,
                                                           std::vector<Result<Appointment>>(2));
    race(
        2, raceRounds,
        [&](TransactionManager &manager, int desk, int round) {
            StatusRequest status {
                QUuid::createUuid(), {ids.at(round)}, AppointmentStatus::Confirmed, {}, {}};
            if (desk == 1) {
                status.to = AppointmentStatus::Cancelled;
                status.reason = u"called"_s;
            }
            if (round % 2)
                status.version = 1;
            outcomes[size_t(round)][size_t(desk)]
                = AppointmentOperations::changeStatus(manager, status);
        },
        [](int desk) { return desk ? u"ana"_s : u"osei"_s; });
    for (size_t round = 0; round < raceRounds; ++round) {
        const Result<Appointment> &confirmed = outcomes[round][0];
        const Result<Appointment> &cancelled = outcomes[round][1];
        if (round % 2) {
            ASSERT_NE(confirmed.has_value(), cancelled.has_value()) << "round " << round;
            const Error &error = confirmed ? cancelled.error() : confirmed.error();
            EXPECT_EQ(toKey(error.kind), u"StaleRow"_s);
            EXPECT_EQ(error.as<RowDetails>()->changedBy, confirmed ? u"Dr Osei"_s : u"Ana Ruiz"_s);
        } else {
            EXPECT_TRUE(cancelled.has_value()) << "a confirmed visit may be cancelled as well";
            if (!confirmed) {
                EXPECT_EQ(toKey(confirmed.error().kind), u"InvalidTransition"_s);
                EXPECT_EQ(confirmed.error().as<RowDetails>()->now, AppointmentStatus::Cancelled);
            }
        }
    }
    expectSound();
}

/// Steps named in opposite orders: the locks are taken in the one order all the same.
TEST_F(DoubleBookingTest, atomicStepsInOppositeOrdersMeetNoDeadlock)
{
    // Not vector<bool>: two threads write neighbours.
    std::vector<std::vector<char>> outcomes(raceRounds, std::vector<char>(2));
    race(2, raceRounds, [&](TransactionManager &manager, int desk, int round) {
        QList<AtomicStep> steps {request({doctorName(1), 2, 1, slot(round).addSecs(desk * 1200)}),
                                 request({doctorName(2), 3, 2, slot(round).addSecs(desk * 1200)})};
        if (desk)
            std::swap(steps[0], steps[1]);
        outcomes[size_t(round)][size_t(desk)]
            = AppointmentOperations::runAtomically(manager, QUuid::createUuid(), steps).has_value();
    });
    for (const auto &round : outcomes)
        EXPECT_TRUE(round[0] && round[1]);
    expectSound();
}

} // namespace ClinicDesk
