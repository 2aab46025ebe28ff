#include "ctl/CtlServer.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace ClinicDesk;
using namespace Qt::StringLiterals;

TEST(Serve, tellsHowToReachItAndStopsOnSigterm)
{
    CtlServer server;
    ASSERT_TRUE(server.start());
    EXPECT_EQ(server.ready().keys(),
              (QStringList {u"administrator"_s, u"database"_s, u"host"_s, u"passwordFile"_s,
                            u"port"_s, u"socket"_s}));
    EXPECT_EQ(server.ready().value("database"_L1).toString(), u"clinic"_s);
    const QFile::Permissions permissions
        = QFile::permissions(server.ready().value("passwordFile"_L1).toString());
    EXPECT_FALSE(permissions & (QFile::ReadGroup | QFile::ReadOther));
    const CtlRun version = server.run({}, {u"schema-version"_s});
    EXPECT_EQ(version.result.value("database"_L1), version.result.value("program"_L1));

    const int port = server.ready().value("port"_L1).toInt();
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(server.run({}, {u"schema-version"_s}).exitCode, 4);
    ASSERT_TRUE(server.start());
    EXPECT_EQ(server.ready().value("port"_L1).toInt(), port);
}

TEST(Serve, refusesAFolderThatCannotBeMade)
{
    CtlServer unused;
    const CtlRun refused = unused.run({}, {u"serve"_s, u"--data"_s, u"/dev/null/clinic"_s});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_EQ(unused.run({}, {u"serve"_s}).exitCode, 2);
}

TEST(Serve, backsUpAndMakesFurtherDatabases)
{
    CtlServer server;
    ASSERT_TRUE(server.start());
    const CtlRun made = server.run({}, {u"init"_s}, u"second"_s);
    ASSERT_EQ(made.exitCode, 0) << made.messages.toStdString();
    EXPECT_TRUE(made.result.value("created"_L1).toBool());
    EXPECT_FALSE(server.run({}, {u"init"_s}, u"second"_s).result.value("created"_L1).toBool());
    EXPECT_EQ(server.run({}, {u"migrate"_s}, u"second"_s).result.value("applied"_L1).toInt(-1), 0);

    QTemporaryDir folder;
    const CtlRun saved = server.run({}, {u"backup"_s, folder.path()});
    ASSERT_EQ(saved.exitCode, 0) << saved.messages.toStdString();
    EXPECT_TRUE(QFile::exists(saved.result.value("file"_L1).toString()));
}

TEST(Serve, itsSuperuserMakesTheFirstAdministratorAndNothingElse)
{
    CtlServer server;
    ASSERT_TRUE(server.start());
    QTemporaryDir folder;
    QFile password(folder.filePath(u"password"_s));
    ASSERT_TRUE(password.open(QIODevice::WriteOnly) && password.write("long enough") > 0);
    password.close();
    const QStringList first {
        u"staff"_s,           u"add"_s,           u"--login"_s, u"first_administrator"_s,
        u"--name"_s,          u"Maya Lund"_s,     u"--role"_s,  u"administrator"_s,
        u"--password-file"_s, password.fileName()};
    const CtlRun made = server.run({}, first);
    ASSERT_EQ(made.exitCode, 0) << made.messages.toStdString();
    EXPECT_EQ(server.run({}, {u"staff"_s, u"list"_s}).exitCode, 6);
    EXPECT_EQ(server.run({}, {u"rooms"_s, u"add"_s, u"--name"_s, u"Room 1"_s}).exitCode, 6);
    const CtlRun check = server.run({}, {u"check"_s});
    EXPECT_EQ(check.exitCode, 0) << check.messages.toStdString();
}
