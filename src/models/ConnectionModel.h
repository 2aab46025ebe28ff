#pragma once

#include "models/ClinicClock.h"

#include <QObject>

namespace ClinicDesk {

class DatabaseExecutor;
class LiveUpdates;
class Services;

/// Whether what is on screen is live. Lost as soon as either the working or the listening session
/// is gone, live again when both are back: a screen that hears no changes must not look current.
/// GUI thread.
class ConnectionModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionModel)
public:
    enum class State { Live, Lost };

    ConnectionModel(Services &services, const ClinicClock &clock, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isLive() const { return m_state == State::Live; }
    /// By the server's clock; invalid while live.
    [[nodiscard]] QDateTime lostSince() const { return m_lostSince; }
    /// "No connection since 10:27. You see the day as of 10:27."; empty while live.
    [[nodiscard]] QString lostText() const;
    /// Why nothing can be written now, for a disabled command; empty while live.
    [[nodiscard]] QString whyReadOnly() const;
    /// Tries at once instead of at the next step of the back-off (F5).
    void reconnectNow();

Q_SIGNALS:
    void lost();
    void regained();
    void stateChanged(ClinicDesk::ConnectionModel::State state);

private:
    void settle();
    [[nodiscard]] QString lostTime() const;

    LiveUpdates &m_live;
    DatabaseExecutor &m_executor;
    ClinicClock m_clock;
    bool m_sessionLost = false;
    bool m_listenerLost = false;
    State m_state = State::Live;
    QDateTime m_lostSince;
};

} // namespace ClinicDesk
