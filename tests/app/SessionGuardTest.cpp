#include "services/staff/StaffService.h"
#include "views/bars/BarsFixture.h"
#include "views/bars/EventWait.h"
#include "views/login/LockPage.h"
#include "views/login/LoginDialog.h"
#include "views/login/PasswordDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/FieldError.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

class SessionGuardTest : public BarsFixture
{
protected:
    void SetUp() override
    {
        BarsFixture::SetUp();
        startProgram(u"127.0.0.1"_s, port());
    }

    void TearDown() override
    {
        endProgram();
        // A role's password is the cluster's, not the test's database's.
        superuserSql(u"ALTER ROLE ana PASSWORD '%1'"_s.arg(password()));
        BarsFixture::TearDown();
    }

    [[nodiscard]] QStringList sessionsOf(const QString &login) const
    {
        QStringList found;
        for (const Row &row :
             superuserSql(u"SELECT application_name FROM pg_stat_activity "
                          "WHERE datname = '%1' AND usename = '%2'"_s.arg(database(), login)))
            found += row.get<QString>(0);
        return found;
    }
    [[nodiscard]] LockPage *page() const { return m_window->findChild<LockPage *>(); }
    [[nodiscard]] static bool isAt(const char *name)
    {
        return waitUntil([name] { return ReceptionDesk::focus() == QLatin1StringView(name); });
    }
    void openReception()
    {
        m_window = signIn(u"ana"_s);
        ASSERT_NE(m_window, nullptr);
        ASSERT_TRUE(waitUntil([this] { return sessionsOf(u"ana"_s).size() == 2; }));
    }
    void lockByKey()
    {
        ReceptionDesk::key(Qt::Key_L, Qt::ControlModifier);
        ASSERT_TRUE(isAt("lockPassword"));
    }
    [[nodiscard]] QString problem() const
    {
        return page()->findChild<FieldError *>(u"lockProblem"_s)->text();
    }
    [[nodiscard]] bool tryUnlock(const QString &secret)
    {
        auto *field = page()->findChild<QLineEdit *>(u"lockPassword"_s);
        if (!waitUntil([field] { return field->hasFocus() && field->isEnabled(); }))
            return false;
        field->selectAll();
        ReceptionDesk::type(secret);
        ReceptionDesk::key(Qt::Key_Return);
        return waitUntil([this] { return !program().guard().lock().isBusy(); });
    }
    [[nodiscard]] Result<bool> canSignIn(const QString &secret) const
    {
        TransactionStatistics statistics;
        DatabaseExecutor executor(statistics);
        ConnectionSettings who = settings(u"ana"_s);
        who.password = secret;
        return executor.open(who).result();
    }

    QMainWindow *m_window = nullptr;
};

TEST_F(SessionGuardTest, lockingEndsTheSessionsAndThePasswordBringsBackTheFormAsItWas)
{
    openReception();
    ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    ReceptionDesk::type(u"quist le"_s);
    lockByKey();
    ASSERT_TRUE(waitUntil([this] { return sessionsOf(u"ana"_s).isEmpty(); }));
    EXPECT_EQ(page()->geometry(), m_window->rect()) << "nothing is seen behind it";
    bookAs(u"ben"_s, {u"osei"_s, 1}); // missed meanwhile

    // Neither the window's keys nor Tab lead behind the page.
    ReceptionDesk::key(Qt::Key_F, Qt::ControlModifier);
    ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    for (int press = 0; press < 8; ++press) {
        ReceptionDesk::key(Qt::Key_Tab);
        EXPECT_TRUE(page()->isAncestorOf(QApplication::focusWidget()));
    }
    m_window->centralWidget()->setFocus();
    for (QLineEdit *edit : m_window->centralWidget()->findChildren<QLineEdit *>())
        edit->setFocus();
    ReceptionDesk::type(u"x"_s);
    EXPECT_EQ(ReceptionDesk::focus(), u"lockPassword"_s);

    ASSERT_TRUE(tryUnlock(password()));
    ASSERT_TRUE(isAt("bookingPatient"));
    EXPECT_EQ(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"quist le"_s);
    EXPECT_EQ(page(), nullptr);
    EXPECT_TRUE(waitUntil([this] { return sessionsOf(u"ana"_s).size() == 2; }));
    ReceptionDesk::type(u"n"_s);
    EXPECT_EQ(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"quist len"_s);
}

TEST_F(SessionGuardTest, aDialogIsOutOfSightWhileLockedAndThereAgain)
{
    openReception();
    m_window->findChild<QAction *>(u"passwordAction"_s)->trigger();
    ASSERT_TRUE(isAt("currentPassword"));
    ReceptionDesk::type(u"half"_s);
    m_window->findChild<QAction *>(u"lockAction"_s)->trigger();
    ASSERT_TRUE(isAt("lockPassword"));
    EXPECT_EQ(shown<PasswordDialog>(), nullptr);
    ASSERT_TRUE(tryUnlock(password()));
    ASSERT_TRUE(isAt("currentPassword"));
    EXPECT_EQ(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"half"_s);
    ASSERT_NE(shown<PasswordDialog>(), nullptr);
    EXPECT_TRUE(shown<PasswordDialog>()->isModal());
}

TEST_F(SessionGuardTest, aDoctorsWindowLocksByKeyAndByItselfAndKeepsTheReasonBeingWritten)
{
    const qint64 request = load(u"pending"_s, {u"osei"_s, 1, 0, at(11, 20), 20});
    m_window = signIn(u"osei"_s);
    ASSERT_NE(m_window, nullptr);
    ASSERT_TRUE(waitUntil([this] { return sessionsOf(u"osei"_s).size() == 2; }));
    auto *const inbox = m_window->findChild<QListView *>(u"inboxList"_s);
    ASSERT_TRUE(waitUntil([inbox] { return inbox->model()->rowCount() == 1; }));
    inbox->setFocus();
    lockByKey();
    ASSERT_TRUE(waitUntil([this] { return sessionsOf(u"osei"_s).isEmpty(); }));
    EXPECT_EQ(page()->geometry(), m_window->rect()) << "nothing is seen behind it";
    ReceptionDesk::key(Qt::Key_C); // would confirm
    ASSERT_TRUE(tryUnlock(password()));
    ASSERT_TRUE(isAt("inboxList"));
    EXPECT_EQ(valueOf(request, u"status"_s), u"pending"_s);

    ReceptionDesk::key(Qt::Key_R);
    const auto reasons = [this] { return m_window->findChild<QMenu *>(u"reasonMenu"_s); };
    ASSERT_TRUE(waitUntil([&] { return reasons() && reasons()->isVisible(); }));
    QTest::keyClick(reasons(), Qt::Key_6);
    ASSERT_TRUE(isAt("reasonEdit"));
    ReceptionDesk::type(u"blood test"_s);
    EXPECT_EQ(program().guard().lock().idleMinutes(), 10);
    program().guard().idleWatch().setLimit(50ms);
    ASSERT_TRUE(isAt("lockPassword"));
    EXPECT_EQ(shown<QDialog>(), nullptr) << "the dialog is out of sight";
    ASSERT_TRUE(waitUntil([this] { return sessionsOf(u"osei"_s).isEmpty(); }));
    ASSERT_TRUE(done(
        updateAs(u"admin"_s, request,
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(11, 0)), literal(at(11, 20))))));
    ASSERT_TRUE(tryUnlock(password()));
    ASSERT_TRUE(isAt("reasonEdit"));
    EXPECT_EQ(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"blood test"_s);
    // What was missed is said in the form that is back.
    const QWidget *const dialog = QApplication::focusWidget()->window();
    const auto *const bar = dialog->findChild<QWidget *>(u"staleBar"_s);
    EXPECT_TRUE(waitUntil([bar] { return bar->isVisible(); }));
}

TEST_F(SessionGuardTest, aWindowWithoutMenusLocksByKeyAndOpensAgain)
{
    Services services;
    const QTemporaryDir folder;
    QSettings kept(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    SessionGuard guard(services, kept);
    const Result<Session> session = QCoro::waitFor(services.staff.signIn(settings(u"ben"_s)));
    ASSERT_TRUE(session.has_value());
    QWidget bare;
    auto *const field = new QLineEdit(&bare);
    bare.resize(400, 300);
    guard.begin(bare, nullptr, *session, settings(u"ben"_s));
    bare.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&bare));
    field->setFocus();
    ReceptionDesk::key(Qt::Key_L, Qt::ControlModifier);
    ASSERT_TRUE(guard.lock().isLocked());
    ASSERT_TRUE(isAt("lockPassword"));
    ReceptionDesk::type(password());
    ReceptionDesk::key(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&guard] { return !guard.lock().isLocked(); }));
    EXPECT_TRUE(field->hasFocus());
    guard.end();
}

TEST_F(SessionGuardTest, fiveWrongPasswordsLockTheNameAndOnlySomeoneElseGetsOn)
{
    openReception();
    lockByKey();
    for (int wrong = 0; wrong < 5; ++wrong) {
        ASSERT_TRUE(tryUnlock(u"wrong"_s));
        EXPECT_FALSE(problem().isEmpty());
    }
    ASSERT_TRUE(tryUnlock(password()));
    EXPECT_TRUE(problem().contains(u"locked on this computer until"_s)) << qPrintable(problem());
    EXPECT_TRUE(program().guard().lock().isLocked());
    EXPECT_TRUE(waitUntil([this] { return sessionsOf(u"ana"_s).isEmpty(); }));

    page()->findChild<QPushButton *>(u"someoneElseButton"_s)->click();
    auto *signOut = page()->findChild<QPushButton *>(u"lockSignOutButton"_s);
    ASSERT_TRUE(signOut->isVisible()) << "asked first: entries are lost";
    signOut->click();
    ASSERT_TRUE(isAt("passwordEdit")) << "the last name is remembered";
    ReceptionDesk::key(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_NE(signIn(u"ben"_s), nullptr);
}

TEST_F(SessionGuardTest, locksByItselfWithoutInputUnlessSwitchedOff)
{
    openReception();
    EXPECT_EQ(program().guard().lock().idleMinutes(), 10);
    program().guard().idleWatch().setLimit(50ms);
    ASSERT_TRUE(waitUntil([this] { return page() != nullptr; }));
    ASSERT_TRUE(tryUnlock(password()));
    program().guard().lock().setIdleMinutes(0);
    QSignalSpy idle(&program().guard().idleWatch(), &IdleWatch::idle);
    program().guard().idleWatch().setLimit({});
    EXPECT_FALSE(idle.wait(200));
}

TEST_F(SessionGuardTest, aChangedPasswordIsTheOnlyOneAndTheServerNeverSeesIt)
{
    openReception();
    m_window->findChild<QAction *>(u"passwordAction"_s)->trigger();
    ASSERT_TRUE(isAt("currentPassword"));
    auto *dialog = shown<PasswordDialog>();
    const auto problemOf
        = [dialog](const QString &name) { return dialog->findChild<FieldError *>(name)->text(); };
    ReceptionDesk::type(u"not it"_s);
    ReceptionDesk::key(Qt::Key_Tab);
    ReceptionDesk::key(Qt::Key_Tab);
    ASSERT_TRUE(isAt("newPassword"));
    ReceptionDesk::type(u"short"_s);
    ReceptionDesk::key(Qt::Key_Return);
    EXPECT_EQ(problemOf(u"newPasswordProblem"_s), u"Use at least 8 characters."_s);
    dialog->findChild<QLineEdit *>(u"newPassword"_s)->setText(u"three calm herons"_s);
    dialog->findChild<QLineEdit *>(u"repeatPassword"_s)->setText(u"three calm heron"_s);
    ReceptionDesk::key(Qt::Key_Return);
    EXPECT_FALSE(problemOf(u"repeatPasswordProblem"_s).isEmpty());
    dialog->findChild<QLineEdit *>(u"repeatPassword"_s)->setText(u"three calm herons"_s);
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !problemOf(u"currentPasswordProblem"_s).isEmpty(); }));
    EXPECT_TRUE(problemOf(u"currentPasswordProblem"_s).contains(u"4 tries left"_s));
    EXPECT_TRUE(canSignIn(password()).has_value());

    dialog->findChild<QLineEdit *>(u"currentPassword"_s)->setText(password());
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] { return shown<PasswordDialog>() == nullptr; }));
    EXPECT_TRUE(canSignIn(u"three calm herons"_s).has_value());
    EXPECT_FALSE(canSignIn(password()).has_value());
    const QString stored
        = superuserSql(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'ana'"_s)
              .constFirst()
              .get<QString>(0);
    EXPECT_TRUE(stored.startsWith(u"SCRAM-SHA-256$"_s));
    for (const Row &row : superuserSql(u"SELECT query FROM pg_stat_activity"_s))
        EXPECT_FALSE(row.optional<QString>(0).value_or(QString()).contains(u"calm herons"_s)
                     && !row.get<QString>(0).contains(u"pg_stat_activity"_s));

    // The window goes on with the new one: also after the screen was locked.
    m_window->activateWindow();
    ASSERT_TRUE(waitUntil([this] { return m_window->isActiveWindow(); }));
    lockByKey();
    ASSERT_TRUE(tryUnlock(password()));
    EXPECT_TRUE(program().guard().lock().isLocked());
    ASSERT_TRUE(tryUnlock(u"three calm herons"_s));
    EXPECT_FALSE(program().guard().lock().isLocked());
}

TEST_F(SessionGuardTest, aPasswordThatIsTheSignInNameOrNotAVerifierIsRefused)
{
    EXPECT_TRUE(refused(sqlAs(u"ana"_s, u"SELECT app.own_password('plain text')"_s), u"23514"_s));
    EXPECT_TRUE(refused(sqlAs(u"kiosk"_s, u"SELECT app.own_password('plain text')"_s), u"42501"_s));
    TransactionStatistics statistics;
    DatabaseExecutor executor(statistics);
    StaffService staff(executor);
    executor.open(settings(u"ana"_s)).waitForFinished();
    const Result<bool> answer
        = QCoro::waitFor(staff.changeOwnPassword(settings(u"ana"_s), u"Ana"_s));
    EXPECT_FALSE(answer.has_value());
}

class ClosingTest : public SessionGuardTest
{
protected:
    /// At the times to choose from, for Kim.
    void beginBooking()
    {
        openReception();
        const auto *types = m_window->findChild<QComboBox *>(u"bookingType"_s);
        ASSERT_TRUE(waitUntil([types] { return types->count() > 0; }));
        ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier);
        ASSERT_TRUE(isAt("bookingPatient"));
        ReceptionDesk::type(u"kim soo"_s);
        ReceptionDesk::key(Qt::Key_Return);
        ASSERT_TRUE(isAt("suggestions"));
        const auto *times = m_window->findChild<QListView *>(u"suggestions"_s);
        ASSERT_TRUE(waitUntil([times] { return times->model()->rowCount() > 0; }));
    }
    [[nodiscard]] bool waitUntilSomebodyWaits()
    {
        return waitUntil([this] {
            return textOf(u"SELECT count(*)::text FROM pg_locks WHERE NOT granted"_s) != u"0"_s;
        });
    }
    void expectQuitWithOneVisit(QSignalSpy &quit)
    {
        ASSERT_TRUE(waitUntil([&quit] { return quit.size() == 1; }));
        endProgram();
        EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"1"_s);
    }
};

TEST_F(ClosingTest, waitsForWhatIsBeingSaved)
{
    beginBooking();
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookNow"));
    ASSERT_TRUE(waitUntil(
        [this] { return textOf(u"SELECT count(*)::text FROM app.slot_hold"_s) == u"1"_s; }));
    QSignalSpy quit(&program(), &ClinicApplication::quitRequested);
    OpenSession other(settings(u"ben"_s));
    ASSERT_TRUE(done(
        other.run(u"BEGIN; SELECT 1 FROM app.patient WHERE id = %1 FOR UPDATE"_s.arg(patient(1)))));
    ReceptionDesk::key(Qt::Key_Return);
    m_window->close();
    EXPECT_TRUE(waitUntilSomebodyWaits());
    EXPECT_EQ(quit.size(), 0);
    EXPECT_TRUE(m_window->isVisible());
    (void)other.run(u"ROLLBACK"_s);
    expectQuitWithOneVisit(quit);
}

TEST_F(ClosingTest, waitsForABookingThatWaitsForItsHold)
{
    beginBooking();
    OpenSession other(superuserSettings());
    ASSERT_TRUE(other.run(u"BEGIN; LOCK app.slot_hold IN EXCLUSIVE MODE"_s).ok());
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookNow"));
    QSignalSpy quit(&program(), &ClinicApplication::quitRequested);
    ReceptionDesk::key(Qt::Key_Return);
    m_window->close();
    EXPECT_TRUE(waitUntilSomebodyWaits());
    EXPECT_EQ(quit.size(), 0);
    EXPECT_TRUE(m_window->isVisible());
    (void)other.run(u"ROLLBACK"_s);
    expectQuitWithOneVisit(quit);
}

} // namespace ClinicDesk
