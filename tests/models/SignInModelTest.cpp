#include "models/SignInModel.h"
#include "services/Services.h"
#include "support/PostgresFixture.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class SignInModelTest : public PostgresFixture
{
protected:
    void SetUp() override
    {
        PostgresFixture::SetUp();
        m_model.setDesk(desk());
        QObject::connect(&m_model, &SignInModel::refused, &m_model,
                         [this](SignInField field, const QString &text) {
                             m_field = field;
                             m_text = text;
                         });
    }

    void TearDown() override
    {
        m_services.executor.close().waitForFinished();
        PostgresFixture::TearDown();
    }

    [[nodiscard]] DeskSettings desk() const
    {
        DeskSettings desk = m_model.desk();
        const ConnectionSettings server = settings(u"ana"_s);
        desk.host = server.host;
        desk.port = server.port;
        desk.database = server.database;
        return desk;
    }

    /// Whether it was answered at all.
    bool signIn(const QString &name, const QString &password)
    {
        m_text.clear();
        m_model.signIn(name, password);
        return QTest::qWaitFor([this] { return !m_model.isBusy(); }, 10'000);
    }

    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat};
    Services m_services;
    SignInModel m_model {m_services.staff, m_settings};
    SignInField m_field = SignInField::None;
    QString m_text;
};

TEST_F(SignInModelTest, signsInAndRemembersAllButThePassword)
{
    QSignalSpy signedIn(&m_model, &SignInModel::signedIn);
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    ASSERT_EQ(signedIn.size(), 1);
    const auto session = signedIn.at(0).at(0).value<Session>();
    EXPECT_EQ(session.name(), u"Dr Osei"_s);
    EXPECT_EQ(session.doctor->value, doctorId(u"osei"_s));
    m_settings.sync();
    QFile file(m_settings.fileName());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    EXPECT_TRUE(stored.contains("osei"));
    EXPECT_FALSE(stored.contains(password().toUtf8()));
}

TEST_F(SignInModelTest, aServerOfThisStartOnlyIsNotRemembered)
{
    m_model.setRemembering(false);
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    EXPECT_FALSE(DeskSettings::load(m_settings).hasServer());
}

TEST_F(SignInModelTest, saysHowManyTriesAreLeft)
{
    // Here without the English plurals, which TranslationsTest looks at.
    for (const QString &left : {u"4 tries"_s, u"3 tries"_s, u"2 tries"_s, u"1 tries"_s}) {
        ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
        EXPECT_EQ(m_text,
                  u"Name or password is wrong. %1 left before a 15-minute lock."_s.arg(left));
        EXPECT_EQ(m_field, SignInField::Password);
    }
}

TEST_F(SignInModelTest, locksTheNameAfterFiveWrongPasswords)
{
    for (int i = 0; i < SignInLock::allowedTries; ++i)
        ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
    EXPECT_TRUE(m_text.contains(u"locked on this computer until"_s)) << qPrintable(m_text);
    QSignalSpy signedIn(&m_model, &SignInModel::signedIn);
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    EXPECT_TRUE(m_text.contains(u"locked"_s));
    EXPECT_TRUE(signedIn.isEmpty());
    ASSERT_TRUE(signIn(u"ana"_s, password()));
    EXPECT_EQ(signedIn.size(), 1) << "the lock is the name's, not the computer's";
}

TEST_F(SignInModelTest, aRightPasswordForgetsTheWrongOnes)
{
    for (int i = 0; i < SignInLock::allowedTries - 1; ++i)
        ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
    EXPECT_TRUE(m_text.contains(u"4 tries"_s)) << qPrintable(m_text);
}

TEST_F(SignInModelTest, anUnknownNameReadsLikeAWrongPassword)
{
    ASSERT_TRUE(signIn(u"nobody"_s, u"wrong"_s));
    EXPECT_TRUE(m_text.startsWith(u"Name or password is wrong."_s)) << qPrintable(m_text);
}

TEST_F(SignInModelTest, noPasswordIsAskedForAndNotCounted)
{
    for (int i = 0; i <= SignInLock::allowedTries; ++i)
        ASSERT_TRUE(signIn(u"osei"_s, {}));
    EXPECT_EQ(m_text, u"Enter your password."_s);
    EXPECT_FALSE(m_model.lock().lockedUntil(u"osei"_s));
}

TEST_F(SignInModelTest, namesTheDatabaseThatIsMissing)
{
    DeskSettings elsewhere = desk();
    elsewhere.database = u"no_such_clinic"_s;
    m_model.setDesk(elsewhere);
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    EXPECT_EQ(m_field, SignInField::Server);
    EXPECT_TRUE(m_text.contains(u"no_such_clinic"_s)) << qPrintable(m_text);
}

TEST_F(SignInModelTest, refusesAPersonWhoLeft)
{
    ownerSql(u"UPDATE app.staff SET active = false WHERE login = 'ben'"_s);
    QSignalSpy signedIn(&m_model, &SignInModel::signedIn);
    ASSERT_TRUE(signIn(u"ben"_s, password()));
    EXPECT_TRUE(signedIn.isEmpty());
    EXPECT_FALSE(m_text.isEmpty());
}

TEST_F(SignInModelTest, aDeviceWithoutADeskIsToldSoAndHasNoSession)
{
    QSignalSpy signedIn(&m_model, &SignInModel::signedIn);
    ASSERT_TRUE(signIn(u"kiosk"_s, password()));
    EXPECT_TRUE(m_text.startsWith(u"This is the name of a kiosk or a display."_s))
        << qPrintable(m_text);
    EXPECT_EQ(m_field, SignInField::Name);
    EXPECT_TRUE(signedIn.isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([this] {
        return superuserSql(u"SELECT 1 FROM pg_stat_activity WHERE usename = 'kiosk' AND datname = "
                            u"'%1'"_s.arg(database()))
            .isEmpty();
    }));
    EXPECT_FALSE(DeskSettings::load(m_settings).hasServer()) << "nothing to remember";
}

TEST_F(SignInModelTest, whomTheProgramServesIsSignedInOthersAreNot)
{
    m_model.setServes([](const Session &session) { return session.device() != nullptr; });
    QSignalSpy signedIn(&m_model, &SignInModel::signedIn);
    ASSERT_TRUE(signIn(u"ana"_s, password()));
    EXPECT_TRUE(signedIn.isEmpty());
    ASSERT_TRUE(signIn(u"kiosk"_s, password()));
    ASSERT_EQ(signedIn.size(), 1);
    EXPECT_EQ(signedIn.at(0).at(0).value<Session>().name(), u"kiosk"_s);
}

TEST_F(SignInModelTest, anUnknownRoleIsToldSo)
{
    ownerSql(u"ALTER TABLE app.staff DROP CONSTRAINT staff_role; "
             "UPDATE app.staff SET role = 'nurse' WHERE login = 'ben'"_s);
    QSignalSpy signedIn(&m_model, &SignInModel::signedIn);
    ASSERT_TRUE(signIn(u"ben"_s, password()));
    EXPECT_TRUE(signedIn.isEmpty());
    EXPECT_TRUE(m_text.startsWith(u"This program does not know your role."_s))
        << qPrintable(m_text);
}

TEST(SignInLockTest, opensAfterFifteenMinutesAndSurvivesARestart)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    QDateTime now = QDateTime::currentDateTimeUtc();
    const auto clock = [&now] { return now; };
    SignInLock lock(settings, clock);
    for (int i = 0; i < SignInLock::allowedTries; ++i)
        lock.countWrong(u"Ana/Ruiz"_s);
    EXPECT_EQ(SignInLock(settings, clock).lockedUntil(u" ana/ruiz "_s), now.addSecs(15 * 60));
    now = now.addSecs(15 * 60 - 1);
    EXPECT_TRUE(lock.lockedUntil(u"ana/ruiz"_s));
    now = now.addSecs(1);
    EXPECT_FALSE(lock.lockedUntil(u"ana/ruiz"_s));
    EXPECT_EQ(lock.countWrong(u"ana/ruiz"_s), 4);
}

TEST(SignInLockTest, aClockSetBackDoesNotLockForLonger)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    QDateTime now = QDateTime::currentDateTimeUtc();
    SignInLock lock(settings, [&now] { return now; });
    for (int i = 0; i < SignInLock::allowedTries; ++i)
        lock.countWrong(u"ana"_s);
    now = now.addDays(-1);
    EXPECT_FALSE(lock.lockedUntil(u"ana"_s));
}

} // namespace ClinicDesk
