#include "models/PasswordModel.h"

#include "models/SignInTexts.h"
#include "models/TaskRunner.h"
#include "services/staff/StaffService.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PasswordModel::PasswordModel(StaffService &staff, const ConnectionSettings &settings,
                             QSettings &store, QObject *parent)
    : QObject(parent)
    , m_staff(staff)
    , m_settings(settings)
    , m_wrongTries(store)
{
}

QString PasswordModel::rule()
{
    return tr("At least %1 characters, and not your sign-in name. Several words make a good one.")
        .arg(StaffService::shortestPassword);
}

QString PasswordModel::problem(const QString &password, const QString &login)
{
    if (password.size() < StaffService::shortestPassword)
        return tr("Use at least %1 characters.").arg(StaffService::shortestPassword);
    if (password.compare(login, Qt::CaseInsensitive) == 0)
        return tr("Choose a password that is not your sign-in name.");
    return {};
}

void PasswordModel::change(const QString &current, const QString &password, const QString &repeated)
{
    if (m_busy)
        return;
    const QString wrong = problem(password, m_settings.user);
    const auto until = m_wrongTries.lockedUntil(m_settings.user);
    if (until)
        Q_EMIT refused(PasswordField::Current, SignInTexts::locked(*until));
    else if (current.isEmpty())
        Q_EMIT refused(PasswordField::Current, tr("Enter your present password."));
    else if (!wrong.isEmpty())
        Q_EMIT refused(PasswordField::New, wrong);
    else if (password != repeated)
        Q_EMIT refused(PasswordField::Repeat, tr("The two new passwords differ. Type it again."));
    if (until || current.isEmpty() || !wrong.isEmpty() || password != repeated)
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    ConnectionSettings now = m_settings;
    now.password = current;
    runTask(this, m_staff.changeOwnPassword(now, password),
            [this, password](const Result<bool> &answer) { onAnswered(password, answer); });
}

void PasswordModel::onAnswered(const QString &password, const Result<bool> &answer)
{
    m_busy = false;
    Q_EMIT busyChanged(false);
    if (!answer) {
        refuse(answer.error());
        return;
    }
    m_wrongTries.forget(m_settings.user);
    m_settings.password = password;
    Q_EMIT changed(m_settings);
}

void PasswordModel::refuse(const Error &error)
{
    const auto *details = error.as<ValidationDetails>();
    if (!details || !details->fields.contains(u"current"_s)) {
        Q_EMIT refused(details ? PasswordField::New : PasswordField::Other,
                       SignInTexts::refusal(error, m_settings.host, m_settings.database));
        return;
    }
    const int left = m_wrongTries.countWrong(m_settings.user);
    const auto until = m_wrongTries.lockedUntil(m_settings.user);
    const QString text = tr(
        "Your present password is wrong. %n tries left before a %1-minute lock.", nullptr, left);
    Q_EMIT refused(PasswordField::Current,
                   until ? SignInTexts::locked(*until) : text.arg(SignInLock::lockMinutes));
}

} // namespace ClinicDesk
