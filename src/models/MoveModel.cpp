#include "models/MoveModel.h"

#include "models/Catalogue.h"
#include "models/Collision.h"
#include "models/DayModel.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

namespace ClinicDesk {

MoveModel::MoveModel(Services &services, DayModel &day, Catalogue &catalogue,
                     const Session &session, QObject *parent)
    : CollisionHost(parent)
    , m_appointments(services.appointments)
    , m_day(day)
    , m_catalogue(catalogue)
    , m_clock(session)
    , m_watch(services, session)
    , m_keeper(services.appointments, std::chrono::seconds(session.settings.holdSeconds))
{
    connect(&m_watch, &VisitWatch::changed, this, &MoveModel::onWatched);
    connect(&m_watch, &VisitWatch::gone, this, [this] {
        if (!m_begun)
            return;
        const VisitChange change {*m_begun, {}, false};
        end();
        Q_EMIT changedElsewhere(change);
    });
}

void MoveModel::begin(const AppointmentRow &row)
{
    end();
    m_begun = row;
    m_watch.add(row.appointment.id);
}

void MoveModel::end()
{
    if (!m_begun)
        return;
    m_watch.remove(m_begun->appointment.id);
    m_begun.reset();
}

void MoveModel::commit(const FreeSlot &to)
{
    if (!m_begun)
        return;
    const AppointmentRow row = *m_begun;
    end();
    send(row, to);
}

void MoveModel::takeAlternative()
{
    const Suggestion *const chosen = m_collision ? m_collision->chosenAlternative() : nullptr;
    if (!chosen || m_sending)
        return;
    m_sending = true;
    m_problem.reset();
    send(m_colliding, chosen->slot);
    Q_EMIT changed();
}

void MoveModel::leaveCollision()
{
    closeCollision();
    m_keeper.release();
}

void MoveModel::send(const AppointmentRow &row, const FreeSlot &to)
{
    const Appointment &visit = row.appointment;
    MoveRequest request;
    request.operation = QUuid::createUuid();
    request.appointment = visit.id;
    request.version = visit.version;
    request.seen = visit;
    if (to.doctor != visit.doctor)
        request.doctor = to.doctor;
    request.start = to.start;
    request.end = to.end;
    AppointmentRow placed = row;
    placed.appointment.doctor = to.doctor;
    placed.appointment.start = to.start;
    placed.appointment.end = to.end;
    m_day.place(placed);
    runTask(this, m_appointments.move(request),
            [this, row, to](const Result<Appointment> &answer) { onAnswer(row, to, answer); });
}

void MoveModel::onAnswer(const AppointmentRow &row, const FreeSlot &to,
                         const Result<Appointment> &answer)
{
    const Appointment &before = row.appointment;
    const bool isAlternative = m_collision && m_colliding.appointment.id == before.id;
    if (isAlternative)
        m_sending = false;
    m_day.settle(before.id, answer ? std::optional(*answer) : std::nullopt);
    if (answer) {
        if (isAlternative)
            leaveCollision();
        const bool stays = to.doctor == before.doctor && to.start == before.start;
        Q_EMIT moved({stays ? DoneCommand::Kind::Resized : DoneCommand::Kind::Moved, *answer,
                      row.familyName, row.givenName, m_clock.now(), before});
        return;
    }
    if (answer.error().kind == ErrorKind::SlotTaken) {
        collide(row, to, answer.error());
        return;
    }
    if (isAlternative) {
        m_problem = answer.error();
        Q_EMIT changed();
        return;
    }
    Q_EMIT failed(row, answer.error());
}

void MoveModel::collide(const AppointmentRow &row, const FreeSlot &wanted, const Error &error)
{
    closeCollision();
    m_colliding = row;
    FreeTimes::Question question;
    question.doctor = wanted.doctor;
    for (const Doctor &doctor : m_catalogue.doctors()) {
        if (doctor.id != wanted.doctor && doctor.active && doctor.verified
            && doctor.acceptsAppointments)
            question.others << doctor.id;
    }
    question.from = std::max(m_clock.now(), wanted.start);
    question.sameTime = wanted.start;
    if (const Doctor *const doctor = m_catalogue.doctor(wanted.doctor))
        question.days = std::max(1, doctor->horizonDays);
    question.minutes = static_cast<int>(wanted.start.secsTo(wanted.end) / 60);
    m_collision = std::make_unique<Collision>(wanted, error, question, m_appointments, m_keeper);
    connect(m_collision.get(), &Collision::ready, this, &MoveModel::collided);
}

void MoveModel::closeCollision()
{
    m_problem.reset();
    m_sending = false;
    if (!m_collision)
        return;
    Q_EMIT collisionOver();
    m_collision.reset();
}

void MoveModel::onWatched(const VisitChange &change)
{
    if (!m_begun || change.row.appointment.id != m_begun->appointment.id)
        return;
    if (change.row.appointment.version <= m_begun->appointment.version)
        return;
    end();
    Q_EMIT changedElsewhere(change);
}

} // namespace ClinicDesk
