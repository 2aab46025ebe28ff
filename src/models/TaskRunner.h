#pragma once

#include "domain/Result.h"

#include <QCoroTask>

#include <QLoggingCategory>
#include <QObject>
#include <QPointer>

#include <exception>
#include <utility>

namespace ClinicDesk {

Q_DECLARE_LOGGING_CATEGORY(taskLog)

namespace Detail {
template<typename T, typename Then>
QCoro::Task<void> runTask(QPointer<QObject> owner, QCoro::Task<T> task, Then then)
{
    try {
        T value = co_await std::move(task);
        if (owner)
            then(std::move(value));
    } catch (const std::exception &error) {
        qCCritical(taskLog) << "a task failed:" << error.what();
    } catch (...) {
        qCCritical(taskLog) << "a task failed";
    }
}
} // namespace Detail

/// Starts a service's task for `owner` and hands its answer to `then` on owner's thread. The answer
/// is dropped when the owner died meanwhile; what a task throws is logged. The only place where
/// models meet coroutines.
template<typename T, typename Then> void runTask(QObject *owner, QCoro::Task<T> task, Then then)
{
    Detail::runTask<T, Then>(QPointer<QObject>(owner), std::move(task), std::move(then));
}

} // namespace ClinicDesk
