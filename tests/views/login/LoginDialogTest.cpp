#include "views/login/LoginDialog.h"
#include "services/Services.h"
#include "support/PostgresFixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class LoginDialogTest : public PostgresFixture
{
protected:
    void SetUp() override
    {
        PostgresFixture::SetUp();
        const ConnectionSettings server = settings(u"osei"_s);
        m_settings.setValue(u"server/host"_s, server.host);
        m_settings.setValue(u"server/port"_s, server.port);
        m_settings.setValue(u"server/database"_s, server.database);
        m_model = std::make_unique<SignInModel>(m_services.staff, m_settings);
        m_dialog = std::make_unique<LoginDialog>(*m_model);
        m_dialog->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void TearDown() override
    {
        m_dialog.reset();
        m_model.reset();
        m_services.executor.close().waitForFinished();
        PostgresFixture::TearDown();
    }

    template<typename T> [[nodiscard]] T *part(const QString &name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        EXPECT_NE(found, nullptr) << qPrintable(name);
        return found;
    }

    void type(const QString &field, const QString &text)
    {
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    bool signIn(const QString &name, const QString &password)
    {
        type(u"nameEdit"_s, name);
        type(u"passwordEdit"_s, password);
        QTest::keyClick(part<QLineEdit>(u"passwordEdit"_s), Qt::Key_Return);
        return QTest::qWaitFor([this] { return !m_model->isBusy(); }, 10'000);
    }

    /// What an error line or a label shows now; empty while it is hidden.
    [[nodiscard]] QString shown(const QString &name) const
    {
        const auto *widget = part<QWidget>(name);
        if (!widget->isVisible())
            return {};
        QString text;
        for (const QLabel *label : widget->findChildren<QLabel *>())
            text += label->text();
        return text;
    }

    [[nodiscard]] QString stepText(int step) const
    {
        return part<QLabel>(u"step%1"_s.arg(step))->text();
    }

    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat};
    Services m_services;
    std::unique_ptr<SignInModel> m_model;
    std::unique_ptr<LoginDialog> m_dialog;
};

TEST_F(LoginDialogTest, signsInByKeyboard)
{
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    EXPECT_EQ(accepted.size(), 1);
    EXPECT_FALSE(m_dialog->isVisible());
}

TEST_F(LoginDialogTest, aWrongPasswordKeepsWhatWasTyped)
{
    ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
    EXPECT_TRUE(m_dialog->isVisible());
    EXPECT_EQ(shown(u"passwordError"_s),
              u"Name or password is wrong. 4 tries left before a 15-minute lock."_s);
    EXPECT_EQ(part<QLineEdit>(u"nameEdit"_s)->text(), u"osei"_s);
    EXPECT_TRUE(part<QLineEdit>(u"passwordEdit"_s)->hasFocus());
    EXPECT_EQ(part<QLineEdit>(u"passwordEdit"_s)->selectedText().size(), 5) << "typing replaces it";
}

TEST_F(LoginDialogTest, locksTheNameAfterFive)
{
    for (int i = 0; i < SignInLock::allowedTries; ++i)
        ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
    EXPECT_TRUE(shown(u"nameError"_s).contains(u"locked on this computer until"_s))
        << qPrintable(shown(u"nameError"_s));
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    EXPECT_TRUE(m_dialog->isVisible());
}

TEST_F(LoginDialogTest, asksForWhatIsMissing)
{
    type(u"nameEdit"_s, {});
    part<QLineEdit>(u"nameEdit"_s)->clear();
    part<QPushButton>(u"signInButton"_s)->click();
    EXPECT_FALSE(shown(u"nameError"_s).isEmpty());
    EXPECT_FALSE(m_model->isBusy());
    type(u"nameEdit"_s, u"osei"_s);
    EXPECT_TRUE(shown(u"nameError"_s).isEmpty()) << "typing takes the error away";
    part<QPushButton>(u"signInButton"_s)->click();
    EXPECT_EQ(shown(u"passwordError"_s), u"Enter your password."_s);
}

TEST_F(LoginDialogTest, anUnknownHostOpensTheServerSection)
{
    part<QToolButton>(u"serverToggle"_s)->setChecked(true);
    type(u"hostEdit"_s, u"no-such-host.invalid"_s);
    part<QToolButton>(u"serverToggle"_s)->setChecked(false);
    ASSERT_TRUE(signIn(u"osei"_s, password()));
    EXPECT_TRUE(shown(u"banner"_s).contains(u"no-such-host.invalid"_s))
        << qPrintable(shown(u"banner"_s));
    EXPECT_TRUE(part<QWidget>(u"serverBox"_s)->isVisible());
}

TEST_F(LoginDialogTest, theTestTicksEveryStep)
{
    part<QToolButton>(u"serverToggle"_s)->setChecked(true);
    type(u"nameEdit"_s, u"osei"_s);
    type(u"passwordEdit"_s, password());
    QSignalSpy finished(&m_model->test(), &ServerTest::finished);
    part<QPushButton>(u"testButton"_s)->click();
    EXPECT_TRUE(m_model->test().isRunning());
    EXPECT_TRUE(part<QWidget>(u"serverTestView"_s)->isVisible()) << "at once, not at the end";
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.size() == 1; }, 15'000));
    EXPECT_TRUE(finished.at(0).at(0).toBool());
    EXPECT_EQ(stepText(3), u"Name and password"_s);
    EXPECT_FALSE(m_model->test().isRunning());
}

TEST_F(LoginDialogTest, theTestNamesTheStepThatFails)
{
    part<QToolButton>(u"serverToggle"_s)->setChecked(true);
    type(u"hostEdit"_s, u"no-such-host.invalid"_s);
    QSignalSpy finished(&m_model->test(), &ServerTest::finished);
    part<QPushButton>(u"testButton"_s)->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.size() == 1; }, 15'000));
    EXPECT_FALSE(finished.at(0).at(0).toBool());
    EXPECT_TRUE(stepText(0).contains(u"no-such-host.invalid"_s)) << qPrintable(stepText(0));
    EXPECT_EQ(stepText(1), u"Server answers"_s);
}

TEST_F(LoginDialogTest, aWrongPasswordInTheTestCountsAsATry)
{
    type(u"nameEdit"_s, u"osei"_s);
    type(u"passwordEdit"_s, u"wrong"_s);
    QSignalSpy finished(&m_model->test(), &ServerTest::finished);
    part<QPushButton>(u"testButton"_s)->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.size() == 1; }, 15'000));
    EXPECT_TRUE(stepText(3).startsWith(u"Name or password is wrong"_s)) << qPrintable(stepText(3));
    ASSERT_TRUE(signIn(u"osei"_s, u"wrong"_s));
    EXPECT_TRUE(shown(u"passwordError"_s).contains(u"3 tries"_s))
        << qPrintable(shown(u"passwordError"_s));
}

TEST_F(LoginDialogTest, aCancelledTestIsHeardOfNoMore)
{
    type(u"hostEdit"_s, u"no-such-host.invalid"_s);
    QSignalSpy steps(&m_model->test(), &ServerTest::stepChanged);
    QSignalSpy finished(&m_model->test(), &ServerTest::finished);
    part<QPushButton>(u"testButton"_s)->click();
    const qsizetype atOnce = steps.size();
    part<QPushButton>(u"testButton"_s)->click();
    EXPECT_FALSE(m_model->test().isRunning());
    ASSERT_TRUE(signIn(u"nobody"_s, u"wrong"_s));
    EXPECT_EQ(steps.size(), atOnce);
    EXPECT_TRUE(finished.isEmpty());
}

TEST_F(LoginDialogTest, aPastedAddressFillsTheFields)
{
    part<QLineEdit>(u"hostEdit"_s)->setText(u"postgresql://ana@db.clinic.example:5433/lakeside"_s);
    EXPECT_EQ(part<QLineEdit>(u"hostEdit"_s)->text(), u"db.clinic.example"_s);
    EXPECT_EQ(part<QLineEdit>(u"portEdit"_s)->text(), u"5433"_s);
    EXPECT_EQ(part<QLineEdit>(u"databaseEdit"_s)->text(), u"lakeside"_s);
    EXPECT_EQ(part<QLineEdit>(u"nameEdit"_s)->text(), u"ana"_s);
}

TEST_F(LoginDialogTest, showsThePasswordAndCapsLock)
{
    auto *edit = part<QLineEdit>(u"passwordEdit"_s);
    EXPECT_EQ(edit->echoMode(), QLineEdit::Password);
    part<QToolButton>(u"showPasswordButton"_s)->click();
    EXPECT_EQ(edit->echoMode(), QLineEdit::Normal);
    QTest::keyClick(edit, 'a');
    EXPECT_FALSE(part<QLabel>(u"capsLockLabel"_s)->isVisible());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"A"_s);
    QCoreApplication::sendEvent(edit, &capital);
    EXPECT_TRUE(part<QLabel>(u"capsLockLabel"_s)->isVisible());
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, u"A"_s);
    QCoreApplication::sendEvent(edit, &shifted);
    EXPECT_FALSE(part<QLabel>(u"capsLockLabel"_s)->isVisible());
}

} // namespace ClinicDesk
