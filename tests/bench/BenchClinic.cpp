#include "bench/BenchClinic.h"

#include "database/ClinicBootstrap.h"
#include "services/demo/DemoData.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>
#include <QUuid>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int slotsADay = 56;
constexpr int searchableCount = 400;
const auto databaseName = u"clinic"_s;
const auto password = u"bench-password"_s;

template<typename T> T orThrow(Result<T> result, const char *what)
{
    if (!result) {
        const QString why = toKey(result.error().kind) + u' ' + result.error().rule;
        throw std::runtime_error(std::string(what) + ": " + why.toStdString());
    }
    return std::move(*result);
}

} // namespace

BenchClinic::BenchClinic(int patients, int history)
    : m_folder(QDir::temp().filePath(u"clinicdesk-bench-XXXXXX"_s))
{
    // The server's user must be able to pass through when this runs as root.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7711));
    PrivateServer::Options options;
    options.dataFolder = m_folder.filePath(u"server"_s);
    options.endWithStarter = true;
    m_server = std::make_unique<PrivateServer>(options);
    orThrow(m_server->start(), "the server did not start");
    orThrow(
        ClinicBootstrap::bootstrap(m_server->administratorSettings(u"postgres"_s), databaseName),
        "bootstrap");
    DemoOptions demo;
    demo.doctors = doctorCount;
    demo.patients = patients;
    demo.appointments = history;
    demo.password = password;
    orThrow(DemoData::load(m_server->administratorSettings(databaseName), demo,
                           [](const QString &, qint64, qint64) {}),
            "demo data");
    ConnectionSettings owner = m_server->administratorSettings(databaseName);
    owner.setRole = u"clinic_owner"_s;
    m_owner = std::make_unique<Connection>(owner);
    m_owner->open();
    setClock();
    openHours();
    fillDays();
    addRequests();
    addSearchable();
    ownerSql(u"ANALYZE"_s);
    for (const Row &row : ownerSql(u"SELECT id FROM app.doctor ORDER BY id"_s))
        m_doctors << DoctorId {row.get<qint64>(0)};
    for (const Row &row : ownerSql(
             u"SELECT id FROM app.patient WHERE given_name <> 'Bench' ORDER BY id LIMIT 2000"_s))
        m_patients << PatientId {row.get<qint64>(0)};
}

ConnectionSettings BenchClinic::settings(const QString &login) const
{
    ConnectionSettings settings = m_server->administratorSettings(databaseName);
    settings.user = login;
    settings.password = password;
    settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    settings.deskName = u"Bench"_s;
    return settings;
}

Rows BenchClinic::ownerSql(const QString &sql)
{
    const QList<Rows> results = m_owner->runScript(sql);
    return results.isEmpty() ? Rows() : results.constLast();
}

QDateTime BenchClinic::slot(QDate from, int number) const
{
    const QTime time = QTime(6, 0).addSecs(number % slotsADay * 900);
    return QDateTime(from.addDays(number / slotsADay), time, QTimeZone("Europe/Berlin")).toUTC();
}

QString BenchClinic::searchablePatient(int number) const
{
    const auto letter = [](int n) { return QChar(u'a' + n % 20); };
    return u"Quell"_s + letter(number / 20) + letter(number);
}

/// Past all that the demo booked, and the same hour whenever this runs.
void BenchClinic::setClock()
{
    ownerSql(uR"(
DO $$ BEGIN EXECUTE format(
    'CREATE OR REPLACE FUNCTION app.clinic_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE '
    'SECURITY DEFINER SET search_path = pg_catalog, pg_temp RETURN now() + interval %L',
    (app.clinic_day(now()) + 200 + time '09:35') AT TIME ZONE app.clinic_zone() - now());
END $$)"_s);
    m_today = ownerSql(u"SELECT app.clinic_day(app.clinic_now())"_s).constFirst().get<QDate>(0);
}

QStringList BenchClinic::inconsistencies()
{
    QStringList broken;
    for (const Row &row : ownerSql(u"SELECT rule, rows FROM app.consistency() WHERE rows > 0"_s))
        broken << u"%1: %2"_s.arg(row.get<QString>(0)).arg(row.get<qint64>(1));
    return broken;
}

void BenchClinic::openHours()
{
    ownerSql(u"DELETE FROM app.schedule_exception; DELETE FROM app.closed_day; DELETE FROM "
             u"app.weekly_hours; "
             "INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes) "
             "SELECT d.id, w, '06:00', '20:00', 15 FROM app.doctor d, generate_series(1, 7) w; "
             "UPDATE app.doctor SET max_per_day = 500, horizon_days = 730, lead_minutes = 0, "
             "buffer_minutes = 0, "
             "needs_confirmation = false; UPDATE app.visit_type SET minutes = 15"_s);
}

void BenchClinic::fillDays()
{
    // Who is in the demo's surgeries has been gone for long, and nobody answers its requests now.
    ownerSql(uR"(
UPDATE app.appointment SET status = 'completed' WHERE status = 'in_progress';
UPDATE app.appointment SET status = 'rejected', status_note = 'not answered' WHERE status = 'pending';
WITH p AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM app.patient ORDER BY id LIMIT %1 * %2),
     d AS (SELECT d.id, s.login, row_number() OVER (ORDER BY d.id) - 1 AS n
           FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id)
INSERT INTO app.appointment(doctor_id, patient_id, visit_type_id, starts_at, ends_at, status, checked_in_at, source)
    SELECT d.id, p.id, (SELECT min(id) FROM app.visit_type), begins, begins + interval '15 minutes',
           CASE WHEN day > date '%3' THEN 'confirmed'
                WHEN v < 12 THEN (ARRAY['completed', 'completed', 'completed', 'no_show'])[1 + v % 4]
                WHEN v = 14 THEN 'in_progress'
                WHEN v > 16 AND v % 6 = 0 AND d.login = 'osei' THEN 'pending'
                ELSE 'confirmed' END,
           CASE WHEN day = date '%3' AND v IN (14, 15, 16) THEN app.clinic_now() - interval '10 minutes' END, 'desk'
    FROM d, generate_series(0, %2 - 1) v, p, (VALUES (date '%3'), (date '%3' + 1)) AS days(day),
         LATERAL (SELECT (day + time '06:00' + v * interval '15 minutes') AT TIME ZONE 'Europe/Berlin' AS begins) b
    WHERE p.n = d.n * %2 + v)"_s.arg(doctorCount)
                 .arg(visitsADoctor)
                 .arg(m_today.toString(Qt::ISODate)));
}

void BenchClinic::addRequests()
{
    ownerSql(uR"(
WITH p AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM app.patient ORDER BY id LIMIT 1000)
INSERT INTO app.appointment(doctor_id, patient_id, starts_at, ends_at, status, source)
    SELECT d.id, p.id, begins, begins + interval '15 minutes', 'pending', 'kiosk'
    FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id, p,
         LATERAL (SELECT (date '%1' + (p.n / 50)::int + time '06:00' + p.n % 50 * interval '15 minutes')
                         AT TIME ZONE 'Europe/Berlin' AS begins) b
    WHERE s.login = 'osei' AND p.n < %2)"_s.arg(m_today.addDays(10).toString(Qt::ISODate))
                 .arg(requestCount));
}

void BenchClinic::addPast(int appointments)
{
    // A session of its own: triggers, and foreign keys with them, are off in it.
    Connection loader(m_server->administratorSettings(databaseName));
    loader.open();
    loader.runScript(
        u"SET statement_timeout = 0; SET session_replication_role = replica; "
        "INSERT INTO app.operation(id, kind, args_hash) VALUES (gen_random_uuid(), 'load', '');"_s);
    constexpr int batch = 500'000;
    for (int done = 0; done < appointments; done += batch)
        loader.runScript(uR"(
INSERT INTO app.appointment(doctor_id, patient_id, visit_type_id, starts_at, ends_at, doctor_free_at, status, source,
                            requested_at, confirmed_at, checked_in_at, started_at, ended_at, op_id)
    SELECT d.ids[1 + n / %1 % %2], p.least + (n::bigint * 7919 + n / %1) % p.many, v.id, begins,
           begins + interval '15 minutes', begins + interval '15 minutes', 'completed', 'desk',
           begins - interval '20 days', begins - interval '20 days', begins - interval '5 minutes', begins,
           begins + interval '12 minutes', o.id
    FROM generate_series(%3, %4) n,
         (SELECT array_agg(id ORDER BY id) AS ids FROM app.doctor) d,
         (SELECT min(id) AS least, count(*) AS many FROM app.patient) p,
         (SELECT min(id) AS id FROM app.visit_type) v,
         (SELECT id FROM app.operation WHERE kind = 'load') o,
         LATERAL (SELECT (date '%5' - 1 - n / (%1 * %2) + time '06:00' + n % %1 * interval '15 minutes')
                         AT TIME ZONE 'Europe/Berlin' AS begins) b)"_s.arg(visitsADoctor)
                             .arg(doctorCount)
                             .arg(done)
                             .arg(std::min(done + batch, appointments) - 1)
                             .arg(m_today.toString(Qt::ISODate)));
    loader.runScript(u"VACUUM ANALYZE app.appointment"_s);
    loader.runScript(u"CHECKPOINT"_s);
}

void BenchClinic::addSearchable()
{
    QStringList names;
    for (int number = 0; number < searchableCount; ++number)
        names << u"('%1', 'Bench', date '1970-01-01' + %2)"_s.arg(searchablePatient(number))
                     .arg(number * 17);
    ownerSql(u"INSERT INTO app.patient(family_name, given_name, birth_date) VALUES "_s
             + names.join(u", "_s));
}

} // namespace ClinicDesk
