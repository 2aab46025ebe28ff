#include "database/Connection.h"

#include "NoteFixture.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

constexpr Statement echoText {"test_echo_text", "text", "SELECT $1"};
constexpr Statement echoTimes {"test_echo_times", "timestamptz, date, time, uuid, bytea, bigint[]",
                               "SELECT $1, $2, $3, $4, $5, $6[2], 1234567890.123456789::numeric"};
constexpr Statement broken {"test_broken", "", "SELECT nothing FROM nowhere"};

class ConnectionTest : public NoteFixture
{
protected:
    void SetUp() override
    {
        NoteFixture::SetUp();
        m_connection.emplace(settings(u"ana"_s));
        m_connection->open();
    }
    void TearDown() override
    {
        m_connection.reset();
        NoteFixture::TearDown();
    }
    QString ask(const QString &sql)
    {
        return m_connection->runScript(sql).at(0).at(0).get<QString>(0);
    }
    SqlError failure(const QList<Call> &calls, bool begin = true)
    {
        try {
            m_connection->send(calls, begin);
        } catch (const SqlError &error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }

    std::optional<Connection> m_connection;
};

TEST_F(ConnectionTest, setsTheSessionUp)
{
    EXPECT_EQ(ask(u"SHOW TimeZone"_s), u"UTC"_s);
    EXPECT_EQ(ask(u"SHOW search_path"_s), u"app, ext"_s);
    EXPECT_EQ(ask(u"SHOW lock_timeout"_s), u"2s"_s);
    EXPECT_EQ(ask(u"SHOW statement_timeout"_s), u"5s"_s);
    EXPECT_EQ(ask(u"SHOW idle_in_transaction_session_timeout"_s), u"10s"_s);
    EXPECT_EQ(ask(u"SHOW client_min_messages"_s), u"warning"_s);
    EXPECT_EQ(ask(u"SHOW application_name"_s), u"ClinicDesk Test desk"_s);
    EXPECT_EQ(ask(u"SHOW clinic.desk"_s), u"Test desk"_s);
    EXPECT_EQ(ask(u"SELECT current_user"_s), u"ana"_s);
}

/// Whatever the computer's own zone; what is no instant is a NULL, not a wrong time.
TEST_F(ConnectionTest, instantsComeBackInUtcToTheMillisecond)
{
    const auto instant = [this](const QString &text) {
        return m_connection->runScript(u"SELECT timestamptz '%1'"_s.arg(text)).at(0).at(0);
    };
    EXPECT_EQ(instant(u"2026-10-25 02:30:00.311+02"_s).get<QDateTime>(0),
              QDateTime(QDate(2026, 10, 25), QTime(0, 30, 0, 311), Qt::UTC));
    EXPECT_EQ(instant(u"2026-03-29 02:30:00.05+01"_s).get<QDateTime>(0),
              QDateTime(QDate(2026, 3, 29), QTime(1, 30, 0, 50), Qt::UTC));
    EXPECT_EQ(instant(u"1850-01-01 00:00:00+00"_s).get<QDateTime>(0),
              QDateTime(QDate(1850, 1, 1), QTime(0, 0), Qt::UTC));
    EXPECT_EQ(instant(u"2026-11-24 09:07:00.999999+00"_s).get<QDateTime>(0),
              QDateTime(QDate(2026, 11, 24), QTime(9, 7, 0, 999), Qt::UTC));
    EXPECT_EQ(instant(u"2026-11-24 09:07:00+00"_s).get<QDateTime>(0).timeSpec(), Qt::UTC);
    for (const QString &none : {u"infinity"_s, u"-infinity"_s})
        EXPECT_FALSE(instant(none).get<QDateTime>(0).isValid()) << qPrintable(none);
}

TEST_F(ConnectionTest, migrationsHaveTheOwnersRoleAndNoTimeout)
{
    Connection owner(ownerSettings());
    owner.open();
    const auto ask
        = [&owner](const QString &sql) { return owner.runScript(sql).at(0).at(0).get<QString>(0); };
    EXPECT_EQ(ask(u"SELECT current_user"_s), u"clinic_owner"_s);
    EXPECT_EQ(ask(u"SHOW statement_timeout"_s), u"0"_s);
}

TEST_F(ConnectionTest, textComesBackAsItWent)
{
    for (const QString &text : {u"O'Brien"_s, u"back\\slash \\' \\\\"_s, u"\U0001F600 李 Müller"_s,
                                u"\u200Fעברית\u202E"_s, u"tab\tline\nend"_s, u"$1 :name ? %1"_s,
                                u"'); DROP TABLE app.test_note; --"_s, u""_s}) {
        EXPECT_EQ(m_connection->send({{&echoText, {text}}}).at(0).at(0).get<QString>(0), text);
    }
    const Row null = m_connection->send({{&echoText, {QString()}}}).at(0).at(0);
    EXPECT_TRUE(null.isNull(0));
    EXPECT_FALSE(null.optional<QString>(0));
}

TEST_F(ConnectionTest, columnsAreReadByTheirNames)
{
    const Rows rows = m_connection->runScript(u"SELECT 7 AS seven, NULL::text AS nothing"_s).at(0);
    EXPECT_EQ(rows.at(0).get<int>("seven"), 7);
    EXPECT_TRUE(rows.at(0).isNull("nothing"));
    EXPECT_FALSE(rows.at(0).optional<QString>("nothing"));
    EXPECT_THROW(static_cast<void>(rows.at(0).get<int>("eight")), std::out_of_range);
}

TEST_F(ConnectionTest, valuesComeBackAsTheyWent)
{
    // Both 02:30s of the autumn night.
    for (const qint64 seconds : {1792888200, 1792891800}) {
        const QDateTime instant
            = QDateTime::fromMSecsSinceEpoch(seconds * 1000 + 123, QTimeZone("Europe/Berlin"));
        ASSERT_EQ(instant.time(), QTime(2, 30, 0, 123));
        const QUuid id = QUuid::createUuid();
        const QByteArray bytes = QByteArray::fromHex("00ff275c");
        const Row row = m_connection
                            ->send({{&echoTimes,
                                     {instant, QDate(1985, 5, 3), QTime(8, 30), id, bytes,
                                      QList<qint64> {1, 1LL << 40}}}})
                            .at(0)
                            .at(0);
        EXPECT_EQ(row.get<QDateTime>(0), instant.toUTC());
        EXPECT_EQ(row.get<QDateTime>(0).timeSpec(), Qt::UTC);
        EXPECT_EQ(row.get<QDate>(1), QDate(1985, 5, 3));
        EXPECT_EQ(row.get<QTime>(2), QTime(8, 30));
        EXPECT_EQ(row.get<QUuid>(3), id);
        EXPECT_EQ(row.get<QByteArray>(4), bytes);
        EXPECT_EQ(row.get<qint64>(5), 1LL << 40);
        EXPECT_EQ(row.get<QString>(6), u"1234567890.123456789"_s);
    }
}

TEST_F(ConnectionTest, sendsEverythingInOneMessage)
{
    const QList<Call> calls {
        {&readNote, {qint64 {1}}}, {&addNote, {qint64 {3}, u"three"_s}}, {&readNote, {qint64 {3}}}};
    m_connection->send(calls.mid(0, 2), true); // prepares
    m_connection->rollback();
    const qint64 before = m_connection->messagesSent();
    const QList<Rows> results = m_connection->send(calls, true);
    EXPECT_EQ(m_connection->messagesSent() - before, 1);
    ASSERT_EQ(results.size(), 3);
    EXPECT_EQ(results.at(0).at(0).get<QString>(0), u"one"_s);
    EXPECT_EQ(results.at(1).at(0).get<qint64>(0), 3);
    EXPECT_EQ(results.at(2).at(0).get<QString>(0), u"three"_s);
    m_connection->commit();
    EXPECT_EQ(m_connection->messagesSent() - before, 2);
    EXPECT_EQ(count(u"id = 3"_s), 1);
}

TEST_F(ConnectionTest, aFailureAtEachStatementIsFoundAndNothingStays)
{
    for (int failing = 0; failing < 4; ++failing) {
        QList<Call> calls;
        for (int i = 0; i < 4; ++i)
            calls.append({&addNote, {qint64 {10 + i}, i == failing ? u"bad"_s : u"good"_s}});
        const SqlError error = failure(calls);
        EXPECT_EQ(error.statementIndex, failing);
        EXPECT_EQ(error.sqlState, u"23514"_s);
        EXPECT_EQ(error.constraint, u"test_note_body"_s);
        EXPECT_FALSE(error.connectionLost);
        m_connection->rollback();
        EXPECT_EQ(count(u"id >= 10"_s), 0);
    }
}

TEST_F(ConnectionTest, namesTheColumnThatMayNotBeNull)
{
    const SqlError error
        = failure({{&readNote, {qint64 {1}}}, {&addNote, {qint64 {3}, QString()}}});
    EXPECT_EQ(error.sqlState, u"23502"_s);
    EXPECT_EQ(error.column, u"body"_s);
    EXPECT_EQ(error.statementIndex, 1);
}

TEST_F(ConnectionTest, errorTextHoldsNoValues)
{
    const SqlError error = failure({{&addNote, {qint64 {1}, u"private text"_s}}});
    EXPECT_EQ(error.sqlState, u"23505"_s);
    EXPECT_FALSE(error.message.contains("private"_L1)) << qPrintable(error.message);
    EXPECT_FALSE(error.message.contains("DETAIL"_L1)) << qPrintable(error.message);
}

TEST_F(ConnectionTest, preparedStatementsOutliveARollback)
{
    m_connection->send({{&readNote, {qint64 {1}}}}, true);
    m_connection->send({{&echoText, {u"x"_s}}}); // prepared inside the transaction
    m_connection->rollback();
    const qint64 before = m_connection->messagesSent();
    m_connection->send({{&readNote, {qint64 {1}}}, {&echoText, {u"x"_s}}});
    EXPECT_EQ(m_connection->messagesSent() - before, 1);
}

TEST_F(ConnectionTest, aFailedPrepareLeavesTheOthersUsable)
{
    const QList<Call> calls {{&readNote, {qint64 {1}}}, {&broken, {}}, {&echoText, {u"x"_s}}};
    EXPECT_EQ(failure(calls).sqlState, u"42P01"_s);
    EXPECT_EQ(m_connection->send({calls.at(0), calls.at(2)}).size(), 2);
    EXPECT_EQ(failure(calls).sqlState, u"42P01"_s);
}

TEST_F(ConnectionTest, aFailedPrepareInsideATransactionSpoilsIt)
{
    m_connection->send({{&addNote, {qint64 {3}, u"three"_s}}}, true);
    EXPECT_EQ(failure({{&broken, {}}}, false).sqlState, u"42P01"_s);
    m_connection->rollback();
    EXPECT_EQ(m_connection->send({{&echoText, {u"x"_s}}}).size(), 1);
    EXPECT_EQ(count(u"id = 3"_s), 0);
}

TEST_F(ConnectionTest, twoStatementsOfOneNameAreABug)
{
    constexpr Statement impostor {"test_echo_text", "text", "SELECT $1 || 'x'"};
    m_connection->send({{&echoText, {u"x"_s}}});
    EXPECT_THROW(m_connection->send({{&impostor, {u"x"_s}}}), std::logic_error);
}

TEST_F(ConnectionTest, commitOfAnAbortedTransactionIsReported)
{
    failure({{&addNote, {qint64 {3}, u"three"_s}}, {&divide, {0}}});
    try {
        m_connection->commit();
        FAIL() << "the server rolled back, commit() must say so";
    } catch (const SqlError &error) {
        EXPECT_EQ(error.sqlState, QString());
        EXPECT_FALSE(error.connectionLost);
    }
    EXPECT_EQ(count(u"id = 3"_s), 0);
    EXPECT_TRUE(m_connection->isOpen());
}

TEST_F(ConnectionTest, deferredConstraintFailsTheCommit)
{
    ownerSql(
        u"ALTER TABLE app.test_note ADD parent bigint DEFAULT 1 REFERENCES app.test_note"
        " DEFERRABLE INITIALLY DEFERRED; ALTER TABLE app.test_note ALTER parent SET DEFAULT 99"_s);
    m_connection->send({{&addNote, {qint64 {3}, u"three"_s}}}, true);
    try {
        m_connection->commit();
        FAIL() << "nothing was thrown";
    } catch (const SqlError &error) {
        EXPECT_EQ(error.sqlState, u"23503"_s);
        EXPECT_FALSE(error.connectionLost);
    }
}

TEST_F(ConnectionTest, knowsWhenTheServerEndedTheSession)
{
    superuserSql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'"_s);
    const SqlError error = failure({{&echoText, {u"x"_s}}}, false);
    EXPECT_TRUE(error.connectionLost);
    EXPECT_FALSE(m_connection->isOpen());
    m_connection->rollback();
    try {
        m_connection->commit();
        FAIL() << "nothing was thrown";
    } catch (const SqlError &lost) {
        EXPECT_TRUE(lost.connectionLost);
    }
    m_connection->open();
    EXPECT_EQ(m_connection->timesOpened(), 2);
    EXPECT_EQ(m_connection->send({{&echoText, {u"x"_s}}}).size(), 1);
}

TEST_F(ConnectionTest, refusesAServerThatReadsBackslashesInText)
{
    superuserSql(u"ALTER ROLE ana SET standard_conforming_strings = off"_s);
    Connection other(settings(u"ana"_s));
    EXPECT_THROW(other.open(), SqlError);
    EXPECT_FALSE(other.isOpen());
    superuserSql(u"ALTER ROLE ana RESET standard_conforming_strings"_s);
}

TEST_F(ConnectionTest, hostileDeskNamesAreOnlyNames)
{
    ConnectionSettings hostile = settings(u"ana"_s);
    hostile.deskName = u"x'; DROP TABLE app.test_note; --\\';application_name=evil"_s + QChar(0);
    Connection other(hostile);
    other.open();
    const QString name = other.runScript(u"SHOW clinic.desk"_s).at(0).at(0).get<QString>(0);
    EXPECT_EQ(name, u"x'; DROP TABLE app.test_note; --\\';application_name=evil"_s);
    const QString shown = other.runScript(u"SHOW application_name"_s).at(0).at(0).get<QString>(0);
    EXPECT_TRUE(shown.startsWith("ClinicDesk x'"_L1)) << qPrintable(shown);
    EXPECT_EQ(count(u"true"_s), 2);
}

class SignIn : public NoteFixture
{
protected:
    static Error refusal(const ConnectionSettings &settings)
    {
        Connection connection(settings);
        try {
            connection.open();
        } catch (const SqlError &error) {
            return classify(error);
        }
        ADD_FAILURE() << "it opened";
        return {};
    }
};

TEST_F(SignIn, tellsWhyItIsRefused)
{
    ConnectionSettings wrong = settings(u"ana"_s);
    wrong.password = u"wrong"_s;
    EXPECT_EQ(refusal(wrong).kind, ErrorKind::SignInFailed);
    EXPECT_EQ(refusal(wrong).rule, u"password"_s);

    ConnectionSettings none = settings(u"ana"_s);
    none.password.clear();
    EXPECT_EQ(refusal(none).kind, ErrorKind::SignInFailed);
    EXPECT_EQ(refusal(none).rule, u"password"_s);

    ConnectionSettings nobody = settings(u"no_such_person"_s);
    EXPECT_EQ(refusal(nobody).kind, ErrorKind::SignInFailed);

    ConnectionSettings nowhere = settings(u"ana"_s);
    nowhere.database = u"no_such_database"_s;
    EXPECT_EQ(refusal(nowhere).kind, ErrorKind::SignInFailed);
    EXPECT_EQ(refusal(nowhere).rule, u"database"_s);
}

TEST_F(SignIn, tellsWhenTheServerIsFull)
{
    superuserSql(u"ALTER ROLE ben CONNECTION LIMIT 0"_s);
    const Error error = refusal(settings(u"ben"_s));
    superuserSql(u"ALTER ROLE ben CONNECTION LIMIT -1"_s);
    EXPECT_EQ(error.kind, ErrorKind::Busy);
    EXPECT_EQ(error.rule, u"too_many_connections"_s);
}

TEST_F(SignIn, tellsWhenNobodyAnswers)
{
    ConnectionSettings nobody = settings(u"ana"_s);
    nobody.host = u"127.0.0.1"_s;
    nobody.port = u"1"_s;
    EXPECT_EQ(refusal(nobody).kind, ErrorKind::Unreachable);
    nobody.host = u"/nowhere"_s;
    EXPECT_EQ(refusal(nobody).kind, ErrorKind::Unreachable);
}

} // namespace
} // namespace ClinicDesk
