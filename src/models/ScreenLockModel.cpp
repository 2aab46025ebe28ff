#include "models/ScreenLockModel.h"

#include "models/SignInTexts.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const auto minutesKey = u"desk/lockMinutes"_s;

} // namespace

ScreenLockModel::ScreenLockModel(Services &services, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_staff(services.staff)
    , m_live(services.live)
    , m_store(settings)
    , m_wrongTries(settings)
{
}

void ScreenLockModel::setSession(const Session &session, const ConnectionSettings &settings)
{
    m_session = session;
    m_settings = settings;
    m_signedIn = true;
    m_locked = false;
}

void ScreenLockModel::forgetSession()
{
    m_session = {};
    m_settings = {};
    m_signedIn = false;
    m_locked = false;
}

int ScreenLockModel::idleMinutes() const
{
    return std::clamp(m_store.value(minutesKey, defaultMinutes).toInt(), 0, longestMinutes);
}

void ScreenLockModel::setIdleMinutes(int minutes)
{
    m_store.setValue(minutesKey, std::clamp(minutes, 0, longestMinutes));
    Q_EMIT idleMinutesChanged(idleMinutes());
}

void ScreenLockModel::lock()
{
    if (m_locked || !m_signedIn)
        return;
    m_locked = true;
    m_settings.password.clear();
    m_live.pause();
    runTask(this, m_staff.signOut(), [](const Result<bool> &) {});
    Q_EMIT locked();
}

void ScreenLockModel::unlock(const QString &password)
{
    if (!m_locked || m_busy)
        return;
    if (password.isEmpty()) {
        Q_EMIT refused(tr("Enter your password."));
        return;
    }
    if (const auto until = m_wrongTries.lockedUntil(m_settings.user)) {
        Q_EMIT refused(SignInTexts::locked(*until));
        return;
    }
    setBusy(true);
    ConnectionSettings settings = m_settings;
    settings.password = password;
    runTask(this, m_staff.signIn(settings),
            [this, settings](const Result<Session> &answer) { onAnswered(settings, answer); });
}

void ScreenLockModel::onAnswered(const ConnectionSettings &settings, const Result<Session> &answer)
{
    setBusy(false);
    if (!m_locked) // signed out while the answer was on its way
        return;
    if (answer) {
        m_wrongTries.forget(settings.user);
        m_settings = settings;
        m_locked = false;
        m_live.resume(settings);
        Q_EMIT unlocked();
        return;
    }
    // A session that opened, but for nobody, must not stay behind the locked screen.
    runTask(this, m_staff.signOut(), [](const Result<bool> &) {});
    const Error &error = answer.error();
    if (error.kind != ErrorKind::SignInFailed || error.rule == u"database") {
        Q_EMIT refused(SignInTexts::refusal(error, settings.host, settings.database));
        return;
    }
    const int left = m_wrongTries.countWrong(settings.user);
    const auto until = m_wrongTries.lockedUntil(settings.user);
    Q_EMIT refused(until ? SignInTexts::locked(*until) : SignInTexts::wrongPassword(left));
}

void ScreenLockModel::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace ClinicDesk
