#pragma once

#include "models/NotificationsModel.h"

#include <QTimer>

class QAction;
class QPushButton;

namespace ClinicDesk {

class NoticePopup;

/// The button "Bell 2" and the list below it: what others did, and the messages of this window,
/// newest first. Choosing a line marks it read. GUI thread.
class Bell final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Bell)
public:
    /// `action` opens and closes the list, which lays itself over `host`.
    Bell(NotificationsModel &notifications, QAction &action, QPushButton &button, QWidget *host);

    /// Makes `button` one for `action`, which opens and closes `popup` after `prepare`.
    static void wire(QPushButton &button, QAction &action, NoticePopup &popup,
                     const std::function<void()> &prepare);

Q_SIGNALS:
    /// Show what this is about: a visit.
    void chosen(const ClinicDesk::BellEntry &entry);

private:
    void refresh();
    void refreshLines();
    void onChosen(const QVariant &key);

    NotificationsModel &m_notifications;
    QPushButton &m_button;
    NoticePopup *m_list;
    QTimer m_minute; ///< "4 min ago" grows older
};

} // namespace ClinicDesk
