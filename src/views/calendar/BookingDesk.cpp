#include "views/calendar/BookingDesk.h"

#include "domain/ErrorText.h"
#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/BookingPanel.h"
#include "views/booking/OverrideRow.h"
#include "views/booking/QuickBooking.h"
#include "views/calendar/CalendarPage.h"
#include "views/calendar/CalendarViews.h"
#include "views/notices/Messages.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "widgets/KeyMap.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>
#include <QLineEdit>

namespace ClinicDesk {

namespace {
constexpr int nobodyFreeSeconds = 12;
}

BookingDesk::BookingDesk(ReceptionModels &models, const ReceptionActions &actions,
                         const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_actions(actions)
    , m_parts(parts)
    , m_checkInOffered(new QAction(actions.checkIn->text(), this))
{
    connectActions();
    connectPanel();
    connectWalkIn();
    connect(parts.calendar, &CalendarPage::bookingWanted, this, &BookingDesk::beginAtCursor);
    connect(parts.calendar, &Page::currentChanged, this, &BookingDesk::withdrawOffer);
    connect(&parts.calendar->agenda(), &AgendaView::slotActivated, this, &BookingDesk::beginAtSlot);
    connect(&models.booking(), &BookingModel::changed, this, &BookingDesk::refreshCommands);
    connect(&models.connection(), &ConnectionModel::stateChanged, this,
            &BookingDesk::refreshCommands);
    refreshCommands();
}

void BookingDesk::connectActions()
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    BookingForm &form = m_parts.panel->form();
    on(m_actions.walkIn, &BookingDesk::beginWalkIn);
    on(m_checkInOffered, [this] {
        if (!m_offered.isValid() || !isCurrent(m_offered))
            return;
        m_parts.calendar->focusFirst(); // the window names him again
        m_actions.checkIn->trigger();
    });
    on(m_actions.newPatient, [this] { beginNewPatient(); });
    on(m_actions.moreTimes, [this] { m_models.booking().freeTimes().more(); });
    on(m_actions.bookNow, [this] { m_models.booking().book(); });
    on(m_actions.bookAnyway, [&form] { form.overrideRow().open(); });
    for (int i = 0; i < m_actions.suggestions.size(); ++i)
        on(m_actions.suggestions.at(i), [&form, i] { form.chooseSuggestion(i); });
    const auto showKey
        = [this, &form] { form.overrideRow().setKey(keyText(m_actions.bookAnyway->shortcut())); };
    connect(m_actions.bookAnyway, &QAction::changed, this, showKey);
    showKey();
}

void BookingDesk::connectPanel()
{
    connect(m_parts.panel, &BookingPanel::opened, this, [this] {
        m_isPanelWanted = true;
        Q_EMIT fitNeeded();
    });
    connect(m_parts.panel, &BookingPanel::closed, this, [this] {
        m_isPanelWanted = false;
        Q_EMIT fitNeeded();
        returnFocus();
    });
    connect(m_parts.panel, &BookingPanel::booked, this, &BookingDesk::onBooked);
}

void BookingDesk::connectWalkIn()
{
    const WalkIn &walkIn = m_models.walkIn();
    connect(&walkIn, &WalkIn::found, this,
            [this](const FreeSlot &slot) { m_parts.panel->beginAt(slot, {}); });
    connect(&walkIn, &WalkIn::nothingFree, this, [this](const std::optional<FreeSlot> &next) {
        const QString doctor = next ? m_models.catalogue().doctorName(next->doctor) : QString();
        m_parts.messages->hint(ReceptionTexts::nobodyFree(next, doctor, m_models.clock()),
                               nobodyFreeSeconds);
    });
    connect(&walkIn, &WalkIn::failed, this, [this](const Error &error) {
        const ClinicClock &clock = m_models.clock();
        m_parts.messages->fail(errorText(error, clock.zone(), clock.now()));
    });
    connect(&m_models.day(), &DayModel::figuresChanged, this, &BookingDesk::offerCheckIn);
}

void BookingDesk::begin(const std::optional<PatientMatch> &patient)
{
    rememberOpener();
    if (patient && !m_models.booking().isOpen())
        m_parts.panel->beginFor(*patient, doctorHere());
    else
        m_parts.panel->beginBooking(doctorHere());
}

void BookingDesk::beginFor(const PatientMatch &patient)
{
    rememberOpener();
    m_parts.panel->beginFor(patient, doctorHere());
}

void BookingDesk::beginNewPatient(const QString &typed)
{
    rememberOpener();
    m_parts.panel->beginNewPatient(doctorHere(), typed);
}

void BookingDesk::beginWalkIn()
{
    rememberOpener();
    const DoctorId doctor = doctorHere();
    if (m_models.day().wantedDay() != m_models.clock().today())
        m_parts.calendar->views().showDay(m_models.clock().today());
    m_models.walkIn().find(doctor, m_models.booking().minutes());
}

void BookingDesk::beginAtCursor(const QString &typed)
{
    if (!m_actions.book->isEnabled())
        return;
    const AgendaCursor cursor = m_parts.calendar->agenda().cursor();
    rememberOpener();
    m_parts.panel->beginAt(m_parts.calendar->slotAt(cursor.doctor, cursor.start, cursor.minutes),
                           typed);
}

void BookingDesk::beginAtSlot(DoctorId doctor, const QDateTime &start, int minutes)
{
    if (!m_actions.book->isEnabled())
        return;
    rememberOpener();
    const bool isClosed = m_parts.calendar->agenda().cursor().kind == AgendaCell::Kind::Closed;
    m_parts.panel->beginAt(m_parts.calendar->slotAt(doctor, start, isClosed ? 0 : minutes), {});
    if (isClosed)
        m_models.booking().warnClosed();
}

void BookingDesk::beginInWords(const QString &words)
{
    const ClinicClock &clock = m_models.clock();
    BookingModel &booking = m_models.booking();
    const auto wish = QuickBooking::read(words, m_models.catalogue().doctors(),
                                         m_models.catalogue().visitTypes(), clock.today());
    if (!wish)
        return;
    rememberOpener();
    const QDate day = wish->day.isValid() ? wish->day : m_models.day().wantedDay();
    if (day != m_models.day().wantedDay())
        m_parts.calendar->views().showDay(day);
    m_parts.panel->beginBooking(wish->doctor.isValid() ? wish->doctor : doctorHere());
    if (wish->type.isValid())
        booking.setVisitType(wish->type);
    if (wish->time.isValid()) {
        const DoctorId doctor = wish->doctor.isValid() ? wish->doctor : doctorHere();
        const QDateTime start(day, wish->time, clock.zone());
        const int minutes = wish->minutes > 0 ? wish->minutes : booking.minutes();
        booking.choose({doctor, start, start.addSecs(60LL * minutes)});
    }
    PatientPicker &picker = m_parts.panel->form().picker();
    picker.type(wish->patient);
    picker.field()->setFocus();
}

void BookingDesk::onBooked(const BookedVisit &visit)
{
    const Appointment &appointment = visit.appointment;
    if (m_models.day().covers(appointment)) {
        m_parts.calendar->agenda().setCursor(appointment.doctor, appointment.start);
        m_parts.calendar->agenda().selectVisit(appointment.id); // its row may come later
    }
    returnFocus();
    if (appointment.start <= m_models.clock().now()) {
        m_walkedIn = appointment.id;
        offerCheckIn();
    }
}

void BookingDesk::offerCheckIn()
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
    m_parts.calendar->agenda().selectVisit(visit.id);
    if (!isCurrent(visit.id))
        return;
    m_offered = visit.id;
    m_checkInOffered->setShortcut(m_actions.checkIn->shortcut()); // may have been changed
    m_parts.messages->offer(tr("%1 is booked into the running slot. Check in as well?").arg(name),
                            visit.id, *m_checkInOffered);
    m_offerText = m_parts.messages->toast().text();
}

void BookingDesk::withdrawOffer()
{
    if (!m_offered.isValid() || isCurrent(m_offered))
        return;
    m_offered = {};
    if (m_parts.messages->toast().text() == m_offerText)
        m_parts.messages->dismiss();
}

bool BookingDesk::isCurrent(AppointmentId visit) const
{
    const Current &current = m_parts.calendar->current();
    return current.visit && current.visit->appointment.id == visit;
}

void BookingDesk::refreshCommands()
{
    const BookingModel &booking = m_models.booking();
    const QString why = m_models.connection().whyReadOnly();
    const auto enable = [&why](QAction *action, bool possible) {
        action->setEnabled(possible && why.isEmpty());
        action->setToolTip(why.isEmpty() ? ReceptionTexts::toolTip(*action) : why);
    };
    for (QAction *action : {m_actions.book, m_actions.walkIn, m_actions.newPatient})
        enable(action, true);
    enable(m_actions.bookNow, booking.canBook());
    enable(m_actions.bookAnyway, !booking.overridable().isEmpty() && booking.mayOverride());
    m_actions.moreTimes->setEnabled(booking.isOpen());
    for (QAction *action : m_actions.suggestions)
        action->setEnabled(booking.isOpen());
}

std::optional<PatientId> BookingDesk::patientInFocus() const
{
    const QWidget *const now = QApplication::focusWidget();
    if (!now || !m_parts.panel->isVisible() || !m_parts.panel->isAncestorOf(now))
        return std::nullopt;
    if (const auto match = m_parts.panel->form().picker().highlighted())
        return match->id;
    if (const std::optional<PatientMatch> &patient = m_models.booking().patient())
        return patient->id;
    return std::nullopt;
}

void BookingDesk::rememberOpener()
{
    m_parts.calendar->views().leaveMonth();
    QWidget *const now = QApplication::focusWidget();
    if (now && !m_parts.panel->isAncestorOf(now))
        m_opener = now;
}

void BookingDesk::returnFocus()
{
    QWidget *const opener
        = m_opener && m_opener->isVisible() ? m_opener.data() : m_parts.calendar->views().pane();
    opener->setFocus(Qt::OtherFocusReason);
}

DoctorId BookingDesk::doctorHere() const
{
    return m_parts.calendar->agenda().cursor().doctor;
}

} // namespace ClinicDesk
