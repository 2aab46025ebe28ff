#include "bench/GridBench.h"

#include "bench/Neighbours.h"
#include "bench/OpenDesk.h"
#include "models/DayModel.h"
#include "views/bars/GuiWatch.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

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
        show(m_clinic.today());
        first();
        keys();
        frames(u"at rest"_s);
        const Neighbours neighbours(m_clinic,
                                    changeable(m_day.rows(), m_clinic.slot(m_clinic.today(), 14)));
        Samples blocked {u"8"_s, u"longest block in scroll, zoom, drag + 20 changes/s, asleep"_s,
                         u"ms"_s, 50, 1};
        Samples busy {u"8"_s, u"longest block in scroll, zoom, drag + 20 changes/s, computing"_s,
                      u"ms CPU"_s, 50, 1};
        GuiWatch watch;
        watch.start();
        QElapsedTimer timer;
        timer.start();
        frames(u"20 remote changes/s"_s);
        m_report.note(
            u"Frames were measured with %1 changes a second of other desks (%2 refused)."_s
                .arg(double(neighbours.changes()) / double(timer.elapsed()) * 1e3, 0, 'f', 1)
                .arg(neighbours.refusals()));
        watch.stop();
        blocked.add(double(watch.longestAsleep().count()) / 1e6);
        busy.add(double(watch.longestBusy().count()) / 1e6);
        m_report.add(blocked);
        m_report.add(busy);
        if (!neighbours.failures().isEmpty())
            throw std::runtime_error(neighbours.failures().constFirst().toStdString());
    }

private:
    void show(QDate day)
    {
        m_day.showDay(day);
        OpenDesk::expect([&] { return m_day.day() == day && m_day.rowCount() >= 800; },
                         "the full day");
    }

    void first()
    {
        Samples memory {u"6"_s, u"day of 20 x 40: from memory to painted"_s, u"ms"_s, 100};
        Samples fetched {u"6"_s, u"day of 20 x 40: Ctrl+Right to fetched and painted"_s, u"ms"_s,
                         300};
        const DayModel::Contents one = contentsOf(m_day);
        show(m_clinic.today().addDays(1));
        const DayModel::Contents other = contentsOf(m_day);
        for (int n = 0; n < m_repetitions * 4; ++n) {
            QElapsedTimer timer;
            timer.start();
            m_day.apply(n % 2 == 0 ? one : other);
            m_desk.window().repaint();
            memory.add(timer);
        }
        show(m_clinic.today());
        m_agenda.setFocus();
        for (int n = 0; n < m_repetitions * 4; ++n) {
            const QDate next = m_clinic.today().addDays(n % 2 == 0 ? 1 : 0);
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
        drag(when);
    }

    /// A visit taken by its middle and drawn to and fro; let go with Esc.
    void drag(const QString &when)
    {
        const AppointmentId visit = dragged();
        m_agenda.selectVisit(visit);
        const AgendaScene &scene = m_agenda.scene();
        const int column = scene.columnOf(*scene.visit(visit));
        const QRect place = m_agenda.agendaLayout().spanRect(column, scene.visit(visit)->start,
                                                             scene.visit(visit)->end);
        const QPoint from = place.center();
        mouse(QEvent::MouseButtonPress, from);
        mouse(QEvent::MouseMove, from + QPoint(0, 2 * QApplication::startDragDistance()));
        if (m_agenda.mover().state() != AgendaMover::State::Dragging)
            throw std::runtime_error("the drag did not begin");
        frames(u"drag, "_s + when, [&](int n) {
            mouse(QEvent::MouseMove,
                  from + QPoint(std::abs(n % 60 - 30) * 4, std::abs(n % 80 - 40) * 3 - 40));
        });
        OpenDesk::key(Qt::Key_Escape);
        mouse(QEvent::MouseButtonRelease, from);
        OpenDesk::expect([this] { return !m_agenda.mover().isActive(); }, "the end of the drag");
    }

    /// One that no neighbour changes, so that nobody ends the drag.
    [[nodiscard]] AppointmentId dragged() const
    {
        for (const AppointmentRow &row : m_day.rows()) {
            if (row.appointment.status == AppointmentStatus::Confirmed
                && row.appointment.start == m_clinic.slot(m_clinic.today(), 17))
                return row.appointment.id;
        }
        throw std::runtime_error("nothing to drag");
    }

    void mouse(QEvent::Type type, const QPoint &at)
    {
        QWidget *const viewport = m_agenda.viewport();
        const bool isMove = type == QEvent::MouseMove;
        const bool isUp = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, viewport->mapToGlobal(at),
                          isMove ? Qt::NoButton : Qt::LeftButton,
                          isUp ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
    }

    /// A step and its painting each 16 ms, the event loop in between.
    template<typename Step> void frames(const QString &name, Step step)
    {
        Samples painted {u"7"_s, name + u": a step and its painting"_s, u"ms"_s, 16.7};
        Samples busy {u"7"_s, name + u": busy between frames, all told"_s, u"ms CPU"_s, 16.7};
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
