#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Notification.h"
#include "domain/Result.h"

#include <QCoroTask>

namespace ClinicDesk {

/// The notifications of the person signed in; the database writes them and shows nobody else's.
/// Lives on the caller's thread.
class NotificationService final
{
    Q_DISABLE_COPY_MOVE(NotificationService)
public:
    /// How many a list holds at most.
    static constexpr int listLimit = 200;

    explicit NotificationService(DatabaseExecutor &executor);

    /// The newest ones, newest first.
    QCoro::Task<Result<QList<Notification>>> list();
    /// Marks these as read; how many there were. May safely run twice.
    QCoro::Task<Result<int>> markRead(QList<NotificationId> ids);

private:
    DatabaseExecutor &m_executor;
};

} // namespace ClinicDesk
