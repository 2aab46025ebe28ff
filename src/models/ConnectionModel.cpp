#include "models/ConnectionModel.h"

#include "database/DatabaseExecutor.h"
#include "services/Services.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ConnectionModel::ConnectionModel(Services &services, const ClinicClock &clock, QObject *parent)
    : QObject(parent)
    , m_live(services.live)
    , m_executor(services.executor)
    , m_clock(clock)
    , m_listenerLost(m_live.state() == LiveUpdates::State::Lost)
{
    connect(&m_live, &LiveUpdates::stateChanged, this, [this](LiveUpdates::State state) {
        m_listenerLost = state == LiveUpdates::State::Lost;
        if (m_listenerLost)
            m_executor.reconnectNow(); // which most likely is gone too: not only at its heartbeat
        settle();
    });
    connect(&m_executor, &DatabaseExecutor::connectionLost, this, [this] {
        m_sessionLost = true;
        settle();
    });
    connect(&m_executor, &DatabaseExecutor::connectionRestored, this, [this] {
        m_sessionLost = false;
        settle();
    });
    settle();
}

QString ConnectionModel::lostText() const
{
    return isLive() ? QString()
                    : tr("No connection since %1. You see the day as of %1.").arg(lostTime());
}

QString ConnectionModel::whyReadOnly() const
{
    return isLive() ? QString()
                    : tr("No connection since %1. You can look and print; booking returns with it.")
                          .arg(lostTime());
}

void ConnectionModel::reconnectNow()
{
    m_executor.reconnectNow();
    m_live.reconnectNow();
}

void ConnectionModel::settle()
{
    const State state = m_sessionLost || m_listenerLost ? State::Lost : State::Live;
    if (state == m_state)
        return;
    m_state = state;
    m_lostSince = state == State::Lost ? m_clock.now() : QDateTime();
    Q_EMIT stateChanged(state);
    if (state == State::Lost)
        Q_EMIT lost();
    else
        Q_EMIT regained();
}

QString ConnectionModel::lostTime() const
{
    return m_lostSince.toTimeZone(m_clock.zone()).time().toString(u"HH:mm"_s);
}

} // namespace ClinicDesk
