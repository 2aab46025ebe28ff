#include "ctl/Context.h"

#include <QCoroFuture>

#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

/// The same desk each time on this computer, so that a later run may use the hold of an earlier
/// one.
QString deskIdOf(const QString &desk)
{
    static const QUuid space(u"{5d0f2a5c-93a1-4c5e-9e0d-6c1f5cf1b7aa}"_s);
    const QString computer = QString::fromLatin1(QSysInfo::machineUniqueId());
    return QUuid::createUuidV5(space, computer + u'/' + desk).toString(QUuid::WithoutBraces);
}

} // namespace

Result<ConnectionSettings> Context::settingsFrom(const QString &url, const QString &desk)
{
    ConnectionSettings settings;
    if (!url.isNull()) {
        const Result<ConnectionSettings> parsed = ConnectionSettings::fromUrl(url);
        if (!parsed)
            return unexpected(parsed.error());
        settings = *parsed;
    }
    if (settings.database.isEmpty() && !qEnvironmentVariableIsSet("PGSERVICE"))
        settings.database = qEnvironmentVariable("PGDATABASE", u"clinic"_s);
    settings.deskName = desk;
    settings.deskId = deskIdOf(desk);
    return settings;
}

QCoro::Task<Result<bool>> Context::connect()
{
    co_return co_await executor.open(settings);
}

QCoro::Task<Result<bool>> Context::signIn()
{
    const Result<Session> session = co_await staff.signIn(settings);
    if (!session)
        co_return unexpected(session.error());
    m_session = *session;
    co_return true;
}

QDateTime Context::now() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_session.serverAheadMs);
}

} // namespace ClinicDesk::Ctl
