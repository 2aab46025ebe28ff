#include "database/Backup.h"
#include "database/DailyBackup.h"
#include "support/PostgresFixture.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class BackupTest : public PostgresFixture
{
protected:
    QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

    QTemporaryDir m_folder;
};

TEST_F(BackupTest, writesADumpForItsOwnerOnly)
{
    const Result<bool> done = dumpDatabase(superuserSettings(), m_folder.path());
    ASSERT_TRUE(done.has_value()) << qPrintable(done.error().rule);
    ASSERT_EQ(files().size(), 1);
    const QFileInfo dump(m_folder.filePath(files().constFirst()));
    EXPECT_EQ(dump.suffix(), u"dump"_s);
    EXPECT_GT(dump.size(), 1000);
    EXPECT_FALSE(dump.permissions() & (QFile::ReadGroup | QFile::ReadOther));
}

TEST_F(BackupTest, keepsTheNewestFourteenOfThisDatabase)
{
    const QString prefix = u"clinicdesk-"_s + database();
    QStringList older {u"clinicdesk-other-20200101-000000-000.dump"_s, u"notes.txt"_s};
    for (int day = 10; day < 26; ++day)
        older.append(prefix + u"-202001%1-000000-000.dump"_s.arg(day));
    for (const QString &name : std::as_const(older)) {
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    ASSERT_TRUE(dumpDatabase(superuserSettings(), m_folder.path()).has_value());
    const QStringList left = files();
    EXPECT_EQ(left.filter(prefix).size(), 14);
    EXPECT_FALSE(left.contains(prefix + u"-20200112-000000-000.dump"_s));
    EXPECT_TRUE(left.contains(prefix + u"-20200113-000000-000.dump"_s));
    EXPECT_TRUE(left.contains(u"notes.txt"_s));
    EXPECT_TRUE(left.contains(u"clinicdesk-other-20200101-000000-000.dump"_s));
}

TEST_F(BackupTest, aFailedDumpLeavesNothing)
{
    ConnectionSettings wrong = superuserSettings();
    wrong.password = u"guess"_s;
    const Result<bool> done = dumpDatabase(wrong, m_folder.path());
    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().rule, u"pg_dump"_s);
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(BackupTest, namesAFolderThatCannotBeMade)
{
    QFile file(m_folder.filePath(u"file"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const Result<bool> done = dumpDatabase(superuserSettings(), m_folder.filePath(u"file/below"_s));
    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().kind, ErrorKind::ValidationFailed);
    EXPECT_EQ(done.error().rule, u"folder_not_writable"_s);
}

TEST_F(BackupTest, onceADayIsEnough)
{
    DailyBackup backup(superuserSettings(), m_folder.path());
    QEventLoop loop;
    bool isDone = false;
    QObject::connect(&backup, &DailyBackup::finished, &loop, [&](bool done) {
        isDone = done;
        loop.quit();
    });
    ASSERT_TRUE(backup.startIfDue());
    EXPECT_FALSE(backup.startIfDue()) << "one at a time";
    loop.exec();
    EXPECT_TRUE(isDone);
    ASSERT_EQ(files().size(), 1);
    EXPECT_FALSE(backup.startIfDue()) << "the newest is of today";

    QFile newest(m_folder.filePath(files().constFirst()));
    ASSERT_TRUE(newest.open(QIODevice::ReadWrite));
    ASSERT_TRUE(newest.setFileTime(QDateTime::currentDateTime().addDays(-1),
                                   QFileDevice::FileModificationTime));
    newest.close();
    ASSERT_TRUE(backup.startIfDue());
    loop.exec();
    EXPECT_TRUE(isDone);
    EXPECT_EQ(files().size(), 2);
}

} // namespace ClinicDesk
