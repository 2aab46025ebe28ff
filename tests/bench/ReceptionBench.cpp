#include "bench/ReceptionBench.h"

#include "bench/OpenDesk.h"
#include "models/TaskRunner.h"
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
        , m_neighbour(m_statistics)
    {
    }

    void run()
    {
        OpenDesk::expect([opened = m_neighbour.open(
                              m_clinic.settings(u"ben"_s))] { return opened.isFinished(); },
                         "the neighbour");
        show(m_clinic.emptyDay());
        bookOnce(m_warmUp, m_warmUp);
        book();
        lose();
        search();
        show(m_clinic.fullDay());
        changesElsewhere();
    }

private:
    void show(QDate day)
    {
        m_models.day().showDay(day);
        OpenDesk::expect([&] { return m_models.day().day() == day; }, "the day");
    }

    BookingModel &booking() { return m_models.booking(); }

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
        Samples whole {u"1"_s,
                       u"returning patient, 4 key groups: the program's share of the time"_s,
                       u"ms"_s, 1000};
        Samples shown {u"10"_s, u"Enter on Book to the visit painted and read back"_s, u"ms"_s,
                       300};
        Samples blocked {u"8"_s, u"longest block of the windows' thread while booking, asleep"_s,
                         u"ms"_s, 50, 1};
        Samples busy {u"8"_s, u"longest block of the windows' thread while booking, computing"_s,
                      u"ms CPU"_s, 50, 1};
        GuiWatch watch;
        for (int n = 0; n < m_repetitions * 4; ++n) {
            watch.start();
            bookOnce(whole, shown);
            watch.stop();
            blocked.add(double(watch.longestAsleep().count()) / 1e6);
            busy.add(double(watch.longestBusy().count()) / 1e6);
        }
        for (const Samples &samples : {whole, m_patient, m_offered, m_held, shown, blocked, busy})
            m_report.add(samples);
    }

    void lose()
    {
        Samples loser {u"10"_s, u"Book on a time just taken to alternatives shown"_s, u"ms"_s, 500};
        for (int n = 0; n < m_repetitions; ++n) {
            startBooking();
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
            OpenDesk::expect([this] { return dialog()->isListening(); }, "the dialog's ear");
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::expect([this] { return !dialog(); }, "the dialog's end");
            m_desk.window().activateWindow(); // offscreen there is no window manager to do it
            OpenDesk::expect([this] { return m_desk.window().isActiveWindow(); }, "the window");
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::expect([this] { return !booking().isOpen(); }, "the panel's end");
        }
        m_report.add(loser);
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

    void search()
    {
        Samples letters {u"8"_s, u"letter in the search field to painted"_s, u"ms"_s, 100};
        Samples found {u"9"_s, u"last letter of a name to the matches"_s, u"ms"_s, 150};
        Samples free {u"9"_s, u"free times over 60 days, one doctor"_s, u"ms"_s, 300};
        auto &field = m_desk.child<QLineEdit>("findField");
        for (int n = 0; n < m_repetitions * 4; ++n) {
            OpenDesk::key(Qt::Key_F, Qt::ControlModifier);
            OpenDesk::expectFocus("findField");
            QElapsedTimer timer;
            for (const QChar letter : m_clinic.searchablePatient(n)) {
                timer.start();
                OpenDesk::type(letter);
                field.repaint();
                letters.add(timer);
            }
            OpenDesk::expect([this] { return m_models.search().isCurrent(); }, "the matches");
            found.add(timer);
            OpenDesk::key(Qt::Key_Escape);
            field.clear();
        }
        for (int n = 0; n < m_repetitions * 4; ++n)
            askFreeTimes(n, free);
        for (const Samples &samples : {letters, found, free})
            m_report.add(samples);
    }

    void askFreeTimes(int n, Samples &samples)
    {
        bool answered = false;
        QElapsedTimer timer;
        timer.start();
        DatabaseExecutor &executor = m_neighbour;
        AppointmentService service(executor);
        runTask(
            &service,
            service.nextFree({m_clinic.doctors().at(n % m_clinic.doctors().size())},
                             m_clinic.slot(m_clinic.fullDay(), 0), 60, 15, 5),
            [&answered](const Result<QList<FreeSlot>> &slots_) { answered = slots_.has_value(); });
        OpenDesk::expect([&answered] { return answered; }, "free times");
        samples.add(timer);
    }

    void changesElsewhere()
    {
        Samples seen {u"5"_s, u"change sent at another desk to its row painted here"_s, u"ms"_s,
                      250, 0.5};
        DayModel &day = m_models.day();
        for (int n = 0; n < m_repetitions * 10; ++n) {
            const AppointmentId id = day.rows().at(n * 37 % day.rows().size()).appointment.id;
            const QString reason = u"seen %1"_s.arg(n);
            QElapsedTimer timer;
            timer.start();
            m_neighbour.submit<bool>([id, reason](TransactionManager &manager) -> Result<bool> {
                manager.connection().runScript(
                    u"UPDATE app.appointment SET reason = '%1' WHERE id = %2"_s.arg(reason).arg(
                        id.value));
                return true;
            });
            OpenDesk::expect(
                [&] { return day.row(id) && day.row(id)->appointment.reason == reason; },
                "the change");
            m_agenda.viewport()->repaint();
            seen.add(timer);
        }
        m_report.add(seen);
        seen.limit = 1000;
        seen.share = 0.99;
        m_report.add(seen);
    }

    BenchClinic &m_clinic;
    OpenDesk &m_desk;
    const int m_repetitions;
    Report &m_report;
    ReceptionModels &m_models;
    AgendaView &m_agenda;
    TransactionStatistics m_statistics;
    DatabaseExecutor m_neighbour;
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
