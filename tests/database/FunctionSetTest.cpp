#include "database/FunctionSet.h"
#include "FreshDatabase.h"
#include "database/MigrationRunner.h"
#include "database/SqlError.h"

#include <QRegularExpression>

#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Functions replaced as a whole: small sets on a small schema, and the program's own on its own.
class FunctionSetTest : public FreshDatabase
{
protected:
    static FunctionSet numbered(int number, const QString &sql)
    {
        return FunctionSet::fromFiles(
            {{u"02_rules.sql"_s, sql},
             {u"01_set.sql"_s,
              u"-- number: %1\nGRANT USAGE ON SCHEMA app TO clinic_admin;"_s.arg(number)}});
    }
    Result<int> migrate(const FunctionSet &set)
    {
        return MigrationRunner(*m_owner, {m_table}, set).migrate();
    }
    Result<int> check(const FunctionSet &set)
    {
        return MigrationRunner(*m_owner, {m_table}, set).check();
    }
    QString answer(const QString &sql) { return ask(*m_owner, sql); }
    /// "name(arguments) secdef config acl" of each function, triggers and policies by name.
    QString catalogue()
    {
        return answer(uR"sql(
            SELECT coalesce(string_agg(x, '; ' ORDER BY x), '') FROM (
                SELECT p.oid::regprocedure || ' ' || p.prosecdef || ' '
                    || coalesce(p.proconfig::text, '-') || ' ' || coalesce(p.proacl::text, '-')
                    FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
                UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL SELECT 'policy ' || polname FROM pg_policy) all_of_it(x))sql"_s);
    }
    void openFresh() { m_owner = open(); }
    void SetUp() override
    {
        FreshDatabase::SetUp();
        openFresh();
    }
    void TearDown() override
    {
        m_owner.reset();
        FreshDatabase::TearDown();
    }

    std::unique_ptr<Connection> m_owner;
    const Migration m_table = Migration::fromText(1, u"0001_a.sql"_s, uR"sql(
        CREATE FUNCTION app.twice(x int) RETURNS int LANGUAGE sql IMMUTABLE RETURN 2 * x;
        CREATE TABLE app.a (x int, y int GENERATED ALWAYS AS (app.twice(x)) STORED);)sql"_s);
    const QString m_first = uR"sql(
        CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql STABLE RETURN 1;
        CREATE FUNCTION app.asks() RETURNS int LANGUAGE sql STABLE RETURN app.mine() + 1;
        CREATE FUNCTION app.guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
            SET search_path = app, pg_temp AS 'BEGIN NEW.x := app.mine(); RETURN NEW; END';
        CREATE TRIGGER guard BEFORE INSERT ON app.a FOR EACH ROW EXECUTE FUNCTION app.guard();
        CREATE POLICY own ON app.a USING (x = app.mine());
        GRANT EXECUTE ON FUNCTION app.mine() TO clinic_reception;)sql"_s;
};

TEST_F(FunctionSetTest, aChangedFunctionIsReplacedWithItsAttributesAndGrants)
{
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    EXPECT_EQ(answer(u"INSERT INTO app.a VALUES (7) RETURNING y"_s), u"2"_s);
    QString changed = m_first;
    changed.replace(u"STABLE RETURN 1;"_s,
                    u"STABLE SECURITY DEFINER SET search_path = app, pg_temp RETURN 5;"_s);
    changed.replace(u"SECURITY DEFINER\n"_s, u"\n"_s);
    ASSERT_TRUE(migrate(numbered(2, changed)).has_value());
    EXPECT_EQ(answer(u"INSERT INTO app.a VALUES (7) RETURNING y"_s), u"10"_s);
    EXPECT_EQ(catalogue(),
              u"asks() false - {clinic_owner=X/clinic_owner}; "
              "guard() false {\"search_path=app, pg_temp\"} {clinic_owner=X/clinic_owner}; "
              "mine() true {\"search_path=app, pg_temp\"} "
              "{clinic_owner=X/clinic_owner,clinic_reception=X/clinic_owner}; "
              "policy own; trigger guard; twice(integer) false - {clinic_owner=X/clinic_owner}"_s)
        << "nobody else may execute one";
}

TEST_F(FunctionSetTest, aChangedSignatureTakesWhatDependsOnItAlong)
{
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    const QString changed = uR"sql(
        CREATE FUNCTION app.mine(places int DEFAULT 3) RETURNS numeric LANGUAGE sql STABLE
            RETURN round(2.0, places);
        CREATE FUNCTION app.asks() RETURNS text LANGUAGE sql STABLE RETURN app.mine()::text;
        CREATE FUNCTION app.guard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER guard BEFORE INSERT ON app.a FOR EACH ROW EXECUTE FUNCTION app.guard();
        CREATE POLICY own ON app.a USING (x = app.mine());)sql"_s;
    ASSERT_TRUE(migrate(numbered(2, changed)).has_value());
    EXPECT_EQ(answer(u"SELECT app.asks()"_s), u"2.000"_s);
    EXPECT_EQ(answer(u"SELECT count(*)::text FROM pg_proc WHERE proname = 'mine'"_s), u"1"_s);
    EXPECT_EQ(answer(u"SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"_s),
              u"((x)::numeric = mine())"_s);
}

TEST_F(FunctionSetTest, whatStandsInNoFileIsDropped)
{
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    m_owner->runScript(u"CREATE FUNCTION app.by_hand() RETURNS int LANGUAGE sql RETURN 3"_s);
    ASSERT_TRUE(
        migrate(numbered(2, u"CREATE FUNCTION app.alone() RETURNS int LANGUAGE sql RETURN 1;"_s))
            .has_value());
    EXPECT_EQ(catalogue(),
              u"alone() false - {clinic_owner=X/clinic_owner}; "
              "twice(integer) false - {clinic_owner=X/clinic_owner}"_s)
        << "what a column uses stays";
}

TEST_F(FunctionSetTest, anUnchangedSetIsLeftAlone)
{
    const auto identity = [this] {
        return answer(u"SELECT string_agg(oid::text, ' ') || (SELECT xmin FROM app.function_set) "
                      "FROM pg_proc WHERE pronamespace = 'app'::regnamespace"_s);
    };
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    const QString before = identity();
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    EXPECT_EQ(identity(), before);
    ASSERT_TRUE(migrate(numbered(1, m_first + u"-- another word\n"_s)).has_value());
    EXPECT_NE(identity(), before);
}

TEST_F(FunctionSetTest, aFileThatFailsLeavesEverythingAsItWas)
{
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    const QString before = catalogue();
    const QString good = u"CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql RETURN 9;"_s;
    const QStringList broken {
        good + u"CREATE FUNCTION app.late() RETURNS int LANGUAGE sql AS 'SELECT nothing';"_s,
        good + good, // the same function twice
        good + u"CREATE FUNCTION app.twice(x int) RETURNS int LANGUAGE sql RETURN x;"_s};
    for (const QString &sql : broken) {
        EXPECT_FALSE(migrate(numbered(2, sql)).has_value()) << qPrintable(sql);
        EXPECT_EQ(catalogue(), before) << qPrintable(sql);
        EXPECT_EQ(answer(u"SELECT app.asks()::text"_s), u"2"_s);
        EXPECT_TRUE(check(numbered(1, m_first)).has_value()) << qPrintable(sql);
    }
}

TEST_F(FunctionSetTest, anOlderProgramIsRefused)
{
    const FunctionSet old = numbered(1, m_first);
    ASSERT_TRUE(migrate(numbered(2, m_first)).has_value());
    const QString before = catalogue();
    for (const Result<int> &result : {check(old), migrate(old)}) {
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().kind, ErrorKind::ProgramTooOld);
    }
    EXPECT_EQ(catalogue(), before);
    // A gentle set lets the program before it go on, but not replace it.
    ASSERT_TRUE(migrate(numbered(3, m_first + u"\n-- min-compatible: 2\n"_s)).has_value());
    EXPECT_TRUE(check(numbered(2, m_first)).has_value());
    EXPECT_EQ(check(old).error().kind, ErrorKind::ProgramTooOld);
    EXPECT_EQ(migrate(numbered(2, m_first)).error().kind, ErrorKind::ProgramTooOld);
}

TEST_F(FunctionSetTest, olderOrOtherFunctionsMustBeReplacedFirst)
{
    EXPECT_EQ(check(numbered(1, m_first)).error().kind, ErrorKind::ProgramTooNew);
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    EXPECT_EQ(check(numbered(1, m_first)).value(), 1);
    EXPECT_EQ(check(numbered(2, m_first)).error().kind, ErrorKind::ProgramTooNew);
    EXPECT_EQ(check(numbered(1, m_first + u"-- x\n"_s)).error().kind, ErrorKind::ProgramTooNew);
}

TEST_F(FunctionSetTest, racingMigratorsReplaceOnce)
{
    const Migration counted = Migration::fromText(
        2, u"0002_ran.sql"_s, u"CREATE TABLE app.ran (at timestamptz DEFAULT now());"_s);
    const FunctionSet set = numbered(1, m_first + u"INSERT INTO app.ran DEFAULT VALUES;"_s);
    constexpr int racers = 4;
    std::barrier start(racers);
    std::vector<Result<int>> results(racers, 0);
    std::vector<std::jthread> threads;
    for (Result<int> &result : results) {
        threads.emplace_back([&] {
            const auto connection = open();
            MigrationRunner runner(*connection, {m_table, counted}, set);
            start.arrive_and_wait();
            result = runner.migrate();
        });
    }
    for (std::jthread &thread : threads)
        thread.join();
    for (const Result<int> &result : results)
        EXPECT_TRUE(result.has_value());
    EXPECT_EQ(answer(u"SELECT count(*)::text FROM app.ran"_s), u"1"_s);
}

TEST_F(FunctionSetTest, aReaderDelaysTheMigrationAndNobodyElse)
{
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    const auto reader = open();
    reader->runScript(u"BEGIN; SELECT count(*) FROM app.a"_s);
    QString changed = m_first;
    changed.replace(u"RETURN 1;"_s, u"RETURN 5;"_s);
    Result<int> migrated = 0;
    std::jthread migrating([&] {
        const auto connection = open();
        migrated = MigrationRunner(*connection, {m_table}, numbered(2, changed)).migrate();
    });
    while (answer(u"SELECT count(*)::text FROM pg_locks WHERE relation = 'app.a'::regclass "
                  "AND mode = 'AccessExclusiveLock' AND NOT granted"_s)
           == u"0"_s) { }
    // Behind the waiting migration; as long as a desk waits for a lock.
    const auto desk = open();
    desk->runScript(u"SET lock_timeout = '2s'; INSERT INTO app.a VALUES (7)"_s);
    EXPECT_EQ(answer(u"SELECT app.mine()::text"_s), u"1"_s) << "the reader is still there";
    reader->runScript(u"COMMIT"_s);
    migrating.join();
    EXPECT_TRUE(migrated.has_value());
    EXPECT_EQ(answer(u"SELECT app.mine()::text"_s), u"5"_s);
}

TEST_F(FunctionSetTest, anOpenSessionGoesOnWithTheNewFunctions)
{
    ASSERT_TRUE(migrate(numbered(1, m_first)).has_value());
    const auto desk = open();
    const Statement asks {"asks", "", "SELECT app.asks() AS number"};
    EXPECT_EQ(desk->send({{&asks, {}}}).constFirst().constFirst().get<int>("number"), 2);
    QString changed = m_first;
    ASSERT_TRUE(migrate(numbered(2, changed.replace(u"RETURN 1;"_s, u"RETURN 5;"_s))).has_value());
    EXPECT_EQ(desk->send({{&asks, {}}}).constFirst().constFirst().get<int>("number"), 6);
}

// How a migration changes a function on which stored data depends: the column is made anew, and
// with it what was stored and indexed; the functions' files give its rights again.
TEST_F(FunctionSetTest, aChangedNormRewritesWhatItHasStored)
{
    ASSERT_TRUE(MigrationRunner(*m_owner).migrate().has_value());
    m_owner->runScript(u"INSERT INTO app.patient (family_name, given_name, birth_date) "
                       "VALUES ('Müller', 'Jürgen', '1982-07-07')"_s);
    EXPECT_EQ(answer(u"SELECT search FROM app.patient"_s), u"muller jurgen"_s);
    QList<Migration> migrations = MigrationRunner::builtIn();
    const int next = migrations.last().version + 1;
    migrations.append(Migration::fromText(next, u"norm.sql"_s, uR"sql(
        ALTER TABLE app.patient DROP COLUMN search;
        CREATE OR REPLACE FUNCTION app.norm(value text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN lower(ext.unaccent('ext.unaccent'::regdictionary, replace(value, 'ü', 'ue')));
        ALTER TABLE app.patient ADD COLUMN search text
            GENERATED ALWAYS AS (app.norm(family_name || ' ' || given_name)) STORED;
        CREATE INDEX patient_search_fragments ON app.patient USING gin (search ext.gin_trgm_ops);
        CREATE INDEX patient_search_prefix ON app.patient (search text_pattern_ops);)sql"_s));
    MigrationRunner runner(*m_owner, migrations, FunctionSet::builtIn());
    ASSERT_EQ(runner.migrate().value(), 1);
    EXPECT_EQ(runner.check().value(), next);
    EXPECT_EQ(answer(u"SELECT search FROM app.patient"_s), u"mueller juergen"_s);
    EXPECT_EQ(answer(u"SELECT family_name FROM app.patient_find('mueller', 5)"_s), u"Müller"_s);
    EXPECT_EQ(answer(u"SELECT has_column_privilege('clinic_reception', 'app.patient', 'search', "
                     "'SELECT')::text"_s),
              u"true"_s)
        << "a new column's rights come with the functions, whose text is the same";
    EXPECT_EQ(answer(u"SELECT version::text FROM app.patient"_s), u"1"_s) << "no edit of anybody";
}

TEST_F(FunctionSetTest, eachFunctionStandsInOneFileOfTheProgram)
{
    static const QRegularExpression definition(u"CREATE (OR REPLACE )?FUNCTION\\s+app\\.(\\w+)"_s);
    QHash<QString, QString> places;
    const auto read = [&places](const QString &name, const QString &sql) {
        for (const QRegularExpressionMatch &match : definition.globalMatch(sql)) {
            const QString function = match.captured(2);
            EXPECT_FALSE(places.contains(function))
                << qPrintable(function) << " in " << qPrintable(name) << " and "
                << qPrintable(places.value(function));
            places.insert(function, name);
        }
        EXPECT_FALSE(sql.contains("ALTER FUNCTION"_L1))
            << qPrintable(name) << ": attributes stand in the definition";
    };
    for (const FunctionSet::File &file : FunctionSet::builtIn().files)
        read(file.name, file.sql);
    for (const Migration &migration : MigrationRunner::builtIn())
        read(migration.name, migration.sql);
    EXPECT_GT(places.size(), 60);
    EXPECT_GT(FunctionSet::builtIn().number, 0);
}

TEST_F(FunctionSetTest, noFunctionOfTheProgramCanBeLedAstray)
{
    // Of a clinic's database, where the superuser's functions are too.
    const auto namesOf = [this](const QString &condition) {
        return superuserSql(uR"sql(
            SELECT coalesce(string_agg(DISTINCT p.oid::regprocedure::text, ', '), '')
            FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            WHERE p.pronamespace = 'app'::regnamespace AND )sql"_s
                            + condition)
            .constFirst()
            .get<QString>(0);
    };
    EXPECT_EQ(namesOf(uR"sql(p.prosecdef AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c
                             WHERE c ~ '^search_path=(.*, )?pg_temp$'))sql"_s),
              QString())
        << "SECURITY DEFINER without a search_path that ends with pg_temp";
    EXPECT_EQ(namesOf(u"a.grantee = 0"_s), QString()) << "for everybody";
    EXPECT_TRUE(namesOf(u"p.prosecdef"_s).contains("staff_create"_L1));
    ASSERT_TRUE(MigrationRunner(*m_owner).migrate().has_value());
    EXPECT_EQ(answer(uR"sql(
        SELECT coalesce(string_agg(DISTINCT p.oid::regprocedure::text, ', '), '')
        FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
            AND d.refclassid = 'pg_class'::regclass
        WHERE p.pronamespace = 'app'::regnamespace)sql"_s),
              QString())
        << "an SQL-standard body that a table's change would have to drop";
}

} // namespace ClinicDesk
