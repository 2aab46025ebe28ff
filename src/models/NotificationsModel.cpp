#include "models/NotificationsModel.h"

#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ClinicDesk {

NotificationsModel::NotificationsModel(Services &services, const ClinicClock &clock,
                                       QObject *parent)
    : QObject(parent)
    , m_service(services.notifications)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(250ms);
    connect(&m_soon, &QTimer::timeout, this, &NotificationsModel::read);
    const auto soon = [this] {
        if (m_loaded && !m_soon.isActive())
            m_soon.start();
    };
    connect(&services.live, &LiveUpdates::appointmentsChanged, this, soon);
    connect(&services.live, &LiveUpdates::caughtUp, this, soon);
}

void NotificationsModel::load()
{
    m_loaded = true;
    read();
}

void NotificationsModel::keep(const QString &message, AppointmentId visit)
{
    m_messages.prepend({.news = {}, .message = message, .visit = visit, .at = m_clock.now()});
    if (m_messages.size() > keptMessages)
        m_messages.removeLast();
    Q_EMIT changed();
}

QList<BellEntry> NotificationsModel::entries() const
{
    QList<BellEntry> all = m_messages;
    for (const Notification &news : m_news)
        all.append({.news = news, .message = {}, .at = news.at});
    std::ranges::stable_sort(all, std::ranges::greater {}, &BellEntry::at);
    return all;
}

int NotificationsModel::unreadCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_news, [](const Notification &news) { return !news.readAt; }));
}

void NotificationsModel::markRead(NotificationId id)
{
    mark({id});
}

void NotificationsModel::markAllRead()
{
    QList<NotificationId> ids;
    for (const Notification &news : std::as_const(m_news)) {
        if (!news.readAt)
            ids << news.id;
    }
    mark(ids);
}

void NotificationsModel::mark(const QList<NotificationId> &ids)
{
    if (ids.isEmpty())
        return;
    runTask(this, m_service.markRead(ids), [this, ids](const Result<int> &marked) {
        if (!marked)
            return; // still unread, and shown so
        for (Notification &news : m_news) {
            if (ids.contains(news.id) && !news.readAt)
                news.readAt = m_clock.now();
        }
        Q_EMIT changed();
    });
}

void NotificationsModel::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    runTask(this, m_service.list(), [this](const Result<QList<Notification>> &list) {
        m_reading = false;
        if (list)
            take(*list);
        if (std::exchange(m_again, false))
            read();
    });
}

void NotificationsModel::take(const QList<Notification> &list)
{
    if (list == m_news) {
        m_everRead = true;
        return;
    }
    const NotificationId newest = m_news.isEmpty() ? NotificationId {} : m_news.constFirst().id;
    m_news = list;
    Q_EMIT changed();
    if (!std::exchange(m_everRead, true))
        return;
    for (const Notification &news : list) {
        if (news.id > newest && !news.readAt)
            Q_EMIT arrived(news);
    }
}

} // namespace ClinicDesk
