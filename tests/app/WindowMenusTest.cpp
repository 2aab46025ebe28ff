#include "app/WindowMenus.h"
#include "widgets/theme/Theme.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStyle>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class WindowMenusTest : public testing::Test
{
protected:
    [[nodiscard]] static QStringList titles(const QMainWindow &window)
    {
        QStringList titles;
        for (const QAction *action : window.menuBar()->actions())
            titles.append(action->text());
        return titles;
    }

    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat};
    Theme m_theme;
};

TEST_F(WindowMenusTest, zoomsByKeysAndRemembers)
{
    QMainWindow window;
    const WindowMenus menus(window, m_theme, m_settings);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Equal, Qt::ControlModifier);
    EXPECT_EQ(m_theme.zoom(), 120);
    QTest::keyClick(&window, Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_EQ(m_theme.zoom(), 110);
    Theme next;
    WindowMenus::restoreLook(next, m_settings);
    EXPECT_EQ(next.zoom(), 110);
    QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(m_theme.zoom(), 100);
}

TEST_F(WindowMenusTest, remembersTheColours)
{
    QMainWindow window;
    const WindowMenus menus(window, m_theme, m_settings);
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->text() == u"&Dark"_s)
            action->trigger();
    }
    EXPECT_EQ(m_theme.scheme(), ColourScheme::Dark);
    Theme next;
    WindowMenus::restoreLook(next, m_settings);
    EXPECT_EQ(next.scheme(), ColourScheme::Dark);
}

TEST_F(WindowMenusTest, stillsWhatMovesAndRemembers)
{
    Theme theme;
    theme.applyTo(*qApp);
    const QWidget any;
    const auto longest = [&] {
        return any.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &any);
    };
    EXPECT_LE(longest(), 200);
    EXPECT_GT(QApplication::cursorFlashTime(), 0);
    QMainWindow window;
    const WindowMenus menus(window, theme, m_settings);
    auto *action = window.findChild<QAction *>(u"reduceMotionAction"_s);
    action->trigger();
    EXPECT_EQ(longest(), 0);
    EXPECT_EQ(QApplication::cursorFlashTime(), 0);
    Theme next;
    WindowMenus::restoreLook(next, m_settings);
    EXPECT_TRUE(next.isMotionReduced());
    action->trigger();
    EXPECT_GT(QApplication::cursorFlashTime(), 0);
    QApplication::setStyle(u"fusion"_s); // the theme goes before the application
}

TEST_F(WindowMenusTest, usesTheViewMenuThatIsThere)
{
    QMainWindow window;
    window.menuBar()->addMenu(u"&Ansicht"_s)->setObjectName(u"viewMenu"_s);
    window.menuBar()->addMenu(u"&Help"_s);
    const WindowMenus menus(window, m_theme, m_settings);
    EXPECT_EQ(titles(window), (QStringList {u"C&linic"_s, u"&Ansicht"_s, u"&Help"_s}));
}

TEST_F(WindowMenusTest, asksToSignOut)
{
    QMainWindow window;
    const WindowMenus menus(window, m_theme, m_settings);
    QSignalSpy asked(&menus, &WindowMenus::signOutRequested);
    window.findChild<QAction *>(u"signOutAction"_s)->trigger();
    EXPECT_EQ(asked.size(), 1);
}

} // namespace ClinicDesk
