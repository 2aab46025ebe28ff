#include "database/ClinicBootstrap.h"
#include "database/Connection.h"
#include "database/ScramVerifier.h"
#include "database/SqlError.h"
#include "support/PostgresFixture.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ClinicBootstrapTest : public PostgresFixture
{
protected:
    void TearDown() override
    {
        superuserSql(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(clinic()));
        PostgresFixture::TearDown();
    }

    QString clinic() const { return database() + u"_clinic"_s; }
    ConnectionSettings maintenance() const { return superuserSettings(); }
};

TEST_F(ClinicBootstrapTest, makesTheDatabaseOnceAndMayBeRepeated)
{
    EXPECT_EQ(ClinicBootstrap::bootstrap(maintenance(), clinic()).value(), true);
    EXPECT_EQ(ClinicBootstrap::bootstrap(maintenance(), clinic()).value(), false);
    const Rows rows = superuserSql(u"SELECT pg_get_userbyid(datdba), "
                                   u"pg_encoding_to_char(encoding), datcollate FROM pg_database "
                                   "WHERE datname = '%1'"_s.arg(clinic()));
    EXPECT_EQ(rows.at(0).get<QString>(0), u"clinic_owner"_s);
    EXPECT_EQ(rows.at(0).get<QString>(1), u"UTF8"_s);
    EXPECT_EQ(rows.at(0).get<QString>(2), u"C.UTF-8"_s);
}

TEST_F(ClinicBootstrapTest, theFunctionsOfASuperuserAreMadeAnew)
{
    ASSERT_TRUE(ClinicBootstrap::bootstrap(maintenance(), clinic()).has_value());
    ConnectionSettings settings = maintenance();
    settings.database = clinic();
    Connection inside(settings);
    inside.open();
    inside.runScript(uR"sql(
        DROP FUNCTION app.deadlocks();
        CREATE FUNCTION app.deadlocks() RETURNS text LANGUAGE sql AS 'SELECT version()';
        CREATE FUNCTION app.once() RETURNS text LANGUAGE sql AS 'SELECT version()';
        ALTER FUNCTION app.deadlocks() OWNER TO clinic_watch;
        ALTER FUNCTION app.once() OWNER TO clinic_watch;)sql"_s);
    ASSERT_TRUE(ClinicBootstrap::bootstrap(maintenance(), clinic()).has_value());
    const Row row = inside
                        .runScript(uR"sql(
        SELECT to_regprocedure('app.once()') IS NULL AS gone,
            pg_get_function_result('app.deadlocks()'::regprocedure) AS result,
            has_function_privilege('clinic_admin', 'app.deadlocks()', 'EXECUTE') AS admin,
            has_function_privilege('clinic_doctor', 'app.deadlocks()', 'EXECUTE') AS doctor)sql"_s)
                        .constFirst()
                        .constFirst();
    EXPECT_TRUE(row.get<bool>("gone"));
    EXPECT_EQ(row.get<QString>("result"), u"bigint"_s);
    EXPECT_TRUE(row.get<bool>("admin"));
    EXPECT_FALSE(row.get<bool>("doctor"));
}

TEST_F(ClinicBootstrapTest, twoAtOnceBothSucceed)
{
    std::vector<Result<bool>> results(2, false);
    std::vector<std::thread> threads;
    for (Result<bool> &result : results) {
        threads.emplace_back(
            [this, &result] { result = ClinicBootstrap::bootstrap(maintenance(), clinic()); });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const Result<bool> &result : results)
        ASSERT_TRUE(result.has_value()) << qPrintable(toKey(result.error().kind));
    EXPECT_NE(*results.at(0), *results.at(1));
}

TEST_F(ClinicBootstrapTest, refusesNamesThatAreNotPlain)
{
    for (const QString &name : {u""_s, u"Clinic"_s, u"a b"_s, u"x\"; DROP DATABASE y"_s, u"1a"_s}) {
        const Result<bool> result = ClinicBootstrap::bootstrap(maintenance(), name);
        ASSERT_FALSE(result.has_value()) << qPrintable(name);
        EXPECT_EQ(result.error().kind, ErrorKind::ValidationFailed);
    }
}

TEST_F(ClinicBootstrapTest, strangersCannotConnect)
{
    superuserSql(u"CREATE ROLE stranger LOGIN PASSWORD 'secret'"_s);
    ASSERT_TRUE(ClinicBootstrap::bootstrap(maintenance(), clinic()).has_value());
    EXPECT_EQ(sqlAs(u"stranger"_s, u"SELECT 1"_s).sqlState, u"42501"_s) << "of a clone";
    ConnectionSettings inside = settings(u"stranger"_s);
    inside.database = clinic();
    Connection connection(inside);
    EXPECT_THROW(connection.open(), SqlError);
    superuserSql(u"DROP ROLE stranger"_s);
}

TEST_F(ClinicBootstrapTest, staffSignInByAVerifierMadeHere)
{
    Connection administrator(settings(u"admin"_s));
    administrator.open();
    const QString verifier = scramVerifier(administrator, u"carl"_s, u"pa ss'wörd"_s);
    EXPECT_TRUE(verifier.startsWith(u"SCRAM-SHA-256$"_s));
    EXPECT_FALSE(verifier.contains(u"wörd"_s));
    const SqlOutcome outcome = sqlAs(
        u"admin"_s,
        u"SELECT app.staff_create('carl', '%1', 'Carl Cox', 'receptionist')"_s.arg(verifier));
    ASSERT_TRUE(outcome.ok()) << qPrintable(outcome.message);

    ConnectionSettings carl = settings(u"carl"_s);
    carl.password = u"pa ss'wörd"_s;
    Connection connection(carl);
    EXPECT_NO_THROW(connection.open());
    connection.close();
    superuserSql(u"DROP OWNED BY carl; DROP ROLE carl"_s);
}

TEST_F(ClinicBootstrapTest, onlyTheAdministratorMakesLogins)
{
    for (const QString &login : {u"ana"_s, u"osei"_s, u"kiosk"_s, u"display"_s}) {
        const SqlOutcome outcome
            = sqlAs(login, u"SELECT app.staff_create('eve', '', 'Eve', 'administrator')"_s);
        EXPECT_EQ(outcome.sqlState, u"42501"_s) << qPrintable(login);
    }
}

} // namespace ClinicDesk
