#pragma once

#include "domain/Session.h"
#include "models/ClinicClock.h"
#include "models/UndoStack.h"
#include "services/appointments/AppointmentService.h"

#include <QList>
#include <QTimer>

namespace ClinicDesk {

/// What a person has just done to an appointment, and who it is about.
struct DoneCommand
{
    enum class Kind {
        Booked,
        Moved,
        Resized,
        RoomChanged,
        Cancelled,
        CheckedIn,
        NoShow,
        Confirmed,
        Rejected,
        Started,
        Completed
    };
    enum class Step { Do, Undo, Redo };

    Kind kind = Kind::Booked;
    Appointment appointment;
    QString familyName;
    QString givenName;
    QDateTime at = {}; ///< by the server's clock
    std::optional<Appointment> before = {}; ///< none: it was booked
    Step step = Step::Do; ///< whether that was taken back, or done again

    [[nodiscard]] bool isRedoable() const { return step == Step::Undo; }
    /// What has been done to a visit that reached this status; not Pending.
    [[nodiscard]] static Kind kindOf(AppointmentStatus reached);
    [[nodiscard]] static DoneCommand of(Kind kind, const AppointmentRow &row,
                                        const Appointment &after)
    {
        return {kind, after, row.familyName, row.givenName, {}, row.appointment};
    }
};

/// What a desk's window does to appointments, and its history: at once, with undo of own changes
/// for 30 s instead of questions before. Each command carries the version the person saw. Every
/// change of the window is told by done(), wherever it was made. GUI thread.
class AppointmentCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppointmentCommands)
public:
    AppointmentCommands(AppointmentService &appointments, const Session &session,
                        QObject *parent = nullptr);

    void cancel(const AppointmentRow &row, const QString &reason);
    void checkIn(const AppointmentRow &row);
    void noShow(const AppointmentRow &row);
    /// The newest change of the last 30 s, newest first on each call; up to 20 are remembered.
    void undo();
    /// Does again what undo() took back last, checked anew under lock.
    void redo();
    /// How long a change can be taken back.
    [[nodiscard]] int undoSeconds() const { return m_stack.seconds(); }
    [[nodiscard]] bool canUndo() const { return m_stack.canUndo(m_clock.now()); }
    [[nodiscard]] bool canRedo() const { return m_stack.canRedo(m_clock.now()); }
    /// Another part of the window has made this change: undo() may take it back. done() follows.
    void remember(const DoneCommand &command);
    /// Another part of the window could not make this change; failed() follows.
    void refuse(const DoneCommand &wanted, const Error &error);
    /// Of something whose commit is in doubt: it is being asked for, or known at last.
    void setChecking();
    void settle(const OperationOutcome &outcome, const QDateTime &startedAt);

    /// Whether the database would let this person do it, as far as a status decides.
    [[nodiscard]] bool canStep(AppointmentStatus from, AppointmentStatus to) const;
    [[nodiscard]] bool canCancel(const Appointment &appointment) const;
    [[nodiscard]] bool canMove(const Appointment &appointment) const;
    /// Confirmed, of `today`, not checked in yet.
    [[nodiscard]] static bool canCheckIn(const Appointment &appointment, QDate day, QDate today);
    /// Once it has begun.
    [[nodiscard]] bool canMarkNoShow(const Appointment &appointment, const QDateTime &now) const;

Q_SIGNALS:
    void started(ClinicDesk::AppointmentId id);
    void finished(ClinicDesk::AppointmentId id);
    void done(const ClinicDesk::DoneCommand &command);
    /// `wanted` is about the appointment as it was.
    void failed(const ClinicDesk::DoneCommand &wanted, const ClinicDesk::Error &error);
    /// canUndo() or canRedo() may differ, also by time.
    void undoChanged();
    /// Something is being asked for after a lost commit; done(), failed() or settled() follows.
    void checking();
    /// What became of something whose outcome was not known.
    void settled(const ClinicDesk::OperationOutcome &outcome, const QDateTime &startedAt);

private:
    using Step = DoneCommand::Step;

    void changeStatus(const AppointmentRow &row, AppointmentStatus to, const QString &reason);
    void takeBack(const DoneCommand &command, Step step);
    void run(QCoro::Task<Result<Appointment>> task, const DoneCommand &command,
             Step step = Step::Do);
    void onAnswer(const Result<Appointment> &answer, const DoneCommand &before, Step step);
    [[nodiscard]] static DoneCommand asShown(const DoneCommand &command, Step step);
    void dropOld();

    AppointmentService &m_appointments;
    ClinicClock m_clock;
    StatusMoves m_moves;
    UndoStack<DoneCommand> m_stack;
    QTimer m_expiry;
};

} // namespace ClinicDesk
