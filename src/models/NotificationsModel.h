#pragma once

#include "models/ClinicClock.h"
#include "services/notifications/NotificationService.h"

#include <QObject>
#include <QTimer>

namespace ClinicDesk {

class Services;

/// One line of the Bell: what somebody else did, or a message this window showed since it opened.
struct BellEntry
{
    std::optional<Notification> news;
    QString message; ///< of this window, where there is no news
    AppointmentId visit = {}; ///< what the message is about; invalid: no visit
    QDateTime at;

    [[nodiscard]] bool isUnread() const { return news && !news->readAt; }
    [[nodiscard]] AppointmentId about() const { return news ? news->appointment : visit; }
};

/// What the Bell holds: the notifications of the person signed in, read anew whenever an
/// appointment changes anywhere, and this session's own messages, newest first. GUI thread.
class NotificationsModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationsModel)
public:
    static constexpr int keptMessages = 50;

    NotificationsModel(Services &services, const ClinicClock &clock, QObject *parent = nullptr);

    void load();
    /// Keeps a message that a toast showed, about a visit where it is about one.
    void keep(const QString &message, AppointmentId visit = {});
    [[nodiscard]] QList<BellEntry> entries() const;
    [[nodiscard]] int unreadCount() const;
    [[nodiscard]] const ClinicClock &clock() const { return m_clock; }

    void markRead(NotificationId id);
    void markAllRead();

Q_SIGNALS:
    void changed();
    /// One that was not there at the last reading, while this window was open.
    void arrived(const ClinicDesk::Notification &news);

private:
    void read();
    void take(const QList<Notification> &list);
    void mark(const QList<NotificationId> &ids);

    NotificationService &m_service;
    ClinicClock m_clock;
    QList<Notification> m_news;
    QList<BellEntry> m_messages; ///< newest first
    QTimer m_soon; ///< many changes are read together
    bool m_reading = false;
    bool m_again = false;
    bool m_loaded = false;
    bool m_everRead = false; ///< what comes from now on is new
};

} // namespace ClinicDesk
