#include "services/staff/StaffService.h"

#include "services/Answer.h"
#include "services/staff/StaffOperations.h"
#include "services/staff/StaffStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

StaffService::StaffService(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
}

QCoro::Task<Result<Session>> StaffService::signIn(ConnectionSettings settings, Admit admit)
{
    // Jobs of an executor run in order: the second one meets the opened session, or tells why there
    // is none.
    QFuture<Result<bool>> opened = m_executor.open(settings);
    QFuture<Result<Session>> session
        = m_executor.submit<Session>([settings, admit](TransactionManager &manager) {
              return StaffOperations::signIn(manager, settings, admit);
          });
    return signedIn(opened, session);
}

QCoro::Task<Result<Session>> StaffService::signedIn(QFuture<Result<bool>> opened,
                                                    QFuture<Result<Session>> session)
{
    const Result<bool> open = co_await opened;
    Result<Session> result = co_await session;
    if (!open)
        co_return unexpected(open.error());
    co_return result;
}

QCoro::Task<Result<bool>> StaffService::signOut()
{
    return answer(m_executor.close());
}

QCoro::Task<Result<QList<Staff>>> StaffService::staff()
{
    return answer(submitRead<QList<Staff>>(m_executor, u"staff"_s, &StaffStore::staff));
}

QCoro::Task<Result<Staff>> StaffService::add(Staff person, QString password)
{
    return answer(m_executor.submit<Staff>([person, password](TransactionManager &manager) {
        return StaffOperations::add(manager, person, password);
    }));
}

QCoro::Task<Result<bool>> StaffService::disable(QString login)
{
    return answer(m_executor.submit<bool>(
        [login](TransactionManager &manager) { return StaffOperations::disable(manager, login); }));
}

QCoro::Task<Result<bool>> StaffService::setPassword(QString login, QString password)
{
    return answer(m_executor.submit<bool>([login, password](TransactionManager &manager) {
        return StaffOperations::setPassword(manager, login, password);
    }));
}

QCoro::Task<Result<bool>> StaffService::changeOwnPassword(ConnectionSettings now, QString password)
{
    return answer(m_executor.submit<bool>([now, password](TransactionManager &manager) {
        return StaffOperations::changeOwnPassword(manager, now, password);
    }));
}

} // namespace ClinicDesk
