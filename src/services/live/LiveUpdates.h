#pragma once

#include "database/NotificationListener.h"
#include "domain/Id.h"
#include "services/appointments/AppointmentService.h"

#include <QObject>

namespace ClinicDesk {

/// What other desks changed, as hints to re-read. After a gap the history says what was missed, so
/// nothing is. Lives on the GUI thread.
class LiveUpdates final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveUpdates)
public:
    enum class State { Off, Live, Lost };

    explicit LiveUpdates(AppointmentService &appointments, QObject *parent = nullptr);

    void start(const ConnectionSettings &settings);
    void stop();
    /// Ends the session until resume(), which tells all that was missed meanwhile, as after a gap.
    void pause();
    void resume(const ConnectionSettings &settings);
    void reconnectNow();
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    void appointmentsChanged(const QList<ClinicDesk::AppointmentId> &ids);
    void holdsChanged();
    void schedulesChanged();
    void patientsChanged(const QList<ClinicDesk::PatientId> &ids);
    void stateChanged(ClinicDesk::LiveUpdates::State state);
    /// Live again after a gap: holds, schedules and requests are to be read anew.
    void caughtUp();

private:
    void onNotified(const QString &channel, const QString &payload);
    void onListening();
    QCoro::Task<void> catchUp();
    void setState(State state);

    AppointmentService &m_appointments;
    NotificationListener m_listener;
    ChangeCursor m_cursor;
    State m_state = State::Off;
    bool m_resumed = false; // something was shown before this session began
    int m_generation = 0; // what was asked before a stop() is not answered after it
};

} // namespace ClinicDesk
