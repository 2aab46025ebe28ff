#include "database/ClinicBootstrap.h"
#include "database/PrivateServer.h"
#include "database/ScramVerifier.h"
#include "database/SqlFiles.h"
#include "services/appointments/AppointmentOperations.h"
#include "support/WireProxy.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <functional>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr auto portVariable = "CLINICDESK_TEST_BOOKER_PORT";
constexpr auto seedVariable = "CLINICDESK_TEST_BOOKER_SEED";
const auto database = u"clinic"_s;
const auto login = u"booker"_s;
const auto password = u"long enough"_s;
constexpr int bookers = 6;

/// How often each thing is killed: few in the normal run, any number by hand.
int killsOf(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int given = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? given : otherwise;
}

void tell(const QString &what, const QUuid &operation)
{
    const QByteArray line
        = (what + u' ' + operation.toString(QUuid::WithoutBraces) + u'\n').toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

/// What the desks were told, each operation once.
struct Ledger
{
    QSet<QString> sent;
    QSet<QString> won;
    QSet<QString> refused;
    QSet<QString> full; ///< of `refused`: the server's disk was full
    int lines = 0;

    void read(const QByteArray &output)
    {
        for (const QByteArray &line : output.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() != 2)
                continue;
            ++lines;
            const QString operation = QString::fromLatin1(words.at(1));
            if (words.at(0) == "sent")
                sent.insert(operation);
            else if (words.at(0) == "won")
                won.insert(operation);
            else if (words.at(0) == "refused" || words.at(0) == "full")
                refused.insert(operation);
            if (words.at(0) == "full")
                full.insert(operation);
        }
    }
    /// Sent, and nobody knows: the desk was killed, or told that the outcome is unknown.
    [[nodiscard]] QSet<QString> open() const { return sent - won - refused; }
};

} // namespace

/// A desk that books one contested time after the other, and says what it sends and hears. Runs as
/// a process of its own until it is killed; without its variables there is nothing to do.
TEST(Booker, booksUntilItIsKilled)
{
    if (!qEnvironmentVariableIsSet(portVariable))
        GTEST_SKIP() << "started by Killing";
    ConnectionSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = qEnvironmentVariable(portVariable);
    settings.database = database;
    settings.user = login;
    settings.password = password;
    settings.deskName = u"Desk "_s + qEnvironmentVariable(seedVariable);
    settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QRandomGenerator random(static_cast<quint32>(qEnvironmentVariableIntValue(seedVariable)));
    const QDateTime first(QDateTime::currentDateTimeUtc().date().addDays(1), QTime(0, 0), Qt::UTC);
    Connection connection(settings);
    TransactionStatistics statistics;
    TransactionManager manager(connection, statistics);
    for (;;) {
        if (!connection.isOpen()) {
            try {
                connection.open();
            } catch (const SqlError &) {
                QThread::yieldCurrentThread(); // the server is being started again
                continue;
            }
        }
        BookRequest request;
        request.operation = QUuid::createUuid();
        request.doctor = DoctorId {1};
        request.patient = PatientId {1 + random.bounded(bookers)};
        const qint64 day = random.bounded(600);
        request.start = first.addDays(day).addSecs(random.bounded(280) * 300);
        request.end = request.start.addSecs(900);
        tell(u"sent"_s, request.operation);
        const Result<Appointment> booked = AppointmentOperations::book(manager, request);
        if (booked)
            tell(u"won"_s, request.operation);
        else if (booked.error().kind != ErrorKind::OutcomeUnknown)
            tell(booked.error().rule == u"disk_full"_s ? u"full"_s : u"refused"_s,
                 request.operation);
    }
}

/// Desks, their sessions, the wire and the server ended while bookings are under way. Whatever a
/// desk was told is true afterwards: what it was told is booked is there, what it was told is
/// refused is not, and of the rest each is there once or not at all.
class Killing : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0711), 0);
        PrivateServer::Options options;
        options.dataFolder = m_folder.filePath(u"server"_s);
        options.endWithStarter = true;
        m_server = std::make_unique<PrivateServer>(options);
        ASSERT_TRUE(m_server->start());
        ASSERT_TRUE(
            ClinicBootstrap::bootstrap(m_server->administratorSettings(u"postgres"_s), database));
        ConnectionSettings ownerSettings = superuser();
        ownerSettings.setRole = u"clinic_owner"_s;
        Connection owner(ownerSettings);
        owner.open();
        owner.runScript(u"SET proof.doctors = 1; SET proof.patients = %1"_s.arg(bookers));
        owner.runScript(SqlFiles::read(u"proof/01_clinic.sql"_s));
        owner.runScript(u"SELECT app.staff_create('%1', '%2', 'Booker', 'receptionist')"_s.arg(
            login, scramVerifier(owner, login, password)));
        for (int desk = 0; desk < bookers; ++desk)
            m_desks.push_back(begin());
    }
    void TearDown() override
    {
        for (auto &desk : m_desks)
            end(*desk);
        m_server.reset();
    }

    [[nodiscard]] ConnectionSettings superuser() const
    {
        return m_server->administratorSettings(database);
    }
    /// Where the desks find the server.
    [[nodiscard]] virtual int deskPort() { return m_server->port(); }
    [[nodiscard]] std::unique_ptr<QProcess> begin()
    {
        auto desk = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(portVariable), QString::number(deskPort()));
        environment.remove(u"LD_PRELOAD"_s);
        environment.insert(QLatin1StringView(seedVariable), QString::number(++m_seed));
        desk->setProcessEnvironment(environment);
        desk->setStandardErrorFile(QProcess::nullDevice());
        desk->start(QCoreApplication::applicationFilePath(),
                    {u"--gtest_filter=Booker.booksUntilItIsKilled"_s});
        EXPECT_TRUE(desk->waitForStarted());
        return desk;
    }
    /// By kill -9, wherever it is.
    void end(QProcess &desk)
    {
        desk.kill();
        desk.waitForFinished();
        m_ledger.read(desk.readAllStandardOutput());
    }
    /// Reads on until `isReached` holds.
    void waitUntil(const std::function<bool()> &isReached)
    {
        const QDeadlineTimer limit(120'000);
        for (int turn = 0; !isReached(); turn = (turn + 1) % bookers) {
            ASSERT_FALSE(limit.hasExpired()) << "the desks are silent";
            QProcess &desk = *m_desks[size_t(turn)];
            ASSERT_EQ(desk.state(), QProcess::Running);
            if (desk.bytesAvailable() > 0 || desk.waitForReadyRead(20)) {
                // A line that is not whole yet is read with the rest of it.
                while (desk.canReadLine())
                    m_ledger.read(desk.readLine());
            }
        }
    }
    /// Until the desks have said so much more.
    void waitForLines(int more)
    {
        const int wanted = m_ledger.lines + more;
        waitUntil([&] { return m_ledger.lines >= wanted; });
    }
    /// Until the server has no session of the desks' left of this kind.
    static void waitUntilNone(Connection &connection, const QString &sessions)
    {
        connection.runScript(
            u"DO $$ BEGIN WHILE EXISTS (SELECT FROM pg_stat_activity WHERE usename = '%1' AND %2) "
            u"LOOP "
            "PERFORM pg_sleep(0.02), pg_stat_clear_snapshot(); END LOOP; END $$"_s.arg(login,
                                                                                       sessions));
    }
    void expectTrue()
    {
        for (auto &desk : m_desks)
            end(*desk);
        m_desks.clear();
        Connection connection(superuser());
        connection.open();
        // A killed desk's last statement may still be running.
        waitUntilNone(connection, u"true"_s);
        const Rows rows
            = connection
                  .runScript(u"SELECT op_id::text, count(*)::int FROM app.appointment_event "
                             "GROUP BY 1"_s)
                  .constFirst();
        QSet<QString> stored;
        for (const Row &row : rows) {
            stored.insert(row.get<QString>(0));
            EXPECT_EQ(row.get<int>(1), 1) << "twice: " << qPrintable(row.get<QString>(0));
        }
        EXPECT_TRUE((m_ledger.won - stored).isEmpty()) << "told it is booked, and it is not";
        EXPECT_TRUE((stored & m_ledger.refused).isEmpty()) << "told it is refused, and it is there";
        EXPECT_TRUE((stored - m_ledger.won - m_ledger.open()).isEmpty()) << "nobody asked for it";
        EXPECT_GT(m_ledger.won.size(), 20);
        const Rows broken
            = connection
                  .runScript(u"SELECT rule, rows::text FROM app.consistency() WHERE rows > 0"_s)
                  .constFirst();
        for (const Row &row : broken)
            ADD_FAILURE() << qPrintable(row.get<QString>(0) + u": "_s + row.get<QString>(1));
        RecordProperty("booked", int(m_ledger.won.size()));
        RecordProperty("unanswered", int(m_ledger.open().size()));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateServer> m_server;
    std::vector<std::unique_ptr<QProcess>> m_desks;
    Ledger m_ledger;
    int m_seed = 0;
};

TEST_F(Killing, desksKilledAnywhereLeaveNothingHalfDone)
{
    const int kills = killsOf("CLINICDESK_CLIENT_KILLS", 18);
    for (int kill = 0; kill < kills; ++kill) {
        waitForLines(15);
        std::unique_ptr<QProcess> &desk = m_desks[size_t(kill % bookers)];
        end(*desk);
        desk = begin();
    }
    waitForLines(60);
    expectTrue();
}

TEST_F(Killing, sessionsEndedByTheServerAreAsIfTheyHadNotBegunOrWereDone)
{
    const int storms = killsOf("CLINICDESK_SESSION_STORMS", 12);
    for (int storm = 0; storm < storms; ++storm) {
        waitForLines(25);
        Connection connection(superuser());
        connection.open();
        connection.runScript(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%1'"_s.arg(
                login));
    }
    waitForLines(60);
    expectTrue();
}

/// The desks reach the server over a wire that can fall silent: answers are on their way and
/// nobody is told anything, until the session is given up.
class SilentWire : public Killing
{
protected:
    void TearDown() override
    {
        Killing::TearDown();
        m_wire.reset();
    }
    int deskPort() override
    {
        if (!m_wire)
            m_wire = std::make_unique<WireProxy>(m_server->port());
        return m_wire->port();
    }
    std::unique_ptr<WireProxy> m_wire;
};

TEST_F(SilentWire, whatWasDoneWhileNobodyHeardIsFoundOut)
{
    const int silences = killsOf("CLINICDESK_WIRE_SILENCES", 4);
    for (int silence = 0; silence < silences; ++silence) {
        waitForLines(25);
        m_wire->setSilent(true);
        Connection connection(superuser());
        connection.open();
        waitUntilNone(connection, u"state = 'active'"_s); // what has reached the server is done
        m_wire->endSessions();
        m_wire->setSilent(false);
    }
    waitForLines(60);
    expectTrue();
}

/// A server whose disk can be full.
class FullDisk : public Killing
{
protected:
    void SetUp() override
    {
        const QString library = m_folder.filePath(u"full_disk.so"_s);
        ASSERT_TRUE(QFile::copy(QStringLiteral(CLINICDESK_TEST_FULL_DISK_LIBRARY), library));
        ASSERT_EQ(::chmod(QFile::encodeName(library).constData(), 0755), 0);
        qputenv("LD_PRELOAD", QFile::encodeName(library));
        qputenv("CLINICDESK_TEST_FULL_DISK", QFile::encodeName(sign()));
        Killing::SetUp();
    }
    void TearDown() override
    {
        Killing::TearDown();
        qunsetenv("LD_PRELOAD");
        qunsetenv("CLINICDESK_TEST_FULL_DISK");
    }
    [[nodiscard]] QString sign() const { return m_folder.filePath(u"full"_s); }
};

TEST_F(FullDisk, refusesInWordsAndLosesNothing)
{
    waitForLines(60);
    ASSERT_TRUE(QFile(sign()).open(QIODevice::WriteOnly));
    waitUntil([this] { return m_ledger.full.size() >= 10 || !m_server->isRunning(); });
    EXPECT_FALSE(m_ledger.full.isEmpty());
    ASSERT_TRUE(QFile::remove(sign()));
    // Without room for its log the server may have ended itself.
    ASSERT_TRUE(m_server->isRunning() || m_server->start());
    const qsizetype won = m_ledger.won.size();
    waitUntil([&] { return m_ledger.won.size() >= won + 20; });
    expectTrue();
}

TEST_F(Killing, theServerKilledUnderLoadLosesNothingThatWasAcknowledged)
{
    const int kills = killsOf("CLINICDESK_SERVER_KILLS", 3);
    for (int kill = 0; kill < kills; ++kill) {
        waitForLines(60);
        ASSERT_EQ(::kill(static_cast<pid_t>(m_server->processId()), SIGKILL), 0);
        const QDeadlineTimer limit(30'000);
        while (m_server->isRunning() && !limit.hasExpired())
            QThread::yieldCurrentThread();
        const Result<bool> started = m_server->start();
        ASSERT_TRUE(started) << qPrintable(started.error().rule);
    }
    waitForLines(60);
    expectTrue();
}

} // namespace ClinicDesk
