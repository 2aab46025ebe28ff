#include "database/MigrationRunner.h"
#include "FreshDatabase.h"
#include "database/SqlError.h"

#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class MigrationRunnerTest : public FreshDatabase
{
protected:
    const Migration m_first
        = Migration::fromText(1, u"0001_a.sql"_s, u"CREATE TABLE app.a (x int);"_s);
    const Migration m_second
        = Migration::fromText(2, u"0002_b.sql"_s, u"CREATE TABLE app.b (x int);"_s);
};

TEST_F(MigrationRunnerTest, builtInFilesAreNumberedWithoutGaps)
{
    const QList<Migration> migrations = MigrationRunner::builtIn();
    ASSERT_FALSE(migrations.isEmpty());
    for (qsizetype index = 0; index < migrations.size(); ++index) {
        EXPECT_EQ(migrations.at(index).version, index + 1);
        EXPECT_FALSE(migrations.at(index).sql.isEmpty());
    }
    EXPECT_EQ(MigrationRunner::programVersion(), migrations.last().version);
}

TEST_F(MigrationRunnerTest, fromEmptyAppliesEveryFileOnce)
{
    const auto connection = open();
    MigrationRunner runner(*connection);
    EXPECT_EQ(runner.currentVersion().value(), 0);
    EXPECT_EQ(runner.migrate().value(), MigrationRunner::programVersion());
    EXPECT_EQ(runner.currentVersion().value(), MigrationRunner::programVersion());
    EXPECT_EQ(runner.check().value(), MigrationRunner::programVersion());
    EXPECT_EQ(runner.migrate().value(), 0);
}

TEST_F(MigrationRunnerTest, fromEachVersionReachesTheLast)
{
    for (int version = 1; version < MigrationRunner::programVersion(); ++version) {
        fresh();
        const auto connection = open();
        MigrationRunner runner(*connection);
        ASSERT_EQ(runner.migrate(version).value(), version);
        ASSERT_EQ(runner.currentVersion().value(), version);
        ASSERT_EQ(runner.migrate().value(), MigrationRunner::programVersion() - version);
    }
}

TEST_F(MigrationRunnerTest, racingMigratorsApplyEachFileOnce)
{
    constexpr int racers = 4;
    std::barrier start(racers);
    std::vector<Result<int>> counts(racers, 0);
    std::vector<std::thread> threads;
    for (int racer = 0; racer < racers; ++racer) {
        threads.emplace_back([&, racer] {
            const auto connection = open();
            MigrationRunner runner(*connection);
            start.arrive_and_wait();
            counts[static_cast<size_t>(racer)] = runner.migrate();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    int total = 0;
    for (const Result<int> &count : counts) {
        ASSERT_TRUE(count.has_value()) << qPrintable(toKey(count.error().kind));
        total += *count;
    }
    EXPECT_EQ(total, MigrationRunner::programVersion());
}

TEST_F(MigrationRunnerTest, aFileThatFailsLeavesNoTrace)
{
    const Migration broken
        = Migration::fromText(2, u"0002_broken.sql"_s,
                              u"CREATE TABLE app.b (x int); INSERT INTO app.b VALUES (1 / 0);"_s);
    const auto connection = open();
    const Result<int> result = MigrationRunner(*connection, {m_first, broken}).migrate();
    EXPECT_FALSE(result.has_value());
    EXPECT_EQ(MigrationRunner(*connection, {m_first}).currentVersion().value(), 1);
    EXPECT_EQ(ask(*connection, u"SELECT coalesce(to_regclass('app.b')::text, 'none')"_s),
              u"none"_s);
    EXPECT_EQ(MigrationRunner(*connection, {m_first, m_second}).migrate().value(), 1);
}

TEST_F(MigrationRunnerTest, anAppliedFileMayNotChange)
{
    const auto connection = open();
    ASSERT_EQ(MigrationRunner(*connection, {m_first}).migrate().value(), 1);
    const Migration changed = Migration::fromText(1, m_first.name, m_first.sql + u" "_s);
    const Result<int> result = MigrationRunner(*connection, {changed, m_second}).migrate();
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, ErrorKind::Internal);
    EXPECT_EQ(result.error().rule, u"checksum"_s);
    EXPECT_EQ(MigrationRunner(*connection, {m_first}).currentVersion().value(), 1);
}

TEST_F(MigrationRunnerTest, aNewerSchemaIsRefused)
{
    const auto connection = open();
    ASSERT_EQ(MigrationRunner(*connection, {m_first, m_second}).migrate().value(), 2);
    MigrationRunner old(*connection, {m_first});
    for (const Result<int> &result : {old.check(), old.migrate()}) {
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().kind, ErrorKind::ProgramTooOld);
        ASSERT_TRUE(result.error().as<SchemaDetails>());
        EXPECT_EQ(*result.error().as<SchemaDetails>(), (SchemaDetails {1, 2}));
    }
}

TEST_F(MigrationRunnerTest, aNewerSchemaMayStillAdmitAnOlderProgram)
{
    const Migration gentle = Migration::fromText(
        2, u"0002_gentle.sql"_s,
        u"-- Adds a table.\n-- min-compatible: 1\nCREATE TABLE app.b (x int);"_s);
    EXPECT_EQ(gentle.minCompatible, 1);
    const auto connection = open();
    ASSERT_EQ(MigrationRunner(*connection, {m_first, gentle}).migrate().value(), 2);
    EXPECT_EQ(MigrationRunner(*connection, {m_first}).check().value(), 2);
}

TEST_F(MigrationRunnerTest, anOlderSchemaMustBeMigratedFirst)
{
    const auto connection = open();
    MigrationRunner runner(*connection, {m_first, m_second});
    ASSERT_EQ(runner.migrate(1).value(), 1);
    const Result<int> result = runner.check();
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, ErrorKind::ProgramTooNew);
    EXPECT_EQ(*result.error().as<SchemaDetails>(), (SchemaDetails {2, 1}));
}

TEST_F(MigrationRunnerTest, theClockTicksInTheMillisecondsThatAreStored)
{
    const auto connection = open();
    ASSERT_TRUE(MigrationRunner(*connection).migrate().has_value());
    for (int reading = 0; reading < 20; ++reading) {
        EXPECT_EQ(ask(*connection,
                      u"SELECT (app.clinic_now() = app.clinic_now()::timestamptz(3) "
                      "AND app.clinic_now() <= now())::text"_s),
                  u"true"_s);
    }
}

TEST_F(MigrationRunnerTest, everyoneMayAskButNotMigrate)
{
    for (const QString &login : {u"ana"_s, u"osei"_s, u"admin"_s, u"kiosk"_s, u"display"_s}) {
        Connection connection(settings(login));
        connection.open();
        MigrationRunner runner(connection);
        EXPECT_EQ(runner.check().value(), MigrationRunner::programVersion()) << qPrintable(login);
        EXPECT_FALSE(runner.migrate().has_value()) << qPrintable(login);
    }
}

} // namespace ClinicDesk
