#include "app/LogFile.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtDebug>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

TEST(LogFileTest, keepsMessagesInFileAndMemory)
{
    const QTemporaryDir folder;
    const LogFile log(folder.filePath(u"logs"_s));
    qInfo("the day begins");
    ASSERT_EQ(log.latest().size(), 1);
    EXPECT_TRUE(log.latest().constFirst().endsWith(u" info default: the day begins"_s));
    QFile file(log.path());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("the day begins"));
    EXPECT_EQ(QFileInfo(log.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
              QFile::Permissions());
}

TEST(LogFileTest, blanksSecrets)
{
    const QTemporaryDir folder;
    LogFile log(folder.path());
    log.write(QtInfoMsg, u"test"_s,
              u"Password=hunter2 then postgresql://ana:hunter2@db/clinic\nnext"_s);
    EXPECT_FALSE(log.latest().constLast().contains(u"hunter2"_s));
    EXPECT_TRUE(log.latest().constLast().contains(u"\\nnext"_s)) << "one message is one line";
}

TEST(LogFileTest, rotatesAndKeepsFewFiles)
{
    const QTemporaryDir folder;
    LogFile log(folder.path());
    const QString line(100'000, u'x');
    for (int i = 0; i < 70; ++i)
        log.write(QtInfoMsg, u"test"_s, line);
    EXPECT_LE(QFileInfo(log.path()).size(), LogFile::rotateAt);
    EXPECT_TRUE(QFile::exists(log.path() + u".4"_s));
    EXPECT_FALSE(QFile::exists(log.path() + u".5"_s));
    EXPECT_EQ(log.latest().size(), 70);
    for (int i = 0; i < LogFile::keptLines; ++i)
        log.write(QtInfoMsg, u"test"_s, u"short"_s);
    EXPECT_EQ(log.latest().size(), LogFile::keptLines);
}

TEST(LogFileTest, worksWithoutAFolder)
{
    LogFile log(u"/proc/no/such/folder"_s);
    log.write(QtInfoMsg, u"test"_s, u"still here"_s);
    EXPECT_EQ(log.latest().size(), 1);
}

} // namespace ClinicDesk
