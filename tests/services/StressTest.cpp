#include "services/ServiceFixture.h"
#include "services/appointments/AppointmentOperations.h"

#include <QSet>

#include <barrier>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int doctorCount = 10;
constexpr int roomCount = 4;
constexpr int dayCount = 3;
constexpr int slotsADay = 30;

/// Whatever a person is told because of what others did, also that they kept a lock for too long,
/// as they may on a slow machine. All else is the program's own failure.
bool isBusiness(ErrorKind kind)
{
    static const QSet<ErrorKind> kinds {
        ErrorKind::SlotTaken, ErrorKind::PatientBusy,       ErrorKind::RoomBusy, ErrorKind::DayFull,
        ErrorKind::StaleRow,  ErrorKind::InvalidTransition, ErrorKind::TooLate,  ErrorKind::Busy};
    return kinds.contains(kind);
}

} // namespace

/// Scenarios 4 and 5 of the requirements: many desks at once, whatever they do.
class StressTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        ownerSql(
            u"INSERT INTO app.staff(login, display_name, role) SELECT 'doc' || n, 'Dr ' || n, "
            "'doctor' FROM generate_series(1, %1) n; "
            "INSERT INTO app.doctor(staff_id, licence_number, verified, max_per_day, horizon_days) "
            "SELECT id, login, true, 500, 300 FROM app.staff WHERE login LIKE 'doc%'; "
            "INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes) "
            "SELECT d.id, w, '08:00', '18:00', 20 FROM app.doctor d, generate_series(1, 7) w "
            "WHERE d.licence_number LIKE 'doc%'; ANALYZE"_s.arg(doctorCount));
        readIds();
    }

    using Body = std::function<Result<Appointment>(TransactionManager &, int desk, int step)>;
    /// `steps` of each desk, each on a connection of its own; all begin together.
    void work(int desks, int steps, const std::function<QString(int)> &login, const Body &body)
    {
        std::barrier start(desks);
        std::mutex mutex; // QPSQL of 6.4 may hang when connections open in parallel
        std::vector<std::thread> threads;
        for (int desk = 0; desk < desks; ++desk) {
            threads.emplace_back([&, desk] {
                std::unique_lock lock(mutex);
                OperationDesk place(deskSettings(login(desk), desk + 1));
                lock.unlock();
                start.arrive_and_wait();
                for (int step = 0; step < steps; ++step) {
                    const Result<Appointment> outcome = body(place.manager, desk, step);
                    const std::scoped_lock count(mutex);
                    if (outcome)
                        ++m_succeeded;
                    else if (isBusiness(outcome.error().kind))
                        ++m_refused;
                    else
                        m_failures << toKey(outcome.error().kind) + u' ' + outcome.error().rule;
                }
                const std::scoped_lock sum(mutex);
                const auto figures = place.statistics.figures();
                for (auto it = figures.cbegin(); it != figures.cend(); ++it) {
                    m_deadlocks += it->deadlocks;
                    m_slowest[it.key()] = std::max(m_slowest.value(it.key()), it->p95Ms);
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    }

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

    static QString doctorName(int number) { return u"doc%1"_s.arg(number % doctorCount + 1); }
    static QDateTime slot(int number)
    {
        return at(8, 0, QDate(2026, 11, 25).addDays(number / slotsADay % dayCount))
            .addSecs(number % slotsADay * 1200);
    }

    qint64 m_deadlocks = 0;
    int m_succeeded = 0;
    int m_refused = 0;
    QStringList m_failures;
    QMap<QString, double> m_slowest; ///< each kind's slowest desk's p95, for reading only
};

TEST_F(StressTest, fiftyDesksForOneSlotEndInABookingOrARefusal)
{
    constexpr int desks = 50;
    constexpr int rounds = 10;
    work(
        desks, rounds, [](int desk) { return desk % 2 ? u"ana"_s : u"ben"_s; },
        [this](TransactionManager &manager, int desk, int round) {
            return AppointmentOperations::book(
                manager, request({doctorName(0), desk % 10 + 1, 0, slot(round)}));
        });
    EXPECT_EQ(m_failures.join(u", "_s).toStdString(), "");
    EXPECT_EQ(m_succeeded, rounds);
    EXPECT_EQ(m_refused, (desks - 1) * rounds);
    expectSound();
}

/// Reception books, moves, cancels and takes back; the administrator answers requests.
TEST_F(StressTest, mixedWorkOfManyDesksKeepsEveryRule)
{
    constexpr int desks = 16;
    constexpr int steps = 120;
    std::mutex mutex;
    QList<AppointmentId> booked;
    std::vector<std::mt19937> random;
    for (int desk = 0; desk < desks; ++desk)
        random.emplace_back(desk + 1);
    const auto anyOfThem = [&](std::mt19937 &chance) {
        const std::scoped_lock lock(mutex);
        return booked.isEmpty() ? AppointmentId {} : booked.at(qsizetype(chance()) % booked.size());
    };
    const auto isAdministrator = [](int desk) { return desk % 5 == 4; };
    work(
        desks, steps,
        [&](int desk) {
            return isAdministrator(desk) ? u"admin"_s : desk % 2 ? u"ana"_s : u"ben"_s;
        },
        [&](TransactionManager &manager, int desk, int step) -> Result<Appointment> {
            std::mt19937 &chance = random[size_t(desk)];
            const AppointmentId one = anyOfThem(chance);
            const auto what = one.isValid() ? int(chance() % 10) : 0;
            const Visit wanted {doctorName(int(chance() % doctorCount)), int(chance() % 10) + 1,
                                int(chance() % (roomCount + 1)),
                                slot(int(chance() % (dayCount * slotsADay)))};
            if (what < 4) {
                Result<Appointment> outcome = AppointmentOperations::book(manager, request(wanted));
                const std::scoped_lock lock(mutex);
                if (outcome)
                    booked << outcome->id;
                return outcome;
            }
            if (what < 6) {
                MoveRequest move;
                move.operation = QUuid::createUuid();
                move.appointment = one;
                move.doctor = DoctorId {doctor(wanted.doctor)};
                move.start = wanted.start;
                return AppointmentOperations::move(manager, move);
            }
            if (what == 9)
                return AppointmentOperations::undo(manager, {QUuid::createUuid(), one, {}});
            StatusRequest status;
            status.operation = QUuid::createUuid();
            status.appointment = one;
            status.to = isAdministrator(desk) && what < 8 ? AppointmentStatus::Confirmed
                                                          : AppointmentStatus::Cancelled;
            if (status.to == AppointmentStatus::Cancelled)
                status.reason = u"step %1 of desk %2"_s.arg(step).arg(desk);
            return AppointmentOperations::changeStatus(manager, status);
        });
    for (auto it = m_slowest.cbegin(); it != m_slowest.cend(); ++it)
        std::cout << it.key().toStdString() << ": slowest desk's p95 " << it.value() << " ms\n";
    EXPECT_EQ(m_failures.join(u", "_s).toStdString(), "");
    EXPECT_GT(m_succeeded, 200);
    EXPECT_GT(m_refused, 0);
    expectSound();
}

} // namespace ClinicDesk
