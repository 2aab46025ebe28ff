#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"
#include "models/UndoStack.h"

#include <QObject>
#include <QTimer>

namespace ClinicDesk {

class AppointmentService;

/// The last 20 things this person did here, each to be taken back within 30 s. Taking back is
/// checked again by the database under lock. GUI thread.
class RecentActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentActions)
public:
    static constexpr int undoSeconds = UndoStack<int>::seconds;

    RecentActions(AppointmentService &appointments, const ClinicClock &clock,
                  QObject *parent = nullptr);

    /// `text` says what was done: "Confirmed: KIM, Soo".
    void add(const Appointment &after, const QString &text);
    [[nodiscard]] bool canUndo() const { return !m_stack.undoable().isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_stack.redoable().isEmpty(); }
    /// Takes back the latest; answered by undone() or refused().
    void undoLatest();
    /// Does again what was taken back last; answered by redone() or refused().
    void redoLatest();

Q_SIGNALS:
    void added(const QString &text);
    void undone(ClinicDesk::AppointmentId id, const QString &text);
    void redone(ClinicDesk::AppointmentId id, const QString &text);
    void refused(ClinicDesk::AppointmentId id, const QString &text);
    /// canUndo() or canRedo() differs.
    void canUndoChanged();

private:
    struct Action
    {
        AppointmentId id;
        int version = 0;
        QString text;
        QDateTime at;
    };
    void takeBack(const Action &action, bool again);
    void dropOld();

    AppointmentService &m_appointments;
    ClinicClock m_clock;
    UndoStack<Action> m_stack;
    QTimer m_timer;
};

} // namespace ClinicDesk
