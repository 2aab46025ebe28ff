#include "services/proof/BookingProof.h"

#include "database/TransactionManager.h"
#include "services/appointments/AppointmentOperations.h"
#include "services/proof/ProofClinic.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int slotMinutes = 20;
constexpr int progressEvery = 50;
constexpr int mostBaitRounds = 1'000; // it is caught in the first ones; a long proof need not wait

// What a program without locks and rules does: two messages, and time for another one between them.
const Statement baitLook {
    "proof_bait_look", "bigint, timestamptz, timestamptz",
    "SELECT EXISTS (SELECT FROM bait.appointment WHERE doctor_id = $1 "
    "AND starts_at < $3 AND starts_at > $2 - interval '1 hour' AND ends_at > $2)"};
const Statement baitTake {"proof_bait_take", "bigint, bigint, timestamptz, timestamptz",
                          "INSERT INTO bait.appointment(doctor_id, patient_id, starts_at, ends_at) "
                          "VALUES ($1, $2, $3, $4) RETURNING id"};

struct Wish
{
    DoctorId doctor;
    PatientId patient;
    QDateTime start;
    QDateTime end;
};

enum class Answer { Won, Refused, Failed };

struct Counted
{
    qint64 refused = 0;
    qint64 failed = 0;
    QList<qint64> won;
};

using Attempt = std::function<std::pair<Answer, qint64>(TransactionManager &, const Wish &)>;

std::pair<Answer, qint64> bookByTheRules(TransactionManager &manager, const Wish &wish)
{
    BookRequest request;
    request.operation = QUuid::createUuid();
    request.doctor = wish.doctor;
    request.patient = wish.patient;
    request.start = wish.start;
    request.end = wish.end;
    const Result<Appointment> booked = AppointmentOperations::book(manager, request);
    if (booked)
        return {Answer::Won, booked->id.value};
    return {booked.error().kind == ErrorKind::SlotTaken ? Answer::Refused : Answer::Failed, 0};
}

std::pair<Answer, qint64> lookThenTake(TransactionManager &manager, const Wish &wish)
{
    using Taken = std::optional<qint64>;
    const Result<Taken> taken
        = manager.runIdempotent<Taken>(u"bait"_s, [&wish](Transaction &transaction) -> Taken {
              const bool isTaken = transaction.query(baitLook, wish.doctor, wish.start, wish.end)
                                       .constFirst()
                                       .get<bool>(0);
              if (isTaken)
                  return std::nullopt;
              return transaction.query(baitTake, wish.doctor, wish.patient, wish.start, wish.end)
                  .constFirst()
                  .get<qint64>(0);
          });
    if (!taken)
        return {Answer::Failed, 0};
    return *taken ? std::pair {Answer::Won, **taken} : std::pair {Answer::Refused, qint64(0)};
}

/// The same race for both ways to book.
class Race
{
public:
    Race(ProofClinic &clinic, const ProofOptions &options, const BookingProof::Progress &progress)
        : m_clinic(clinic)
        , m_options(options)
        , m_progress(progress)
    {
    }

    ProofSide run(const QString &what, const QString &table, const QString &kind, int rounds,
                  const Attempt &attempt)
    {
        m_rounds = rounds;
        TransactionStatistics statistics;
        m_stopped = false;
        m_failure.clear();
        std::barrier start(m_options.connections + 1);
        std::vector<std::thread> threads;
        threads.reserve(static_cast<size_t>(m_options.connections));
        std::vector<Counted> counted(static_cast<size_t>(m_options.connections));
        for (int desk = 0; desk < m_options.connections; ++desk) {
            threads.emplace_back([&, desk] {
                work(desk, attempt, statistics, start, counted[static_cast<size_t>(desk)]);
            });
        }
        start.arrive_and_wait(); // everybody is connected
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < rounds; ++round) {
            if (round % progressEvery == 0 && !m_progress(what, round, rounds))
                m_stopped = true;
            start.arrive_and_wait();
        }
        for (std::thread &thread : threads)
            thread.join();
        if (!m_failure.empty())
            throw m_failure.front();
        if (m_stopped)
            throw Refusal {Error::of(ErrorKind::ShuttingDown)};
        m_progress(what, rounds, rounds);
        ProofSide side = settle(counted, table);
        side.seconds = double(timer.elapsed()) / 1000;
        const OperationFigures figures = statistics.figures().value(kind);
        side.deadlocks = figures.deadlocks;
        side.p50Ms = figures.p50Ms;
        side.p95Ms = figures.p95Ms;
        side.p99Ms = figures.p99Ms;
        return side;
    }

private:
    void work(int desk, const Attempt &attempt, TransactionStatistics &statistics,
              std::barrier<> &start, Counted &counted)
    {
        Connection connection(m_clinic.deskSettings(desk));
        TransactionManager manager(connection, statistics);
        try {
            const std::scoped_lock lock(m_mutex); // QPSQL of Qt 6.4 may hang side by side
            connection.open();
        } catch (const SqlError &error) {
            const std::scoped_lock lock(m_mutex);
            m_failure.push_back(error);
            m_stopped = true;
        }
        start.arrive_and_wait();
        for (int round = 0; round < m_rounds; ++round) {
            start.arrive_and_wait();
            if (m_stopped)
                continue;
            const auto [answer, id] = attempt(manager, wishOf(desk, round));
            if (answer == Answer::Won)
                counted.won << id;
            else
                ++(answer == Answer::Refused ? counted.refused : counted.failed);
        }
    }

    /// Every other desk wants to begin in the middle of what its neighbours want.
    Wish wishOf(int desk, int round) const
    {
        const QDate day = m_firstDay.addDays(round / ProofOptions::roundsADay);
        const qint64 minute = qint64(round % ProofOptions::roundsADay) * slotMinutes;
        Wish wish;
        wish.doctor = m_clinic.doctors().at(desk % m_options.doctors);
        wish.patient = m_clinic.patients().at(desk);
        wish.start = QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(minute * 60);
        if (desk / m_options.doctors % 2 == 1)
            wish.start = wish.start.addSecs(300);
        wish.end = wish.start.addSecs(900);
        return wish;
    }

    ProofSide settle(const std::vector<Counted> &counted, const QString &table)
    {
        ProofSide side;
        side.attempts = qint64(m_options.connections) * m_rounds;
        QSet<qint64> acknowledged;
        for (const Counted &desk : counted) {
            side.won += desk.won.size();
            side.refused += desk.refused;
            side.failed += desk.failed;
            acknowledged.unite(QSet<qint64>(desk.won.cbegin(), desk.won.cend()));
        }
        const QList<qint64> stored = m_clinic.stored(table);
        const QSet<qint64> kept(stored.cbegin(), stored.cend());
        side.lost = (acknowledged - kept).size();
        side.unasked = (kept - acknowledged).size();
        side.overlaps = m_clinic.overlaps(table);
        return side;
    }

    ProofClinic &m_clinic;
    const ProofOptions &m_options;
    const BookingProof::Progress &m_progress;
    const QDate m_firstDay = QDateTime::currentDateTimeUtc().date().addDays(1);
    int m_rounds = 0;
    std::atomic_bool m_stopped = false;
    std::mutex m_mutex;
    std::vector<SqlError> m_failure;
};

} // namespace

bool ProofReport::holds() const
{
    return clinic.overlaps == 0 && clinic.lost == 0 && clinic.unasked == 0 && clinic.failed == 0
        && clinic.deadlocks == 0 && inconsistencies == 0
        && clinic.won == qint64(options.rounds) * options.doctors
        && clinic.refused == clinic.attempts - clinic.won;
}

Result<ProofReport> BookingProof::run(const ConnectionSettings &superuser,
                                      const ProofOptions &options, const Progress &progress)
{
    try {
        ProofClinic clinic(superuser, options);
        ProofReport report;
        report.options = options;
        report.server = clinic.serverVersion();
        Race race(clinic, options, progress);
        report.clinic = race.run(u"this program"_s, u"app.appointment"_s, u"book"_s, options.rounds,
                                 &bookByTheRules);
        report.inconsistencies = clinic.inconsistencies();
        report.bait = race.run(u"look, then book"_s, u"bait.appointment"_s, u"bait"_s,
                               std::min(options.rounds, mostBaitRounds), &lookThenTake);
        const std::optional<QStringList> differences = clinic.differences();
        report.compared = differences.has_value();
        report.differences = differences.value_or(QStringList());
        return report;
    } catch (const SqlError &error) {
        return unexpected(classify(error));
    } catch (const Refusal &refusal) {
        return unexpected(refusal.error);
    }
}

} // namespace ClinicDesk
