#include "bench/BookingBench.h"

#include "bench/BenchClinic.h"
#include "services/appointments/AppointmentOperations.h"

#include <barrier>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int warmUps = 3;

/// One way to book: how many desks, and which doctor and time each takes.
struct Load
{
    QString name;
    int desks = 1;
    int bookings = 20; ///< a desk and repetition
    std::function<int(int desk)> doctor;
    /// The how-manieth slot from the first day.
    std::function<int(int desk, int booking)> slot;
};

struct Outcome
{
    QList<double> latencies;
    qint64 messages = 0;
    double seconds = 0;
    QString failure;
};

class BookingRun
{
public:
    BookingRun(BenchClinic &clinic, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_repetitions(repetitions)
        , m_report(report)
    {
    }

    void run(const Load &load)
    {
        Samples latency {{}, load.name + u": latency"_s};
        Samples rate {{}, load.name + u": bookings a second"_s, u"1/s"_s};
        Samples messages {{}, load.name + u": messages a booking"_s, u"messages"_s, 2};
        const Outcome outcome = race(load, latency, rate);
        if (!outcome.failure.isEmpty())
            throw std::runtime_error(outcome.failure.toStdString());
        messages.add(double(outcome.messages) / double(latency.values.size()));
        m_report.add(latency);
        m_report.add(rate);
        m_report.add(messages);
        m_firstDay = m_firstDay.addDays(60);
    }

private:
    Outcome race(const Load &load, Samples &latency, Samples &rate)
    {
        Outcome all;
        std::mutex mutex;
        std::barrier start(load.desks + 1);
        std::barrier finish(load.desks + 1);
        std::vector<std::thread> threads;
        for (int desk = 0; desk < load.desks; ++desk) {
            threads.emplace_back([&, desk] {
                const Outcome one = work(load, desk, mutex, start, finish);
                const std::scoped_lock lock(mutex);
                latency.values += one.latencies;
                all.messages += one.messages;
                if (!one.failure.isEmpty())
                    all.failure = one.failure;
            });
        }
        for (int repetition = 0; repetition < m_repetitions; ++repetition) {
            start.arrive_and_wait();
            QElapsedTimer timer;
            timer.start();
            finish.arrive_and_wait();
            rate.add(load.desks * load.bookings / (double(timer.nsecsElapsed()) / 1e9));
        }
        for (std::thread &thread : threads)
            thread.join();
        return all;
    }

    Outcome work(const Load &load, int desk, std::mutex &opening, std::barrier<> &start,
                 std::barrier<> &finish) const
    {
        Outcome outcome;
        Connection connection(m_clinic.settings(desk % 2 == 0 ? u"ana"_s : u"ben"_s));
        TransactionStatistics statistics;
        TransactionManager manager(connection, statistics);
        try {
            const std::scoped_lock lock(
                opening); // QPSQL of Qt 6.4 may hang when sessions open side by side
            connection.open();
            for (int n = 0; n < warmUps; ++n)
                AppointmentOperations::warmUp(manager, doctor(load, desk), patient(desk, 0),
                                              time(load, desk, 0));
        } catch (const SqlError &error) {
            outcome.failure = error.message;
        }
        const qint64 before = connection.messagesSent();
        for (int repetition = 0; repetition < m_repetitions; ++repetition) {
            start.arrive_and_wait();
            for (int n = 0; n < load.bookings && outcome.failure.isEmpty(); ++n)
                bookOne(manager, load, desk, repetition * load.bookings + n, outcome);
            finish.arrive_and_wait();
        }
        outcome.messages = connection.messagesSent() - before;
        return outcome;
    }

    void bookOne(TransactionManager &manager, const Load &load, int desk, int booking,
                 Outcome &outcome) const
    {
        BookRequest request;
        request.operation = QUuid::createUuid();
        request.doctor = doctor(load, desk);
        request.patient = patient(desk, booking);
        request.start = time(load, desk, booking);
        request.end = request.start.addSecs(900);
        QElapsedTimer timer;
        timer.start();
        const Result<Appointment> booked = AppointmentOperations::book(manager, request);
        outcome.latencies << double(timer.nsecsElapsed()) / 1e6;
        if (!booked)
            outcome.failure = toKey(booked.error().kind) + u' ' + booked.error().rule;
    }

    DoctorId doctor(const Load &load, int desk) const
    {
        return m_clinic.doctors().at(load.doctor(desk));
    }
    /// Nobody is booked by two desks.
    PatientId patient(int desk, int booking) const
    {
        const qsizetype each = m_clinic.patients().size() / 16;
        return m_clinic.patients().at(desk * each + booking % each);
    }
    QDateTime time(const Load &load, int desk, int booking) const
    {
        return m_clinic.slot(m_firstDay, load.slot(desk, booking));
    }

    BenchClinic &m_clinic;
    const int m_repetitions;
    Report &m_report;
    QDate m_firstDay = m_clinic.emptyDay().addDays(100);
};

} // namespace

void benchBooking(BenchClinic &clinic, int repetitions, Report &report)
{
    BookingRun run(clinic, repetitions, report);
    run.run({u"booking, 1 desk"_s, 1, 60, [](int) { return 0; },
             [](int, int booking) { return booking; }});
    run.run({u"booking, 16 desks, a doctor each"_s, 16, 20, [](int desk) { return desk; },
             [](int, int booking) { return booking; }});
    run.run({u"booking, 16 desks, all of one doctor"_s, 16, 10, [](int) { return 0; },
             [](int desk, int booking) { return booking * 16 + desk; }});
}

} // namespace ClinicDesk
