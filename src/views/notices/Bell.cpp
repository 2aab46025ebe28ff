#include "views/notices/Bell.h"

#include "views/notices/NoticePopup.h"
#include "views/notices/NoticeTexts.h"
#include "views/visits/EventTexts.h"
#include "widgets/Format.h"

#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

QVariant keyOf(const BellEntry &entry)
{
    return entry.news ? QVariant(entry.news->id.value) : QVariant(entry.at);
}

} // namespace

Bell::Bell(NotificationsModel &notifications, QAction &action, QPushButton &button, QWidget *host)
    : QObject(host)
    , m_notifications(notifications)
    , m_button(button)
    , m_list(new NoticePopup(tr("Bell"), tr("No messages. What others change appears here."), host))
{
    m_button.setObjectName(u"bellButton"_s);
    m_list->setObjectName(u"bellPopup"_s);
    m_list->setCommand(tr("Mark all &read"));
    wire(m_button, action, *m_list, [this] { refreshLines(); });
    connect(&notifications, &NotificationsModel::changed, this, &Bell::refresh);
    connect(m_list, &NoticePopup::chosen, this, &Bell::onChosen);
    connect(m_list, &NoticePopup::commandTriggered, &notifications,
            &NotificationsModel::markAllRead);
    m_minute.start(20s);
    connect(&m_minute, &QTimer::timeout, this, &Bell::refreshLines);
    refresh();
}

void Bell::wire(QPushButton &button, QAction &action, NoticePopup &popup,
                const std::function<void()> &prepare)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    button.setAutoDefault(false);
    button.setFocusPolicy(Qt::NoFocus);
    button.setToolTip(tr("%1 (%2)", "command (key)").arg(action.text().remove(u'&'), key));
    connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::triggered, &popup, [&button, &popup, prepare] {
        if (popup.isVisible()) {
            popup.close();
            return;
        }
        prepare();
        popup.open(&button);
    });
}

void Bell::refresh()
{
    const int unread = m_notifications.unreadCount();
    m_button.setText(unread == 0 ? tr("Bell")
                                 : tr("Bell %1").arg(Format::isolated(QString::number(unread))));
    m_button.setAccessibleName(tr("Bell, %n unread messages", nullptr, unread));
    QFont font = m_button.font();
    font.setBold(unread > 0);
    m_button.setFont(font);
    m_list->setCommandEnabled(unread > 0);
    refreshLines();
}

void Bell::refreshLines()
{
    QList<NoticeLine> lines;
    const ClinicClock &clock = m_notifications.clock();
    for (const BellEntry &entry : m_notifications.entries()) {
        lines.append({entry.news ? EventTexts::of(*entry.news, clock) : entry.message,
                      NoticeTexts::ago(entry.at, clock), entry.isUnread(),
                      entry.about().isValid() ? keyOf(entry) : QVariant()});
    }
    m_list->setLines(lines);
}

void Bell::onChosen(const QVariant &key)
{
    const QList<BellEntry> entries = m_notifications.entries();
    for (const BellEntry &entry : entries) {
        if (keyOf(entry) != key)
            continue;
        if (entry.news)
            m_notifications.markRead(entry.news->id);
        Q_EMIT chosen(entry);
        return;
    }
}

} // namespace ClinicDesk
