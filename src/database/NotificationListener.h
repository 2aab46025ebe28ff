#pragma once

#include "database/ConnectionSettings.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace ClinicDesk {

/// Listens on a connection and thread of its own. A payload is only a hint "look again": anyone with a
/// login could forge it. After a reconnect listening() is emitted again: what was on screen may have
/// changed meanwhile and must be caught up from the history. Lives on the caller's thread.
class NotificationListener final : public QObject
{
    Q_OBJECT
public:
    explicit NotificationListener(QStringList channels, QObject *parent = nullptr);
    ~NotificationListener() override;

    void start(const ConnectionSettings &settings);
    void stop();
    void reconnectNow();

Q_SIGNALS:
    void listening(); ///< from now on nothing is missed
    void lost();
    void notified(const QString &channel, const QString &payload);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace ClinicDesk
