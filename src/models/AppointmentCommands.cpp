#include "models/AppointmentCommands.h"

#include "models/TaskRunner.h"

#include <utility>

namespace ClinicDesk {

namespace {

/// May be different a moment later: what was to be taken back stays at hand.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::Busy
        || kind == ErrorKind::RetriesExhausted;
}

} // namespace

DoneCommand::Kind DoneCommand::kindOf(AppointmentStatus reached)
{
    switch (reached) {
    case AppointmentStatus::Pending:
        break;
    case AppointmentStatus::Confirmed:
        return Kind::Confirmed;
    case AppointmentStatus::Rejected:
        return Kind::Rejected;
    case AppointmentStatus::InProgress:
        return Kind::Started;
    case AppointmentStatus::Completed:
        return Kind::Completed;
    case AppointmentStatus::NoShow:
        return Kind::NoShow;
    case AppointmentStatus::Cancelled:
        return Kind::Cancelled;
    }
    Q_UNREACHABLE();
}

AppointmentCommands::AppointmentCommands(AppointmentService &appointments, const Session &session,
                                         QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_clock(session)
    , m_moves(session.moves)
    , m_stack(session.settings.undoSeconds)
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &AppointmentCommands::dropOld);
}

void AppointmentCommands::cancel(const AppointmentRow &row, const QString &reason)
{
    changeStatus(row, AppointmentStatus::Cancelled, reason);
}

void AppointmentCommands::checkIn(const AppointmentRow &row)
{
    const AppointmentRequest request {QUuid::createUuid(), row.appointment.id,
                                      row.appointment.version};
    run(m_appointments.checkIn(request),
        DoneCommand::of(DoneCommand::Kind::CheckedIn, row, row.appointment));
}

void AppointmentCommands::noShow(const AppointmentRow &row)
{
    changeStatus(row, AppointmentStatus::NoShow, {});
}

void AppointmentCommands::undo()
{
    if (const std::optional<DoneCommand> last = m_stack.takeUndo(m_clock.now()))
        takeBack(*last, Step::Undo);
}

void AppointmentCommands::redo()
{
    // To the database it takes back the undo: the same appointment, with what it was before.
    if (const std::optional<DoneCommand> last = m_stack.takeRedo(m_clock.now()))
        takeBack(*last, Step::Redo);
}

void AppointmentCommands::takeBack(const DoneCommand &command, Step step)
{
    const AppointmentId id = command.appointment.id;
    const AppointmentRequest request {QUuid::createUuid(), id, command.appointment.version,
                                      SeenChange {command.appointment, command.before}};
    Q_EMIT undoChanged();
    run(m_appointments.undo(request), command, step);
}

void AppointmentCommands::remember(const DoneCommand &command)
{
    DoneCommand made = command;
    made.at = m_clock.now();
    m_stack.add(made);
    dropOld();
    Q_EMIT done(made);
}

void AppointmentCommands::refuse(const DoneCommand &wanted, const Error &error)
{
    Q_EMIT failed(wanted, error);
}

void AppointmentCommands::setChecking()
{
    Q_EMIT checking();
}

void AppointmentCommands::settle(const OperationOutcome &outcome, const QDateTime &startedAt)
{
    Q_EMIT settled(outcome, startedAt);
}

bool AppointmentCommands::canStep(AppointmentStatus from, AppointmentStatus to) const
{
    return m_moves.canStep(from, to);
}

bool AppointmentCommands::canCancel(const Appointment &appointment) const
{
    return canStep(appointment.status, AppointmentStatus::Cancelled);
}

bool AppointmentCommands::canMove(const Appointment &appointment) const
{
    return m_moves.canMove(appointment.status);
}

bool AppointmentCommands::canCheckIn(const Appointment &appointment, QDate day, QDate today)
{
    return appointment.status == AppointmentStatus::Confirmed && !appointment.checkedInAt
        && day == today;
}

bool AppointmentCommands::canMarkNoShow(const Appointment &appointment, const QDateTime &now) const
{
    return canStep(appointment.status, AppointmentStatus::NoShow) && appointment.start <= now;
}

void AppointmentCommands::changeStatus(const AppointmentRow &row, AppointmentStatus to,
                                       const QString &reason)
{
    StatusRequest request;
    request.operation = QUuid::createUuid();
    request.appointment = row.appointment.id;
    request.to = to;
    request.reason = reason;
    request.version = row.appointment.version;
    request.seen = row.appointment;
    run(m_appointments.changeStatus(request),
        DoneCommand::of(DoneCommand::kindOf(to), row, row.appointment));
}

void AppointmentCommands::run(QCoro::Task<Result<Appointment>> task, const DoneCommand &command,
                              Step step)
{
    Q_EMIT started(command.appointment.id);
    runTask(this, std::move(task), [this, command, step](const Result<Appointment> &answer) {
        Q_EMIT finished(command.appointment.id);
        onAnswer(answer, command, step);
    });
}

void AppointmentCommands::onAnswer(const Result<Appointment> &answer, const DoneCommand &before,
                                   Step step)
{
    if (!answer) {
        if (step != Step::Do && isPassing(answer.error().kind))
            step == Step::Undo ? m_stack.addRedone(before) : m_stack.addUndone(before);
        dropOld();
        Q_EMIT failed(asShown(before, step), answer.error());
        return;
    }
    DoneCommand command = before;
    command.before = before.appointment;
    command.appointment = *answer;
    command.at = m_clock.now();
    if (step == Step::Undo)
        m_stack.addUndone(command);
    else if (step == Step::Redo)
        m_stack.addRedone(command);
    else
        m_stack.add(command);
    dropOld();
    Q_EMIT done(asShown(command, step));
}

DoneCommand AppointmentCommands::asShown(const DoneCommand &command, Step step)
{
    DoneCommand shown = command;
    shown.step = step;
    return shown;
}

void AppointmentCommands::dropOld()
{
    if (const std::optional<qint64> wait = m_stack.dropOld(m_clock.now()))
        m_expiry.start(static_cast<int>(*wait));
    Q_EMIT undoChanged();
}

} // namespace ClinicDesk
