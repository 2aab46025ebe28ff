#include "services/RightsMatrix.h"
#include "services/ServiceFixture.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QStringList people {u"ana"_s, u"osei"_s, u"admin"_s};
const QStringList everyone {u"ana"_s, u"osei"_s, u"admin"_s, u"kiosk"_s, u"display"_s};

/// The group that gives a login its rights.
QString roleOf(const QString &login)
{
    static const QMap<QString, QString> roles {{u"ana"_s, u"clinic_reception"_s},
                                               {u"osei"_s, u"clinic_doctor"_s},
                                               {u"admin"_s, u"clinic_admin"_s},
                                               {u"kiosk"_s, u"clinic_kiosk"_s},
                                               {u"display"_s, u"clinic_display"_s}};
    return roles.value(login);
}

const RightsMatrix &matrix()
{
    static const RightsMatrix file
        = RightsMatrix::ofFile(QStringLiteral(CLINICDESK_SOURCE_DIR "/tests/services/rights.txt"));
    return file;
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

    [[nodiscard]] QStringList differences() const
    {
        return matrix().differencesFrom(RightsMatrix::ofDatabase(*this, matrix().roles()));
    }
    /// Those in which the word stands.
    void expectNoDifference(const QString &word) const
    {
        for (const QString &difference : differences()) {
            if (difference.contains(word))
                ADD_FAILURE() << qPrintable(difference);
        }
    }
};

TEST_F(RightsTest, grantsEachColumnAsTheMatrixSays)
{
    ASSERT_GT(matrix().roles().size(), 6);
    ASSERT_GT(matrix().tables().size(), 15);
    for (const QString &difference : differences()) {
        if (!difference.contains(u"function "_s))
            ADD_FAILURE() << qPrintable(difference);
    }
}

TEST_F(RightsTest, theMatrixNamesOnlyWhatExists)
{
    expectNoDifference(u"does not exist"_s);
}

TEST_F(RightsTest, functionsAreForWhomTheyAreMeant)
{
    expectNoDifference(u"function "_s);
}

TEST_F(RightsTest, theMatrixNoticesWhatIsNew)
{
    ownerSql(u"CREATE TABLE app.lost_coat (id bigint PRIMARY KEY, place text);"
             "ALTER TABLE app.lost_coat ENABLE ROW LEVEL SECURITY;"
             "GRANT SELECT, INSERT (place) ON app.lost_coat TO clinic_reception;"
             "CREATE POLICY coat_read ON app.lost_coat FOR SELECT TO clinic_reception USING (true);"
             "CREATE FUNCTION app.find_coat(text, int) RETURNS bigint LANGUAGE sql AS 'SELECT 1';"
             "ALTER TABLE app.room ADD floor int"_s);
    const QString none = u" If these are its rights, add:\n"_s;
    const QStringList expected {
        u"The column lost_coat.id has no line in rights.txt."_s + none
            + u"column   S         -      -     -     -       -        -     -      lost_coat.id"_s,
        u"The column lost_coat.place has no line in rights.txt."_s + none
            + u"column   SI        -      -     -     -       -        -     -      lost_coat.place"_s,
        u"The column room.floor has no line in rights.txt."_s + none
            + u"column   S         S      S     -     -       -        -     -      room.floor"_s,
        u"The function find_coat(text,integer) has no line in rights.txt."_s + none
            + u"function -         -      -     -     -       -        -     -      find_coat(text,integer)"_s,
        u"The policy lost_coat.coat_read has no line in rights.txt."_s + none
            + u"policy   S         -      -     -     -       -        -     -      lost_coat.coat_read"_s,
        u"The table lost_coat has no line in rights.txt."_s + none
            + u"table    -         -      -     -     -       -        -     -      lost_coat"_s};
    EXPECT_EQ(differences().join(u'\n').toStdString(), expected.join(u'\n').toStdString());
}

TEST_F(RightsTest, theMatrixNoticesWhatIsGoneOrGrantedOtherwise)
{
    ownerSql(u"GRANT UPDATE (version) ON app.appointment TO clinic_doctor;"
             "REVOKE SELECT ON app.visit_type FROM clinic_admin;"
             "GRANT DELETE ON app.audit TO clinic_kiosk;"
             "ALTER TABLE app.audit DISABLE ROW LEVEL SECURITY;"
             "GRANT SELECT (read_at) ON app.notification TO ana;"
             "GRANT EXECUTE ON FUNCTION app.card_renew(bigint) TO PUBLIC;"
             "DROP FUNCTION app.patient_change(bigint);"
             "ALTER POLICY patient_set ON app.patient TO clinic_reception"_s);
    const QStringList found = differences();
    const auto says = [&found](const QString &part) {
        return std::any_of(found.cbegin(), found.cend(),
                           [&](const QString &line) { return line.contains(part); });
    };
    EXPECT_TRUE(
        says(u"column appointment.version: clinic_doctor has SU and should have S. Change"_s));
    EXPECT_TRUE(says(u"column visit_type.name: clinic_admin has IU and should have SIU. Change"_s));
    EXPECT_TRUE(
        says(u"table audit: row security is off; clinic_kiosk has D and should have nothing. "_s));
    EXPECT_TRUE(says(u"ana has no column in rights.txt and has SELECT on notification.read_at."_s));
    EXPECT_TRUE(
        says(u"function card_renew(bigint): clinic_doctor has X and should have nothing; "_s));
    EXPECT_TRUE(says(u"public has X and should have nothing. "_s));
    EXPECT_TRUE(says(
        u"names the function patient_change(bigint), which does not exist. Take the line out."_s));
    EXPECT_TRUE(
        says(u"policy patient.patient_set: clinic_admin has nothing and should have U. "_s));
    for (const QString &line : found)
        EXPECT_TRUE(line.contains(u"rights.txt"_s)) << qPrintable(line);
}

TEST_F(RightsTest, theMatrixNoticesLinesThatCannotBeRead)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"rights.txt"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("roles reception public\n"
               "table D - patient\n"
               "table - - patient\n"
               "column S patient.id\n"
               "column SX - patient.name\n"
               "right S - patient.age\n");
    file.close();
    const RightsMatrix typed = RightsMatrix::ofFile(file.fileName());
    EXPECT_EQ(typed.complaints(),
              (QStringList {u"rights.txt:3 says again what the table patient is."_s,
                            u"rights.txt:4 cannot be read: \"column S patient.id\""_s,
                            u"rights.txt:5 cannot be read: \"column SX - patient.name\""_s,
                            u"rights.txt:6 cannot be read: \"right S - patient.age\""_s}));
    EXPECT_FALSE(RightsMatrix::ofFile(folder.filePath(u"none"_s)).complaints().isEmpty());
}

TEST_F(RightsTest, nobodyDeletesOrTruncates)
{
    for (const QString &login : everyone) {
        for (const QString &table : matrix().tables()) {
            const SqlOutcome outcome = sqlAs(login, u"DELETE FROM app."_s + table);
            const bool may = matrix().may(roleOf(login), table, u'D');
            EXPECT_EQ(outcome.sqlState, may ? QString() : u"42501"_s)
                << qPrintable(login) << " deletes " << qPrintable(table);
        }
        EXPECT_TRUE(refused(sqlAs(login, u"TRUNCATE app.appointment_event"_s), u"42501"_s))
            << qPrintable(login);
    }
}

TEST_F(RightsTest, locksRowsOnlyWhereSomethingMayBeUpdated)
{
    for (const QString &login : everyone) {
        for (const QString &table : matrix().tables()) {
            const SqlOutcome outcome
                = sqlAs(login, u"SELECT 1 FROM app.%1 FOR UPDATE"_s.arg(table));
            const bool may = matrix().may(roleOf(login), table, u'U');
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

TEST_F(RightsTest, aLoginHasNothingBesideItsGroup)
{
    const Rows rows = superuserSql(
        u"SELECT l.login || ' ' || c.relname FROM unnest('{stranger}'::text[]) AS l(login), "
        u"pg_class c "
        "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') "
        "AND has_any_column_privilege(l.login, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') "
        "UNION ALL SELECT l.login || ' ' || p.proname FROM unnest('{stranger}'::text[]) AS "
        "l(login), "
        "pg_proc p WHERE p.pronamespace = 'app'::regnamespace "
        "AND has_function_privilege(l.login, p.oid, 'EXECUTE')"_s);
    for (const Row &row : rows)
        ADD_FAILURE() << qPrintable(row.get<QString>(0));
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
    const Rows rows = superuserSql(uR"sql(
SELECT c.relname::text AS name, c.relrowsecurity AS secured, pg_get_userbyid(c.relowner)::text AS owner
  FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r')sql"_s);
    EXPECT_GT(rows.size(), 15);
    for (const Row &row : rows) {
        const QString table = row.get<QString>("name");
        EXPECT_TRUE(row.get<bool>("secured") || matrix().isOpen(table)) << qPrintable(table);
        EXPECT_EQ(row.get<QString>("owner"), u"clinic_owner"_s) << qPrintable(table);
    }
    EXPECT_TRUE(
        superuserSql(u"SELECT 1 FROM unnest('{ana,osei,admin,kiosk,display}'::text[]) AS l(login), "
                     u"pg_class c "
                     "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'S' "
                     "AND has_sequence_privilege(l.login, c.oid, 'USAGE, SELECT, UPDATE')"_s)
            .isEmpty());
}

} // namespace ClinicDesk
