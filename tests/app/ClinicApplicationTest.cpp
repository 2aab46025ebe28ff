#include "app/ClinicApplication.h"
#include "services/ServiceFixture.h"
#include "views/doctor/DoctorWindow.h"
#include "views/login/LoginDialog.h"
#include "views/reception/ReceptionWindow.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ClinicApplicationTest : public ServiceFixture
{
protected:
    void TearDown() override
    {
        m_application.reset();
        qunsetenv("PGPASSWORD");
        ServiceFixture::TearDown();
    }

    void start(const QString &user, const QList<Desk> &desks = allDesks())
    {
        Options options;
        options.server = settings(user);
        options.user = user;
        options.deskName = u"Room 2"_s;
        m_application = std::make_unique<ClinicApplication>(options, m_settings, desks);
        m_application->theme().applyTo(*qApp);
        ASSERT_TRUE(m_application->start());
    }

    template<typename T> [[nodiscard]] static T *shown()
    {
        T *found = nullptr;
        (void)QTest::qWaitFor(
            [&found] {
                for (QWidget *widget : QApplication::topLevelWidgets()) {
                    if (auto *window = qobject_cast<T *>(widget); window && window->isVisible())
                        found = window;
                }
                return found != nullptr;
            },
            10'000);
        return found;
    }

    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat};
    std::unique_ptr<ClinicApplication> m_application;
};

TEST_F(ClinicApplicationTest, aDoctorSignsInWithoutDialogWhereLibpqKnowsThePassword)
{
    qputenv("PGPASSWORD", password().toUtf8());
    start(u"osei"_s);
    EXPECT_NE(shown<DoctorWindow>(), nullptr);
}

TEST_F(ClinicApplicationTest, receptionAndAdministratorGetTheReception)
{
    qputenv("PGPASSWORD", password().toUtf8());
    start(u"admin"_s);
    EXPECT_NE(shown<ReceptionWindow>(), nullptr);
    m_application.reset();
    start(u"ana"_s);
    EXPECT_NE(shown<ReceptionWindow>(), nullptr);
}

TEST_F(ClinicApplicationTest, aDeviceWithoutADeskComesToTheSignInDialog)
{
    qputenv("PGPASSWORD", password().toUtf8());
    start(u"kiosk"_s);
    auto *login = shown<LoginDialog>();
    ASSERT_NE(login, nullptr);
    EXPECT_TRUE(std::ranges::any_of(login->findChildren<QLabel *>(), [](const QLabel *label) {
        return label->isVisible()
            && label->text().startsWith(u"This is the name of a kiosk or a display."_s);
    }));
}

/// All that a new role needs: a row. Its shell has neither menus nor a lock.
TEST_F(ClinicApplicationTest, aRowMoreInTheTableIsARoleMoreThatCanSignIn)
{
    class KioskWindow final : public QMainWindow
    {
    };
    bool started = false;
    QString name;
    const Desk row {.role = DeviceKind::Kiosk,
                    .key = u"kiosk"_s,
                    .open =
                        [&](Services &, const Session &session, QSettings &) {
                            name = session.name();
                            OpenedDesk desk;
                            desk.window = std::make_unique<KioskWindow>();
                            desk.start = [&started] { started = true; };
                            return desk;
                        },
                    .hasMenus = false,
                    .locks = false};
    qputenv("PGPASSWORD", password().toUtf8());
    start(u"kiosk"_s, allDesks() << row);
    QMainWindow *window = shown<QMainWindow>();
    ASSERT_NE(dynamic_cast<KioskWindow *>(window), nullptr);
    EXPECT_TRUE(started);
    EXPECT_EQ(name, u"kiosk"_s);
    EXPECT_TRUE(window->findChildren<QMenu *>().isEmpty());
    QSignalSpy quit(m_application.get(), &ClinicApplication::quitRequested);
    window->close();
    EXPECT_TRUE(QTest::qWaitFor([&quit] { return quit.size() == 1; }));
    EXPECT_FALSE(m_settings.value(u"window/kiosk"_s).toByteArray().isEmpty());
}

TEST(DesksTest, everyPersonsRoleHasARowAndADeviceNone)
{
    for (const StaffRole role :
         {StaffRole::Receptionist, StaffRole::Doctor, StaffRole::Administrator}) {
        Session session;
        session.who = Staff {.role = role};
        EXPECT_NE(findDesk(allDesks(), session), nullptr);
    }
    Session session;
    session.who = Device {};
    EXPECT_EQ(findDesk(allDesks(), session), nullptr);
}

TEST_F(ClinicApplicationTest, asksForThePasswordThenOpensTheWindowAndSignsOut)
{
    start(u"osei"_s);
    auto *login = shown<LoginDialog>();
    ASSERT_NE(login, nullptr);
    EXPECT_EQ(login->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"osei"_s);
    login->findChild<QLineEdit *>(u"passwordEdit"_s)->setText(password());
    login->findChild<QPushButton *>(u"signInButton"_s)->click();
    auto *window = shown<DoctorWindow>();
    ASSERT_NE(window, nullptr);
    window->findChild<QAction *>(u"signOutAction"_s)->trigger();
    ASSERT_NE(shown<LoginDialog>(), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([] {
        for (const QWidget *widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<const DoctorWindow *>(widget))
                return false;
        }
        return true;
    }));
}

TEST_F(ClinicApplicationTest, aSecondStartRaisesTheFirst)
{
    qputenv("PGPASSWORD", password().toUtf8());
    start(u"osei"_s);
    auto *window = shown<DoctorWindow>();
    ASSERT_NE(window, nullptr);
    window->hide();
    Options options;
    options.server = settings(u"osei"_s);
    options.user = u"osei"_s;
    ClinicApplication second(options, m_settings);
    EXPECT_FALSE(second.start());
    EXPECT_EQ(shown<DoctorWindow>(), window);
}

TEST_F(ClinicApplicationTest, closingTheWindowQuitsAndKeepsItsPlace)
{
    qputenv("PGPASSWORD", password().toUtf8());
    start(u"osei"_s);
    auto *window = shown<DoctorWindow>();
    ASSERT_NE(window, nullptr);
    QSignalSpy quit(m_application.get(), &ClinicApplication::quitRequested);
    window->close();
    EXPECT_TRUE(QTest::qWaitFor([&quit] { return quit.size() == 1; }));
    EXPECT_FALSE(m_settings.value(u"window/doctor"_s).toByteArray().isEmpty());
}

} // namespace ClinicDesk
