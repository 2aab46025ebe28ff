#include "services/notifications/NotificationStore.h"

#include "database/RowList.h"

namespace ClinicDesk::NotificationStore {

namespace {

constexpr Statement listStatement {"notification_list", "integer", R"sql(
    SELECT n.id, n.appointment_id, e.kind, coalesce(s.display_name, e.who::text) AS who, e.at,
           e.old_starts_at, e.new_starts_at,
           coalesce(e.old_doctor_id, e.new_doctor_id) = e.new_doctor_id AS same_doctor,
           ds.display_name AS doctor_name, e.reason, p.family_name, p.given_name, n.read_at
    FROM app.notification n
    JOIN app.appointment_event e ON e.id = n.event_id
    LEFT JOIN app.staff s ON s.login = e.who
    LEFT JOIN app.doctor d ON d.id = e.new_doctor_id
    LEFT JOIN app.staff ds ON ds.id = d.staff_id
    LEFT JOIN app.appointment a ON a.id = n.appointment_id
    LEFT JOIN app.patient p ON p.id = a.patient_id
    WHERE n.staff_id = (SELECT app.my_staff())
    ORDER BY n.id DESC LIMIT $1
)sql"};
constexpr Statement readStatement {"notification_read", "bigint[]", R"sql(
    UPDATE app.notification n SET read_at = app.clinic_now()
    WHERE n.id = ANY ($1) AND n.staff_id = (SELECT app.my_staff()) AND n.read_at IS NULL
    RETURNING n.id
)sql"};

Notification toNotification(const Row &row)
{
    Notification news;
    news.id = row.get<NotificationId>("id");
    news.appointment = row.get<AppointmentId>("appointment_id");
    news.kind = eventKindFromKey(row.get<QString>("kind")).value_or(EventKind::Edited);
    news.who = row.get<QString>("who");
    news.at = row.get<QDateTime>("at");
    news.oldStart = row.optional<QDateTime>("old_starts_at");
    news.newStart = row.get<QDateTime>("new_starts_at");
    news.sameDoctor = row.get<bool>("same_doctor");
    news.doctorName = row.get<QString>("doctor_name");
    news.reason = row.get<QString>("reason");
    news.familyName = row.get<QString>("family_name");
    news.givenName = row.get<QString>("given_name");
    news.readAt = row.optional<QDateTime>("read_at");
    return news;
}

} // namespace

QList<Notification> list(Transaction &transaction, int limit)
{
    return listOf(transaction.query(listStatement, limit), &toNotification);
}

int markRead(Transaction &transaction, const QList<qint64> &ids)
{
    return static_cast<int>(transaction.query(readStatement, ids).size());
}

} // namespace ClinicDesk::NotificationStore
