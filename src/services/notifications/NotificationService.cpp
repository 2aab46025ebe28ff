#include "services/notifications/NotificationService.h"

#include "services/Answer.h"
#include "services/notifications/NotificationStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

NotificationService::NotificationService(DatabaseExecutor &executor)
    : m_executor(executor)
{
}

QCoro::Task<Result<QList<Notification>>> NotificationService::list()
{
    return answer(
        submitRead<QList<Notification>>(m_executor, u"notifications"_s, [](Transaction &t) {
            return NotificationStore::list(t, listLimit);
        }));
}

QCoro::Task<Result<int>> NotificationService::markRead(QList<NotificationId> ids)
{
    QList<qint64> values;
    for (const NotificationId id : std::as_const(ids))
        values.append(id.value);
    return answer(m_executor.submit<int>([values](TransactionManager &manager) {
        return manager.runIdempotent<int>(u"notification-read"_s, [&values](Transaction &t) {
            return NotificationStore::markRead(t, values);
        });
    }));
}

} // namespace ClinicDesk
