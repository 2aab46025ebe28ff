#include "views/shell/PageStack.h"
#include "views/shell/FakePage.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QKeyEvent>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using Acts = QList<std::pair<qint64, int>>;

/// Two pages side by side, each with a visit of its own; the left one has the focus.
class PageStackTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_stack.add({&m_left, &m_right});
        m_stack.add({&m_other});
        m_left.showVisit(1);
        m_right.showVisit(2);
        m_other.showVisit(3);
        m_stack.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_stack));
        m_left.focusFirst();
    }

    [[nodiscard]] qint64 named() const
    {
        const Current current = m_stack.current();
        return current.visit ? current.visit->appointment.id.value : 0;
    }

    PageStack m_stack;
    FakePage &m_left = *new FakePage(u"Left"_s);
    FakePage &m_right = *new FakePage(u"Right"_s);
    FakePage &m_other = *new FakePage(u"Other"_s);
};

TEST_F(PageStackTest, namesTheCurrentOfThePageThatHadTheFocusLast)
{
    QSignalSpy changed(&m_stack, &PageStack::currentChanged);
    EXPECT_EQ(named(), 1);
    m_right.focusFirst();
    EXPECT_EQ(named(), 2);
    EXPECT_EQ(changed.size(), 1);
    m_left.showVisit(4);
    EXPECT_EQ(named(), 2);
    EXPECT_EQ(changed.size(), 1) << "the other page's current is not named";
    m_right.showVisit(5);
    EXPECT_EQ(named(), 5);
    EXPECT_EQ(changed.size(), 2);
}

TEST_F(PageStackTest, aKeyActsOnlyOnWhatIsNamed)
{
    QTest::keyClick(&m_left.field(), Qt::Key_F9, Qt::ControlModifier);
    EXPECT_EQ(m_left.acts(), (Acts {{1, 1}}));
    EXPECT_TRUE(m_right.acts().isEmpty());
    EXPECT_FALSE(m_right.command().isEnabled());
    m_right.command().trigger();
    EXPECT_TRUE(m_right.acts().isEmpty());
}

TEST_F(PageStackTest, aCommandGetsTheVersionThatIsShown)
{
    m_left.showVisit(1, 7);
    m_left.command().trigger();
    m_left.showVisit(9, 2);
    m_left.command().trigger();
    EXPECT_EQ(m_left.acts(), (Acts {{1, 7}, {9, 2}}));
}

TEST_F(PageStackTest, aButtonIsOffWhileTheWindowNamesAnotherPagesVisit)
{
    EXPECT_TRUE(m_left.button().isEnabled());
    EXPECT_FALSE(m_right.button().isEnabled());
    QTest::mouseClick(&m_right.button(), Qt::LeftButton);
    EXPECT_TRUE(m_right.acts().isEmpty());
    m_right.focusFirst();
    EXPECT_TRUE(m_right.button().isEnabled());
    EXPECT_FALSE(m_left.button().isEnabled());
}

TEST_F(PageStackTest, nothingIsDoneWhileSomebodyIsNamedBeside)
{
    QLineEdit beside(&m_stack);
    beside.show();
    bool names = true;
    m_stack.addBeside(&beside, [&names] { return names; });
    beside.setFocus();
    EXPECT_EQ(named(), 0);
    EXPECT_FALSE(m_left.command().isEnabled());
    QTest::keyClick(&beside, Qt::Key_F9, Qt::ControlModifier);
    m_left.command().trigger();
    EXPECT_TRUE(m_left.acts().isEmpty());
    names = false;
    m_stack.lookBeside();
    EXPECT_EQ(named(), 1) << "nobody is named there any more";
    names = true;
    m_stack.lookBeside();
    EXPECT_EQ(named(), 0);
    m_left.focusFirst();
    EXPECT_EQ(named(), 1);
    EXPECT_TRUE(m_left.command().isEnabled());
}

TEST_F(PageStackTest, aPressedButtonHasItsOwnVisitNamedBeforeItActs)
{
    m_right.m_names = true;
    m_right.setDone(true);
    ASSERT_TRUE(m_right.button().isEnabled()) << "the page names it beside the button";
    QTest::mousePress(&m_right.button(), Qt::LeftButton);
    EXPECT_EQ(named(), 2);
    EXPECT_TRUE(m_right.acts().isEmpty());
    QTest::mouseRelease(&m_right.button(), Qt::LeftButton);
    EXPECT_EQ(m_right.acts(), (Acts {{2, 1}}));
}

TEST_F(PageStackTest, theSecondPressOfADoubleOneMeetsNobody)
{
    const auto instant = qScopeGuard([] { QApplication::setDoubleClickInterval(0); });
    QApplication::setDoubleClickInterval(60'000);
    EXPECT_FALSE(m_left.command().autoRepeat());
    m_left.command().trigger();
    m_left.showVisit(4); // as a list that goes on to the next one
    m_left.command().trigger();
    EXPECT_EQ(m_left.acts(), (Acts {{1, 1}}));
    QApplication::setDoubleClickInterval(0);
    m_left.command().trigger();
    EXPECT_EQ(m_left.acts(), (Acts {{1, 1}, {4, 1}}));
}

TEST_F(PageStackTest, aHeldKeyActsOnce)
{
    const auto send = [this](QEvent::Type type, quint64 at) {
        QKeyEvent event(type, Qt::Key_C, Qt::NoModifier);
        event.setTimestamp(at);
        QApplication::sendEvent(&m_left.field(), &event);
    };
    send(QEvent::KeyPress, 1000);
    m_left.command().trigger();
    for (const quint64 repeat : {1660, 1700, 2900}) {
        send(QEvent::KeyRelease, repeat);
        send(QEvent::KeyPress, repeat);
        m_left.command().trigger();
    }
    EXPECT_EQ(m_left.acts(), (Acts {{1, 1}}));
    send(QEvent::KeyRelease, 3000);
    m_left.command().trigger();
    EXPECT_EQ(m_left.acts().size(), 2);
}

TEST_F(PageStackTest, nothingIsDoneToNothingNorWithoutConnection)
{
    m_left.setReadOnly(u"No connection since 10:27."_s);
    EXPECT_FALSE(m_left.command().isEnabled());
    EXPECT_FALSE(m_left.button().isEnabled());
    EXPECT_EQ(m_left.command().toolTip(), u"No connection since 10:27."_s);
    m_left.setReadOnly({});
    EXPECT_TRUE(m_left.command().isEnabled());
    EXPECT_EQ(m_left.command().toolTip(), u"Act (Ctrl+F9)"_s);
    m_left.setDone(false);
    EXPECT_FALSE(m_left.command().isEnabled());
    m_left.setDone(true);
    m_left.showVisit(0);
    EXPECT_FALSE(m_left.command().isEnabled());
    m_left.command().trigger();
    EXPECT_TRUE(m_left.acts().isEmpty());
}

TEST_F(PageStackTest, aPageThatCannotBeLeftStays)
{
    m_right.m_canLeave = false;
    EXPECT_FALSE(m_stack.open(m_other));
    EXPECT_TRUE(m_left.isVisible());
    EXPECT_EQ(named(), 1);
    m_right.m_canLeave = true;
    EXPECT_TRUE(m_stack.open(m_other));
    EXPECT_FALSE(m_left.isVisible());
    EXPECT_EQ(named(), 3);
    EXPECT_TRUE(m_other.field().hasFocus());
    EXPECT_FALSE(m_left.command().isEnabled());
    m_other.m_canLeave = false;
    EXPECT_FALSE(m_stack.goBack());
    EXPECT_TRUE(m_other.isVisible());
}

TEST_F(PageStackTest, goesBackToWhatHadTheFocus)
{
    m_right.focusFirst();
    ASSERT_TRUE(m_stack.open(m_other));
    EXPECT_TRUE(m_stack.goBack());
    EXPECT_TRUE(m_right.field().hasFocus());
    EXPECT_EQ(named(), 2);
    EXPECT_FALSE(m_stack.goBack()) << "nothing was before";
}

} // namespace ClinicDesk
