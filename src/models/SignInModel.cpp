#include "models/SignInModel.h"

#include "models/SignInTexts.h"
#include "models/TaskRunner.h"
#include "services/staff/StaffService.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

SignInModel::SignInModel(StaffService &staff, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_staff(staff)
    , m_settings(settings)
    , m_lock(settings)
    , m_desk(DeskSettings::load(settings))
{
    connect(&m_test, &ServerTest::wrongPassword, this,
            [this](const QString &name) { m_lock.countWrong(name); });
}

void SignInModel::signIn(const QString &name, const QString &password)
{
    if (m_busy)
        return;
    if (const auto until = m_lock.lockedUntil(name)) {
        Q_EMIT refused(SignInField::Name, SignInTexts::locked(*until));
        return;
    }
    setBusy(true);
    if (m_starting)
        m_waiting = Waiting {name, password};
    else
        signInNow(name, password);
}

void SignInModel::setServerStarting()
{
    m_starting = true;
}

void SignInModel::setServerStarted(const QString &port)
{
    m_starting = false;
    m_desk.port = port;
    if (const auto waiting = std::exchange(m_waiting, std::nullopt))
        signInNow(waiting->name, waiting->password);
}

void SignInModel::setServerFailed(const Error &error)
{
    m_starting = false;
    m_waiting.reset();
    setBusy(false);
    Q_EMIT refused(SignInField::Server, SignInTexts::serverFailure(error));
}

void SignInModel::signInNow(const QString &name, const QString &password)
{
    const ConnectionSettings settings = m_desk.connection(name, password);
    runTask(this, m_staff.signIn(settings, StaffService::Admit::StaffAndDevices),
            [this, settings](const Result<Session> &answer) { onAnswered(settings, answer); });
}

void SignInModel::startTest(const QString &name, const QString &password)
{
    if (const auto until = m_lock.lockedUntil(name)) {
        Q_EMIT refused(SignInField::Name, SignInTexts::locked(*until));
        return;
    }
    m_test.start(m_desk.connection(name, password));
}

void SignInModel::onAnswered(const ConnectionSettings &settings, const Result<Session> &answer)
{
    setBusy(false);
    if (!answer) {
        onRefused(settings, answer.error());
        return;
    }
    m_lock.forget(settings.user);
    if (!m_serves(*answer)) {
        const QString rule = answer->device() ? u"device"_s : u"unknown_role"_s;
        onRefused(settings, Error::of(ErrorKind::NotPermitted, rule));
        return;
    }
    m_desk.lastName = settings.user;
    if (m_remembering)
        m_desk.save(m_settings);
    Q_EMIT signedIn(*answer, settings);
}

void SignInModel::onRefused(const ConnectionSettings &settings, const Error &error)
{
    // Whoever is nobody here has a session all the same.
    if (error.kind == ErrorKind::NotPermitted)
        runTask(this, m_staff.signOut(), [](const Result<bool> &) {});
    if (error.kind == ErrorKind::SignInFailed && error.rule != u"database"
        && settings.password.isEmpty())
        Q_EMIT refused(SignInField::Password, tr("Enter your password."));
    else if (error.kind == ErrorKind::SignInFailed && error.rule != u"database")
        refuseWrongPassword(settings.user);
    else if (error.kind == ErrorKind::NotPermitted)
        Q_EMIT refused(SignInField::Name,
                       SignInTexts::refusal(error, m_desk.host, m_desk.database));
    else
        Q_EMIT refused(SignInField::Server,
                       SignInTexts::refusal(error, m_desk.host, m_desk.database));
}

void SignInModel::refuseWrongPassword(const QString &name)
{
    const int left = m_lock.countWrong(name);
    if (const auto until = m_lock.lockedUntil(name))
        Q_EMIT refused(SignInField::Name, SignInTexts::locked(*until));
    else
        Q_EMIT refused(SignInField::Password, SignInTexts::wrongPassword(left));
}

void SignInModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace ClinicDesk
