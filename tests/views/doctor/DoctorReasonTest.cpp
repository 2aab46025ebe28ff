#include "views/doctor/DoctorWindowFixture.h"
#include "views/visits/ReasonDialog.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace ClinicDesk {

class DoctorReason : public DoctorWindowFixture
{
protected:
    /// The dialog for a reason in own words, of the selected request.
    [[nodiscard]] ReasonDialog *askOwnWords() const
    {
        return askOwnWords(m_inbox, Qt::Key_R, Qt::Key_6);
    }
    [[nodiscard]] ReasonDialog *askOwnWords(QWidget *list, Qt::Key command, Qt::Key other) const
    {
        QTest::keyClick(list, command);
        if (QMenu *const menu = openMenu())
            QTest::keyClick(menu, other);
        auto *const dialog = m_window->findChild<ReasonDialog *>();
        const bool isReady = dialog && QTest::qWaitForWindowActive(dialog)
            && waitFor([dialog] { return wordsOf(dialog)->hasFocus(); });
        return isReady ? dialog : nullptr;
    }
    [[nodiscard]] static QLineEdit *wordsOf(const ReasonDialog *dialog)
    {
        return dialog->findChild<QLineEdit *>(u"reasonEdit"_s);
    }
    /// Sends it again after a look at what the others did; the dialog closes.
    void sendAtLast(ReasonDialog *dialog)
    {
        const QPointer<ReasonDialog> open = dialog;
        const auto *const act = dialog->findChild<QPushButton *>(u"actButton"_s);
        ASSERT_TRUE(waitFor([act] { return act->isEnabled(); }));
        QTest::keyClick(wordsOf(dialog), Qt::Key_Return);
        ASSERT_TRUE(waitFor([&open] { return open.isNull(); }));
    }
    void expectRefused(const ReasonDialog *dialog, const QString &words, const QString &bar)
    {
        const auto *const act = dialog->findChild<QPushButton *>(u"actButton"_s);
        EXPECT_TRUE(act->text().endsWith(u"..."_s)) << qPrintable(act->text());
        EXPECT_FALSE(act->isEnabled());
        const auto *const banner = dialog->findChild<Banner *>(u"staleBar"_s);
        ASSERT_TRUE(
            waitFor([&] { return banner->isVisible() && !act->text().endsWith(u"..."_s); }));
        EXPECT_TRUE(banner->text().startsWith(bar)) << qPrintable(banner->text());
        EXPECT_TRUE(dialog->isVisible());
        EXPECT_EQ(wordsOf(dialog)->text(), words);
        EXPECT_EQ(toast(), QString()) << "the form says it, once";
    }
};

TEST_F(DoctorReason, rejectsInOwnWords)
{
    QTest::keyClick(m_inbox, Qt::Key_R);
    QMenu *menu = openMenu();
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_6);
    auto *dialog = m_window->findChild<ReasonDialog *>();
    ASSERT_NE(dialog, nullptr);
    auto *act = dialog->findChild<QPushButton *>(u"actButton"_s);
    act->click();
    EXPECT_TRUE(dialog->isVisible()) << "an empty reason is asked for again";
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"reasonEdit"_s), u"Blood test first"_s);
    act->click();
    ASSERT_TRUE(statusBecomes(m_first, u"rejected"_s));
    EXPECT_EQ(valueOf(m_first, u"status_note"_s), u"Blood test first"_s);
}

TEST_F(DoctorReason, aReasonBeingWrittenSurvivesAMoveByOthers)
{
    ReasonDialog *const dialog = askOwnWords();
    ASSERT_NE(dialog, nullptr);
    auto *const words = dialog->findChild<QLineEdit *>(u"reasonEdit"_s);
    auto *const act = dialog->findChild<QPushButton *>(u"actButton"_s);
    QTest::keyClicks(words, u"Blood test first"_s);
    ASSERT_TRUE(done(
        updateAs(u"admin"_s, m_first,
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(11, 0)), literal(at(11, 20))))));
    auto *const bar = dialog->findChild<Banner *>(u"staleBar"_s);
    ASSERT_TRUE(waitFor([bar] { return bar->isVisible(); }));
    EXPECT_TRUE(bar->text().startsWith(u"Ada Admin at Test desk moved this to 11:00, "_s))
        << qPrintable(bar->text());
    EXPECT_TRUE(dialog->findChild<QLabel *>(u"visitMark"_s)->text().contains(u", was Tue"_s));
    EXPECT_FALSE(act->isEnabled());
    EXPECT_TRUE(words->hasFocus());
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(words->text(), u"Blood test first"_s);
    bar->findChildren<QPushButton *>().constFirst()->click();
    EXPECT_FALSE(bar->isVisible());
    QTest::keyClick(words, Qt::Key_Return);
    ASSERT_TRUE(statusBecomes(m_first, u"rejected"_s));
    EXPECT_EQ(valueOf(m_first, u"status_note"_s), u"Blood test first"_s);
}

TEST_F(DoctorReason, aRequestAnsweredByOthersOnlyClosesTheReason)
{
    ReasonDialog *const dialog = askOwnWords();
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(done(updateAs(u"admin"_s, m_first, u"status = 'confirmed'"_s)));
    auto *const bar = dialog->findChild<Banner *>(u"staleBar"_s);
    ASSERT_TRUE(waitFor([bar] { return bar->isVisible(); }));
    EXPECT_TRUE(bar->text().startsWith(u"Ada Admin at Test desk confirmed this, "_s))
        << qPrintable(bar->text());
    EXPECT_FALSE(dialog->findChild<QPushButton *>(u"actButton"_s)->isVisible());
    QPointer<ReasonDialog> open = dialog;
    dialog->findChild<QPushButton *>(u"backButton"_s)->click();
    ASSERT_TRUE(waitFor([&open] { return open.isNull(); }));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"confirmed"_s);
}

TEST_F(DoctorReason, aRefusedRejectionKeepsItsFormAndReason)
{
    ReasonDialog *const dialog = askOwnWords();
    ASSERT_NE(dialog, nullptr);
    QTest::keyClicks(wordsOf(dialog), u"Blood test first"_s);
    m_services.live.pause(); // word of it does not arrive
    ASSERT_TRUE(done(
        updateAs(u"admin"_s, m_first,
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(11, 0)), literal(at(11, 20))))));
    QTest::keyClick(wordsOf(dialog), Qt::Key_Return);
    QTest::keyClick(wordsOf(dialog), Qt::Key_Return);
    ASSERT_NO_FATAL_FAILURE(expectRefused(dialog, u"Blood test first"_s,
                                          u"Ada Admin at Test desk moved this to 11:00, "_s));
    EXPECT_EQ(valueOf(m_first, u"status"_s), u"pending"_s);
    dialog->findChild<Banner *>(u"staleBar"_s)->findChildren<QPushButton *>().constFirst()->click();
    ASSERT_NO_FATAL_FAILURE(sendAtLast(dialog));
    EXPECT_EQ(valueOf(m_first, u"status_note"_s), u"Blood test first"_s);
    EXPECT_EQ(currentRequest(), m_second);
}

TEST_F(DoctorReason, aRefusedCancellationKeepsItsFormAndReason)
{
    selectVisit(m_later);
    ReasonDialog *const dialog = askOwnWords(m_day, Qt::Key_Delete, Qt::Key_4);
    ASSERT_NE(dialog, nullptr);
    QTest::keyClicks(wordsOf(dialog), u"The lift is out of order"_s);
    m_services.live.pause();
    ASSERT_TRUE(done(updateAs(u"ben"_s, m_later, u"checked_in_at = app.clinic_now()"_s)));
    QTest::keyClick(wordsOf(dialog), Qt::Key_Return);
    ASSERT_NO_FATAL_FAILURE(expectRefused(dialog, u"The lift is out of order"_s,
                                          u"Ben Cole at Test desk checked this patient in, "_s));
    dialog->findChild<Banner *>(u"staleBar"_s)->findChildren<QPushButton *>().constFirst()->click();
    ASSERT_NO_FATAL_FAILURE(sendAtLast(dialog));
    EXPECT_EQ(valueOf(m_later, u"status_note"_s), u"The lift is out of order"_s);
}

TEST_F(DoctorReason, aReasonBeingWrittenSurvivesALostConnection)
{
    ReasonDialog *const dialog = askOwnWords();
    ASSERT_NE(dialog, nullptr);
    QTest::keyClicks(wordsOf(dialog), u"Blood test first"_s);
    const auto *const problem = dialog->findChild<FieldError *>(u"sendingProblem"_s);
    superuserSql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'osei'; "
                 "ALTER ROLE osei NOLOGIN"_s);
    ASSERT_TRUE(waitFor([problem] { return problem->text().startsWith(u"No connection since"_s); }))
        << qPrintable(problem->text());
    QTest::keyClick(wordsOf(dialog), Qt::Key_Return);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(wordsOf(dialog)->text(), u"Blood test first"_s);
    superuserSql(u"ALTER ROLE osei LOGIN"_s);
    m_models->connection().reconnectNow();
    ASSERT_TRUE(waitFor([problem] { return problem->text().isEmpty(); }));
    ASSERT_NO_FATAL_FAILURE(sendAtLast(dialog));
    EXPECT_EQ(valueOf(m_first, u"status_note"_s), u"Blood test first"_s);
}

} // namespace ClinicDesk
