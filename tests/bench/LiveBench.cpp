#include "bench/LiveBench.h"

#include "bench/Neighbours.h"
#include "bench/OpenDesk.h"
#include "widgets/agenda/AgendaView.h"

#include <QAction>
#include <QApplication>
#include <QDialog>

#include <functional>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

class LiveRun
{
public:
    LiveRun(BenchClinic &clinic, OpenDesk &here, OpenDesk &there, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_here(here)
        , m_there(there)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_day(here.desk().reception().day())
    {
    }

    void run()
    {
        show(m_here);
        show(m_there);
        changesThere(u"at rest"_s);
        {
            const Neighbours neighbours(m_clinic, theirs());
            changesThere(u"20 remote changes/s"_s);
        }
        m_here.turnTo();
        undo();
    }

private:
    void show(OpenDesk &desk)
    {
        DayModel &day = desk.desk().reception().day();
        day.showDay(m_clinic.today());
        OpenDesk::expect([&] { return day.day() == m_clinic.today() && day.rowCount() >= 800; },
                         "the full day");
    }

    [[nodiscard]] QDateTime now() const { return m_clinic.slot(m_clinic.today(), 14); }

    /// Each doctor's last visit is left to the two windows: it can be lengthened.
    [[nodiscard]] QList<Appointment> theirs() const
    {
        QList<Appointment> visits = changeable(m_day.rows(), now());
        visits.removeIf([this](const Appointment &visit) { return isOurs(visit); });
        return visits;
    }
    [[nodiscard]] bool isOurs(const Appointment &visit) const
    {
        return visit.status == AppointmentStatus::Confirmed
            && visit.start >= m_clinic.afternoon().addSecs(-900)
            && visit.start < m_clinic.afternoon();
    }

    /// Alt+Shift+Down or Up and Enter there, a row painted here.
    void changesThere(const QString &when)
    {
        Samples seen {u"5"_s, u"Enter at another desk to its row painted here, "_s + when, u"ms"_s,
                      250, 0.5};
        auto &agenda = m_there.child<AgendaView>("agenda");
        auto &painted = m_here.child<AgendaView>("agenda");
        QList<AppointmentId> ours;
        for (const AppointmentRow &row : m_day.rows()) {
            if (isOurs(row.appointment))
                ours << row.appointment.id;
        }
        m_there.turnTo();
        for (int n = 0; n < m_repetitions * 20; ++n) {
            const AppointmentId id = ours.at(n % ours.size());
            const Appointment before = m_day.row(id)->appointment;
            const bool isLong = before.start.secsTo(before.end) > 900;
            const DayModel &theirs = m_there.desk().reception().day();
            OpenDesk::expect([&] { return theirs.row(id)->appointment == before; }, "both alike");
            agenda.setFocus();
            agenda.selectVisit(id);
            OpenDesk::key(isLong ? Qt::Key_Up : Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
            QElapsedTimer timer;
            timer.start();
            OpenDesk::key(Qt::Key_Return);
            OpenDesk::expect([&] { return m_day.row(id)->appointment.end != before.end; },
                             "the change");
            painted.viewport()->repaint();
            seen.add(timer);
        }
        m_report.add(seen);
        seen.limit = 1000;
        seen.share = 0.99;
        m_report.add(seen);
    }

    struct Change
    {
        QString name;
        std::function<bool(const Appointment &)> isFit;
        std::function<void()> act;
        std::function<bool(const Appointment &)> isDone;
    };

    [[nodiscard]] QList<Change> changes() const
    {
        const auto isConfirmed = [](const Appointment &visit) {
            return visit.status == AppointmentStatus::Confirmed && !visit.checkedInAt;
        };
        const auto isLast = [this, isConfirmed](const Appointment &visit) {
            return isConfirmed(visit) && visit.start == m_clinic.afternoon().addSecs(-900)
                && visit.end == m_clinic.afternoon();
        };
        const auto keys = [](Qt::Key key, Qt::KeyboardModifiers modifiers, bool enters) {
            return [=] {
                OpenDesk::key(key, modifiers);
                if (enters)
                    OpenDesk::key(Qt::Key_Return);
            };
        };
        return {
            {u"move"_s, isLast, keys(Qt::Key_Down, Qt::AltModifier, true),
             [this](const Appointment &visit) { return visit.start >= m_clinic.afternoon(); }},
            {u"resize"_s, isLast, keys(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier, true),
             [](const Appointment &visit) { return visit.start.secsTo(visit.end) > 900; }},
            {u"check-in"_s, isLast, keys(Qt::Key_F9, Qt::NoModifier, false),
             [](const Appointment &visit) { return visit.checkedInAt.has_value(); }},
            {u"no-show"_s,
             [this, isConfirmed](const Appointment &visit) {
                 return isConfirmed(visit) && visit.start < now();
             },
             keys(Qt::Key_F9, Qt::ControlModifier, false),
             [](const Appointment &visit) { return visit.status == AppointmentStatus::NoShow; }},
            {u"cancel"_s, isLast,
             [] {
                 OpenDesk::key(Qt::Key_Delete);
                 OpenDesk::expect(
                     [] { return qobject_cast<QDialog *>(QApplication::activeWindow()); },
                     "the reasons");
                 OpenDesk::key(Qt::Key_1);
                 OpenDesk::key(Qt::Key_Return);
             },
             [](const Appointment &visit) { return visit.status == AppointmentStatus::Cancelled; }},
        };
    }

    void undo()
    {
        Samples shown {u"12"_s, u"Ctrl+Z to the row as it was, painted"_s};
        Samples keys {u"12"_s, u"key groups to undo a move, resize, check-in, no-show or cancel"_s,
                      u"groups"_s, 1, 1};
        Samples differing {u"12"_s,
                           u"columns that differ after undo, version and operation aside"_s,
                           u"columns"_s, 0, 1};
        for (int n = 0; n < m_repetitions; ++n) {
            for (const Change &change : changes())
                undoOne(change, n, shown, keys, differing);
        }
        m_report.add(keys);
        m_report.add(differing);
        m_report.add(shown);
    }

    void undoOne(const Change &change, int n, Samples &shown, Samples &keys, Samples &differing)
    {
        QList<AppointmentId> fit;
        for (const AppointmentRow &row : m_day.rows()) {
            if (change.isFit(row.appointment))
                fit << row.appointment.id;
        }
        if (fit.isEmpty())
            throw std::runtime_error("no visit for " + change.name.toStdString());
        const AppointmentId id = fit.at(n % fit.size());
        const int version = m_day.row(id)->appointment.version;
        const auto isAt
            = [this, id](int wanted) { return m_day.row(id)->appointment.version == wanted; };
        const QStringList before = columnsOf(id);
        auto &agenda = m_here.child<AgendaView>("agenda");
        agenda.setFocus();
        agenda.selectVisit(id);
        change.act();
        const auto isDone = [&] {
            return change.isDone(m_day.row(id)->appointment) && isAt(version + 1)
                && m_here.child<QAction>("undo").isEnabled();
        };
        OpenDesk::expect(isDone, change.name.toUtf8().constData());
        m_here.turnTo();
        OpenDesk::startCounting();
        QElapsedTimer timer;
        timer.start();
        OpenDesk::key(Qt::Key_Z, Qt::ControlModifier);
        OpenDesk::expect([&] { return isAt(version + 2); }, "the change undone");
        agenda.viewport()->repaint();
        shown.add(timer);
        keys.add(OpenDesk::counted().groups);
        const QStringList after = columnsOf(id);
        differing.add(double(std::ranges::count_if(
            after, [&before](const QString &column) { return !before.contains(column); })));
    }

    /// The row, column by column, without what counts its changes.
    [[nodiscard]] QStringList columnsOf(AppointmentId id)
    {
        QStringList columns;
        for (const Row &row : m_clinic.ownerSql(
                 u"SELECT c.key || '=' || c.value::text FROM app.appointment a, "
                 u"jsonb_each(to_jsonb(a)) c "
                 "WHERE a.id = %1 AND c.key NOT IN ('version', 'op_id') ORDER BY c.key"_s.arg(
                     id.value)))
            columns << row.get<QString>(0);
        return columns;
    }

    BenchClinic &m_clinic;
    OpenDesk &m_here;
    OpenDesk &m_there;
    const int m_repetitions;
    Report &m_report;
    DayModel &m_day;
};

} // namespace

void benchLive(BenchClinic &clinic, OpenDesk &here, OpenDesk &there, int repetitions,
               Report &report)
{
    LiveRun(clinic, here, there, repetitions, report).run();
}

} // namespace ClinicDesk
