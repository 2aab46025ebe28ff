#pragma once

#include "database/Transaction.h"
#include "domain/Notification.h"

/// SQL and row mapping of the signed-in person's notifications, on an open Transaction.
namespace ClinicDesk::NotificationStore {

/// The newest ones, newest first.
QList<Notification> list(Transaction &transaction, int limit);
/// How many of these were not read yet.
int markRead(Transaction &transaction, const QList<qint64> &ids);

} // namespace ClinicDesk::NotificationStore
