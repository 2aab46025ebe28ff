#include "models/SignInModel.h"

#include "domain/ErrorText.h"
#include "models/TaskRunner.h"
#include "services/staff/StaffService.h"

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
        emit refused(SignInField::Name, lockedText(*until));
        return;
    }
    setBusy(true);
    const ConnectionSettings settings = m_desk.connection(name, password);
    runTask(this, m_staff.signIn(settings),
            [this, settings](const Result<Session> &answer) { onAnswered(settings, answer); });
}

void SignInModel::startTest(const QString &name, const QString &password)
{
    if (const auto until = m_lock.lockedUntil(name)) {
        emit refused(SignInField::Name, lockedText(*until));
        return;
    }
    m_test.start(m_desk.connection(name, password));
}

void SignInModel::onAnswered(const ConnectionSettings &settings, const Result<Session> &answer)
{
    setBusy(false);
    if (answer) {
        m_lock.forget(settings.user);
        m_desk.lastName = settings.user;
        if (m_remembering)
            m_desk.save(m_settings);
        emit signedIn(*answer, settings);
        return;
    }
    const Error &error = answer.error();
    if (error.kind == ErrorKind::SignInFailed && error.rule != u"database"
        && settings.password.isEmpty())
        emit refused(SignInField::Password, tr("Enter your password."));
    else if (error.kind == ErrorKind::SignInFailed && error.rule != u"database")
        refuseWrongPassword(settings.user);
    else if (error.kind == ErrorKind::NotPermitted)
        emit refused(SignInField::Name, refusalText(error));
    else
        emit refused(SignInField::Server, refusalText(error));
}

void SignInModel::refuseWrongPassword(const QString &name)
{
    const int left = m_lock.countWrong(name);
    if (const auto until = m_lock.lockedUntil(name)) {
        emit refused(SignInField::Name, lockedText(*until));
        return;
    }
    // Without a translation Qt forms no plural.
    const QString text = left == 1
        ? tr("Name or password is wrong. %1 try left before a %2-minute lock.")
        : tr("Name or password is wrong. %1 tries left before a %2-minute lock.");
    emit refused(SignInField::Password, text.arg(left).arg(SignInLock::lockMinutes));
}

QString SignInModel::lockedText(const QDateTime &until)
{
    return tr("%1 wrong passwords. This name is locked on this computer until %2. "
              "Another name can sign in meanwhile.")
        .arg(SignInLock::allowedTries)
        .arg(until.toLocalTime().addSecs(59).toString(u"HH:mm"_s));
}

QString SignInModel::refusalText(const Error &error) const
{
    switch (error.kind) {
    case ErrorKind::SignInFailed:
        return tr("The server has no database \"%1\". Correct it under \"Other server\".")
            .arg(m_desk.database);
    case ErrorKind::NotPermitted:
        return tr("This name is not an active member of staff. An administrator can change that.");
    case ErrorKind::Unreachable:
        return tr("The clinic's server does not answer at %1. Check the network, or test the "
                  "connection "
                  "under \"Other server\".")
            .arg(m_desk.host);
    case ErrorKind::ProgramTooOld:
        return tr("The clinic's database is newer than this program. Update ClinicDesk on this "
                  "computer.");
    case ErrorKind::ProgramTooNew:
        return tr("The clinic's database is older than this program. An administrator updates the "
                  "database with \"clinicctl migrate\".");
    default:
        return errorText(error, QTimeZone::systemTimeZone(), QDateTime::currentDateTimeUtc());
    }
}

void SignInModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged(busy);
}

} // namespace ClinicDesk
