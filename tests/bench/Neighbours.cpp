#include "bench/Neighbours.h"

#include "services/appointments/AppointmentOperations.h"

#include <QSet>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr qint64 slotSeconds = 900;
constexpr qint64 shortSeconds = 600;
constexpr int firstSlot = 4; ///< of the afternoon; before it visits are lengthened
constexpr int freeSlots = 12;
constexpr int firstFreePatient = BenchClinic::doctorCount * BenchClinic::visitsADoctor;

AppointmentRequest of(AppointmentId id)
{
    return {QUuid::createUuid(), id, {}};
}

} // namespace

/// What one neighbour does, turn by turn. Lives on its thread.
class Neighbours::Desk
{
public:
    Desk(const BenchClinic &clinic, int number, int desks, QList<Appointment> visits)
        : m_settings(clinic.settings(number % 2 == 0 ? u"ana"_s : u"ben"_s))
        , m_doctors(clinic.doctors())
        , m_patients(clinic.patients().sliced(firstFreePatient))
        , m_afternoon(clinic.afternoon())
        , m_number(number)
        , m_desks(desks)
        , m_visits(std::move(visits))
    {
    }

    void open()
    {
        m_connection = std::make_unique<Connection>(m_settings);
        m_connection->open();
        m_manager = std::make_unique<TransactionManager>(*m_connection, m_statistics);
    }

    Result<Appointment> turn()
    {
        const int step = m_turn++ % 40;
        if (step == 11)
            return book();
        if (step == 31 && m_booked.isValid())
            return cancel();
        if (step % 10 == 5)
            return checkIn();
        if (step % 10 == 6 && m_checkedIn.isValid())
            return takeBack();
        return resize();
    }

private:
    Appointment &nextVisit() { return m_visits[(m_visit += 7) % m_visits.size()]; }

    Result<Appointment> resize()
    {
        const Appointment &visit = nextVisit();
        const bool isShort = m_short.contains(visit.id);
        MoveRequest request;
        request.operation = QUuid::createUuid();
        request.appointment = visit.id;
        request.end = visit.start.addSecs(isShort ? slotSeconds : shortSeconds);
        const Result<Appointment> moved = AppointmentOperations::move(*m_manager, request);
        if (moved && isShort)
            m_short.remove(visit.id);
        else if (moved)
            m_short.insert(visit.id);
        return moved;
    }

    Result<Appointment> checkIn()
    {
        const Appointment &visit = nextVisit();
        if (visit.status != AppointmentStatus::Confirmed)
            return resize();
        const Result<Appointment> arrived
            = AppointmentOperations::checkIn(*m_manager, of(visit.id));
        m_checkedIn = arrived ? visit.id : AppointmentId();
        return arrived;
    }

    Result<Appointment> takeBack()
    {
        return AppointmentOperations::undo(*m_manager, of(std::exchange(m_checkedIn, {})));
    }

    /// Each neighbour has doctors and patients of its own for this.
    Result<Appointment> book()
    {
        const int place = m_place++;
        BookRequest request;
        request.operation = QUuid::createUuid();
        request.doctor = m_doctors.at((place * m_desks + m_number) % m_doctors.size());
        request.patient = m_patients.at((place * m_desks + m_number) % m_patients.size());
        request.start = m_afternoon.addSecs((firstSlot + place * 5 % freeSlots) * slotSeconds);
        request.end = request.start.addSecs(slotSeconds);
        request.reason = u"Booked next door"_s;
        const Result<Appointment> booked = AppointmentOperations::book(*m_manager, request);
        m_booked = booked ? booked->id : AppointmentId();
        return booked;
    }

    Result<Appointment> cancel()
    {
        return AppointmentOperations::changeStatus(*m_manager,
                                                   {QUuid::createUuid(),
                                                    std::exchange(m_booked, {}),
                                                    AppointmentStatus::Cancelled,
                                                    u"Patient called"_s,
                                                    {}});
    }

    ConnectionSettings m_settings;
    QList<DoctorId> m_doctors;
    QList<PatientId> m_patients;
    QDateTime m_afternoon;
    int m_number;
    int m_desks;
    QList<Appointment> m_visits;
    std::unique_ptr<Connection> m_connection;
    TransactionStatistics m_statistics;
    std::unique_ptr<TransactionManager> m_manager;
    QSet<AppointmentId> m_short;
    AppointmentId m_checkedIn;
    AppointmentId m_booked;
    qsizetype m_visit = 0;
    int m_turn = 0;
    int m_place = 0;
};

Neighbours::Neighbours(const BenchClinic &clinic, const QList<Appointment> &visits, int desks)
{
    for (int number = 0; number < desks; ++number) {
        QList<Appointment> own;
        for (qsizetype at = number; at < visits.size(); at += desks)
            own << visits.at(at);
        m_desks.push_back(std::make_unique<Desk>(clinic, number, desks, std::move(own)));
    }
    for (const auto &desk : m_desks)
        m_threads.emplace_back([this, &desk] { work(*desk); });
}

Neighbours::~Neighbours()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void Neighbours::pause()
{
    std::unique_lock lock(m_mutex);
    m_paused = true;
    m_wake.wait(lock, [this] { return m_atWork == 0; });
}

void Neighbours::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = false;
    }
    m_wake.notify_all();
}

int Neighbours::changes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_changes;
}

int Neighbours::refusals() const
{
    const std::scoped_lock lock(m_mutex);
    return m_refusals;
}

QStringList Neighbours::failures() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failures;
}

void Neighbours::work(Desk &desk)
{
    std::unique_lock lock(m_mutex);
    try {
        desk.open(); // under the lock: QPSQL of Qt 6.4 may hang when sessions open side by side
    } catch (const SqlError &error) {
        m_failures << error.message;
        return;
    }
    const auto each
        = std::chrono::microseconds(1'000'000 / changesASecond * qint64(m_desks.size()));
    auto next = std::chrono::steady_clock::now();
    while (!m_stopping) {
        m_wake.wait(lock, [this] { return m_stopping || !m_paused; });
        if (m_stopping)
            return;
        ++m_atWork;
        lock.unlock();
        const Result<Appointment> done = desk.turn();
        lock.lock();
        --m_atWork;
        if (done)
            ++m_changes;
        else if (done.error().kind == ErrorKind::Internal
                 || done.error().kind == ErrorKind::Unreachable
                 || done.error().kind == ErrorKind::RetriesExhausted)
            m_failures << toKey(done.error().kind) + u' ' + done.error().rule;
        else
            ++m_refusals;
        m_wake.notify_all();
        next = std::max(next + each, std::chrono::steady_clock::now() - each);
        m_wake.wait_until(lock, next, [this] { return m_stopping; });
    }
}

QList<Appointment> changeable(const QList<AppointmentRow> &rows, const QDateTime &now,
                              const QList<AppointmentId> &except)
{
    QList<Appointment> found;
    for (const AppointmentRow &row : rows) {
        const Appointment &visit = row.appointment;
        const bool isOpen = visit.status == AppointmentStatus::Pending
            || visit.status == AppointmentStatus::Confirmed;
        if (isOpen && visit.start > now.addSecs(3600) && !except.contains(visit.id))
            found << visit;
    }
    return found;
}

} // namespace ClinicDesk
