#include "widgets/HeldKey.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPointer>

namespace ClinicDesk {

namespace {
QPointer<HeldKey> s_watcher; // the application's child
}

HeldKey::HeldKey(QObject *application)
    : QObject(application)
{
    application->installEventFilter(this);
}

void HeldKey::watch()
{
    if (!s_watcher)
        s_watcher = new HeldKey(qApp);
}

bool HeldKey::isRepeat()
{
    return s_watcher && s_watcher->m_isRepeat;
}

bool HeldKey::isRepeat(const QKeyEvent &event)
{
    return event.isAutoRepeat() || isRepeat();
}

bool HeldKey::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease) {
        const auto &released = *static_cast<const QKeyEvent *>(event);
        m_released = released.key();
        m_releasedAt = released.timestamp();
        m_isRepeat = false;
    } else if (event->type() == QEvent::MouseButtonPress) {
        m_isRepeat = false; // the key may have been let go over another program's window
    } else if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        press(*static_cast<const QKeyEvent *>(event));
    }
    return false;
}

void HeldKey::press(const QKeyEvent &event)
{
    const bool isAtOnce
        = event.timestamp() != 0 && event.timestamp() == m_releasedAt && event.key() == m_released;
    m_isRepeat = event.isAutoRepeat() || isAtOnce;
}

} // namespace ClinicDesk
