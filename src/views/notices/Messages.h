#pragma once

#include "domain/Id.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace ClinicDesk {

class NotificationsModel;
class Toast;

/// What a window says to the person: one message at a time at its foot, kept in the Bell. A new one
/// replaces the old, and with it what its button does. GUI thread.
class Messages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Messages)
public:
    /// The message lies over `host`, above `floor` where there is one; an offer lasts for
    /// `undoSeconds`.
    Messages(NotificationsModel &notifications, int undoSeconds, QWidget &host,
             const QWidget *floor, QObject *parent);

    /// Over another host, above another floor, from now on.
    void place(QWidget &host, const QWidget *floor);

    void say(const QString &text, int seconds = 8);
    /// Something was not done.
    void fail(const QString &text);
    /// About a visit, with a button that triggers `action`, labelled with it and its key.
    void offer(const QString &text, AppointmentId visit, QAction &action);
    /// Not kept in the Bell: it answers a key at once and is no news later.
    void hint(const QString &text, int seconds = 8);

    void dismiss();
    /// F8: the focus goes to the button, where there is one.
    void focusAction();
    /// What is said last has no button.
    [[nodiscard]] bool isPlain() const { return !m_action; }
    [[nodiscard]] Toast &toast() { return *m_toast; }

Q_SIGNALS:
    void presenting(); ///< before a message is laid out and shown

private:
    void present(const QString &text, QAction *action, int seconds);

    NotificationsModel &m_notifications;
    const int m_undoSeconds;
    Toast *m_toast;
    QPointer<QAction> m_action; ///< what the button does
};

} // namespace ClinicDesk
