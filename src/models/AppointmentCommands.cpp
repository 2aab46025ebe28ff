#include "models/AppointmentCommands.h"

#include "models/TaskRunner.h"

#include <utility>

namespace ClinicDesk {

namespace {
constexpr qsizetype deepestUndo = 20;
}

AppointmentCommands::AppointmentCommands(AppointmentService &appointments, const ClinicClock &clock,
                                         QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_clock(clock)
{
}

void AppointmentCommands::cancel(const AppointmentRow &row, const QString &reason)
{
    changeStatus(row, AppointmentStatus::Cancelled, reason, DoneCommand::Kind::Cancelled);
}

void AppointmentCommands::checkIn(const AppointmentRow &row)
{
    const AppointmentRequest request {QUuid::createUuid(), row.appointment.id,
                                      row.appointment.version};
    run(m_appointments.checkIn(request), row.appointment.id,
        {DoneCommand::Kind::CheckedIn, {}, row.familyName, row.givenName, {}});
}

void AppointmentCommands::noShow(const AppointmentRow &row)
{
    changeStatus(row, AppointmentStatus::NoShow, {}, DoneCommand::Kind::NoShow);
}

void AppointmentCommands::undo()
{
    dropOld();
    if (m_undoable.isEmpty())
        return;
    DoneCommand last = m_undoable.takeLast();
    const AppointmentId id = last.appointment.id;
    const AppointmentRequest request {QUuid::createUuid(), id, last.appointment.version};
    last.kind = DoneCommand::Kind::Undone;
    run(m_appointments.undo(request), id, last);
}

bool AppointmentCommands::canUndo() const
{
    return !m_undoable.isEmpty() && m_undoable.constLast().at.secsTo(m_clock.now()) < undoSeconds;
}

void AppointmentCommands::remember(const DoneCommand &command)
{
    m_undoable << command;
    m_undoable.last().at = m_clock.now();
    dropOld();
}

bool AppointmentCommands::canCancel(const Appointment &appointment)
{
    return appointment.status == AppointmentStatus::Pending
        || appointment.status == AppointmentStatus::Confirmed;
}

bool AppointmentCommands::canMove(const Appointment &appointment)
{
    return appointment.status == AppointmentStatus::Pending
        || appointment.status == AppointmentStatus::Confirmed;
}

bool AppointmentCommands::canCheckIn(const Appointment &appointment, QDate day, QDate today)
{
    return appointment.status == AppointmentStatus::Confirmed && !appointment.checkedInAt
        && day == today;
}

bool AppointmentCommands::canMarkNoShow(const Appointment &appointment, const QDateTime &now)
{
    return appointment.status == AppointmentStatus::Confirmed && appointment.start <= now;
}

void AppointmentCommands::changeStatus(const AppointmentRow &row, AppointmentStatus to,
                                       const QString &reason, DoneCommand::Kind kind)
{
    StatusRequest request;
    request.operation = QUuid::createUuid();
    request.appointment = row.appointment.id;
    request.to = to;
    request.reason = reason;
    request.version = row.appointment.version;
    run(m_appointments.changeStatus(request), row.appointment.id,
        {kind, {}, row.familyName, row.givenName, {}});
}

void AppointmentCommands::run(QCoro::Task<Result<Appointment>> task, AppointmentId id,
                              DoneCommand command)
{
    Q_EMIT started(id);
    runTask(this, std::move(task), [this, id, command](const Result<Appointment> &answer) mutable {
        Q_EMIT finished(id);
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        command.appointment = *answer;
        command.at = m_clock.now();
        if (command.isUndoable())
            remember(command);
        Q_EMIT done(command);
    });
}

void AppointmentCommands::dropOld()
{
    while (!m_undoable.isEmpty()
           && (m_undoable.size() > deepestUndo
               || m_undoable.constFirst().at.secsTo(m_clock.now()) >= undoSeconds))
        m_undoable.removeFirst();
}

} // namespace ClinicDesk
