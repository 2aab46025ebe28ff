#include "services/proof/ProofClinic.h"

#include "database/ClinicBootstrap.h"
#include "database/ScramVerifier.h"
#include "database/SqlFiles.h"

#include <QLoggingCategory>
#include <QMap>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Q_LOGGING_CATEGORY(proofLog, "clinicdesk.proof")

constexpr auto namePrefix = "clinicproof_"_L1;

const Statement isSuperuser {"proof_superuser", "",
                             "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"};
// One proof at a time on a server, so what is there already is nobody's. Goes with the session.
const Statement lockProof {"proof_lock", "",
                           "SELECT pg_advisory_lock(hashtextextended('clinicdesk.proof', 0))"};
const Statement leftoverDatabases {
    "proof_left_databases", "text",
    "SELECT datname::text FROM pg_database WHERE starts_with(datname, $1)"};
const Statement leftoverLogins {
    "proof_left_logins", "text",
    "SELECT rolname::text FROM pg_roles WHERE starts_with(rolname, $1)"};
const Statement freeConnections {
    "proof_free", "",
    "SELECT current_setting('max_connections')::int "
    "- current_setting('superuser_reserved_connections')::int - count(*)::int "
    "FROM pg_stat_activity WHERE backend_type = 'client backend'"};
const Statement databaseExists {"proof_exists", "text",
                                "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)"};
const Statement hasClinic {"proof_has_clinic", "",
                           "SELECT to_regclass('app.appointment') IS NOT NULL"};
const Statement setOption {"proof_option", "text, text",
                           "SELECT set_config('proof.' || $1, $2, false)"};
const Statement createStaff {"proof_staff", "text, text",
                             "SELECT app.staff_create($1, $2, 'Proof', 'receptionist')"};
const Statement allDoctors {"proof_doctors", "", "SELECT id FROM app.doctor ORDER BY id"};
const Statement allPatients {"proof_patients", "", "SELECT id FROM app.patient ORDER BY id"};
const Statement rules {
    "proof_rules", "",
    "SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) "
    "FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND conrelid <> 0 "
    "UNION ALL SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, "
    "pg_get_triggerdef(t.oid) || ' ' || tgenabled::text "
    "FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid "
    "WHERE c.relnamespace = 'app'::regnamespace AND NOT tgisinternal "
    "UNION ALL SELECT 'function ' || oid::regprocedure, pg_get_functiondef(oid) FROM pg_proc "
    "WHERE pronamespace = 'app'::regnamespace AND prokind <> 'a' "
    "UNION ALL SELECT 'policy ' || tablename || '.' || policyname, "
    "concat_ws(' ', permissive, roles, cmd, qual, with_check) FROM pg_policies "
    "WHERE schemaname = 'app' "
    "UNION ALL SELECT 'index ' || c.oid::regclass, pg_get_indexdef(c.oid) FROM pg_class c "
    "JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relnamespace = 'app'::regnamespace "
    "AND i.indisunique "
    "UNION ALL SELECT 'status step ' || from_status || ' to ' || to_status || ' by ' || role || ' "
    "(' || m.by || ')', "
    "to_jsonb(m)::text FROM app.status_move m ORDER BY 1, 2"};

QMap<QString, QString> rulesOf(Connection &connection)
{
    QMap<QString, QString> found;
    const Rows rows = connection.send({{&rules, {}}}).constFirst();
    for (const Row &row : rows)
        found[row.get<QString>(0)] += row.get<QString>(1) + u'\n';
    return found;
}

Error wrongField(const QString &field, const QString &why)
{
    return {ErrorKind::ValidationFailed, {}, ValidationDetails {{{field, why}}}, {}};
}

} // namespace

ProofClinic::ProofClinic(const ConnectionSettings &superuser, const ProofOptions &options)
    : m_superuser(superuser)
    , m_maintenance([&superuser] {
        ConnectionSettings maintenance = superuser;
        maintenance.database = u"postgres"_s;
        maintenance.statementTimeoutMs = 0;
        return maintenance;
    }())
    , m_name(namePrefix + QUuid::createUuid().toString(QUuid::Id128).left(12))
    , m_password(QUuid::createUuid().toString(QUuid::Id128))
{
    m_maintenance.open();
    if (!m_maintenance.send({{&isSuperuser, {}}}).constFirst().constFirst().get<bool>(0))
        throw Refusal {Error::of(ErrorKind::NotPermitted)};
    m_maintenance.send({{&lockProof, {}}});
    removeLeftovers();
    requireRoom(options.connections);
    try {
        build(options);
    } catch (...) {
        m_inside.reset();
        removeLeftovers();
        throw;
    }
}

ProofClinic::~ProofClinic()
{
    m_inside.reset();
    try {
        removeLeftovers();
    } catch (const SqlError &error) {
        qCWarning(proofLog).noquote()
            << "left for the next proof to remove:" << m_name << error.sqlState;
    }
}

void ProofClinic::removeLeftovers()
{
    const QString prefix = namePrefix;
    const Rows databases = m_maintenance.send({{&leftoverDatabases, {prefix}}}).constFirst();
    for (const Row &row : databases)
        m_maintenance.runScript(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(
            ClinicBootstrap::quotedName(row.get<QString>(0))));
    const Rows logins = m_maintenance.send({{&leftoverLogins, {prefix}}}).constFirst();
    for (const Row &row : logins)
        m_maintenance.runScript(
            u"DROP ROLE %1"_s.arg(ClinicBootstrap::quotedName(row.get<QString>(0))));
}

void ProofClinic::requireRoom(int connections)
{
    const int spare
        = m_maintenance.send({{&freeConnections, {}}}).constFirst().constFirst().get<int>(0);
    // Two more: the session that asks and counts, and one that may be signing in meanwhile.
    if (connections + 2 > spare)
        throw Refusal {wrongField(u"connections"_s, u"range"_s)};
}

void ProofClinic::build(const ProofOptions &options)
{
    const Result<bool> made = ClinicBootstrap::bootstrap(m_maintenance.settings(), m_name);
    if (!made)
        throw Refusal {made.error()};
    ConnectionSettings ownerSettings = inside();
    ownerSettings.setRole = u"clinic_owner"_s;
    Connection owner(ownerSettings);
    owner.open();
    owner.send({{&setOption, {u"doctors"_s, QString::number(options.doctors)}},
                {&setOption, {u"patients"_s, QString::number(options.connections)}}});
    owner.runScript(SqlFiles::read(u"proof/01_clinic.sql"_s));
    owner.send({{&createStaff, {m_name, scramVerifier(owner, m_name, m_password)}}});

    m_inside = std::make_unique<Connection>(inside());
    m_inside->open();
    m_inside->runScript(SqlFiles::read(u"proof/02_bait.sql"_s));
    const Rows doctors = m_inside->send({{&allDoctors, {}}}).constFirst();
    for (const Row &row : doctors)
        m_doctors << row.get<DoctorId>(0);
    const Rows patients = m_inside->send({{&allPatients, {}}}).constFirst();
    for (const Row &row : patients)
        m_patients << row.get<PatientId>(0);
}

ConnectionSettings ProofClinic::inside() const
{
    ConnectionSettings settings = m_maintenance.settings();
    settings.database = m_name;
    return settings;
}

ConnectionSettings ProofClinic::deskSettings(int desk) const
{
    ConnectionSettings settings = m_superuser;
    settings.database = m_name;
    settings.user = m_name;
    settings.password = m_password;
    settings.deskName = u"Proof %1"_s.arg(desk + 1);
    settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return settings;
}

QString ProofClinic::serverVersion()
{
    return m_inside->runScript(u"SHOW server_version"_s).constFirst().constFirst().get<QString>(0);
}

QList<qint64> ProofClinic::stored(const QString &table)
{
    QList<qint64> ids;
    const Rows rows = m_inside->runScript(u"SELECT id FROM %1"_s.arg(table)).constFirst();
    for (const Row &row : rows)
        ids << row.get<qint64>(0);
    return ids;
}

qint64 ProofClinic::overlaps(const QString &table)
{
    // Times last 20 minutes: what overlaps is at most one place apart in the order of a doctor's.
    return m_inside
        ->runScript(
            u"SELECT count(*) FROM %1 a JOIN %1 b ON b.doctor_id = a.doctor_id "
            "AND b.id > a.id AND b.starts_at BETWEEN a.starts_at - interval '20 minutes' "
            "AND a.ends_at AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at"_s.arg(table))
        .constFirst()
        .constFirst()
        .get<qint64>(0);
}

qint64 ProofClinic::inconsistencies()
{
    return m_inside->runScript(u"SELECT sum(rows)::bigint FROM app.consistency()"_s)
        .constFirst()
        .constFirst()
        .get<qint64>(0);
}

std::optional<QStringList> ProofClinic::differences()
{
    if (m_superuser.database.isEmpty()
        || !m_maintenance.send({{&databaseExists, {m_superuser.database}}})
                .constFirst()
                .constFirst()
                .get<bool>(0))
        return std::nullopt;
    Connection clinic(m_superuser);
    clinic.open();
    if (!clinic.send({{&hasClinic, {}}}).constFirst().constFirst().get<bool>(0))
        return std::nullopt;
    const QMap<QString, QString> here = rulesOf(*m_inside);
    const QMap<QString, QString> there = rulesOf(clinic);
    QStringList differ;
    for (auto rule = here.cbegin(); rule != here.cend(); ++rule) {
        if (!there.contains(rule.key()))
            differ << rule.key() + u" is missing"_s;
        else if (there.value(rule.key()) != rule.value())
            differ << rule.key() + u" is not as proved"_s;
    }
    for (auto rule = there.cbegin(); rule != there.cend(); ++rule) {
        if (!here.contains(rule.key()))
            differ << rule.key() + u" is added"_s;
    }
    return differ;
}

} // namespace ClinicDesk
