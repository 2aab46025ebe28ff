#include "bench/ReceptionBench.h"

#include "bench/OpenDesk.h"
#include "views/bars/GuiWatch.h"
#include "views/booking/CollisionDialog.h"
#include "widgets/agenda/AgendaView.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

class ReceptionRun
{
public:
    ReceptionRun(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_desk(desk)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_models(desk.desk().reception())
        , m_agenda(desk.child<AgendaView>("agenda"))
    {
    }

    void run()
    {
        show(m_clinic.emptyDay());
        bookOnce(m_warmUp, m_warmUp);
        book();
        bookNew();
        lose();
    }

private:
    void show(QDate day)
    {
        m_models.day().showDay(day);
        OpenDesk::expect([&] { return m_models.day().day() == day; }, "the day");
    }

    BookingModel &booking() { return m_models.booking(); }

    void addKeys(const QString &bar, const QString &who, std::optional<double> groups,
                 double seconds, const Samples &program)
    {
        const KeyCount keys = OpenDesk::counted();
        m_report.count(bar, who + u": key groups, no mouse"_s, u"groups"_s, keys.groups, groups);
        m_report.count(bar, who + u": typing (KLM) and the program's p95"_s, u"s"_s,
                       keys.seconds() + program.percentile(0.95) / 1e3, seconds);
    }

    /// Ctrl+N, name Enter: the free times have the focus.
    void startBooking()
    {
        m_agenda.setFocus();
        OpenDesk::key(Qt::Key_N, Qt::ControlModifier);
        OpenDesk::expectFocus("bookingPatient");
        OpenDesk::type(m_clinic.searchablePatient(m_nextPatient++));
        OpenDesk::key(Qt::Key_Return);
        OpenDesk::expectFocus("suggestions");
    }

    void bookOnce(Samples &whole, Samples &shown)
    {
        const int before = m_models.day().rowCount();
        QElapsedTimer all;
        all.start();
        startBooking();
        m_patient.add(all);
        QElapsedTimer step;
        step.start();
        OpenDesk::expect([this] { return !booking().freeTimes().isAsking(); }, "free times");
        m_offered.add(step);
        step.start();
        OpenDesk::key(Qt::Key_Return);
        OpenDesk::expectFocus("bookNow");
        OpenDesk::expect([this] { return booking().isHeld(); }, "the hold");
        m_held.add(step);
        QElapsedTimer last;
        last.start();
        OpenDesk::key(Qt::Key_Return);
        OpenDesk::expect([&] { return m_models.day().rowCount() > before && !booking().isOpen(); },
                         "the booking");
        m_desk.window().repaint();
        shown.add(last);
        whole.add(all);
    }

    void book()
    {
        Samples whole {u"1"_s, u"returning patient: the program's share"_s};
        Samples shown {u"10"_s, u"Enter on Book to the visit painted and read back"_s, u"ms"_s,
                       300};
        Samples blocked {u"8"_s, u"longest block of the windows' thread while booking, asleep"_s,
                         u"ms"_s, 50, 1};
        Samples busy {u"8"_s, u"longest block of the windows' thread while booking, computing"_s,
                      u"ms CPU"_s, 50, 1};
        GuiWatch watch;
        for (int n = 0; n < m_repetitions * 4; ++n) {
            OpenDesk::startCounting();
            watch.start();
            bookOnce(whole, shown);
            watch.stop();
            blocked.add(double(watch.longestAsleep().count()) / 1e6);
            busy.add(double(watch.longestBusy().count()) / 1e6);
        }
        addKeys(u"1"_s, u"returning patient"_s, 4, 10, whole);
        for (const Samples &samples : {whole, m_patient, m_offered, m_held, shown, blocked, busy})
            m_report.add(samples);
    }

    /// Of nobody who is there, and unlike the others of its kind.
    static QString newName(int n)
    {
        static const QStringList parts {u"gr"_s,  u"ulv"_s, u"ax"_s,  u"wom"_s, u"ith"_s, u"zy"_s,
                                        u"opk"_s, u"ej"_s,  u"quf"_s, u"byd"_s, u"hru"_s};
        const auto part
            = [n](int by, int from) { return parts.at((n * by + from) % parts.size()); };
        return part(1, 0) + part(3, 5) + part(7, 2) + u' ' + part(5, 8) + part(2, 4);
    }

    void bookNew()
    {
        Samples whole {u"2"_s, u"new patient: the program's share"_s};
        for (int n = 0; n < m_repetitions; ++n) {
            OpenDesk::startCounting();
            QElapsedTimer timer;
            timer.start();
            m_agenda.setFocus();
            OpenDesk::key(Qt::Key_N, Qt::ControlModifier);
            OpenDesk::expectFocus("bookingPatient");
            OpenDesk::type(newName(n));
            OpenDesk::expect([this] { return m_models.bookingSearch().isCurrent(); },
                             "the matches");
            for (int row = 1; row < m_models.bookingSearch().rowCount(); ++row)
                OpenDesk::key(Qt::Key_Down); // "New patient" is the last row
            OpenDesk::key(Qt::Key_Return);
            OpenDesk::expectFocus("birthDate");
            OpenDesk::type(u"3.5.85"_s);
            OpenDesk::key(Qt::Key_Return);
            OpenDesk::expectFocus("phone");
            OpenDesk::type(u"0301%1"_s.arg(n, 6, 10, QChar(u'0')));
            OpenDesk::key(Qt::Key_Return);
            OpenDesk::expectFocus("suggestions");
            OpenDesk::key(Qt::Key_Return);
            OpenDesk::expectFocus("bookNow");
            OpenDesk::key(Qt::Key_Return);
            OpenDesk::expect([this] { return !booking().isOpen(); }, "the new patient's booking");
            m_desk.window().repaint();
            whole.add(timer);
        }
        addKeys(u"2"_s, u"new patient"_s, {}, 30, whole);
        m_report.add(whole);
    }

    void lose()
    {
        Samples loser {u"10"_s, u"Book on a time just taken to alternatives shown"_s, u"ms"_s, 500};
        Samples lost {u"10"_s, u"entries to be typed again by who lost a time"_s, u"entries"_s, 0,
                      1};
        for (int n = 0; n < m_repetitions; ++n) {
            startBooking();
            const PatientId patient = booking().patient()->id;
            auto &reason = m_desk.child<QLineEdit>("bookingReason");
            reason.setFocus();
            OpenDesk::type(u"knee since may"_s);
            OpenDesk::expect(
                [this] {
                    return booking().freeTimes().list().size() > 1
                        && !booking().freeTimes().isAsking();
                },
                "free times");
            const FreeSlot slot = booking().freeTimes().list().at(1).slot;
            OpenDesk::key(Qt::Key_2, Qt::AltModifier);
            OpenDesk::expect([this] { return booking().isHeld(); }, "the hold");
            takeByOwner(slot, n);
            QElapsedTimer timer;
            timer.start();
            OpenDesk::key(Qt::Key_Return, Qt::ControlModifier);
            OpenDesk::expect(
                [this] {
                    return booking().collision() && !booking().collision()->alternatives().isEmpty()
                        && dialog() && dialog()->isVisible();
                },
                "the alternatives");
            dialog()->repaint();
            loser.add(timer);
            const bool keepsPatient = booking().patient() && booking().patient()->id == patient;
            const bool keepsReason
                = reason.text() == u"knee since may"_s && booking().reason() == reason.text();
            lost.add(double(int(!keepsPatient) + int(!keepsReason)));
            OpenDesk::expect([this] { return dialog()->isListening(); }, "the dialog's ear");
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::expect([this] { return !dialog(); }, "the dialog's end");
            m_desk.turnTo();
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::expect([this] { return !booking().isOpen(); }, "the panel's end");
        }
        m_report.add(loser);
        m_report.add(lost);
    }

    CollisionDialog *dialog() { return m_desk.window().findChild<CollisionDialog *>(); }

    /// A hold keeps every desk away, so this comes past the rules.
    void takeByOwner(const FreeSlot &slot, int n)
    {
        const auto literal
            = [](const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); };
        m_clinic.ownerSql(
            u"INSERT INTO app.appointment(doctor_id, patient_id, starts_at, ends_at, status, "
            u"source) "
            "VALUES (%1, %2, '%3', '%4', 'confirmed', 'desk')"_s.arg(slot.doctor.value)
                .arg(m_clinic.patients().at(n).value)
                .arg(literal(slot.start), literal(slot.end)));
    }

    BenchClinic &m_clinic;
    OpenDesk &m_desk;
    const int m_repetitions;
    Report &m_report;
    ReceptionModels &m_models;
    AgendaView &m_agenda;
    Samples m_warmUp;
    Samples m_patient {u"1"_s, u"  of it Ctrl+N, name, Enter to the patient taken"_s};
    Samples m_offered {u"1"_s, u"  of it to the free times on offer"_s};
    Samples m_held {u"1"_s, u"  of it Enter to the time held"_s};
    int m_nextPatient = 0;
};

} // namespace

void benchReception(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
{
    ReceptionRun(clinic, desk, repetitions, report).run();
}

} // namespace ClinicDesk
