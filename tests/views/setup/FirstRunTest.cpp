#include "app/ClinicApplication.h"
#include "database/Connection.h"
#include "database/JoinFile.h"
#include "database/PrivateServer.h"
#include "database/SqlError.h"
#include "models/SetupForm.h"
#include "support/PostgresFixture.h"
#include "views/bars/EventWait.h"
#include "views/login/LoginDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "views/setup/SetupDialog.h"
#include "widgets/Banner.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

template<typename T> T *shown()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<T *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

bool isAt(const char *name)
{
    return waitUntil([name] { return ReceptionDesk::focus() == QLatin1StringView(name); });
}

void typeThen(const QString &text, Qt::Key key, int times = 1)
{
    ReceptionDesk::type(text);
    for (int press = 0; press < times; ++press)
        ReceptionDesk::key(key);
}

/// The program on a computer that knows no clinic yet.
class NewComputer
{
public:
    explicit NewComputer(const QString &folder)
        : m_folder(folder)
    {
    }

    void start()
    {
        Options options;
        options.dataFolder = m_folder;
        m_program = std::make_unique<ClinicApplication>(options, m_settings);
        m_program->theme().applyTo(*qApp);
        ASSERT_TRUE(m_program->start());
    }
    void end() { m_program.reset(); }
    [[nodiscard]] ClinicApplication &program() { return *m_program; }
    [[nodiscard]] QSettings &settings() { return m_settings; }

private:
    QString m_folder;
    QTemporaryDir m_home;
    QSettings m_settings {m_home.filePath(u"desk.ini"_s), QSettings::IniFormat};
    std::unique_ptr<ClinicApplication> m_program;
};

} // namespace

class FirstRunTest : public testing::Test
{
protected:
    void SetUp() override
    {
        // The server's user must be able to pass through when the tests run as root.
        QFile::setPermissions(m_scratch.path(), QFile::Permissions(0x7711));
        m_computer.start();
        ASSERT_TRUE(waitUntil([] { return shown<SetupDialog>() != nullptr; }));
        ASSERT_TRUE(isAt("createRadio"));
    }

    [[nodiscard]] QString folder() const { return m_scratch.filePath(u"clinic"_s); }

    /// Everything by keys, up to the button that creates the clinic.
    void answerQuestions()
    {
        ReceptionDesk::key(Qt::Key_Return);
        ASSERT_TRUE(isAt("clinicName"));
        typeThen(u"Lakeside Clinic"_s, Qt::Key_Return);
        ASSERT_TRUE(isAt("yourName"));
        typeThen(u"Ana Ruiz"_s, Qt::Key_Tab, 2);
        ASSERT_TRUE(isAt("yourPassword"));
        typeThen(u"three herons"_s, Qt::Key_Tab, 2);
        ASSERT_TRUE(isAt("yourPasswordAgain"));
        typeThen(u"three herons"_s, Qt::Key_Return);
        ASSERT_TRUE(isAt("doctorName"));
        typeThen(u"Dr Osei"_s, Qt::Key_Tab, 2);
        ASSERT_TRUE(isAt("doctorPassword"));
        typeThen(u"first sign-in"_s, Qt::Key_Tab, 2);
        ASSERT_TRUE(isAt("specialisation"));
        typeThen(u"General practice"_s, Qt::Key_Tab);
        typeThen(u"L-1"_s, Qt::Key_Return);
        ASSERT_TRUE(isAt("day1"));
    }

    [[nodiscard]] ConnectionSettings as(const QString &login, const QString &secret)
    {
        ConnectionSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = m_computer.settings().value(u"server/port"_s).toString();
        settings.database = u"clinic"_s;
        settings.user = login;
        settings.password = secret;
        return settings;
    }
    [[nodiscard]] QString textAs(const QString &login, const QString &secret, const QString &sql)
    {
        try {
            Connection connection(as(login, secret));
            connection.open();
            return connection.runScript(sql).constLast().constFirst().get<QString>(0);
        } catch (const SqlError &error) {
            return error.message;
        }
    }
    [[nodiscard]] static bool answers(int port)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(port));
        return socket.waitForConnected(1000);
    }

    QTemporaryDir m_scratch {QDir::tempPath() + u"/clinicdesk-first-XXXXXX"_s};
    NewComputer m_computer {folder()};
};

TEST_F(FirstRunTest, fromNothingToTheFirstBookingByKeysInLessThanNinetySeconds)
{
    QElapsedTimer clock;
    clock.start();
    answerQuestions();
    auto *dialog = shown<SetupDialog>();
    ASSERT_EQ(dialog->findChild<QPushButton *>(u"setupNext"_s)->text(), u"&Create the clinic"_s);
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] { return shown<QMainWindow>() && !shown<SetupDialog>(); }, 80s));
    ASSERT_TRUE(waitUntil([] { return shown<QMainWindow>()->isActiveWindow(); }));
    ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    ReceptionDesk::type(u"quist lena"_s);
    ASSERT_TRUE(waitUntil([] {
        const QList<QListView *> lists
            = shown<QMainWindow>()->findChildren<QListView *>(u"patientMatches"_s);
        return std::any_of(lists.cbegin(), lists.cend(), [](const QListView *list) {
            return list->isVisible() && list->model()->rowCount() == 1;
        });
    }));
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("birthDate"));
    typeThen(u"3.5.85"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("phone"));
    typeThen(u"030 123456"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("suggestions"));
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookNow"));
    ReceptionDesk::key(Qt::Key_Return);
    const auto booked = [this] {
        return textAs(
            u"ana"_s, u"three herons"_s,
            u"SELECT coalesce(max(status || ' at ' || e.desk), '') FROM app.appointment a "
            "JOIN app.appointment_event e ON e.appointment_id = a.id"_s);
    };
    const QString desk = m_computer.settings().value(u"desk/name"_s).toString();
    ASSERT_FALSE(desk.isEmpty());
    ASSERT_TRUE(waitUntil([&] { return booked() == u"confirmed at "_s + desk; }))
        << qPrintable(booked());
    EXPECT_LE(clock.elapsed(), 90'000);
    RecordProperty("firstRunToFirstBookingMs", int(clock.elapsed()));
    EXPECT_EQ(textAs(u"ana.admin"_s, u"three herons"_s,
                     u"SELECT string_agg(login || ' ' || role, ', ' ORDER BY login) "
                     "FROM app.staff"_s),
              u"ana receptionist, ana.admin administrator, osei doctor"_s);
    EXPECT_EQ(textAs(u"ana"_s, u"three herons"_s, u"SELECT clinic_name FROM app.setting"_s),
              u"Lakeside Clinic"_s);
    EXPECT_EQ(textAs(u"osei"_s, u"first sign-in"_s,
                     u"SELECT count(*) || ' ' || min(from_time) || ' ' || max(to_time) FROM "
                     "app.weekly_hours"_s),
              u"10 09:00:00 17:00:00"_s);
    EXPECT_FALSE(QFile::exists(folder() + u"/setup-unfinished"_s));

    // The server ends with the program and comes back with it; the first sign-in is remembered.
    const int port = m_computer.settings().value(u"server/port"_s).toInt();
    EXPECT_TRUE(answers(port));
    m_computer.end();
    EXPECT_FALSE(answers(port));
    m_computer.start();
    ASSERT_TRUE(waitUntil([] { return shown<LoginDialog>() != nullptr; }));
    EXPECT_EQ(shown<LoginDialog>()->findChild<QLabel *>(u"serverLabel"_s)->text(),
              u"Lakeside Clinic"_s);
    ASSERT_TRUE(isAt("passwordEdit"));
    typeThen(u"three herons"_s, Qt::Key_Return); // may be faster than the server
    EXPECT_TRUE(waitUntil([] { return shown<QMainWindow>() != nullptr; }));
}

TEST_F(FirstRunTest, cancellingMidwayLeavesNothing)
{
    answerQuestions();
    QSignalSpy quit(&m_computer.program(), &ClinicApplication::quitRequested);
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return QFile::exists(folder() + u"/cluster"_s); }, 60s));
    const auto port = [this] { return PrivateServer::rememberedPort(folder()); };
    ASSERT_TRUE(waitUntil([&] { return port() > 0; }, 60s));
    const int used = port();
    ReceptionDesk::key(Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return quit.size() == 1; }, 60s));
    EXPECT_FALSE(QFile::exists(folder()));
    EXPECT_FALSE(answers(used));
    EXPECT_FALSE(m_computer.settings().contains(u"server/privateFolder"_s));
    EXPECT_EQ(shown<QMainWindow>(), nullptr);
}

TEST_F(FirstRunTest, whatIsInTheFolderAlreadyIsNeverTouched)
{
    QDir().mkpath(folder());
    QFile treasure(folder() + u"/letter.txt"_s);
    ASSERT_TRUE(treasure.open(QIODevice::WriteOnly));
    treasure.close();
    answerQuestions();
    ReceptionDesk::key(Qt::Key_Return);
    auto *banner = shown<SetupDialog>()->findChild<Banner *>(u"setupBanner"_s);
    ASSERT_TRUE(waitUntil([banner] { return !banner->text().isEmpty(); }));
    EXPECT_EQ(banner->text(), u"The folder already holds something. Choose a new one."_s);
    EXPECT_TRUE(treasure.exists());
}

TEST_F(FirstRunTest, aPageIsLeftOnlyWhenItIsComplete)
{
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("clinicName"));
    ReceptionDesk::key(Qt::Key_Return);
    EXPECT_EQ(ReceptionDesk::focus(), u"clinicName"_s);
    typeThen(u"Lakeside"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("yourName"));
    typeThen(u"Ana"_s, Qt::Key_Tab, 2);
    typeThen(u"short"_s, Qt::Key_Return);
    EXPECT_EQ(ReceptionDesk::focus(), u"yourPassword"_s);
}

TEST(SetupChecksTest, suggestsNamesAndFindsWhatIsWrong)
{
    EXPECT_EQ(SetupChecks::suggestedLogin(u"Ana Ruiz"_s), u"ana"_s);
    EXPECT_EQ(SetupChecks::suggestedLogin(u"Dr. Amélie Osei"_s), u"osei"_s);
    EXPECT_EQ(SetupChecks::suggestedLogin(u"Dr"_s), QString());
    SetupForm form;
    form.weekdays = {1};
    form.from = QTime(9, 0);
    form.to = QTime(17, 0);
    form.lunchFrom = QTime(12, 0);
    form.lunchTo = QTime(18, 0);
    EXPECT_EQ(SetupChecks::problems(form, SetupPage::Hours).keys(),
              QList<SetupField>({SetupField::Lunch}));
    form.you.login = u"ana"_s;
    form.doctor = {u"Dr Ana"_s, u"ana.admin"_s, u"long enough"_s};
    form.licenceNumber = u"1"_s;
    EXPECT_EQ(SetupChecks::problems(form, SetupPage::Doctor).keys(),
              QList<SetupField>({SetupField::DoctorLogin}));
    form.doctor = {u"Dr Osei"_s, u"osei"_s, u"OSEI"_s};
    EXPECT_EQ(SetupChecks::problems(form, SetupPage::Doctor).keys(),
              QList<SetupField>({SetupField::DoctorPassword}));
    form.doctor.password = u"long enough"_s;
    EXPECT_TRUE(SetupChecks::problems(form, SetupPage::Doctor).isEmpty());
    form.sampleData = true;
    EXPECT_FALSE(SetupChecks::problems(form, SetupPage::Doctor).isEmpty()) << "a sample's name";
}

TEST(JoinFileTest, comesBackAsItWasAndHoldsNoSecret)
{
    const JoinFile file {u"Lakeside \"North\""_s, u"db.lake.example"_s, u"5433"_s, u"clinic"_s,
                         u"-----BEGIN CERTIFICATE-----\nx\n"_s};
    EXPECT_EQ(JoinFile::fromText(file.toText()).value(), file);
    // Pasted into a field of one line.
    EXPECT_EQ(JoinFile::fromText(file.toText().replace(u'\n', u' ')).value().host, file.host);
    EXPECT_FALSE(JoinFile::fromText(u"{}"_s).has_value());
    EXPECT_FALSE(JoinFile::fromText(u"postgresql://x"_s).has_value());
    QString with = file.toText();
    with.replace(u"\"version\": 1"_s, u"\"version\": 1, \"password\": \"x\""_s);
    EXPECT_FALSE(JoinFile::fromText(with).has_value());
    with = file.toText().replace(u"\"version\": 1"_s, u"\"version\": 2"_s);
    EXPECT_FALSE(JoinFile::fromText(with).has_value());
}

class JoinTest : public PostgresFixture
{
protected:
    QTemporaryDir m_scratch;
    NewComputer m_computer {m_scratch.filePath(u"clinic"_s)};
};

TEST_F(JoinTest, aPastedJoinFileLeadsToTheSignIn)
{
    const JoinFile file {
        u"Lakeside Clinic"_s, u"127.0.0.1"_s, QString::number(port()), database(), {}};
    m_computer.start();
    ASSERT_TRUE(isAt("createRadio"));
    auto *dialog = shown<SetupDialog>();
    ReceptionDesk::key(Qt::Key_Down);
    ASSERT_TRUE(isAt("joinRadio"));
    dialog->findChild<QLineEdit *>(u"deskName"_s)->setText(u"Desk 2"_s);
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("openJoinFile"));
    QApplication::clipboard()->setText(u"not a join file"_s);
    dialog->findChild<QPushButton *>(u"pasteJoinFile"_s)->click();
    EXPECT_TRUE(dialog->findChild<QLabel *>(u"joinProblem"_s)->isVisible());
    QApplication::clipboard()->setText(file.toText());
    dialog->findChild<QPushButton *>(u"pasteJoinFile"_s)->click();
    EXPECT_FALSE(dialog->findChild<QLabel *>(u"joinProblem"_s)->isVisible());
    EXPECT_EQ(dialog->findChild<QLineEdit *>(u"joinHost"_s)->text(), u"127.0.0.1"_s);
    dialog->findChild<QPushButton *>(u"setupNext"_s)->click();
    ASSERT_TRUE(waitUntil([] { return shown<LoginDialog>() && !shown<SetupDialog>(); }));
    ASSERT_TRUE(isAt("nameEdit"));
    typeThen(u"ana"_s, Qt::Key_Tab);
    typeThen(password(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] { return shown<QMainWindow>() != nullptr; }));
    EXPECT_EQ(m_computer.settings().value(u"desk/name"_s).toString(), u"Desk 2"_s);
    EXPECT_EQ(superuserSql(u"SELECT DISTINCT application_name FROM pg_stat_activity "
                           "WHERE datname = '%1' AND usename = 'ana'"_s.arg(database()))
                  .constFirst()
                  .get<QString>(0),
              u"ClinicDesk Desk 2"_s);
    m_computer.end();
}

} // namespace ClinicDesk
