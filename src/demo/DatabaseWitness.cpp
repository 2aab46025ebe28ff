#include "demo/DatabaseWitness.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

DatabaseWitness::DatabaseWitness(const ConnectionSettings &administrator)
    : m_connection(administrator)
{
}

void DatabaseWitness::connect()
{
    m_connection.open();
}

QStringList DatabaseWitness::visits(const QString &condition)
{
    const QList<Rows> results = m_connection.runScript(
        u"SELECT upper(p.family_name) || ' ' || to_char(a.starts_at AT TIME ZONE "
        u"app.clinic_zone(), 'Dy HH24:MI') || "
        "' with ' || s.display_name || ': ' || a.status || ', version ' || a.version || ', last "
        "change by ' || e.who "
        "FROM app.appointment a JOIN app.patient p ON p.id = a.patient_id JOIN app.doctor d ON "
        "d.id = a.doctor_id "
        "JOIN app.staff s ON s.id = d.staff_id "
        "JOIN app.appointment_event e ON e.appointment_id = a.id AND e.version = a.version WHERE %1 ORDER BY a.id"_s
            .arg(condition));
    QStringList lines;
    for (const Row &row : results.constLast())
        lines.append(row.get<QString>(0));
    return lines;
}

qint64 DatabaseWitness::count(const QString &query)
{
    return m_connection.runScript(query).constLast().constFirst().get<qint64>(0);
}

qint64 DatabaseWitness::visitToCheckIn()
{
    return count(u"SELECT coalesce((SELECT a.id FROM app.appointment a JOIN app.doctor d ON d.id = "
                 u"a.doctor_id "
                 "WHERE a.status = 'confirmed' AND a.checked_in_at IS NULL "
                 "AND app.clinic_day(a.starts_at) = app.clinic_day(app.clinic_now()) "
                 "ORDER BY abs(extract(epoch FROM a.starts_at - app.clinic_now())) LIMIT 1), 0)"_s);
}

void DatabaseWitness::cutOff(const QString &login)
{
    m_connection.runScript(
        u"ALTER ROLE \"%1\" NOLOGIN; SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '%1'"_s
            .arg(login));
}

void DatabaseWitness::letBackIn(const QString &login)
{
    m_connection.runScript(u"ALTER ROLE \"%1\" LOGIN"_s.arg(login));
}

} // namespace ClinicDesk
