#include "services/notifications/NotificationService.h"

#include "services/Answer.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr Statement listStatement {
    "notification_list", "integer",
    "SELECT n.id, n.appointment_id, e.kind, coalesce(s.display_name, e.who::text), e.at, "
    "e.old_starts_at, e.new_starts_at, "
    "coalesce(e.old_doctor_id, e.new_doctor_id) = e.new_doctor_id, ds.display_name, e.reason, "
    "p.family_name, p.given_name, n.read_at "
    "FROM app.notification n JOIN app.appointment_event e ON e.id = n.event_id "
    "LEFT JOIN app.staff s ON s.login = e.who "
    "LEFT JOIN app.doctor d ON d.id = e.new_doctor_id LEFT JOIN app.staff ds ON ds.id = d.staff_id "
    "LEFT JOIN app.appointment a ON a.id = n.appointment_id "
    "LEFT JOIN app.patient p ON p.id = a.patient_id "
    "WHERE n.staff_id = (SELECT app.my_staff()) ORDER BY n.id DESC LIMIT $1"};
constexpr Statement readStatement {
    "notification_read", "bigint[]",
    "UPDATE app.notification n SET read_at = app.clinic_now() "
    "WHERE n.id = ANY ($1) AND n.staff_id = (SELECT app.my_staff()) AND n.read_at IS NULL "
    "RETURNING n.id"};

Notification toNotification(const Row &row)
{
    Notification news;
    news.id = row.get<NotificationId>(0);
    news.appointment = row.get<AppointmentId>(1);
    news.kind = eventKindFromKey(row.get<QString>(2)).value_or(EventKind::Edited);
    news.who = row.get<QString>(3);
    news.at = row.get<QDateTime>(4);
    news.oldStart = row.optional<QDateTime>(5);
    news.newStart = row.get<QDateTime>(6);
    news.sameDoctor = row.get<bool>(7);
    news.doctorName = row.get<QString>(8);
    news.reason = row.get<QString>(9);
    news.familyName = row.get<QString>(10);
    news.givenName = row.get<QString>(11);
    news.readAt = row.optional<QDateTime>(12);
    return news;
}

} // namespace

NotificationService::NotificationService(DatabaseExecutor &executor)
    : m_executor(executor)
{
}

QCoro::Task<Result<QList<Notification>>> NotificationService::list()
{
    return answer(
        submitRead<QList<Notification>>(m_executor, u"notifications"_s, [](Transaction &t) {
            QList<Notification> list;
            for (const Row &row : t.query(listStatement, listLimit))
                list.append(toNotification(row));
            return list;
        }));
}

QCoro::Task<Result<int>> NotificationService::markRead(QList<NotificationId> ids)
{
    QList<qint64> values;
    for (const NotificationId id : std::as_const(ids))
        values.append(id.value);
    return answer(m_executor.submit<int>([values](TransactionManager &manager) {
        return manager.runIdempotent<int>(u"notification-read"_s, [&values](Transaction &t) {
            return static_cast<int>(t.query(readStatement, values).size());
        });
    }));
}

} // namespace ClinicDesk
