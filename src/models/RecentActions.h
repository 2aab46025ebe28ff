#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ClinicDesk {

class AppointmentService;

/// The last 20 things this person did here, each to be taken back within 30 s. Taking back is
/// checked again by the database under lock. GUI thread.
class RecentActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentActions)
public:
    static constexpr int undoSeconds = 30;
    static constexpr int depth = 20;

    RecentActions(AppointmentService &appointments, const ClinicClock &clock,
                  QObject *parent = nullptr);

    /// `text` says what was done: "Confirmed: KIM, Soo".
    void add(const Appointment &after, const QString &text);
    [[nodiscard]] bool canUndo() const { return !m_actions.isEmpty(); }
    [[nodiscard]] QString latestText() const;
    /// Takes back the latest; answered by undone() or refused().
    void undoLatest();

Q_SIGNALS:
    void added(const QString &text);
    void undone(ClinicDesk::AppointmentId id, const QString &text);
    void refused(ClinicDesk::AppointmentId id, const QString &text);
    void canUndoChanged(bool can);

private:
    struct Action
    {
        AppointmentId id;
        int version = 0;
        QString text;
        QDateTime at;
    };
    void dropOld();

    AppointmentService &m_appointments;
    ClinicClock m_clock;
    QList<Action> m_actions;
    QTimer m_timer;
};

} // namespace ClinicDesk
