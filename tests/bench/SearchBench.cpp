#include "bench/SearchBench.h"

#include "bench/OpenDesk.h"
#include "models/TaskRunner.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int moreThanADay = 15 * 60; ///< nobody is there so long

class SearchRun
{
public:
    SearchRun(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
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
        m_desk.turnTo();
        names();
        questions();
        suggestions();
        commands();
    }

private:
    void names()
    {
        Samples letters {u"8"_s, u"letter in the search field to painted"_s, u"ms"_s, 100};
        Samples found {u"9"_s, u"type-ahead: last letter of a rare name to its match"_s, u"ms"_s,
                       150};
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
            leaveField(field);
        }
        m_report.add(letters);
        m_report.add(found);
    }

    void leaveField(QLineEdit &field)
    {
        OpenDesk::key(Qt::Key_Escape);
        field.clear();
        OpenDesk::expect([this] { return m_models.search().isCurrent(); }, "an empty search");
    }

    /// Of people who are there, in all ways that the field takes.
    void questions()
    {
        struct Question
        {
            QString name;
            QString sql;
        };
        const Question kinds[] {
            {u"two letters that many share"_s, u"lower(left(family_name, 2))"_s},
            {u"a family name that many share"_s, u"lower(family_name)"_s},
            {u"name and year of birth"_s,
             u"lower(family_name) || ' ' || to_char(birth_date, 'YY')"_s},
            {u"family and given name's beginning"_s,
             u"lower(family_name) || ' ' || lower(left(given_name, 2))"_s},
            {u"a phone's last 4 digits"_s, u"right(regexp_replace(phone, '[^0-9]', '', 'g'), 4)"_s},
            {u"record number's digits"_s, u"right(record_number, 6)"_s},
        };
        auto &field = m_desk.child<QLineEdit>("findField");
        for (const Question &kind : kinds) {
            Samples samples {u"9"_s, u"type-ahead: "_s + kind.name, u"ms"_s, 150};
            const Rows rows = m_clinic.ownerSql(
                u"SELECT %1 FROM app.patient WHERE phone IS NOT NULL AND given_name <> 'Bench' "
                "AND family_name ~ '^[A-Za-z]+$' AND given_name ~ '^[A-Za-z]+$' ORDER BY id DESC "
                "LIMIT %2"_s.arg(kind.sql)
                    .arg(m_repetitions * 4));
            for (const Row &row : rows)
                ask(field, row.get<QString>(0), samples);
            m_report.add(samples);
        }
    }

    void ask(QLineEdit &field, const QString &text, Samples &samples)
    {
        OpenDesk::key(Qt::Key_F, Qt::ControlModifier);
        OpenDesk::expectFocus("findField");
        OpenDesk::type(text.chopped(1));
        OpenDesk::expect([this] { return m_models.search().isCurrent(); }, "the earlier matches");
        QElapsedTimer timer;
        timer.start();
        OpenDesk::type(text.right(1));
        OpenDesk::expect([this] { return m_models.search().isCurrent(); }, "the matches");
        m_desk.window().repaint();
        samples.add(timer);
        leaveField(field);
    }

    void suggestions()
    {
        if (!m_services.executor.open(m_clinic.settings(u"ben"_s)).result())
            throw std::runtime_error("the neighbour's session did not open");
        Samples one {u"9"_s, u"5 suggestions over 60 days from a full day on"_s, u"ms"_s, 300};
        Samples none {u"9"_s, u"60 days searched in vain"_s, u"ms"_s, 300};
        Samples others {u"9"_s, u"the same time with 20 doctors"_s, u"ms"_s, 300};
        for (int n = 0; n < m_repetitions * 4; ++n) {
            const DoctorId doctor = m_clinic.doctors().at(n % m_clinic.doctors().size());
            askFreeTimes({doctor}, 60, 15, one);
            askFreeTimes({doctor}, 60, moreThanADay, none);
            askFreeTimes(m_clinic.doctors(), 1, 15, others);
        }
        for (const Samples &samples : {one, none, others})
            m_report.add(samples);
    }

    void askFreeTimes(const QList<DoctorId> &doctors, int days, int minutes, Samples &samples)
    {
        bool answered = false;
        QElapsedTimer timer;
        timer.start();
        AppointmentService &service = m_services.appointments;
        runTask(
            &service,
            service.nextFree(doctors, m_clinic.slot(m_clinic.today(), 0), days, minutes,
                             int(std::max<qsizetype>(5, doctors.size()))),
            [&answered](const Result<QList<FreeSlot>> &slots_) { answered = slots_.has_value(); });
        OpenDesk::expect([&answered] { return answered; }, "free times");
        samples.add(timer);
    }

    /// From the key to the window painted with what it does, or shows first.
    void commands()
    {
        Samples reaction {u"8"_s, u"a command's key to the window's reaction painted"_s, u"ms"_s,
                          100, 1};
        const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] {
            {Qt::Key_N, Qt::ControlModifier}, {Qt::Key_F, Qt::ControlModifier},
            {Qt::Key_K, Qt::ControlModifier}, {Qt::Key_G, Qt::ControlModifier},
            {Qt::Key_F1, Qt::NoModifier},     {Qt::Key_Down, Qt::AltModifier},
            {Qt::Key_F2, Qt::NoModifier},     {Qt::Key_2, Qt::ControlModifier},
            {Qt::Key_3, Qt::ControlModifier}, {Qt::Key_1, Qt::ControlModifier}};
        for (int n = 0; n < m_repetitions; ++n) {
            for (const auto &[key, modifiers] : keys) {
                m_agenda.setFocus();
                m_agenda.selectVisit(m_models.day().rows().constLast().appointment.id);
                QElapsedTimer timer;
                timer.start();
                OpenDesk::key(key, modifiers);
                (m_desk.window().isActiveWindow() ? &m_desk.window() : QApplication::activeWindow())
                    ->repaint();
                reaction.add(timer);
                if (key == Qt::Key_F2)
                    OpenDesk::expectFocus("record_familyName");
                putAway();
            }
        }
        m_report.add(reaction);
    }

    /// A dialog that has come up takes Esc only once it is the active window.
    void putAway()
    {
        const auto isDialogOpen = [this] {
            return std::ranges::any_of(m_desk.window().findChildren<QDialog *>(),
                                       [](const QDialog *dialog) { return dialog->isVisible(); });
        };
        if (isDialogOpen()) {
            OpenDesk::expect([] { return qobject_cast<QDialog *>(QApplication::activeWindow()); },
                             "the dialog");
            OpenDesk::key(Qt::Key_Escape);
            OpenDesk::expect([&] { return !isDialogOpen(); }, "the dialog's end");
            m_desk.turnTo();
        }
        for (int press = 0; press < 2; ++press)
            OpenDesk::key(Qt::Key_Escape);
    }

    BenchClinic &m_clinic;
    OpenDesk &m_desk;
    const int m_repetitions;
    Report &m_report;
    ReceptionModels &m_models;
    AgendaView &m_agenda;
    Services m_services;
};

} // namespace

void benchSearch(BenchClinic &clinic, OpenDesk &desk, int repetitions, Report &report)
{
    SearchRun(clinic, desk, repetitions, report).run();
}

} // namespace ClinicDesk
