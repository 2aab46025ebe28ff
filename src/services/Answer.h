#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Result.h"

#include <QCoroFuture>
#include <QCoroTask>

#include <QPointer>
#include <QUuid>

#include <type_traits>

namespace ClinicDesk {

/// Hands a future's answer on as a task. Services make the future in a plain function, never inside
/// a co_await expression: GCC 12 destroys closures and braced temporaries in one twice.
/// LayeringTest watches over it.
template<typename T> QCoro::Task<Result<T>> answer(QFuture<Result<T>> future)
{
    co_return co_await future;
}

/// A service's answer, told to the service first where it still lives: `announce` emits what an own
/// commit has changed. A plain function, since a closure would meet the same fault.
template<typename T, typename Service>
QCoro::Task<Result<T>> announced(QFuture<Result<T>> future, Service *service,
                                 void (*announce)(Service &, const T &))
{
    const QPointer<Service> self(service);
    Result<T> result = co_await future;
    if (self && result)
        announce(*self, *result);
    co_return result;
}

/// One of a feature's Operations on the executor's thread. The operation's id is settled here, so
/// that whatever happens below carries the same one.
template<typename T, typename Request>
QFuture<Result<T>> submitWrite(DatabaseExecutor &executor,
                               Result<T> (*operation)(TransactionManager &, const QUuid &,
                                                      const Request &),
                               const QUuid &id, std::type_identity_t<Request> request)
{
    return executor.submit<T>([operation, id = id.isNull() ? QUuid::createUuid() : id,
                               request = std::move(request)](TransactionManager &manager) {
        return operation(manager, id, request);
    });
}

/// A reading transaction on the executor's thread.
template<typename T, typename Body>
QFuture<Result<T>> submitRead(DatabaseExecutor &executor, const QString &kind, Body body)
{
    return executor.submit<T>([kind, body = std::move(body)](TransactionManager &manager) {
        return manager.read<T>(kind, TransactionManager::Body<T>(body));
    });
}

} // namespace ClinicDesk
