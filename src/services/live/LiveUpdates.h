#pragma once

#include "database/NotificationListener.h"
#include "domain/Id.h"
#include "services/live/LiveTopic.h"

#include <QObject>

#include <vector>

namespace ClinicDesk {

class AppointmentService;

/// What other desks changed, as hints to re-read: a registry of topics, each with a cursor of its
/// own. After a gap the histories say what was missed, so nothing is. Lives on the GUI thread.
class LiveUpdates final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveUpdates)
public:
    enum class State { Off, Live, Lost };

    explicit LiveUpdates(AppointmentService &appointments, QObject *parent = nullptr);

    /// Adds a topic, which is heard from the next start() or resume() on. Whom it calls must
    /// outlive this, or the last stop().
    void watch(LiveTopic topic);

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
    /// Live again after a gap, and every history is told: what has none is to be read anew.
    void caughtUp();

private:
    void onNotified(const QString &channel, const QString &payload);
    QCoro::Task<void> catchUp();
    void retryLater();
    void tellMissed(const std::vector<LiveTopic::Missed> &missed);
    void forgetCursors();
    void listen(const ConnectionSettings &settings);
    void setState(State state);

    NotificationListener m_listener;
    std::vector<LiveTopic> m_topics;
    State m_state = State::Off;
    bool m_resumed = false; // something was shown before this session began
    bool m_hasRead = false; // the cursors stand somewhere
    int m_generation = 0; // what was asked before a stop() is not answered after it
};

} // namespace ClinicDesk
