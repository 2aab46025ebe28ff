#include "services/ServiceFixture.h"
#include "services/appointments/AppointmentOperations.h"

#include <barrier>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int desks = 16;
constexpr int rounds = 200;
constexpr int fewerRounds = 100; ///< of what differs little from another race
constexpr int raceRounds = 100;

} // namespace

/// Many desks at once, each with a connection of its own, started by a barrier each round.
class DoubleBookingTest : public ServiceFixture
{
protected:
    using Wanted = std::function<Visit(int desk, int round)>;
    using Outcomes = std::vector<std::vector<Result<Appointment>>>; // [round][desk]

    void SetUp() override
    {
        ServiceFixture::SetUp();
        ownerSql(
            u"INSERT INTO app.staff(login, display_name, role) SELECT 'doc' || n, 'Dr ' || n, "
            u"'doctor' "
            "FROM generate_series(1, 16) n; "
            "INSERT INTO app.doctor(staff_id, licence_number, verified) SELECT id, login, true "
            "FROM app.staff "
            "WHERE login LIKE 'doc%'; "
            "UPDATE app.doctor SET max_per_day = 500, horizon_days = 300; "
            "INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes) "
            "SELECT d.id, w, '08:00', '18:00', 20 FROM app.doctor d, generate_series(1, 7) w "
            "WHERE d.licence_number LIKE 'doc%'; "
            "INSERT INTO app.patient(family_name, given_name, birth_date) SELECT 'Test', 'P' || n, "
            "'1980-01-01' "
            "FROM generate_series(1, 10) n; ANALYZE"_s);
        readIds();
    }

    /// A time of its own for each round: four a day, an hour apart, from tomorrow.
    static QDateTime slot(int round)
    {
        return at(8 + round % 4, 0, QDate(2026, 11, 25).addDays(round / 4));
    }

    /// Runs `body(desk, round)` on a thread a desk; all of a round start together.
    void race(
        int deskCount, int roundCount,
        const std::function<void(TransactionManager &, int, int)> &body,
        const std::function<QString(int)> &login = [](int) { return u"ana"_s; })
    {
        std::barrier start(deskCount);
        std::mutex opening; // QPSQL of 6.4 may hang when connections open in parallel
        std::vector<std::thread> threads;
        for (int desk = 0; desk < deskCount; ++desk) {
            threads.emplace_back([&, desk] {
                std::unique_lock lock(opening);
                OperationDesk place(deskSettings(login(desk), desk + 1));
                lock.unlock();
                for (int round = 0; round < roundCount; ++round) {
                    start.arrive_and_wait();
                    body(place.manager, desk, round);
                }
                const std::scoped_lock sum(opening);
                for (const OperationFigures &figures : place.statistics.figures())
                    m_deadlocks += figures.deadlocks;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
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

    /// No deadlock was met or ended by the server, and the database is consistent.
    void expectSound()
    {
        EXPECT_EQ(m_deadlocks, 0);
        EXPECT_EQ(
            superuserSql(
                u"SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"_s)
                .at(0)
                .get<qint64>(0),
            0);
        expectConsistent();
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
    static QString anyDoctor(int desk) { return u"doc"_s + QString::number(desk + 1); }

    qint64 m_deadlocks = 0;
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
        return Visit {anyDoctor(desk), 1, 0, slot(round)};
    });
    expectOneWinner(outcomes, ErrorKind::PatientBusy, toldTheOtherVisit);
}

TEST_F(DoubleBookingTest, oneRoomHasOneWinner)
{
    const Outcomes outcomes = bookAll([](int desk, int round) {
        return Visit {anyDoctor(desk), desk + 1, 2, slot(round)};
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
        QList<AtomicStep> steps {request({anyDoctor(1), 2, 1, slot(round).addSecs(desk * 1200)}),
                                 request({anyDoctor(2), 3, 2, slot(round).addSecs(desk * 1200)})};
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
