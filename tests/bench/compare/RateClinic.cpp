#include "bench/compare/RateClinic.h"

#include "bench/compare/PgBench.h"
#include "database/TransactionManager.h"
#include "services/appointments/AppointmentOperations.h"
#include "support/WireProxy.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QThread>

#include <atomic>
#include <barrier>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int slotMinutes = 20;
constexpr int slotsADay = 71;
constexpr int slotsARun = 600;
constexpr int patientsADesk = 20;

/// Where the n-th booking of a desk goes: no two of a run share a doctor's or a patient's time.
struct Place
{
    int doctor = 0;
    int patient = 0;
    qint64 slot = 0;

    Place(int desk, int n, int desks)
        : doctor((desk + n) % RateClinic::doctorCount)
        , patient(desk * patientsADesk + n % patientsADesk)
        , slot(qint64(n / RateClinic::doctorCount) * desks + desk)
    {
    }
};

/// The same in pgbench's words.
constexpr auto placeInScript = R"(\set n :n + 1
\set doctor (:client_id + :n) % 20 + :first_doctor
\set patient :client_id * 20 + :n % 20 + :first_patient
\set slot :times + :n / 20 * :desks + :client_id
\set minute :slot / 71 * 1440 + :slot % 71 * 20
)";

constexpr auto bareTables = R"(
CREATE SCHEMA bare;
CREATE TABLE bare.doctor (id bigint PRIMARY KEY);
INSERT INTO bare.doctor SELECT generate_series(1, 20);
CREATE TABLE bare.appointment (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, doctor_id bigint NOT NULL,
    patient_id bigint NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL);
CREATE INDEX ON bare.appointment(doctor_id, starts_at);
CREATE FUNCTION bare.book(wanted bigint, patient bigint, s timestamptz, e timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM bare.doctor WHERE id = wanted FOR UPDATE;
    IF EXISTS (SELECT FROM bare.appointment WHERE doctor_id = wanted AND starts_at < e
               AND starts_at > s - interval '12 hours' AND ends_at > s) THEN
        RETURN false;
    END IF;
    INSERT INTO bare.appointment(doctor_id, patient_id, starts_at, ends_at) VALUES (wanted, patient, s, e);
    RETURN true;
END
$$;
CREATE TABLE bare.line (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n int NOT NULL);
CREATE TABLE bare.loose (LIKE bare.appointment INCLUDING ALL);
)";

/// As a web framework's migrations make them: keys, an index, no rule.
constexpr auto webTables = R"(
CREATE SCHEMA web;
CREATE TABLE web.doctors (id bigint PRIMARY KEY, name text NOT NULL);
INSERT INTO web.doctors SELECT n, 'Dr ' || n FROM generate_series(1, 20) n;
CREATE TABLE web.patients (id bigint PRIMARY KEY, name text NOT NULL);
INSERT INTO web.patients SELECT n, 'Patient ' || n FROM generate_series(1, 1000) n;
CREATE TABLE web.appointments (id bigserial PRIMARY KEY, doctor_id bigint NOT NULL REFERENCES web.doctors,
    patient_id bigint NOT NULL REFERENCES web.patients, day date NOT NULL, starts_at timestamp NOT NULL,
    ends_at timestamp NOT NULL, status text NOT NULL, created_at timestamp, updated_at timestamp);
CREATE INDEX ON web.appointments(doctor_id, day);
CREATE TABLE web.notifications (id bigserial PRIMARY KEY, doctor_id bigint NOT NULL REFERENCES web.doctors,
    appointment_id bigint NOT NULL REFERENCES web.appointments, text text NOT NULL, created_at timestamp,
    updated_at timestamp);
)";

} // namespace

RateClinic::RateClinic()
{
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7711));
    PrivateServer::Options options;
    options.dataFolder = m_folder.filePath(u"server"_s);
    options.endWithStarter = true;
    m_server = std::make_unique<PrivateServer>(options);
    if (!m_server->start())
        throw std::runtime_error("the server did not start");
    ProofOptions proof;
    proof.connections = mostDesks;
    proof.doctors = doctorCount;
    ConnectionSettings superuser = m_server->administratorSettings(u"postgres"_s);
    m_clinic = std::make_unique<ProofClinic>(superuser, proof);
    superuser.database = m_clinic->deskSettings(0).database;
    m_superuser = std::make_unique<Connection>(superuser);
    m_superuser->open();
    m_superuser->runScript(u"SET statement_timeout = 0"_s);
    superuserSql(QString::fromLatin1(bareTables));
    superuserSql(QString::fromLatin1(webTables));
    m_firstPatient = superuserSql(uR"(
WITH added AS (INSERT INTO app.patient(family_name, given_name, birth_date)
    SELECT 'Rate', 'Patient ' || n, date '1980-01-01' FROM generate_series(1, %1) n RETURNING id)
SELECT min(id) FROM added)"_s.arg(mostDesks * patientsADesk))
                         .constFirst()
                         .get<qint64>(0);
    m_firstDay = QDateTime::currentDateTimeUtc().date().addDays(1);
    superuserSql(u"ANALYZE"_s);
}

double RateClinic::program(int connections, int seconds)
{
    const qint64 times = nextTimes();
    std::barrier start(connections + 1);
    std::atomic_bool isOver = false;
    std::atomic<qint64> booked = 0;
    QString refusal;
    std::mutex mutex;
    std::vector<std::thread> desks;
    for (int desk = 0; desk < connections; ++desk) {
        desks.emplace_back([&, desk] {
            Connection connection(m_clinic->deskSettings(desk));
            TransactionStatistics statistics;
            TransactionManager manager(connection, statistics);
            {
                const std::scoped_lock lock(mutex); // QPSQL of Qt 6.4 may hang side by side
                connection.open();
            }
            for (int n = 0; !isOver; ++n) {
                if (n == 1)
                    start.arrive_and_wait(); // its statements are prepared by now
                const Place place(desk, n, connections);
                BookRequest request;
                request.operation = QUuid::createUuid();
                request.doctor = m_clinic->doctors().at(place.doctor);
                request.patient = PatientId {m_firstPatient + place.patient};
                const qint64 slot = times + place.slot;
                request.start
                    = QDateTime(m_firstDay.addDays(slot / slotsADay), QTime(0, 0), Qt::UTC)
                          .addSecs(slot % slotsADay * slotMinutes * 60);
                request.end = request.start.addSecs(900);
                const Result<Appointment> answer = AppointmentOperations::book(manager, request);
                if (answer) {
                    ++booked;
                    continue;
                }
                const std::scoped_lock lock(mutex);
                refusal = toKey(answer.error().kind) + u' ' + answer.error().rule;
            }
        });
    }
    start.arrive_and_wait();
    booked = 0;
    QElapsedTimer timer;
    timer.start();
    QThread::sleep(static_cast<unsigned long>(seconds));
    const double rate = double(booked) / (double(timer.nsecsElapsed()) / 1e9);
    isOver = true;
    for (std::thread &desk : desks)
        desk.join();
    if (!refusal.isEmpty())
        throw std::runtime_error(u"a booking was refused: %1"_s.arg(refusal).toStdString());
    return rate;
}

/// One booking of the program's, as it went over the wire, with what changes put as variables.
QString RateClinic::recordedScript()
{
    WireProxy wire(m_server->port());
    ConnectionSettings settings = m_clinic->deskSettings(0);
    settings.host = u"127.0.0.1"_s;
    settings.port = QString::number(wire.port());
    Connection connection(settings);
    connection.open();
    TransactionStatistics statistics;
    TransactionManager manager(connection, statistics);
    BookRequest request;
    request.operation = QUuid::createUuid();
    request.doctor = m_clinic->doctors().at(16);
    request.patient = PatientId {m_firstPatient + 777};
    request.start = QDateTime(m_firstDay.addDays(700), QTime(10, 0), Qt::UTC);
    request.end = request.start.addSecs(900);
    wire.resetCount();
    if (!AppointmentOperations::book(manager, request))
        throw std::runtime_error("the booking to record was refused");
    QString prepare;
    QString messages;
    for (const QByteArray &query : wire.queries()) {
        if (query.startsWith("PREPARE")) {
            prepare += QString::fromUtf8(query) + u"\n"_s;
            continue;
        }
        QString text = QString::fromUtf8(query);
        const auto put = [&text](const SqlValue &value, const QString &variable) {
            text.replace(QString::fromUtf8(value.literal()), variable);
        };
        put(SqlValue(request.operation),
            u"('00000000-0000-4000-8000-' || lpad(to_hex(:times::bigint * 1000000 + :client_id * 10000 + :n), 12, '0'))::uuid"_s);
        const QString start = u"(timestamptz '%1 00:00Z' + :minute * interval '1 min')"_s.arg(
            m_firstDay.toString(Qt::ISODate));
        put(SqlValue(request.start), start);
        put(SqlValue(request.end), u"(%1 + interval '15 min')"_s.arg(start));
        const auto putNumber = [&text](qint64 number, const QString &variable) {
            text.replace(QRegularExpression(u"(?<=[(,])%1(?=[,)])"_s.arg(number)), variable);
        };
        putNumber(request.doctor.value, u":doctor"_s);
        putNumber(request.patient.value, u":patient"_s);
        messages += text.replace(u';', u" \\; "_s) + u";\n"_s;
    }
    return u"\\if :ready\n\\else\n"_s + prepare + u"\\set ready 1\n\\endif\n"_s
        + QString::fromLatin1(placeInScript) + messages;
}

double RateClinic::sameMessages(int connections, int seconds)
{
    if (m_script.isEmpty())
        m_script = recordedScript();
    return pgbench(m_clinic->deskSettings(0), m_script, connections, seconds, nextTimes());
}

double RateClinic::bareFunction(int connections, int seconds)
{
    return pgbench(m_superuser->settings(),
                   QString::fromLatin1(placeInScript)
                       + u"SELECT bare.book(:doctor - :first_doctor + 1, :patient, "
                         "timestamptz '2030-01-01 00:00Z' + :minute * interval '1 min', "
                         "timestamptz '2030-01-01 00:15Z' + :minute * interval '1 min');\n"_s,
                   connections, seconds, nextBareTimes());
}

double RateClinic::bareCommit(int connections, int seconds)
{
    return pgbench(m_superuser->settings(), u"INSERT INTO bare.line(n) VALUES (:client_id);\n"_s,
                   connections, seconds, nextBareTimes());
}

double RateClinic::webStack(int connections, int seconds)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const ConnectionSettings &settings = m_superuser->settings();
    environment.insert(u"PGHOST"_s, settings.host);
    environment.insert(u"PGPORT"_s, settings.port);
    environment.insert(u"PGDATABASE"_s, settings.database);
    environment.insert(u"PGUSER"_s, settings.user);
    environment.insert(u"PGPASSWORD"_s, settings.password);
    const qint64 times = nextBareTimes();
    std::vector<std::unique_ptr<QProcess>> workers;
    for (int desk = 0; desk < connections; ++desk) {
        workers.push_back(std::make_unique<QProcess>());
        workers.back()->setProcessEnvironment(environment);
        workers.back()->start(u"php"_s,
                              {QStringLiteral(CLINICDESK_WEB_STACK), QString::number(desk),
                               QString::number(connections), QString::number(times),
                               QString::number(seconds)});
    }
    const auto line = [seconds](QProcess &worker) {
        while (!worker.canReadLine() && worker.waitForReadyRead((seconds + 60) * 1000)) { }
        if (!worker.canReadLine())
            throw std::runtime_error("php: " + worker.readAllStandardError().toStdString());
        return worker.readLine().trimmed();
    };
    for (const std::unique_ptr<QProcess> &worker : workers)
        (void)line(*worker);
    for (const std::unique_ptr<QProcess> &worker : workers) {
        worker->write("go\n");
        worker->waitForBytesWritten();
    }
    int booked = 0;
    for (const std::unique_ptr<QProcess> &worker : workers) {
        booked += line(*worker).toInt();
        worker->waitForFinished();
    }
    return double(booked) / seconds;
}

double RateClinic::lookThenInsert(int connections, int seconds)
{
    return pgbench(
        m_superuser->settings(),
        u"\\set doctor random(1, 20)\n\\set minute random(0, 200) * 20 + :times * 5000\n"
        "BEGIN;\n"
        "SELECT count(*) AS taken FROM bare.loose WHERE doctor_id = :doctor "
        "AND starts_at < timestamptz '2030-01-01 00:15Z' + :minute * interval '1 min' "
        "AND ends_at > timestamptz '2030-01-01 00:00Z' + :minute * interval '1 min' \\gset\n"
        "\\if :taken = 0\n"
        "INSERT INTO bare.loose(doctor_id, patient_id, starts_at, ends_at) VALUES (:doctor, "
        ":client_id, "
        "timestamptz '2030-01-01 00:00Z' + :minute * interval '1 min', "
        "timestamptz '2030-01-01 00:15Z' + :minute * interval '1 min');\n"
        "\\endif\n"
        "COMMIT;\n"_s,
        connections, seconds, nextBareTimes());
}

qint64 RateClinic::doubleBookings()
{
    return superuserSql(
               u"SELECT count(*) FROM bare.loose a JOIN bare.loose b ON b.doctor_id = a.doctor_id "
               "AND b.id > a.id AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at"_s)
        .constFirst()
        .get<qint64>(0);
}

qint64 RateClinic::brokenPromises()
{
    return m_clinic->inconsistencies();
}

double RateClinic::pgbench(const ConnectionSettings &settings, const QString &script,
                           int connections, int seconds, qint64 times)
{
    PgBenchRun run;
    run.settings = settings;
    run.settings.port = QString::number(m_server->port());
    run.script = script;
    run.connections = connections;
    run.seconds = seconds;
    run.variables = {{u"n"_s, -1},
                     {u"ready"_s, 0},
                     {u"times"_s, times},
                     {u"desks"_s, connections},
                     {u"first_doctor"_s, m_clinic->doctors().constFirst().value},
                     {u"first_patient"_s, m_firstPatient}};
    return transactionsASecond(run);
}

Rows RateClinic::superuserSql(const QString &sql)
{
    const QList<Rows> results = m_superuser->runScript(sql);
    return results.isEmpty() ? Rows() : results.constLast();
}

qint64 RateClinic::nextTimes()
{
    return qint64(m_runs++) * slotsARun;
}

qint64 RateClinic::nextBareTimes()
{
    return qint64(m_bareRuns++) * slotsARun;
}

} // namespace ClinicDesk
