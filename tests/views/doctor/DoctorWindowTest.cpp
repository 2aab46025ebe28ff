#include "views/doctor/DoctorWindowFixture.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>

namespace ClinicDesk {

class DoctorWindowTest : public DoctorWindowFixture
{
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

TEST_F(DoctorWindowTest, buttonsActOnlyOnWhomTheWindowNames)
{
    const auto isOn = [this](const QString &text) {
        for (const QPushButton *const button : m_window->findChildren<QPushButton *>()) {
            if (button->text().startsWith(text))
                return button->isEnabled();
        }
        ADD_FAILURE() << qPrintable(text);
        return false;
    };
    ASSERT_TRUE(identity().startsWith(u"KIM, Soo"_s));
    EXPECT_TRUE(isOn(u"Confirm"_s));
    EXPECT_FALSE(isOn(u"Cancel"_s)) << "a visit of the day is current there, and not named";
    selectVisit(m_later);
    ASSERT_TRUE(identity().startsWith(u"ROY, Paul"_s));
    EXPECT_TRUE(isOn(u"Cancel"_s));
    EXPECT_FALSE(isOn(u"Confirm"_s));
}

TEST_F(DoctorWindowTest, aClickedButtonLeavesTheFocusInItsList)
{
    QPushButton *confirm = nullptr;
    for (QPushButton *const button : m_window->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Confirm"_s))
            confirm = button;
    }
    ASSERT_NE(confirm, nullptr);
    QTest::mouseClick(confirm, Qt::LeftButton);
    ASSERT_TRUE(statusBecomes(m_first, u"confirmed"_s));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 1; }));
    EXPECT_TRUE(m_inbox->hasFocus());
    EXPECT_TRUE(identity().startsWith(u"DIAZ, Mia"_s)) << qPrintable(identity());
    QTest::mouseClick(confirm, Qt::LeftButton);
    ASSERT_TRUE(statusBecomes(m_second, u"confirmed"_s));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 0; }));
    EXPECT_TRUE(m_inbox->hasFocus()) << "the day's keys are off until it is gone to";
}

TEST_F(DoctorWindowTest, aRefusedAnswerStaysSelectedAndIsNamed)
{
    setClinicNow(at(11, 30)); // the first request's time has passed
    ASSERT_EQ(currentRequest(), m_first);
    QTest::keyClick(m_inbox, Qt::Key_C);
    ASSERT_TRUE(waitFor([this] { return toast().startsWith(u"KIM, Soo: "_s); }))
        << qPrintable(toast());
    EXPECT_EQ(currentRequest(), m_first);
}

TEST_F(DoctorWindowTest, withoutRequestsItBeginsWithTheDay)
{
    for (const qint64 request : {m_first, m_second})
        ASSERT_TRUE(done(updateAs(u"osei"_s, request, u"status = 'confirmed'"_s)));
    ASSERT_TRUE(waitFor([this] { return inbox().rowCount() == 0; }));
    m_window = std::make_unique<DoctorWindow>(*m_models);
    m_window->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    inbox().load();
    const auto *const list = m_window->findChild<RowList *>(u"dayList"_s);
    ASSERT_TRUE(waitFor([list] { return list->hasFocus(); }));
    EXPECT_TRUE(waitFor([this] { return !identity().isEmpty(); }));
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

TEST_F(DoctorWindowTest, whatIsTakenBackIsSelectedThoughItsRowCameBeforeTheAnswer)
{
    m_inbox->setCurrentIndex(m_inbox->model()->index(1, 0));
    ASSERT_EQ(currentRequest(), m_second);
    DoneCommand undone;
    undone.appointment.id = id(m_first);
    undone.step = DoneCommand::Step::Undo;
    Q_EMIT m_models->commands().done(undone);
    EXPECT_EQ(currentRequest(), m_first);
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
    EXPECT_EQ(m_inbox->chosenRow(), -1) << "whom nobody chose";
    EXPECT_EQ(identity(), QString()) << "names nobody";
    QTest::keyClick(m_inbox, Qt::Key_C);
    EXPECT_EQ(inbox().request(0).state, InboxRequest::State::Waiting);
    QTest::keyClick(m_inbox, Qt::Key_Down);
    EXPECT_EQ(currentRequest(), m_second);
    EXPECT_EQ(m_inbox->chosenRow(), 0);
    QTest::keyClick(m_inbox, Qt::Key_C);
    EXPECT_TRUE(statusBecomes(m_second, u"confirmed"_s));
}

TEST_F(DoctorWindowTest, aClickSelects)
{
    for (RowList *const list : {m_inbox, m_day}) {
        for (int row = list->model()->rowCount() - 1; row >= 0; --row) {
            const QRect place = list->visualRect(list->model()->index(row, 0));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
            EXPECT_EQ(list->chosenRow(), row);
            EXPECT_FALSE(identity().isEmpty());
        }
    }
    QTest::mouseClick(m_inbox->viewport(), Qt::LeftButton, {},
                      m_inbox->visualRect(m_inbox->model()->index(1, 0)).center());
    EXPECT_TRUE(m_window->findChild<QAction *>(u"confirmAction"_s)->isEnabled());
    QTest::keyClick(m_inbox, Qt::Key_C);
    EXPECT_TRUE(statusBecomes(m_second, u"confirmed"_s));
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
