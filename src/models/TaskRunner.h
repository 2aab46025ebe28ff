#pragma once

#include "domain/Result.h"

#include <QCoroTask>

#include <QLoggingCategory>
#include <QObject>
#include <QPointer>

#include <exception>
#include <memory>
#include <utility>

namespace ClinicDesk {

Q_DECLARE_LOGGING_CATEGORY(taskLog)

namespace Detail {
template<typename T, typename Then> void answerLater(QObject *owner, Then then, T value)
{
    QMetaObject::invokeMethod(
        owner,
        [then = std::move(then), value = std::move(value)]() mutable { then(std::move(value)); },
        Qt::QueuedConnection);
}

template<typename T, typename Then>
QCoro::Task<void> runTask(QPointer<QObject> owner, QCoro::Task<T> task, Then then,
                          std::shared_ptr<bool> isStarting)
{
    try {
        T value = co_await std::move(task);
        if (owner && *isStarting)
            answerLater<T, Then>(owner, std::move(then), std::move(value));
        else if (owner)
            then(std::move(value));
    } catch (const std::exception &error) {
        qCCritical(taskLog) << "a task failed:" << error.what();
    } catch (...) {
        qCCritical(taskLog) << "a task failed";
    }
}
} // namespace Detail

/// Starts a service's task for `owner` and hands its answer to `then` on owner's thread, never
/// before this returns: a database that is quicker than the caller is answered to from the event
/// loop. The answer is dropped when the owner died meanwhile; what a task throws is logged. The
/// only place where models meet coroutines.
template<typename T, typename Then> void runTask(QObject *owner, QCoro::Task<T> task, Then then)
{
    const auto isStarting = std::make_shared<bool>(true);
    Detail::runTask<T, Then>(QPointer<QObject>(owner), std::move(task), std::move(then),
                             isStarting);
    *isStarting = false;
}

} // namespace ClinicDesk
