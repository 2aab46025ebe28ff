#include "bench/GridBench.h"

#include "bench/OpenDesk.h"
#include "models/DayModel.h"
#include "widgets/agenda/AgendaView.h"

#include <QScrollBar>

#include <condition_variable>
#include <ctime>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

/// Another desk that changes a row of the full day each 50 ms, on a thread and connection of its
/// own.
class BusyNeighbour
{
public:
    BusyNeighbour(const ConnectionSettings &settings, const QList<AppointmentId> &rows)
        : m_thread([this, settings, rows] { run(settings, rows); })
    {
    }

    ~BusyNeighbour()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(BusyNeighbour)

private:
    void run(const ConnectionSettings &settings, const QList<AppointmentId> &rows)
    {
        Connection connection(settings);
        connection.open();
        auto next = std::chrono::steady_clock::now();
        std::unique_lock lock(m_mutex);
        for (int n = 0; !m_stopping; ++n) {
            lock.unlock();
            connection.runScript(
                u"UPDATE app.appointment SET reason = 'change %1' WHERE id = %2"_s.arg(n).arg(
                    rows.at(n * 37 % rows.size()).value));
            lock.lock();
            next += 50ms;
            m_wake.wait_until(lock, next, [this] { return m_stopping; });
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

double threadCpuMs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

DayModel::Contents contentsOf(const DayModel &day)
{
    DayModel::Contents contents {day.day(), day.rows(), {}, day.holds()};
    for (const DoctorDay &doctor : day.doctors())
        contents.open += doctor.open;
    return contents;
}

class GridRun
{
public:
    GridRun(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_desk(desk)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_day(desk.desk().reception().day())
        , m_agenda(desk.child<AgendaView>("agenda"))
    {
    }

    void run()
    {
        show(m_clinic.fullDay());
        first();
        keys();
        frames(u"at rest"_s);
        QList<AppointmentId> rows;
        for (const AppointmentRow &row : m_day.rows())
            rows << row.appointment.id;
        const BusyNeighbour neighbour(m_clinic.settings(u"ben"_s), rows);
        frames(u"20 remote changes/s"_s);
    }

private:
    void show(QDate day)
    {
        m_day.showDay(day);
        OpenDesk::expect([&] { return m_day.day() == day && m_day.rowCount() == 800; },
                         "the full day");
    }

    void first()
    {
        Samples memory {u"6"_s, u"day of 20 x 40: from memory to painted"_s, u"ms"_s, 100};
        Samples fetched {u"6"_s, u"day of 20 x 40: Ctrl+Right to fetched and painted"_s, u"ms"_s,
                         300};
        const DayModel::Contents one = contentsOf(m_day);
        show(m_clinic.fullDay().addDays(1));
        const DayModel::Contents other = contentsOf(m_day);
        for (int n = 0; n < m_repetitions * 4; ++n) {
            QElapsedTimer timer;
            timer.start();
            m_day.apply(n % 2 == 0 ? one : other);
            m_desk.window().repaint();
            memory.add(timer);
        }
        show(m_clinic.fullDay());
        m_agenda.setFocus();
        for (int n = 0; n < m_repetitions * 4; ++n) {
            const QDate next = m_clinic.fullDay().addDays(n % 2 == 0 ? 1 : 0);
            QElapsedTimer timer;
            timer.start();
            OpenDesk::key(n % 2 == 0 ? Qt::Key_Right : Qt::Key_Left, Qt::ControlModifier);
            OpenDesk::expect([&] { return m_day.day() == next; }, "the next day");
            m_desk.window().repaint();
            fetched.add(timer);
        }
        m_report.add(memory);
        m_report.add(fetched);
    }

    void keys()
    {
        Samples arrows {u"8"_s, u"arrow key in the full day to painted"_s, u"ms"_s, 100};
        m_agenda.setFocus();
        for (int n = 0; n < m_repetitions * 20; ++n) {
            QElapsedTimer timer;
            timer.start();
            OpenDesk::key(n % 3 == 2 ? Qt::Key_Right : n % 40 < 20 ? Qt::Key_Down : Qt::Key_Up);
            m_agenda.viewport()->repaint();
            arrows.add(timer);
        }
        m_report.add(arrows);
    }

    void frames(const QString &when)
    {
        QScrollBar &bar = *m_agenda.verticalScrollBar();
        frames(u"scroll, "_s + when, [&](int n) {
            const int span = std::max(1, bar.maximum());
            const int at = n * 24 % (2 * span);
            bar.setValue(at < span ? at : 2 * span - at);
        });
        const int before = m_agenda.rowZoom();
        frames(u"zoom, "_s + when,
               [&](int n) { m_agenda.setRowZoom(80 + std::abs(n % 40 - 20) * 4); });
        m_agenda.setRowZoom(before);
    }

    /// A step and its painting each 16 ms, the event loop in between.
    template<typename Step> void frames(const QString &name, Step step)
    {
        Samples painted {u"7"_s, name + u": a step and its painting"_s, u"ms"_s, 16.7};
        Samples busy {u"7"_s, name + u": windows' thread busy a frame, all told"_s, u"ms CPU"_s,
                      16.7};
        const int count = m_repetitions * 60;
        int n = 0;
        double cpu = threadCpuMs();
        QEventLoop loop;
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        tick.setInterval(16ms);
        QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
            QElapsedTimer timer;
            timer.start();
            step(n);
            m_agenda.viewport()->repaint();
            painted.add(timer);
            const double now = threadCpuMs();
            busy.add(now - std::exchange(cpu, now));
            if (++n == count)
                loop.quit();
        });
        tick.start();
        loop.exec();
        m_report.add(painted);
        m_report.add(busy);
    }

    BenchClinic &m_clinic;
    OpenDesk &m_desk;
    const int m_repetitions;
    Report &m_report;
    DayModel &m_day;
    AgendaView &m_agenda;
};

} // namespace

void benchGrid(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
{
    GridRun(clinic, desk, repetitions, report).run();
}

} // namespace ClinicDesk
