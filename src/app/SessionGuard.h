#pragma once

#include "app/IdleWatch.h"
#include "models/ScreenLockModel.h"

#include <QObject>

class QMenu;
class QWidget;

namespace ClinicDesk {

class Services;

/// What guards a signed-in person's window: the screen lock by key and by idleness, and the change
/// of the own password. GUI thread.
class SessionGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionGuard)
public:
    SessionGuard(Services &services, QSettings &settings, QObject *parent = nullptr);

    /// Guards `window` for this person. Its commands go into `menu`, before the entry that signs
    /// out; without a menu (nullptr) the key and idleness still lock. The window owns what is
    /// added.
    void begin(QWidget &window, QMenu *menu, const Session &session,
               const ConnectionSettings &settings);
    void end(); ///< before the window goes

    [[nodiscard]] ScreenLockModel &lock() { return m_lock; }
    [[nodiscard]] IdleWatch &idleWatch() { return m_idle; }

Q_SIGNALS:
    /// From the lock page: someone else wants to sign in.
    void signOutRequested();

private:
    void addActions(QWidget &window, QMenu *menu);
    void addIdleChoices(QMenu &menu);
    void watchIdle();
    void changePassword(QWidget &window);
    void useConnection(const ConnectionSettings &settings);

    Services &m_services;
    QSettings &m_settings;
    ScreenLockModel m_lock;
    IdleWatch m_idle;
};

} // namespace ClinicDesk
