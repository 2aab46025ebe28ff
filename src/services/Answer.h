#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Result.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace ClinicDesk {

/// Hands a future's answer on as a task. Services make the future in a plain function, never inside
/// a co_await expression: GCC 12 destroys closures and braced temporaries in one twice.
/// LayeringTest watches over it.
template<typename T> QCoro::Task<Result<T>> answer(QFuture<Result<T>> future)
{
    co_return co_await future;
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
