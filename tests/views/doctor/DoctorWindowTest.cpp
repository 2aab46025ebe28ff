#include "views/doctor/DoctorWindow.h"
#include "models/DoctorFixture.h"
#include "views/doctor/ReasonDialog.h"
#include "views/doctor/RowList.h"
#include "widgets/Banner.h"
#include "widgets/Toast.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>

namespace ClinicDesk {

class DoctorWindowTest : public DoctorFixture
{
protected:
    void SetUp() override
    {
        DoctorFixture::SetUp();
        m_window = std::make_unique<DoctorWindow>(*m_models);
        m_window->resize(1200, 720);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        m_inbox = m_window->findChild<RowList *>(u"inboxList"_s);
        m_day = m_window->findChild<RowList *>(u"dayList"_s);
        m_inbox->setFocus();
    }

    void TearDown() override
    {
        m_window.reset();
        DoctorFixture::TearDown();
    }

    [[nodiscard]] qint64 currentRequest() const
    {
        return m_models->inbox().request(m_inbox->currentIndex().row()).id().value;
    }
    [[nodiscard]] QString toast() const
    {
        const auto *toast = m_window->findChild<Toast *>(u"toast"_s);
        return toast->isVisible() ? toast->text() : QString();
    }
    [[nodiscard]] QString identity() const
    {
        return m_window->findChild<QWidget *>(u"identity"_s)->accessibleName();
    }
    [[nodiscard]] QMenu *openMenu() const
    {
        QMenu *found = nullptr;
        (void)waitFor([&] {
            found = m_window->findChild<QMenu *>(u"reasonMenu"_s);
            return found && found->isVisible();
        });
        return found;
    }
    /// The dialog for a reason in own words, of the selected request.
    [[nodiscard]] ReasonDialog *askOwnWords() const
    {
        QTest::keyClick(m_inbox, Qt::Key_R);
        if (QMenu *const menu = openMenu())
            QTest::keyClick(menu, Qt::Key_6);
        auto *const dialog = m_window->findChild<ReasonDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    [[nodiscard]] bool statusBecomes(qint64 id, const QString &status) const
    {
        return waitFor([&] { return valueOf(id, u"status"_s) == status; });
    }
    void selectVisit(qint64 visit)
    {
        m_day->setFocus();
        m_day->setCurrentIndex(m_day->model()->index(day().rowOf(id(visit)), 0));
    }

    std::unique_ptr<DoctorWindow> m_window;
    RowList *m_inbox = nullptr;
    RowList *m_day = nullptr;
};

TEST_F(DoctorWindowTest, opensAtTheVisitInProgress)
{
    // Twelve visits were completed before it.
    for (int i = 0; i < 12; ++i)
        load(u"completed"_s, {u"osei"_s, 5, 0, at(8, 0).addSecs(i * 600), 10});
    day().load();
    ASSERT_TRUE(waitFor([this] { return day().rowOf(id(m_begun)) == 12; }));
    m_window = std::make_unique<DoctorWindow>(*m_models);
    m_window->resize(1200, 500);
    m_window->show();
    auto *list = m_window->findChild<RowList *>(u"dayList"_s);
    EXPECT_EQ(list->currentIndex().row(), 0);
    day().load();
    ASSERT_TRUE(waitFor([list] { return list->currentIndex().row() == 12; }));
    EXPECT_TRUE(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
}

TEST_F(DoctorWindowTest, aMessageMovesNeitherRowsNorButtons)
{
    const QRect before = m_inbox->geometry();
    QTest::keyClick(m_inbox, Qt::Key_C);
    ASSERT_TRUE(waitFor([this] { return !toast().isEmpty(); }));
    EXPECT_EQ(m_inbox->geometry(), before);
    const auto *shown = m_window->findChild<Toast *>(u"toast"_s);
    EXPECT_TRUE(shown->parentWidget()->rect().contains(shown->geometry()));
}

TEST_F(DoctorWindowTest, oneKeyConfirmsAndGoesToTheNext)
{
    ASSERT_EQ(currentRequest(), m_first);
    QTest::keyClick(m_inbox, Qt::Key_C);
    EXPECT_EQ(currentRequest(), m_second); // before the server has answered
    EXPECT_TRUE(identity().startsWith(u"DIAZ, Mia"_s)) << qPrintable(identity());
    ASSERT_TRUE(statusBecomes(m_first, u"confirmed"_s));
    ASSERT_TRUE(waitFor([this] { return toast() == u"Confirmed: KIM, Soo"_s; }))
        << qPrintable(toast());
    EXPECT_EQ(inbox().rowCount(), 1);
}

TEST_F(DoctorWindowTest, twoKeysReject)
{
    QTest::keyClick(m_inbox, Qt::Key_R);
    QMenu *menu = openMenu();
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_3);
    EXPECT_EQ(currentRequest(), m_second);
    ASSERT_TRUE(statusBecomes(m_first, u"rejected"_s));
    EXPECT_EQ(valueOf(m_first, u"status_note"_s), u"Needs a longer visit"_s);
}

TEST_F(DoctorWindowTest, rejectsInOwnWords)
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

TEST_F(DoctorWindowTest, aReasonBeingWrittenSurvivesAMoveByOthers)
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

TEST_F(DoctorWindowTest, aRequestAnsweredByOthersOnlyClosesTheReason)
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

TEST_F(DoctorWindowTest, undoBringsItBackAndSelectsIt)
{
    QTest::keyClick(m_inbox, Qt::Key_C);
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
    QTest::keyClick(m_inbox, Qt::Key_U);
    ASSERT_TRUE(statusBecomes(m_first, u"pending"_s));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 2 && currentRequest() == m_first; }));
    EXPECT_EQ(toast(), u"Undone: Confirmed: KIM, Soo"_s);
}

TEST_F(DoctorWindowTest, theLastAnswerCanBeUndoneFromTheEmptyInbox)
{
    QTest::keyClick(m_inbox, Qt::Key_C);
    QTest::keyClick(m_inbox, Qt::Key_C);
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 0; }));
    EXPECT_EQ(m_inbox->emptyText(), u"No requests. New ones appear here."_s);
    EXPECT_FALSE(m_window->findChild<QAction *>(u"confirmAction"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
}

TEST_F(DoctorWindowTest, keysDoNothingOnARowHandledElsewhere)
{
    ASSERT_TRUE(done(updateAs(u"admin"_s, m_first, u"status = 'confirmed'"_s)));
    ASSERT_TRUE(waitFor([this] { return inbox().request(0).handledBy == u"Ada Admin"_s; }));
    EXPECT_EQ(currentRequest(), m_first) << "the selection stays";
    const QString spoken = m_inbox->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(u"confirmed by Ada Admin, "_s)) << qPrintable(spoken);
    QTest::keyClick(m_inbox, Qt::Key_C);
    QTest::keyClick(m_inbox, Qt::Key_R);
    EXPECT_EQ(m_window->findChild<QMenu *>(u"reasonMenu"_s), nullptr);
    EXPECT_EQ(inbox().request(1).state, InboxRequest::State::Waiting);
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
    EXPECT_EQ(currentRequest(), m_second);
}

TEST_F(DoctorWindowTest, lettersActOnlyInTheInbox)
{
    m_day->setFocus();
    QTest::keyClick(m_day, Qt::Key_C);
    QTest::keyClick(m_day, Qt::Key_R);
    EXPECT_EQ(inbox().request(0).state, InboxRequest::State::Waiting);
    EXPECT_EQ(m_window->findChild<QMenu *>(u"reasonMenu"_s), nullptr);
}

TEST_F(DoctorWindowTest, anArrivalMovesNeitherSelectionNorFocus)
{
    m_inbox->setCurrentIndex(m_inbox->model()->index(1, 0));
    const qint64 past = load(u"pending"_s, {u"osei"_s, 5, 0, at(9, 0), 20});
    ASSERT_TRUE(waitFor([&] { return inbox().rowOf(id(past)) == 0; }));
    EXPECT_EQ(currentRequest(), m_second);
    EXPECT_TRUE(m_inbox->hasFocus());
    EXPECT_EQ(m_window->findChild<QLabel *>(u"inboxTitle"_s)->text(), u"Requests 3"_s);
    const QString spoken = m_inbox->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(u"not answered"_s)) << qPrintable(spoken);
}

TEST_F(DoctorWindowTest, enterStartsAndThenCompletes)
{
    selectVisit(m_begun);
    QTest::keyClick(m_day, Qt::Key_Return);
    ASSERT_TRUE(statusBecomes(m_begun, u"in_progress"_s));
    QAction *next = m_window->findChild<QAction *>(u"nextStepAction"_s);
    ASSERT_TRUE(
        waitFor([&] { return next->isEnabled() && next->iconText().startsWith(u"Complete"_s); }));
    QTest::keyClick(m_day, Qt::Key_Return);
    ASSERT_TRUE(statusBecomes(m_begun, u"completed"_s));
    ASSERT_TRUE(waitFor([this] {
        return m_window->findChild<QLabel *>(u"seenLabel"_s)->text() == u"seen 1 of 2"_s;
    }));
}

TEST_F(DoctorWindowTest, marksNoShowAndCancels)
{
    selectVisit(m_begun);
    QTest::keyClick(m_day, Qt::Key_F9, Qt::ControlModifier);
    ASSERT_TRUE(statusBecomes(m_begun, u"no_show"_s));
    selectVisit(m_later);
    QTest::keyClick(m_day, Qt::Key_Delete);
    QMenu *menu = openMenu();
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_2);
    ASSERT_TRUE(statusBecomes(m_later, u"cancelled"_s));
    EXPECT_EQ(valueOf(m_later, u"status_note"_s), u"Doctor away"_s);
}

TEST_F(DoctorWindowTest, showsNameBirthDateAndNumberTogether)
{
    EXPECT_EQ(identity(), u"KIM, Soo, Born 03-May-1985 (41y), No. MR-2026-000001"_s);
    selectVisit(m_later);
    EXPECT_TRUE(identity().startsWith(u"ROY, Paul, Born 02-Jan-1970 (56y), No. "_s))
        << qPrintable(identity());
}

TEST_F(DoctorWindowTest, saysWhenTheConnectionIsLostAndWritesNothing)
{
    superuserSql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'osei'; "
                 "ALTER ROLE osei NOLOGIN"_s);
    QAction *confirm = m_window->findChild<QAction *>(u"confirmAction"_s);
    ASSERT_TRUE(waitFor([&] { return !confirm->isEnabled(); }));
    EXPECT_TRUE(confirm->toolTip().startsWith(u"No connection since"_s))
        << qPrintable(confirm->toolTip());
    EXPECT_EQ(m_window->findChild<QLabel *>(u"liveLabel"_s)->text(), u"No connection"_s);
    superuserSql(u"ALTER ROLE osei LOGIN"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    ASSERT_TRUE(waitFor([&] { return confirm->isEnabled(); }));
}

TEST_F(DoctorWindowTest, nothingIsClippedAtTwiceTheSize)
{
    Theme theme;
    theme.applyTo(*qApp);
    theme.setZoom(200);
    m_window->resize(1366, 768);
    ASSERT_TRUE(waitFor([this] { return m_window->width() >= 1366; }));
    EXPECT_LE(m_window->minimumSizeHint().width(), 1366);
    EXPECT_LE(m_window->minimumSizeHint().height(), 768);
    QStringList clipped;
    for (const auto *button : m_window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            clipped << button->text();
    }
    for (const auto *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap() && label->width() < label->sizeHint().width())
            clipped << label->text();
    }
    EXPECT_TRUE(clipped.isEmpty()) << qPrintable(clipped.join(u", "_s));
    m_window.reset();
}

} // namespace ClinicDesk
