#include "views/reception/ReceptionWindow.h"

#include "models/DaySearch.h"
#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/BookingPanel.h"
#include "views/booking/OverrideRow.h"
#include "views/booking/QuickBooking.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/RoomDialog.h"
#include "views/reception/VisitStrip.h"
#include "widgets/KeyMap.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"

#include <QLineEdit>

#include <utility>

namespace ClinicDesk {

void ReceptionWindow::connectBooking()
{
    connect(m_actions->book, &QAction::triggered, this, &ReceptionWindow::beginBooking);
    connect(m_actions->walkIn, &QAction::triggered, this, &ReceptionWindow::beginWalkIn);
    connect(m_actions->changeRoom, &QAction::triggered, this, &ReceptionWindow::changeRoom);
    const WalkIn &walkIn = m_models.walkIn();
    connect(&walkIn, &WalkIn::found, this,
            [this](const FreeSlot &slot) { m_panel->beginAt(slot, {}); });
    connect(&walkIn, &WalkIn::nothingFree, this, [this](const std::optional<FreeSlot> &next) {
        const QString doctor = next ? m_models.catalogue().doctorName(next->doctor) : QString();
        m_toast->present(ReceptionTexts::nobodyFree(next, doctor, m_models.clock()), {}, 12);
    });
    connect(&walkIn, &WalkIn::failed, this, &ReceptionWindow::onFailed);
    connect(&m_models.day(), &DayModel::figuresChanged, this, &ReceptionWindow::offerCheckIn);
    const auto showKey = [this] {
        m_panel->form().overrideRow().setKey(keyText(m_actions->bookAnyway->shortcut()));
    };
    connect(m_actions->bookAnyway, &QAction::changed, this, showKey);
    showKey();
    connect(&m_models.roomChange(), &RoomChange::done, this, &ReceptionWindow::onDone);
}

void ReceptionWindow::beginBooking()
{
    rememberOpener();
    if (m_strip->visit().isValid() && !m_models.booking().isOpen()) {
        if (const AppointmentRow *const row = m_models.day().row(m_strip->visit())) {
            m_panel->beginFor(patientOf(*row), row->appointment.doctor);
            return;
        }
    }
    m_panel->beginBooking(m_agenda->cursor().doctor);
}

void ReceptionWindow::beginWalkIn()
{
    rememberOpener();
    const DoctorId doctor = m_agenda->cursor().doctor;
    if (m_models.day().wantedDay() != m_models.clock().today())
        showDay(m_models.clock().today());
    m_models.walkIn().find(doctor, m_models.booking().minutes());
}

void ReceptionWindow::beginAtSlot(const QString &typed)
{
    const AgendaCursor cursor = m_agenda->cursor();
    if (!m_actions->book->isEnabled())
        return;
    rememberOpener();
    m_panel->beginAt(slotAt(cursor.doctor, cursor.start, cursor.minutes), typed);
}

void ReceptionWindow::onSlotActivated(DoctorId doctor, const QDateTime &start, int minutes)
{
    if (!m_actions->book->isEnabled())
        return;
    rememberOpener();
    if (m_agenda->cursor().kind == AgendaCell::Kind::Closed) {
        m_panel->beginAt(slotAt(doctor, start, 0), {});
        m_models.booking().warnClosed();
    } else {
        m_panel->beginAt(slotAt(doctor, start, minutes), {});
    }
}

void ReceptionWindow::onBooked(const BookedVisit &visit)
{
    const Appointment &appointment = visit.appointment;
    say(ReceptionTexts::done(
            {DoneCommand::Kind::Booked, appointment, visit.familyName, visit.givenName, {}},
            m_models.clock()),
        m_actions->undo, ReceptionTexts::undoLabel());
    if (m_models.day().covers(appointment))
        m_agenda->setCursor(appointment.doctor, appointment.start);
    returnFocus();
    if (appointment.start <= m_models.clock().now()) {
        m_walkedIn = appointment.id;
        offerCheckIn();
    }
}

void ReceptionWindow::offerCheckIn()
{
    const AppointmentRow *const row = m_models.day().row(m_walkedIn);
    if (!row)
        return;
    const Appointment visit = row->appointment;
    const QString name = listName(row->familyName, row->givenName);
    m_walkedIn = {};
    const ClinicClock &clock = m_models.clock();
    if (!AppointmentCommands::canCheckIn(visit, clock.dayOf(visit.start), clock.today()))
        return;
    m_agenda->selectVisit(visit.id);
    refreshActions();
    // The key acts on what is selected; offered for anybody else it would be wrong.
    const AppointmentRow *const selected = currentRow();
    if (!selected || selected->appointment.id != visit.id)
        return;
    const QAction &checkIn = *m_actions->checkIn;
    say(tr("%1 is booked into the running slot. Check in as well?").arg(name), m_actions->checkIn,
        commandText(checkIn) + QStringLiteral("  ") + keyText(checkIn.shortcut()));
}

void ReceptionWindow::changeRoom()
{
    const AppointmentRow *const row = currentRow();
    if (!row)
        return;
    RoomChange &change = m_models.roomChange();
    change.begin(*row);
    OpenVisit *const visit = m_models.makeOpenVisit(this);
    visit->open(*row);
    auto *dialog = new RoomDialog(*visit, change, VisitTexts::namesFrom(m_models.catalogue()),
                                  m_models.clock(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReceptionWindow::bookInWords(const QString &words)
{
    const ClinicClock &clock = m_models.clock();
    const auto wish = QuickBooking::read(words, m_models.catalogue().doctors(),
                                         m_models.catalogue().visitTypes(), clock.today());
    if (!wish)
        return;
    rememberOpener();
    const QDate day = wish->day.isValid() ? wish->day : m_models.day().wantedDay();
    if (day != m_models.day().wantedDay())
        showDay(day);
    const DoctorId doctor = wish->doctor.isValid() ? wish->doctor : m_agenda->cursor().doctor;
    m_panel->beginBooking(doctor);
    if (wish->type.isValid())
        m_models.booking().setVisitType(wish->type);
    if (wish->time.isValid()) {
        const QDateTime start(day, wish->time, clock.zone());
        const int minutes = wish->minutes > 0 ? wish->minutes : m_models.booking().minutes();
        m_models.booking().choose({doctor, start, start.addSecs(60LL * minutes)});
    }
    m_panel->form().picker().type(wish->patient);
    m_panel->form().picker().field()->setFocus();
}

FreeSlot ReceptionWindow::slotAt(DoctorId doctor, const QDateTime &start, int minutes) const
{
    // One slot means as long as the visit type takes; a lengthened selection means what it says.
    int length = m_models.booking().minutes();
    for (const DoctorDay &day : m_models.day().doctors()) {
        for (const OpenSpan &span : day.open) {
            if (day.doctor == doctor && span.start <= start && start < span.end
                && minutes > span.slotMinutes)
                length = minutes;
        }
    }
    return {doctor, start, start.addSecs(qint64(length) * 60)};
}

} // namespace ClinicDesk
