#pragma once

#include "database/ConnectionSettings.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>

namespace ClinicDesk {

/// Listens on a connection and thread of its own. A payload is only a hint "look again": anyone
/// with a login could forge it. After a reconnect listening() is emitted again: what was on screen
/// may have changed meanwhile and must be caught up from the history. Lives on the caller's thread,
/// whose event loop delivers the signals.
class NotificationListener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationListener)
public:
    explicit NotificationListener(QStringList channels = {}, QObject *parent = nullptr);
    ~NotificationListener() override;

    /// Heard from the next start() on.
    void setChannels(const QStringList &channels) { m_channels = channels; }

    /// Connects, and again after 1 s for as long as it fails; restarts with other settings. A
    /// server that falls silent is lost within 3 s.
    void start(const ConnectionSettings &settings);
    /// Closes the session and forgets the settings; nothing is emitted afterwards.
    void stop();
    /// Tries now instead of at the next step of the back-off; nothing while it listens.
    void reconnectNow();

Q_SIGNALS:
    void listening(); ///< from now on nothing is missed
    void lost(); ///< once per loss, also when the first attempt fails
    void notified(const QString &channel, const QString &payload);

private:
    class Worker;
    void forward(int generation, const std::function<void()> &emission);

    QStringList m_channels;
    int m_generation = 0; // what an earlier worker still says is dropped
    std::unique_ptr<QThread> m_thread;
    Worker *m_worker = nullptr; // lives on m_thread, which deletes it when it ends
};

} // namespace ClinicDesk
