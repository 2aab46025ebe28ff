#include "bench/ReachBench.h"

#include "bench/OpenDesk.h"
#include "views/bars/ClippedLabels.h"
#include "views/bars/FaintColours.h"
#include "views/bars/KeyboardReach.h"
#include "views/bars/PlaceNames.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QDialog>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

class ReachRun
{
public:
    ReachRun(BenchClinic &clinic, OpenDesk &desk, Theme &theme, Report &report)
        : m_desk(desk)
        , m_doctor(clinic, u"osei"_s)
        , m_theme(theme)
        , m_report(report)
        , m_agenda(desk.child<AgendaView>("agenda"))
    {
        DayModel &day = desk.desk().reception().day();
        day.showDay(clinic.today());
        OpenDesk::expect([&] { return day.day() == clinic.today() && day.rowCount() >= 800; },
                         "the full day");
    }

    void run()
    {
        add(u"13"_s, u"commands that the keyboard does not reach, both windows"_s,
            withoutKeys(m_desk) + withoutKeys(m_doctor));
        qsizetype named = 0;
        add(u"13"_s, u"places and visits of the full day without a name of their own"_s,
            unnamedPlaces(m_agenda, m_desk.desk().reception().day(), &named));
        m_report.note(u"The full day's grid has %1 named places."_s.arg(named));
        QStringList faint;
        for (const ColourScheme scheme :
             {ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast})
            faint += faintStatuses(scheme) + faintTexts(scheme) + faintEdges(scheme);
        add(u"13"_s, u"pairs of colours under 4.5 (text) or 3 (bar, edge), three schemes"_s, faint);
        add(u"14"_s, u"labels cut at 200 %, left to right"_s, clipped(Qt::LeftToRight));
        add(u"14"_s, u"labels cut at 200 %, right to left"_s, clipped(Qt::RightToLeft));
    }

private:
    void add(const QString &bar, const QString &what, const QStringList &wrong)
    {
        m_report.count(bar, what, u"count"_s, double(wrong.size()), 0);
        for (const QString &line : wrong)
            m_report.note(u"bar %1: %2"_s.arg(bar, line));
    }

    static QStringList withoutKeys(OpenDesk &desk)
    {
        desk.turnTo();
        OpenDesk::key(Qt::Key_F1);
        QDialog *sheet = nullptr;
        OpenDesk::expect(
            [&sheet] {
                sheet = qobject_cast<QDialog *>(QApplication::activeWindow());
                return sheet && sheet->isAncestorOf(QApplication::focusWidget());
            },
            "the sheet of keys");
        const QStringList listed = keysListed(*sheet);
        OpenDesk::key(Qt::Key_Escape);
        OpenDesk::expect([&desk] { return !desk.window().findChild<QDialog *>(); },
                         "the sheet's end");
        desk.turnTo();
        return commandsOutOfReach(desk.window(), listed);
    }

    QStringList clipped(Qt::LayoutDirection direction)
    {
        QApplication::setLayoutDirection(direction);
        m_theme.setZoom(200);
        m_desk.turnTo();
        m_agenda.setFocus();
        QStringList all = clippedIn(m_desk, u"day"_s);
        OpenDesk::key(Qt::Key_N, Qt::ControlModifier);
        OpenDesk::expectFocus("bookingPatient");
        all += clippedIn(m_desk, u"booking"_s);
        OpenDesk::key(Qt::Key_Escape);
        OpenDesk::key(Qt::Key_Escape);
        m_agenda.setFocus();
        m_agenda.selectVisit(m_desk.desk().reception().day().rows().constLast().appointment.id);
        OpenDesk::key(Qt::Key_Return);
        all += clippedIn(m_desk, u"visit"_s);
        OpenDesk::key(Qt::Key_Escape);
        m_agenda.setFocus();
        OpenDesk::key(Qt::Key_F2);
        all += clippedIn(m_desk, u"record"_s);
        OpenDesk::key(Qt::Key_Escape);
        for (const Qt::Key view : {Qt::Key_2, Qt::Key_3, Qt::Key_1}) {
            OpenDesk::key(view, Qt::ControlModifier);
            all += clippedIn(m_desk, u"view"_s);
        }
        m_doctor.turnTo();
        all += clippedIn(m_doctor, u"doctor"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        m_theme.setZoom(100);
        m_desk.turnTo();
        return all;
    }

    /// Layouts settle in several turns of the event loop.
    static QStringList clippedIn(OpenDesk &desk, const QString &name)
    {
        QStringList found;
        (void)waitUntil(
            [&] {
                found = clippedLabels(desk.window());
                return desk.window().size() == QSize(1366, 768) && found.isEmpty();
            },
            3s);
        if (desk.window().size() != QSize(1366, 768))
            found << u"the window has grown"_s;
        for (QString &line : found)
            line.prepend(name + u": "_s);
        return found;
    }

    OpenDesk &m_desk;
    OpenDesk m_doctor;
    Theme &m_theme;
    Report &m_report;
    AgendaView &m_agenda;
};

} // namespace

void benchReach(BenchClinic &clinic, OpenDesk &desk, Theme &theme, Report &report)
{
    ReachRun(clinic, desk, theme, report).run();
}

} // namespace ClinicDesk
