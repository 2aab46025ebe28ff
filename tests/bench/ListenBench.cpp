#include "bench/ListenBench.h"

#include "bench/OpenDesk.h"
#include "database/NotificationListener.h"
#include "models/TaskRunner.h"
#include "services/Services.h"
#include "widgets/agenda/AgendaView.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int stormNotices = 5'000;
constexpr int timesARepetition = 10;

class ListenRun
{
public:
    ListenRun(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_desk(desk)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_day(desk.desk().reception().day())
    {
        if (!m_services.executor.open(clinic.settings(u"ben"_s)).result())
            throw std::runtime_error("the other desk's session did not open");
    }

    void run()
    {
        for (const int desks : {2, 50})
            notices(desks);
        m_day.showDay(m_clinic.today());
        OpenDesk::expect(
            [this] { return m_day.day() == m_clinic.today() && m_day.rowCount() >= 800; },
            "the full day");
        storms();
    }

private:
    void notices(int desks)
    {
        std::vector<std::unique_ptr<NotificationListener>> listeners;
        int listening = 0;
        QList<qint64> heard;
        for (int n = 0; n < desks; ++n) {
            listeners.push_back(
                std::make_unique<NotificationListener>(QStringList {u"appointment"_s}));
            NotificationListener *const listener = listeners.back().get();
            QObject::connect(listener, &NotificationListener::listening, [&] { ++listening; });
            QObject::connect(listener, &NotificationListener::notified,
                             [&] { heard.append(m_clock.nsecsElapsed()); });
            listener->start(m_clinic.settings(n % 2 == 0 ? u"ana"_s : u"ben"_s));
        }
        OpenDesk::expect([&] { return listening == desks; }, "the listeners");
        const QString who = u", %1 desks listening"_s.arg(desks);
        Samples first {{}, u"booking answered to the first notice"_s + who, u"ms"_s, 5, 0.5};
        Samples last {{}, u"booking answered to the last notice"_s + who, u"ms"_s, {}, 0.5};
        for (int n = 0; n < m_repetitions * timesARepetition; ++n) {
            heard.clear();
            m_clock.start();
            const qint64 answered = book();
            OpenDesk::expect([&] { return heard.size() == desks; }, "all notices");
            first.add(after(answered, heard.constFirst()));
            last.add(after(answered, heard.constLast()));
        }
        m_report.add(first);
        m_report.add(last);
    }

    static double after(qint64 answered, qint64 heard)
    {
        return double(std::max<qint64>(0, heard - answered)) / 1e6;
    }

    /// When its answer came, on the clock.
    qint64 book()
    {
        BookRequest request;
        request.operation = QUuid::createUuid();
        request.doctor = m_clinic.doctors().at(m_booked % m_clinic.doctors().size());
        request.patient = m_clinic.patients().at(1000 + m_booked % 900);
        request.start = m_clinic.slot(m_clinic.emptyDay().addDays(60), m_booked++);
        request.end = request.start.addSecs(900);
        qint64 answered = -1;
        bool isBooked = false;
        runTask(&m_services.appointments, m_services.appointments.book(request),
                [&](const Result<Appointment> &booked) {
                    answered = m_clock.nsecsElapsed();
                    isBooked = booked.has_value();
                });
        OpenDesk::expect([&] { return answered >= 0; }, "the booking's answer");
        if (!isBooked)
            throw std::runtime_error("the booking was refused");
        return answered;
    }

    /// Notices of the shown day's visits that nobody changed, and a real change behind them.
    void storms()
    {
        Samples seen {{},
                      u"a change behind %1 forged notices to its row painted"_s.arg(stormNotices),
                      u"ms"_s,
                      {},
                      0.5};
        Samples stall {{}, u"longest wait of the window meanwhile"_s, u"ms"_s, 100, 1};
        auto &agenda = m_desk.child<AgendaView>("agenda");
        for (int n = 0; n < m_repetitions; ++n) {
            const AppointmentRow row = m_day.rows().at(n * 7 + 3);
            const int version = m_day.row(row.appointment.id)->appointment.version;
            double longest = 0;
            QElapsedTimer sinceTick;
            QTimer tick;
            tick.setTimerType(Qt::PreciseTimer);
            QObject::connect(&tick, &QTimer::timeout, [&] {
                longest = std::max(longest, double(sinceTick.nsecsElapsed()) / 1e6);
                sinceTick.start();
            });
            tick.start(1);
            sinceTick.start();
            QElapsedTimer timer;
            timer.start();
            m_clinic.ownerSql(
                u"SELECT pg_notify('appointment', format('%s/%s/%s', a.id, n, date '%1')) "
                "FROM (SELECT id FROM app.appointment WHERE app.clinic_day(starts_at) = '%1') a, "
                "generate_series(1, 10) n LIMIT %2; "
                "UPDATE app.appointment SET reason = 'storm %3' WHERE id = %4"_s
                    .arg(m_clinic.today().toString(Qt::ISODate))
                    .arg(stormNotices)
                    .arg(n)
                    .arg(row.appointment.id.value));
            sinceTick.start(); // sending them took this thread's time
            OpenDesk::expect(
                [&] { return m_day.row(row.appointment.id)->appointment.version > version; },
                "the change behind the storm");
            agenda.viewport()->repaint();
            seen.add(timer);
            OpenDesk::pass(std::chrono::milliseconds(200));
            stall.add(longest);
        }
        m_report.add(seen);
        m_report.add(stall);
    }

    BenchClinic &m_clinic;
    OpenDesk &m_desk;
    const int m_repetitions;
    Report &m_report;
    Services m_services;
    DayModel &m_day;
    QElapsedTimer m_clock;
    int m_booked = 0;
};

} // namespace

void benchListening(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
{
    ListenRun(clinic, desk, repetitions, report).run();
}

} // namespace ClinicDesk
