#include "database/PrivateServer.h"
#include "database/Connection.h"
#include "database/SqlError.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>

#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr auto folderVariable = "CLINICDESK_TEST_SERVER_FOLDER";
constexpr int slowMs = 120000;

bool isRoot()
{
    return ::geteuid() == 0;
}

/// A dead process that nobody has waited for still has its number, but no program.
bool exists(qint64 processId)
{
    return !QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(processId)).isEmpty();
}

QString ask(const PrivateServer &server, const QString &sql)
{
    try {
        Connection connection(server.administratorSettings(u"postgres"_s));
        connection.open();
        const QList<Rows> results = connection.runScript(sql);
        const Rows rows = results.isEmpty() ? Rows() : results.constLast();
        return rows.isEmpty() ? QString() : rows.constFirst().get<QString>(0);
    } catch (const SqlError &error) {
        return u"failed: "_s + error.sqlState;
    }
}

} // namespace

class PrivateServerTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0711), 0);
    }

    PrivateServer::Options options() const
    {
        PrivateServer::Options options;
        options.dataFolder = m_folder.filePath(u"server"_s);
        options.durable = false;
        return options;
    }

    QTemporaryDir m_folder;
};

TEST_F(PrivateServerTest, startsFreshAndAnswers)
{
    PrivateServer server(options());
    const Result<bool> started = server.start();
    ASSERT_TRUE(started.has_value()) << qPrintable(started.error().rule);
    EXPECT_TRUE(server.isRunning());
    EXPECT_GT(server.port(), 0);
    EXPECT_LT(QFile::encodeName(server.socketFolder() + u"/.s.PGSQL.65535.lock"_s).size(), 107);
    const QList<std::pair<QString, QString>> expected {
        {u"data_checksums"_s, u"on"_s},
        {u"server_encoding"_s, u"UTF8"_s},
        {u"listen_addresses"_s, u"127.0.0.1"_s},
        {u"max_connections"_s, u"400"_s},
        {u"password_encryption"_s, u"scram-sha-256"_s},
        {u"shared_preload_libraries"_s, u"auth_delay"_s},
        {u"auth_delay.milliseconds"_s, u"500ms"_s},
        {u"client_connection_check_interval"_s, u"2s"_s},
        {u"log_statement"_s, u"none"_s},
        {u"log_min_error_statement"_s, u"panic"_s},
        {u"log_error_verbosity"_s, u"terse"_s},
    };
    for (const auto &[name, value] : expected)
        EXPECT_EQ(ask(server, u"SHOW "_s + name), value) << qPrintable(name);
    EXPECT_EQ(ask(server, u"SELECT reset_val FROM pg_settings WHERE name = 'lock_timeout'"_s),
              u"2000"_s);
    EXPECT_EQ(ask(server, u"SELECT reset_val FROM pg_settings WHERE name = 'statement_timeout'"_s),
              u"5000"_s);
}

TEST_F(PrivateServerTest, passwordIsOursAloneAndNeeded)
{
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    struct stat info
    {
    };
    ASSERT_EQ(::stat(QFile::encodeName(server.passwordFile()).constData(), &info), 0);
    EXPECT_EQ(info.st_mode & 07777, 0600u);
    EXPECT_EQ(info.st_uid, ::geteuid());

    ConnectionSettings guess = server.administratorSettings(u"postgres"_s);
    guess.password = u"guess"_s;
    Connection connection(guess);
    EXPECT_THROW(connection.open(), SqlError);
}

TEST_F(PrivateServerTest, restartKeepsDataAndPort)
{
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    const int port = server.port();
    ask(server, u"CREATE TABLE public.kept AS SELECT 'still here'::text AS t"_s);
    server.stop();
    EXPECT_FALSE(server.isRunning());

    PrivateServer again(options());
    ASSERT_TRUE(again.start());
    EXPECT_EQ(again.port(), port);
    EXPECT_EQ(ask(again, u"SELECT t FROM public.kept"_s), u"still here"_s);
}

TEST_F(PrivateServerTest, stopLeavesNothingBehind)
{
    auto server = std::make_unique<PrivateServer>(options());
    ASSERT_TRUE(server->start());
    const qint64 processId = server->processId();
    const QString socketFolder = server->socketFolder();
    ASSERT_TRUE(exists(processId));
    server.reset();
    EXPECT_FALSE(exists(processId));
    EXPECT_FALSE(QFileInfo::exists(socketFolder));
}

TEST_F(PrivateServerTest, takesAnotherPortWhenItsOwnIsTaken)
{
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    const int port = server.port();
    server.stop();
    QTcpServer stranger;
    ASSERT_TRUE(stranger.listen(QHostAddress::LocalHost, static_cast<quint16>(port)));
    ASSERT_TRUE(server.start());
    EXPECT_NE(server.port(), port);
    EXPECT_EQ(ask(server, u"SELECT 'up'"_s), u"up"_s);
}

TEST_F(PrivateServerTest, saysThatAFixedPortIsTaken)
{
    QTcpServer stranger;
    ASSERT_TRUE(stranger.listen(QHostAddress::LocalHost));
    PrivateServer::Options fixed = options();
    fixed.port = stranger.serverPort();
    PrivateServer server(fixed);
    const Result<bool> started = server.start();
    ASSERT_FALSE(started.has_value());
    EXPECT_EQ(started.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(started.error().rule, u"port"_s);
}

TEST_F(PrivateServerTest, aSecondProgramIsRefused)
{
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    PrivateServer second(options());
    const Result<bool> started = second.start();
    ASSERT_FALSE(started.has_value());
    EXPECT_EQ(started.error().rule, u"in_use"_s);
    EXPECT_TRUE(server.isRunning());
}

TEST_F(PrivateServerTest, interruptedCreationIsBegunAnew)
{
    ASSERT_TRUE(QDir().mkpath(m_folder.filePath(u"server/cluster-new/base"_s)));
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    EXPECT_EQ(ask(server, u"SELECT 'up'"_s), u"up"_s);
}

TEST_F(PrivateServerTest, namesTheFolderItsUserCannotPass)
{
    if (!isRoot())
        GTEST_SKIP() << "only root's server runs as another user";
    ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0700), 0);
    PrivateServer server(options());
    const Result<bool> started = server.start();
    ASSERT_FALSE(started.has_value());
    EXPECT_EQ(started.error().rule, u"folder_not_reachable"_s);
    const auto *details = started.error().as<ValidationDetails>();
    ASSERT_TRUE(details);
    EXPECT_EQ(details->fields.value(u"folder"_s), m_folder.path());
}

TEST_F(PrivateServerTest, leavesAStrangersSocketFolderAlone)
{
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    const QString folder = server.socketFolder();
    server.stop();
    const QByteArray name = QFile::encodeName(folder);
    ASSERT_EQ(::mkdir(name.constData(), 0777), 0);
    ASSERT_EQ(::chmod(name.constData(), 0777), 0);
    const Result<bool> started = server.start();
    ::rmdir(name.constData());
    ASSERT_TRUE(started);
    EXPECT_NE(server.socketFolder(), folder);
}

/// Not a test of its own: the program that is killed by the next one.
TEST(PrivateServerProgram, DISABLED_startsAndWaits)
{
    PrivateServer::Options options;
    options.dataFolder = qEnvironmentVariable(folderVariable);
    PrivateServer server(options);
    ASSERT_TRUE(server.start());
    QFile output;
    ASSERT_TRUE(output.open(stdout, QIODevice::WriteOnly));
    output.write("ready " + QByteArray::number(server.processId()) + '\n');
    output.flush();
    ::pause();
}

TEST_F(PrivateServerTest, takesOverAServerThatOutlivedItsProgram)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(folderVariable), options().dataFolder);
    program.setProcessEnvironment(environment);
    program.start(
        QCoreApplication::applicationFilePath(),
        {u"--gtest_also_run_disabled_tests"_s, u"--gtest_filter=PrivateServerProgram.*"_s});
    QByteArray output;
    while (!output.contains("\nready ") && program.waitForReadyRead(slowMs))
        output += program.readAll();
    const qsizetype start = output.indexOf("\nready ");
    ASSERT_GE(start, 0) << output.constData();
    const qint64 processId = output.mid(start + 7).split('\n').first().toLongLong();
    program.kill();
    ASSERT_TRUE(program.waitForFinished(slowMs));
    ASSERT_TRUE(exists(processId));

    PrivateServer server(options());
    const Result<bool> started = server.start();
    ASSERT_TRUE(started.has_value()) << qPrintable(started.error().rule);
    EXPECT_EQ(server.processId(), processId);
    EXPECT_EQ(ask(server, u"SELECT 'up'"_s), u"up"_s);
    server.stop();
    EXPECT_FALSE(exists(processId));
}

TEST_F(PrivateServerTest, opensToTheNetworkButNotForItsAdministrator)
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    const auto own
        = std::find_if(addresses.cbegin(), addresses.cend(), [](const QHostAddress &address) {
              return address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback();
          });
    if (own == addresses.cend())
        GTEST_SKIP() << "no network";
    PrivateServer::Options open = options();
    open.listenOnNetwork = true;
    PrivateServer server(open);
    ASSERT_TRUE(server.start());
    ask(server, u"CREATE ROLE person LOGIN PASSWORD 'secret'"_s);
    ConnectionSettings remote = server.administratorSettings(u"postgres"_s);
    remote.host = own->toString();
    EXPECT_THROW(Connection(remote).open(), SqlError);
    remote.user = u"person"_s;
    remote.password = u"secret"_s;
    EXPECT_NO_THROW(Connection(remote).open());
    server.stop();

    PrivateServer closed(options());
    ASSERT_TRUE(closed.start());
    remote.port = QString::number(closed.port());
    EXPECT_THROW(Connection(remote).open(), SqlError);
}

TEST_F(PrivateServerTest, startsAfterItsServerWasKilled)
{
    PrivateServer server(options());
    ASSERT_TRUE(server.start());
    ask(server, u"CREATE TABLE public.kept AS SELECT 'still here'::text AS t"_s);
    ask(server, u"CHECKPOINT"_s);
    const int handle
        = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(server.processId()), 0));
    ASSERT_EQ(::kill(static_cast<pid_t>(server.processId()), SIGKILL), 0);
    pollfd ended {handle, POLLIN, 0};
    ASSERT_EQ(::poll(&ended, 1, slowMs), 1);
    ::close(handle);
    ASSERT_FALSE(server.isRunning());
    ASSERT_TRUE(server.start());
    EXPECT_EQ(ask(server, u"SELECT t FROM public.kept"_s), u"still here"_s);
}

TEST_F(PrivateServerTest, worksForAnOrdinaryUser)
{
    if (!isRoot())
        GTEST_SKIP() << "this run is an ordinary user's already";
    // Where that user can pass: a checkout of root's may be out of reach.
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(), QFile::Permissions(0x7755));
    const QString copy = folder.filePath(u"suite"_s);
    ASSERT_TRUE(QFile::copy(QCoreApplication::applicationFilePath(), copy));
    QProcess program;
    program.setWorkingDirectory(u"/"_s);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(u"setpriv"_s,
                  {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, copy,
                   u"--gtest_filter=PrivateServerTest.startsFresh*:*restartKeeps*:*takesOver*"_s});
    ASSERT_TRUE(program.waitForFinished(slowMs));
    EXPECT_EQ(program.exitCode(), 0) << program.readAll().constData();
}

} // namespace ClinicDesk
