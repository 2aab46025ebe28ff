#include "soak/SoakReceptionist.h"

#include "views/record/PatientRecordView.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr qsizetype longestText = 400;

} // namespace

SoakReceptionist::SoakReceptionist(BenchClinic &clinic, const QString &login,
                                   const QList<AppointmentId> &own,
                                   const QList<AppointmentId> &shared, SoakReport &report)
    : m_clinic(clinic)
    , m_desk(clinic, login)
    , m_login(login)
    , m_own(own)
    , m_shared(shared)
    , m_report(report)
    , m_models(m_desk.desk().reception())
    , m_agenda(m_desk.child<AgendaView>("agenda"))
    , m_round(login == u"ana"_s ? 0 : 1)
{
    OpenDesk::expect([this] { return m_models.day().rowCount() >= 800; }, "the day");
}

QString SoakReceptionist::who(const QString &what) const
{
    return m_login + u": "_s + what;
}

void SoakReceptionist::step(std::chrono::milliseconds writing)
{
    watch();
    m_isActing = true;
    m_desk.turnTo();
    ++m_steps;
    if (m_doing == Doing::Nothing) {
        changeVisit();
        select(m_shared.at(m_round * 13 % m_shared.size()));
        if (m_round++ % 2 == 0)
            beginBooking();
        else
            beginRecord();
        m_since.start();
    } else if (std::chrono::milliseconds(m_since.elapsed()) < writing
               && m_text.size() < longestText) {
        writeWord();
    } else {
        finish();
    }
    m_isActing = false;
    watch();
}

void SoakReceptionist::finish()
{
    m_isActing = true;
    m_desk.turnTo();
    if (m_doing == Doing::Booking)
        endBooking();
    else if (m_doing == Doing::Record)
        endRecord();
    m_doing = Doing::Nothing;
    m_isActing = false;
}

void SoakReceptionist::watch()
{
    if (m_isActing)
        return;
    if (m_selected.isValid())
        m_report.expect(m_agenda.cursor().visit == m_selected,
                        who(u"visit %1 was selected, now it is %2"_s.arg(m_selected.value)
                                .arg(m_agenda.cursor().visit.value)));
    if (m_doing == Doing::Nothing)
        return;
    m_report.expect(written() == m_text,
                    who(u"typed \"%1\", found \"%2\""_s.arg(m_text, written())));
    if (m_doing == Doing::Booking) {
        const BookingModel &booking = m_models.booking();
        m_report.expect(booking.patient() && booking.patient()->id == m_patient,
                        who(u"the booking's patient is another"_s));
        m_report.expect(booking.chosen() == m_chosen, who(u"the booking's time is another"_s));
    }
}

/// A click in its middle.
void SoakReceptionist::select(AppointmentId visit)
{
    m_agenda.setFocus();
    const AppointmentRow *const row = m_models.day().row(visit);
    if (!row)
        throw std::runtime_error("a visit has left the day");
    m_agenda.setCursor(row->appointment.doctor, row->appointment.start);
    const AgendaScene &scene = m_agenda.scene();
    const AgendaVisit &shown = *scene.visit(visit);
    QTest::mouseClick(
        m_agenda.viewport(), Qt::LeftButton, {},
        m_agenda.agendaLayout().spanRect(scene.columnOf(shown), shown.start, shown.end).center());
    m_report.expect(m_agenda.cursor().visit == visit, who(u"a click selected something else"_s));
    m_selected = m_agenda.cursor().visit;
}

void SoakReceptionist::beginBooking()
{
    BookingModel &booking = m_models.booking();
    OpenDesk::key(Qt::Key_N, Qt::ControlModifier);
    OpenDesk::expectFocus("bookingPatient");
    OpenDesk::type(m_clinic.searchablePatient(m_round * 2 + (m_login == u"ana"_s ? 0 : 200)));
    OpenDesk::key(Qt::Key_Return);
    OpenDesk::expectFocus("suggestions");
    OpenDesk::expect([&] { return !booking.freeTimes().isAsking(); }, "free times");
    OpenDesk::key(Qt::Key_4,
                  Qt::AltModifier); // the first ones are left to visits that are lengthened
    OpenDesk::expect([&] { return booking.isHeld(); }, "the hold");
    m_desk.child<QLineEdit>("bookingReason").setFocus();
    m_patient = booking.patient()->id;
    m_chosen = booking.chosen();
    m_selected = m_agenda.cursor().visit; // the chosen time may have taken the cursor along
    m_text.clear();
    m_doing = Doing::Booking;
}

void SoakReceptionist::endBooking()
{
    BookingModel &booking = m_models.booking();
    OpenDesk::expect([&] { return booking.isHeld() && booking.canBook(); }, "the time still held");
    OpenDesk::key(Qt::Key_Return, Qt::ControlModifier);
    OpenDesk::expect([&] { return !booking.isOpen(); }, "the booking");
    const AppointmentId id = booking.lastBooked()->appointment.id;
    const QString stored = m_clinic
                               .ownerSql(u"SELECT coalesce(reason::text, '') FROM app.appointment "
                                         "WHERE id = %1"_s.arg(id.value))
                               .constFirst()
                               .get<QString>(0);
    m_report.expect(stored == m_text,
                    who(u"booked with \"%1\" instead of \"%2\""_s.arg(stored, m_text)));
    ++m_texts;
    m_selected = m_agenda.cursor().visit;
}

void SoakReceptionist::beginRecord()
{
    OpenDesk::key(Qt::Key_F2);
    OpenDesk::expectFocus("record_familyName");
    m_patient = m_models.record().patient();
    auto &notes = m_desk.child<QPlainTextEdit>("record_deskNotes");
    notes.setFocus();
    notes.selectAll();
    OpenDesk::key(Qt::Key_Delete);
    m_text.clear();
    m_doing = Doing::Record;
}

void SoakReceptionist::endRecord()
{
    OpenDesk::key(Qt::Key_S, Qt::ControlModifier);
    const auto stored = [this] {
        return m_clinic
            .ownerSql(u"SELECT coalesce(desk_notes::text, '') FROM app.patient WHERE id = %1"_s.arg(
                m_patient.value))
            .constFirst()
            .get<QString>(0);
    };
    OpenDesk::expect(
        [this] { return !m_models.record().isSaving() && !m_models.record().isChanged(); },
        "the record saved");
    m_report.expect(stored() == m_text,
                    who(u"saved \"%1\" instead of \"%2\""_s.arg(stored(), m_text)));
    ++m_texts;
    OpenDesk::key(Qt::Key_Escape);
    OpenDesk::expect(
        [this] { return !m_desk.child<PatientRecordView>("patientRecordView").isVisible(); },
        "the day again");
}

/// Check-in or a resize, and taken back, on a visit that is this person's alone.
void SoakReceptionist::changeVisit()
{
    const AppointmentId id = m_own.at(m_round % m_own.size());
    const Appointment before = m_models.day().row(id)->appointment;
    select(id);
    if (m_round % 2 == 0) {
        OpenDesk::key(Qt::Key_F9);
    } else {
        OpenDesk::key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        OpenDesk::key(Qt::Key_Return);
    }
    const auto isAt
        = [&](int version) { return m_models.day().row(id)->appointment.version == version; };
    OpenDesk::expect(
        [&] { return isAt(before.version + 1) && m_desk.child<QAction>("undo").isEnabled(); },
        "a change of a visit");
    m_report.expect(m_agenda.cursor().visit == id, who(u"a change took the selection away"_s));
    m_desk.turnTo();
    OpenDesk::key(Qt::Key_Z, Qt::ControlModifier);
    OpenDesk::expect([&] { return isAt(before.version + 2); }, "a change taken back");
    Appointment after = m_models.day().row(id)->appointment;
    after.version = before.version;
    m_report.expect(after == before, who(u"undo left visit %1 different"_s.arg(id.value)));
}

void SoakReceptionist::writeWord()
{
    static const QStringList words {u"knee"_s,  u"since"_s,  u"may"_s,   u"worse"_s,
                                    u"after"_s, u"stairs"_s, u"asks"_s,  u"for"_s,
                                    u"dr"_s,    u"osei"_s,   u"calls"_s, u"again"_s};
    const QString space = m_text.isEmpty() ? QString() : u" "_s;
    const QString word = space + words.at(m_word++ % words.size());
    OpenDesk::type(word);
    m_text += word;
}

QString SoakReceptionist::written()
{
    return m_doing == Doing::Booking
        ? m_desk.child<QLineEdit>("bookingReason").text()
        : m_desk.child<QPlainTextEdit>("record_deskNotes").toPlainText();
}

} // namespace ClinicDesk
