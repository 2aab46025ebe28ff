#include "services/ManyDesks.h"
#include "services/appointments/AppointmentOperations.h"

#include <QSet>

#include <random>

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
class StressTest : public ManyDesks
{
protected:
    using Body = std::function<Result<Appointment>(TransactionManager &, int desk, int step)>;
    void work(int desks, int steps, const std::function<QString(int)> &login, const Body &body)
    {
        std::mutex mutex;
        race(
            desks, steps,
            [&](TransactionManager &manager, int desk, int step) {
                const Result<Appointment> outcome = body(manager, desk, step);
                const std::scoped_lock count(mutex);
                if (outcome)
                    ++m_succeeded;
                else if (isBusiness(outcome.error().kind))
                    ++m_refused;
                else
                    m_failures << toKey(outcome.error().kind) + u' ' + outcome.error().rule;
            },
            login);
    }

    static QDateTime slot(int number)
    {
        return at(8, 0, QDate(2026, 11, 25).addDays(number / slotsADay % dayCount))
            .addSecs(number % slotsADay * 1200);
    }

    int m_succeeded = 0;
    int m_refused = 0;
    QStringList m_failures;
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
    EXPECT_EQ(m_failures.join(u", "_s).toStdString(), "");
    EXPECT_GT(m_succeeded, 200);
    EXPECT_GT(m_refused, 0);
    expectSound();
}

} // namespace ClinicDesk
