#pragma once

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
        Undone,
        Redone
    };

    Kind kind = Kind::Booked;
    Appointment appointment;
    QString familyName;
    QString givenName;
    QDateTime at; ///< by the server's clock
    std::optional<Appointment> before = {}; ///< none: it was booked

    [[nodiscard]] bool isRedoable() const { return kind == Kind::Undone; }
};

/// What the desk does to an existing appointment: at once, with undo of own changes for 30 s
/// instead of questions before. Each command carries the version the person saw. GUI thread.
class AppointmentCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppointmentCommands)
public:
    static constexpr int undoSeconds = UndoStack<DoneCommand>::seconds;

    AppointmentCommands(AppointmentService &appointments, const ClinicClock &clock,
                        QObject *parent = nullptr);

    void cancel(const AppointmentRow &row, const QString &reason);
    void checkIn(const AppointmentRow &row);
    void noShow(const AppointmentRow &row);
    /// The newest change of the last 30 s, newest first on each call; up to 20 are remembered.
    void undo();
    /// Does again what undo() took back last, checked anew under lock.
    void redo();
    [[nodiscard]] bool canUndo() const { return m_stack.canUndo(m_clock.now()); }
    [[nodiscard]] bool canRedo() const { return m_stack.canRedo(m_clock.now()); }
    /// A change made elsewhere that undo() may take back.
    void remember(const DoneCommand &command);

    [[nodiscard]] static bool canCancel(const Appointment &appointment);
    /// Pending and confirmed ones.
    [[nodiscard]] static bool canMove(const Appointment &appointment);
    /// Confirmed, of `today`, not checked in yet.
    [[nodiscard]] static bool canCheckIn(const Appointment &appointment, QDate day, QDate today);
    /// Confirmed and begun.
    [[nodiscard]] static bool canMarkNoShow(const Appointment &appointment, const QDateTime &now);

Q_SIGNALS:
    void started(ClinicDesk::AppointmentId id);
    void finished(ClinicDesk::AppointmentId id);
    void done(const ClinicDesk::DoneCommand &command);
    /// `wanted` is about the appointment as it was.
    void failed(const ClinicDesk::DoneCommand &wanted, const ClinicDesk::Error &error);
    /// canUndo() or canRedo() may differ, also by time.
    void undoChanged();

private:
    enum class Step { Do, Undo, Redo };

    void changeStatus(const AppointmentRow &row, AppointmentStatus to, const QString &reason,
                      DoneCommand::Kind kind);
    void takeBack(const DoneCommand &command, Step step);
    void run(QCoro::Task<Result<Appointment>> task, const DoneCommand &command,
             Step step = Step::Do);
    void onAnswer(const Result<Appointment> &answer, const DoneCommand &before, Step step);
    [[nodiscard]] static DoneCommand asShown(const DoneCommand &command, Step step);
    void dropOld();

    AppointmentService &m_appointments;
    ClinicClock m_clock;
    UndoStack<DoneCommand> m_stack; ///< entries keep the kind of what was done first
    QTimer m_expiry;
};

} // namespace ClinicDesk
