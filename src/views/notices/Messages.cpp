#include "views/notices/Messages.h"

#include "models/NotificationsModel.h"
#include "views/shell/CommonActions.h"
#include "widgets/Toast.h"

#include <QAction>

namespace ClinicDesk {

namespace {
constexpr int failureSeconds = 12;
}

Messages::Messages(NotificationsModel &notifications, int undoSeconds, QWidget &host,
                   const QWidget *floor, QObject *parent)
    : QObject(parent)
    , m_notifications(notifications)
    , m_undoSeconds(undoSeconds)
    , m_toast(new Toast(&host))
{
    m_toast->setFloor(floor);
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        if (m_action)
            m_action->trigger();
    });
}

void Messages::place(QWidget &host, const QWidget *floor)
{
    m_toast->setHost(&host);
    m_toast->setFloor(floor);
}

void Messages::say(const QString &text, int seconds)
{
    m_notifications.keep(text);
    present(text, nullptr, seconds);
}

void Messages::fail(const QString &text)
{
    m_notifications.keep(text);
    present(text, nullptr, failureSeconds);
}

void Messages::offer(const QString &text, AppointmentId visit, QAction &action)
{
    m_notifications.keep(text, visit);
    present(text, &action, m_undoSeconds);
}

void Messages::hint(const QString &text, int seconds)
{
    present(text, nullptr, seconds);
}

void Messages::dismiss()
{
    m_toast->dismiss();
}

void Messages::focusAction()
{
    m_toast->focusAction();
}

void Messages::present(const QString &text, QAction *action, int seconds)
{
    m_action = action;
    Q_EMIT presenting();
    m_toast->present(text, action ? CommonActions::label(*action) : QString(), seconds);
}

} // namespace ClinicDesk
