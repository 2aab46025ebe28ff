#include "models/BookingModel.h"

#include "models/Catalogue.h"
#include "models/TaskRunner.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

void BookingModel::book()
{
    m_override.reset();
    start();
}

QString BookingModel::overridable() const
{
    const auto problem = m_problems.constFind(Field::Slot);
    if (!canBook() || problem == m_problems.cend())
        return {};
    const QString &rule = problem->overridable;
    if (rule.isEmpty())
        return {};
    // One after the other comes to light: what was agreed to before still counts.
    QStringList rules = m_override ? m_override->rule.split(u',') : QStringList();
    rules.removeAll(rule);
    rules << rule;
    return rules.join(u',');
}

void BookingModel::bookAnyway(const QString &because)
{
    const QString rules = overridable();
    if (rules.isEmpty() || !mayOverride() || because.simplified().isEmpty())
        return;
    m_override = {rules, because.simplified()};
    m_problems.remove(Field::Slot);
    start();
}

void BookingModel::start()
{
    if (!canBook())
        return;
    m_problems.remove(Field::Form);
    m_state = State::Booking;
    m_sendWaits = true;
    if (!m_rooms.isAsking() && !m_rooms.isAbout(roomQuestion()))
        askRooms();
    sendOnceReady();
    Q_EMIT changed();
}

void BookingModel::sendOnceReady()
{
    const bool isReady = !m_keeper.isAsking() && !m_rooms.isAsking();
    if (m_state == State::Booking && m_sendWaits && isReady) {
        m_sendWaits = false;
        send();
    }
    Q_EMIT changed();
}

bool BookingModel::onChecking(const QUuid &operation)
{
    if (m_state != State::Booking || operation != m_operation)
        return false;
    m_checking = true;
    Q_EMIT changed();
    return true;
}

bool BookingModel::settle(const QUuid &operation, const OperationOutcome &outcome)
{
    if (m_state != State::Unknown || operation != m_operation)
        return false;
    if (!outcome.appointments.isEmpty()) {
        onAnswer(outcome.appointments.constFirst().appointment);
        return true;
    }
    m_state = State::Filling;
    recheck();
    m_problems[Field::Form] = Error::of(ErrorKind::Unreachable, u"not_saved"_s);
    Q_EMIT refused(Field::Form);
    Q_EMIT changed();
    return true;
}

BookRequest BookingModel::request() const
{
    BookRequest request;
    request.operation = m_operation;
    request.doctor = m_chosen->doctor;
    request.patient = m_patient->id;
    request.room = room();
    request.visitType = m_catalogue.visitType(m_type) ? std::optional(m_type) : std::nullopt;
    request.start = m_chosen->start;
    request.end = m_chosen->end;
    request.reason = m_reason;
    request.override = m_override;
    return request;
}

void BookingModel::send()
{
    const BookRequest request = this->request();
    m_sent = {{},
              m_patient->familyName,
              m_patient->givenName,
              m_catalogue.doctorName(m_chosen->doctor),
              request.room ? m_rooms.nameOf(*request.room) : QString()};
    runTask(this, m_appointments.book(request),
            [this](const Result<Appointment> &answer) { onAnswer(answer); });
}

void BookingModel::onHeld(const FreeSlot &slot)
{
    if (m_chosen != slot)
        return;
    sendOnceReady();
}

void BookingModel::onHoldRefused(const FreeSlot &slot, const Error &error)
{
    // Once it is sent, its own answer counts: its time may be refused because it is booked.
    const bool isSent = m_state == State::Booking && !m_sendWaits;
    if (m_chosen != slot || isSent || m_state == State::Unknown)
        return;
    // A hold that got no answer does not keep a booking from being tried: the booking has the last
    // word.
    if (error.kind == ErrorKind::Unreachable && !m_sendWaits)
        return;
    m_sendWaits = false;
    if (m_state == State::Booking)
        m_state = State::Filling;
    refuse(error);
}

void BookingModel::onAnswer(const Result<Appointment> &answer)
{
    m_checking = false;
    const bool isUnknown = !answer && answer.error().kind == ErrorKind::OutcomeUnknown;
    m_state = isUnknown ? State::Unknown : State::Filling;
    if (!answer) {
        refuse(answer.error());
        return;
    }
    m_lastBooked = m_sent;
    m_lastBooked->appointment = *answer;
    if (m_collision) {
        Q_EMIT collisionOver();
        m_collision.reset();
    }
    close();
    Q_EMIT booked(*m_lastBooked);
}

void BookingModel::refuse(const Error &error)
{
    if (error.kind == ErrorKind::RoomBusy)
        askRooms();
    if (error.kind == ErrorKind::SlotTaken && m_chosen)
        collide(*m_chosen, error);
    else
        Q_EMIT refused(setProblem(error));
}

} // namespace ClinicDesk
