#include "services/ServiceFixture.h"

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// The columns of one table that a role may use; "*" is all of them.
struct Grant
{
    const char *table;
    const char *select;
    const char *insert = "";
    const char *update = "";
};

constexpr auto bookingColumns
    = "doctor_id patient_id room_id visit_type_id starts_at ends_at reason op_id";
constexpr auto changeColumns
    = "doctor_id patient_id room_id visit_type_id starts_at ends_at reason op_id "
      "status status_note checked_in_at";
constexpr auto patientRead
    = "id record_number family_name given_name birth_date sex phone email address national_id "
      "emergency_contact "
      "desk_notes consent_on active merged_into version op_id search phone_end row_lock";
constexpr auto patientWrite
    = "family_name given_name birth_date sex phone email address national_id "
      "emergency_contact desk_notes consent_on active";
constexpr auto patientChange
    = "family_name given_name birth_date sex phone email address national_id "
      "emergency_contact desk_notes consent_on active row_lock";
constexpr auto operationWrite = "id kind args_hash";

const QList<Grant> receptionGrants {
    {"appointment", "*", bookingColumns, changeColumns},
    {"appointment_event", "*"},
    {"operation", "*", operationWrite},
    {"patient", patientRead, patientWrite, patientChange},
    {"doctor", "*", "", "row_lock"},
    {"room", "*", "", "row_lock"},
    {"visit_type", "*"},
    {"weekly_hours", "*"},
    {"schedule_exception", "*"},
    {"closed_day", "*"},
    {"notification", "*", "", "read_at"},
    {"setting", "*"},
    {"status_move", "*"},
    {"slot_hold", "*"},
    {"staff", "id login display_name role active"},
    {"schema_migration", "*"},
    {"function_set", "*"},
};

const QList<Grant> doctorGrants {
    {"appointment", "*", bookingColumns, "status status_note starts_at ends_at room_id"},
    {"appointment_event", "*"},
    {"operation", "*", operationWrite},
    {"patient",
     "id record_number family_name given_name birth_date sex phone email desk_notes active "
     "merged_into version "
     "row_lock",
     "", "row_lock"},
    {"doctor", "*", "", "row_lock"},
    {"room", "*", "", "row_lock"},
    {"visit_type", "*"},
    {"weekly_hours", "*"},
    {"schedule_exception", "*", "doctor_id kind starts_at ends_at slot_minutes reason active",
     "kind starts_at ends_at slot_minutes reason active"},
    {"closed_day", "*"},
    {"notification", "*", "", "read_at"},
    {"setting", "*"},
    {"status_move", "*"},
    {"slot_hold", "*"},
    {"staff", "id login display_name role active"},
    {"schema_migration", "*"},
    {"function_set", "*"},
};

const QList<Grant> adminGrants {
    {"appointment", "*", bookingColumns, changeColumns},
    {"appointment_event", "*"},
    {"operation", "*", operationWrite},
    {"patient", patientRead, patientWrite, patientChange},
    {"doctor", "*",
     "staff_id specialisation licence_number accepts_appointments needs_confirmation verified "
     "colour horizon_days "
     "lead_minutes buffer_minutes max_per_day end_date",
     "specialisation licence_number accepts_appointments needs_confirmation verified colour "
     "horizon_days "
     "lead_minutes buffer_minutes max_per_day end_date row_lock"},
    {"room", "*", "name active", "name active row_lock"},
    {"visit_type", "*", "name minutes colour kiosk_bookable active",
     "name minutes colour kiosk_bookable active"},
    {"weekly_hours", "*", "doctor_id weekday from_time to_time slot_minutes active",
     "weekday from_time to_time slot_minutes active"},
    {"schedule_exception", "*", "doctor_id kind starts_at ends_at slot_minutes reason active",
     "kind starts_at ends_at slot_minutes reason active"},
    {"closed_day", "*", "day name active", "name active"},
    {"notification", "*", "", "read_at"},
    {"setting", "*", "", "clinic_name time_zone cancel_cutoff_minutes hold_seconds undo_seconds"},
    {"status_move", "*"},
    {"slot_hold", "*"},
    {"staff", "*"},
    {"schema_migration", "*"},
    {"function_set", "*"},
};

const QList<Grant> deviceGrants {{"schema_migration", "*"}, {"function_set", "*"}};

const QMap<QString, QList<Grant>> &grants()
{
    static const QMap<QString, QList<Grant>> all {
        {u"ana"_s, receptionGrants}, {u"osei"_s, doctorGrants},    {u"admin"_s, adminGrants},
        {u"kiosk"_s, deviceGrants},  {u"display"_s, deviceGrants}, {u"stranger"_s, {}},
    };
    return all;
}

const QStringList people {u"ana"_s, u"osei"_s, u"admin"_s};
const QStringList everyone {u"ana"_s, u"osei"_s, u"admin"_s, u"kiosk"_s, u"display"_s};

/// Functions that the three groups of staff may call; all others are the owner's alone or the
/// administrator's.
const QSet<QString> staffFunctions {
    u"my_staff"_s,     u"my_doctor"_s,       u"sign_in"_s,      u"hours_of"_s,
    u"open_hours"_s,   u"next_free"_s,       u"book_check"_s,   u"hold_take"_s,
    u"hold_release"_s, u"patient_find"_s,    u"lock_holder"_s,  u"changes_since"_s,
    u"in_the_way"_s,   u"patient_similar"_s, u"free_rooms"_s,   u"desk_id"_s,
    u"desk_name"_s,    u"minute_of_day"_s,   u"overrides"_s,    u"norm"_s,
    u"clinic_now"_s,   u"clinic_zone"_s,     u"clinic_day"_s,   u"day_start"_s,
    u"is_time_zone"_s, u"day_load"_s,        u"own_password"_s, u"undo_open"_s,
    u"written"_s,      u"record_state"_s,
};
/// Those of reception and administrators.
const QSet<QString> deskFunctions {u"card_renew"_s, u"patient_change"_s};
const QSet<QString> adminFunctions {u"consistency"_s,   u"staff_create"_s, u"staff_password"_s,
                                    u"staff_disable"_s, u"locks"_s,        u"sessions"_s,
                                    u"deadlocks"_s};

bool lists(const char *columns, const QString &column)
{
    return QLatin1StringView(columns) == "*"_L1
        || QString::fromLatin1(columns).split(u' ').contains(column);
}

Grant grantOn(const QString &login, const QString &table)
{
    for (const Grant &grant : grants().value(login)) {
        if (QLatin1StringView(grant.table) == table)
            return grant;
    }
    return {"", ""};
}

} // namespace

class RightsTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        superuserSql(
            u"DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN PASSWORD 'secret'"_s);
    }
    void TearDown() override
    {
        superuserSql(u"DROP ROLE stranger"_s);
        ServiceFixture::TearDown();
    }

    QStringList tables() const
    {
        QStringList result;
        for (const Row &row : superuserSql(
                 u"SELECT relname::text FROM pg_class WHERE relnamespace = 'app'::regnamespace "
                 "AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1"_s))
            result.append(row.get<QString>(0));
        return result;
    }
    /// For each login and column: what it may do.
    Rows columnRights() const
    {
        return superuserSql(
            u"SELECT l.login, c.relname::text, a.attname::text, has_column_privilege(l.login, "
            u"c.oid, a.attnum, 'SELECT'), "
            "has_column_privilege(l.login, c.oid, a.attnum, 'INSERT'), "
            "has_column_privilege(l.login, c.oid, a.attnum, "
            "'UPDATE'), has_column_privilege(l.login, c.oid, a.attnum, 'REFERENCES') "
            "FROM unnest('{%1}'::text[]) AS l(login), pg_class c JOIN pg_attribute a ON a.attrelid "
            "= c.oid "
            "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND "
            "a.attnum > 0 "
            "AND NOT a.attisdropped"_s.arg(grants().keys().join(u',')));
    }
};

TEST_F(RightsTest, grantsEachColumnAsTheMatrixSays)
{
    int columns = 0;
    for (const Row &row : columnRights()) {
        const QString login = row.get<QString>(0);
        const QString table = row.get<QString>(1);
        const QString column = row.get<QString>(2);
        const Grant grant = grantOn(login, table);
        const auto where = u"%1 on %2.%3"_s.arg(login, table, column).toStdString();
        EXPECT_EQ(row.get<bool>(3), lists(grant.select, column)) << "SELECT by " << where;
        EXPECT_EQ(row.get<bool>(4), lists(grant.insert, column)) << "INSERT by " << where;
        EXPECT_EQ(row.get<bool>(5), lists(grant.update, column)) << "UPDATE by " << where;
        EXPECT_FALSE(row.get<bool>(6)) << "REFERENCES by " << where;
        ++columns;
    }
    EXPECT_GT(columns, 600) << "the catalogue was not read";
}

TEST_F(RightsTest, theMatrixNamesOnlyWhatExists)
{
    QSet<QString> columns;
    for (const Row &row : columnRights())
        columns.insert(row.get<QString>(1) + u'.' + row.get<QString>(2));
    for (const QList<Grant> &list : grants()) {
        for (const Grant &grant : list) {
            for (const char *group : {grant.select, grant.insert, grant.update}) {
                for (const QString &column :
                     QString::fromLatin1(group).split(u' ', Qt::SkipEmptyParts)) {
                    const QString name = QString::fromLatin1(grant.table) + u'.' + column;
                    EXPECT_TRUE(column == "*"_L1 || columns.contains(name)) << qPrintable(name);
                }
            }
        }
    }
}

TEST_F(RightsTest, nobodyDeletesOrTruncates)
{
    const Rows rights = superuserSql(
        u"SELECT l.login || ' ' || p.privilege || ' ' || c.relname FROM unnest('{%1}'::text[]) AS "
        u"l(login), "
        "unnest('{DELETE,TRUNCATE,TRIGGER,REFERENCES}'::text[]) AS p(privilege), pg_class c "
        "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') "
        "AND has_table_privilege(l.login, c.oid, p.privilege)"_s.arg(grants().keys().join(u',')));
    for (const Row &row : rights)
        ADD_FAILURE() << qPrintable(row.get<QString>(0));
    for (const QString &login : everyone) {
        for (const QString &table : tables()) {
            EXPECT_TRUE(refused(sqlAs(login, u"DELETE FROM app."_s + table), u"42501"_s))
                << qPrintable(login) << " deletes " << qPrintable(table);
        }
        EXPECT_TRUE(refused(sqlAs(login, u"TRUNCATE app.appointment_event"_s), u"42501"_s))
            << qPrintable(login);
    }
}

TEST_F(RightsTest, locksRowsOnlyWhereSomethingMayBeUpdated)
{
    for (const QString &login : everyone) {
        for (const QString &table : tables()) {
            const SqlOutcome outcome
                = sqlAs(login, u"SELECT 1 FROM app.%1 FOR UPDATE"_s.arg(table));
            const bool may = *grantOn(login, table).update != '\0';
            EXPECT_EQ(outcome.sqlState, may ? QString() : u"42501"_s)
                << qPrintable(login) << ' ' << qPrintable(table);
        }
    }
}

TEST_F(RightsTest, lockedParentsAreFoundButCannotBeChanged)
{
    bookAs(u"osei"_s);
    for (const QString &login : people) {
        for (const QString &table : {u"doctor"_s, u"room"_s, u"patient"_s}) {
            const SqlOutcome locked
                = sqlAs(login, u"SELECT id FROM app.%1 FOR UPDATE"_s.arg(table));
            EXPECT_TRUE(done(locked)) << qPrintable(login) << " locks " << qPrintable(table);
        }
    }
    for (const QString &table : {u"doctor"_s, u"room"_s}) {
        EXPECT_TRUE(refused(sqlAs(u"ana"_s, u"UPDATE app.%1 SET row_lock = DEFAULT"_s.arg(table)),
                            u"42501"_s));
        EXPECT_TRUE(refused(sqlAs(u"osei"_s, u"UPDATE app.%1 SET row_lock = DEFAULT"_s.arg(table)),
                            u"42501"_s));
    }
    EXPECT_TRUE(
        refused(sqlAs(u"osei"_s, u"UPDATE app.patient SET row_lock = DEFAULT"_s), u"42501"_s));
}

TEST_F(RightsTest, whatNobodyMayWriteIsRefusedWhenTried)
{
    const qint64 id = bookAs(u"ana"_s);
    for (const QString &login : people) {
        for (const QString &what :
             {u"version = 9"_s, u"confirmed_at = now()"_s, u"source = 'kiosk'"_s,
              u"doctor_free_at = now()"_s, u"id = DEFAULT"_s, u"requested_at = now()"_s,
              u"started_at = now()"_s, u"ended_at = now()"_s, u"cancelled_at = now()"_s,
              u"notes = 'x'"_s}) {
            EXPECT_TRUE(refused(updateAs(login, id, what), u"42501"_s))
                << qPrintable(login) << ' ' << qPrintable(what);
        }
        EXPECT_TRUE(
            refused(sqlAs(login, u"UPDATE app.appointment_event SET who = 'ben'"_s), u"42501"_s));
        EXPECT_TRUE(refused(sqlAs(login, u"UPDATE app.status_move SET needs_reason = false"_s),
                            u"42501"_s));
        EXPECT_TRUE(
            refused(sqlAs(login, u"UPDATE app.staff SET role = 'administrator'"_s), u"42501"_s));
        EXPECT_TRUE(
            refused(sqlAs(login, u"SELECT card_token_hash FROM app.patient"_s), u"42501"_s));
        EXPECT_TRUE(
            refused(sqlAs(login, u"UPDATE app.patient SET card_token_hash = NULL"_s), u"42501"_s));
        EXPECT_TRUE(
            refused(sqlAs(login,
                          u"INSERT INTO app.slot_hold(desk_id, doctor_id, during, expires_at) "
                          "VALUES (gen_random_uuid(), 1, '[2026-11-25,2026-11-26)', now())"_s),
                    u"42501"_s));
    }
    EXPECT_TRUE(refused(sqlAs(u"osei"_s, u"SELECT national_id FROM app.patient"_s), u"42501"_s));
}

TEST_F(RightsTest, doctorsSeeAndTouchOnlyWhatIsTheirs)
{
    const qint64 own = bookAs(u"ana"_s, {u"osei"_s, 1});
    const qint64 other = bookAs(u"ana"_s, {u"ba"_s, 2});
    const auto numbers = [this](const QString &login, const QString &sql) {
        QList<qint64> result;
        for (const Row &row : sqlAs(login, sql).rows)
            result.append(row.get<qint64>(0));
        return result;
    };
    const QString visits = u"SELECT id FROM app.appointment ORDER BY id"_s;
    EXPECT_EQ(numbers(u"osei"_s, visits), QList<qint64>({own}));
    EXPECT_EQ(numbers(u"ba"_s, visits), QList<qint64>({other}));
    EXPECT_EQ(numbers(u"ana"_s, visits), QList<qint64>({own, other}));
    EXPECT_EQ(numbers(u"admin"_s, visits), QList<qint64>({own, other}));
    EXPECT_EQ(numbers(u"osei"_s, u"SELECT id FROM app.patient"_s), QList<qint64>({patient(1)}));
    EXPECT_EQ(numbers(u"ana"_s, u"SELECT id FROM app.patient"_s).size(), 10);
    const QString events = u"SELECT appointment_id FROM app.appointment_event"_s;
    EXPECT_EQ(numbers(u"osei"_s, events), QList<qint64>({own}));
    EXPECT_EQ(numbers(u"ana"_s, events).size(), 2);
    EXPECT_TRUE(
        numbers(u"osei"_s,
                u"UPDATE app.appointment SET status = 'confirmed' WHERE id = %1 RETURNING id"_s.arg(
                    other))
            .isEmpty());
    EXPECT_TRUE(refused(insertAs(u"osei"_s, {u"ba"_s, 3}), u"42501"_s))
        << "nor learns whether the time is taken";
    EXPECT_TRUE(refused(insertAs(u"osei"_s, {u"ba"_s, 3, 0, at(15, 0)}), u"42501"_s));
    EXPECT_TRUE(refused(
        sqlAs(u"osei"_s,
              u"INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at) "
              "VALUES (%1, 'leave', now(), now() + interval '1 day')"_s.arg(doctor(u"ba"_s))),
        u"42501"_s));
}

TEST_F(RightsTest, operationsAreTheirWritersOwn)
{
    ASSERT_TRUE(done(sqlAs(u"ana"_s,
                           u"INSERT INTO app.operation(id, kind, args_hash) "
                           "VALUES (gen_random_uuid(), 'test', '') RETURNING id"_s)));
    EXPECT_EQ(sqlAs(u"ana"_s, u"SELECT 1 FROM app.operation WHERE kind = 'test'"_s).rows.size(), 1);
    EXPECT_EQ(sqlAs(u"ben"_s, u"SELECT 1 FROM app.operation WHERE kind = 'test'"_s).rows.size(), 0);
    EXPECT_EQ(sqlAs(u"osei"_s, u"SELECT 1 FROM app.operation WHERE kind = 'test'"_s).rows.size(),
              0);
    EXPECT_EQ(sqlAs(u"admin"_s, u"SELECT 1 FROM app.operation WHERE kind = 'test'"_s).rows.size(),
              1);
    EXPECT_TRUE(refused(sqlAs(u"ana"_s,
                              u"INSERT INTO app.operation(id, kind, args_hash, who) "
                              "VALUES (gen_random_uuid(), 'test', '', 'ben')"_s),
                        u"42501"_s));
}

TEST_F(RightsTest, functionsAreForWhomTheyAreMeant)
{
    const Rows rows = superuserSql(
        u"SELECT p.proname::text, p.oid::regprocedure::text, l.login, "
        u"has_function_privilege(l.login, p.oid, 'EXECUTE') "
        "FROM pg_proc p, unnest('{%1}'::text[]) AS l(login) WHERE p.pronamespace = 'app'::regnamespace"_s
            .arg(grants().keys().join(u',')));
    QSet<QString> met;
    for (const Row &row : rows) {
        const QString name = row.get<QString>(0);
        const QString login = row.get<QString>(2);
        const bool may = (people.contains(login) && staffFunctions.contains(name))
            || ((login == "ana"_L1 || login == "admin"_L1) && deskFunctions.contains(name))
            || (login == "admin"_L1 && adminFunctions.contains(name));
        EXPECT_EQ(row.get<bool>(3), may)
            << qPrintable(login) << ' ' << qPrintable(row.get<QString>(1));
        met.insert(name);
    }
    EXPECT_TRUE(met.contains(staffFunctions) && met.contains(adminFunctions)
                && met.contains(deskFunctions))
        << "a listed function is gone";
    const Rows open
        = superuserSql(u"SELECT p.oid::regprocedure::text FROM pg_proc p, "
                       u"aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x "
                       "WHERE p.pronamespace = 'app'::regnamespace AND x.grantee = 0"_s);
    for (const Row &row : open)
        ADD_FAILURE() << "PUBLIC may call " << qPrintable(row.get<QString>(0));
}

TEST_F(RightsTest, definerFunctionsFixTheirSearchPath)
{
    const Rows rows
        = superuserSql(u"SELECT p.oid::regprocedure::text, coalesce((SELECT c FROM "
                       "unnest(p.proconfig) c WHERE starts_with(c, 'search_path=')), '') "
                       "FROM pg_proc p "
                       "WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef"_s);
    EXPECT_GT(rows.size(), 30);
    for (const Row &row : rows) {
        const QString config = row.get<QString>(1);
        EXPECT_TRUE(config.startsWith("search_path="_L1) && config.endsWith("pg_temp"_L1)
                    && !config.contains("$user"_L1) && !config.contains("public"_L1))
            << qPrintable(row.get<QString>(0)) << ' ' << qPrintable(config);
    }
}

TEST_F(RightsTest, nothingCanBeCreated)
{
    for (const QString &login : everyone) {
        for (const QString &sql :
             {u"CREATE TEMP TABLE t (x int)"_s, u"CREATE TABLE app.t (x int)"_s,
              u"CREATE TABLE public.t (x int)"_s, u"CREATE TABLE ext.t (x int)"_s,
              u"CREATE SCHEMA mine"_s, u"CREATE ROLE eve"_s,
              u"CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
              u"SET ROLE clinic_owner"_s, u"SET ROLE clinic_accounts"_s, u"SET ROLE clinic_watch"_s,
              u"SET SESSION AUTHORIZATION ben"_s, u"CREATE DATABASE mine"_s,
              u"ALTER TABLE app.appointment DISABLE ROW LEVEL SECURITY"_s,
              u"COPY app.patient TO PROGRAM 'cat'"_s,
              u"SELECT set_config('role', 'clinic_owner', false)"_s}) {
            EXPECT_TRUE(refused(sqlAs(login, sql), u"42501"_s))
                << qPrintable(login) << ": " << qPrintable(sql);
        }
    }
    EXPECT_TRUE(refused(sqlAs(u"stranger"_s, u"SELECT 1"_s), u"42501"_s)) << "may not even connect";
}

TEST_F(RightsTest, peopleBelongToOneGroupAndToNoOwner)
{
    const Rows members = superuserSql(
        u"SELECT l.login || ' in ' || r.rolname FROM "
        u"unnest('{ana,ben,osei,lindqvist,ba,admin,kiosk,display}'::text[]) "
        "AS l(login), pg_roles r WHERE r.rolname IN ('clinic_owner', 'clinic_accounts', "
        "'clinic_watch', 'clinic_migrate', "
        "'pg_signal_backend', 'pg_read_all_stats', 'pg_read_all_data') AND pg_has_role(l.login, r.oid, 'MEMBER')"_s);
    for (const Row &row : members)
        ADD_FAILURE() << qPrintable(row.get<QString>(0));
    const Rows groups = superuserSql(
        u"SELECT u.rolname::text, count(*) FROM pg_auth_members m JOIN pg_roles u ON u.oid = "
        u"m.member "
        "JOIN pg_roles g ON g.oid = m.roleid WHERE u.rolname IN ('ana', 'osei', 'admin', 'kiosk', 'display') GROUP BY 1"_s);
    EXPECT_EQ(groups.size(), 5);
    for (const Row &row : groups)
        EXPECT_EQ(row.get<qint64>(1), 1) << qPrintable(row.get<QString>(0));
    const Rows mighty
        = superuserSql(u"SELECT rolname::text FROM pg_roles WHERE (rolsuper OR rolcreatedb OR "
                       u"rolreplication OR rolbypassrls "
                       "OR (rolcreaterole AND rolname <> 'clinic_accounts')) AND (rolname LIKE "
                       "'clinic\\_%' OR rolname IN "
                       "('ana', 'ben', 'osei', 'lindqvist', 'ba', 'admin', 'kiosk', 'display'))"_s);
    for (const Row &row : mighty)
        ADD_FAILURE() << qPrintable(row.get<QString>(0)) << " has a superuser's attribute";
    EXPECT_TRUE(
        superuserSql(u"SELECT 1 FROM pg_roles WHERE rolcanlogin AND rolname IN ('clinic_owner', "
                     u"'clinic_accounts', "
                     "'clinic_watch', 'clinic_reception', 'clinic_doctor', 'clinic_admin')"_s)
            .isEmpty());
    EXPECT_TRUE(
        superuserSql(u"SELECT 1 FROM pg_auth_members WHERE roleid IN ('clinic_accounts'::regrole, "
                     "'clinic_watch'::regrole)"_s)
            .isEmpty());
    EXPECT_FALSE(
        superuserSql(u"SELECT 1 WHERE NOT pg_has_role('clinic_migrate', 'clinic_owner', 'USAGE')"_s)
            .isEmpty());
}

TEST_F(RightsTest, everyTableIsUnderRowSecurityAndTheOwners)
{
    const Rows rows
        = superuserSql(u"SELECT c.relname::text, c.relrowsecurity, "
                       u"pg_get_userbyid(c.relowner)::text FROM pg_class c "
                       "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'"_s);
    for (const Row &row : rows) {
        const QString table = row.get<QString>(0);
        const bool open = table == "schema_migration"_L1 || table == "function_set"_L1
            || table == "test_clock"_L1;
        EXPECT_TRUE(row.get<bool>(1) || open) << qPrintable(table);
        EXPECT_EQ(row.get<QString>(2), u"clinic_owner"_s) << qPrintable(table);
    }
    EXPECT_TRUE(
        superuserSql(u"SELECT 1 FROM unnest('{ana,osei,admin,kiosk,display}'::text[]) AS l(login), "
                     u"pg_class c "
                     "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'S' "
                     "AND has_sequence_privilege(l.login, c.oid, 'USAGE, SELECT, UPDATE')"_s)
            .isEmpty());
}

} // namespace ClinicDesk
