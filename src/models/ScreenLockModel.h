#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"
#include "domain/Session.h"
#include "models/SignInLock.h"

#include <QObject>

namespace ClinicDesk {

class LiveUpdates;
class Services;
class StaffService;

/// The locked screen: while it is locked no database session is open and no password is kept; the
/// same person's password opens both again, and what changed meanwhile is read anew. Wrong
/// passwords count as at sign-in. GUI thread.
class ScreenLockModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreenLockModel)
public:
    static constexpr int defaultMinutes = 10;
    static constexpr int longestMinutes = 60;

    /// `settings` is this computer's store and must outlive the model.
    ScreenLockModel(Services &services, QSettings &settings, QObject *parent = nullptr);

    /// Whom the screen is locked for; called at sign-in and after a changed password.
    void setSession(const Session &session, const ConnectionSettings &settings);
    void forgetSession(); ///< at sign-out

    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString personName() const { return m_session.name(); }
    /// How this computer's session connects; without a password while locked.
    [[nodiscard]] const ConnectionSettings &connection() const { return m_settings; }

    /// Minutes without input until the screen locks; 0: never.
    [[nodiscard]] int idleMinutes() const;
    void setIdleMinutes(int minutes);

    /// Closes the sessions at once, after what is being saved. Nothing when locked or signed out.
    void lock();
    /// Answered by unlocked() or refused(); nothing while busy.
    void unlock(const QString &password);

Q_SIGNALS:
    void locked();
    void unlocked();
    void refused(const QString &text);
    void busyChanged(bool busy);
    void idleMinutesChanged(int minutes);

private:
    void onAnswered(const ConnectionSettings &settings, const Result<Session> &answer);
    void setBusy(bool busy);

    StaffService &m_staff;
    LiveUpdates &m_live;
    QSettings &m_store;
    SignInLock m_wrongTries;
    Session m_session;
    ConnectionSettings m_settings;
    bool m_signedIn = false;
    bool m_locked = false;
    bool m_busy = false;
};

} // namespace ClinicDesk
