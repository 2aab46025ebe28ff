#include "widgets/KeyMap.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class KeyMapTest : public testing::Test
{
protected:
    struct Desk
    {
        explicit Desk(const QString &file)
            : settings(file, QSettings::IniFormat)
        {
            QMenu *const menu = window.menuBar()->addMenu(u"&Appointment"_s);
            book = add(*menu, u"&Book..."_s, Qt::CTRL | Qt::Key_N, "book");
            undo = add(*menu->addMenu(u"More"_s), u"&Undo"_s, Qt::CTRL | Qt::Key_Z, "undo");
            confirm = add(*menu, u"Confirm"_s, Qt::Key_C, "confirm");
            confirm->setShortcutContext(Qt::WidgetShortcut);
            nameless = add(*menu, u"About"_s, Qt::CTRL | Qt::Key_I, "");
            map = new KeyMap(window, settings);
        }

        static QAction *add(QMenu &menu, const QString &text, const QKeySequence &key,
                            const char *name)
        {
            QAction *const action = menu.addAction(text);
            action->setShortcut(key);
            action->setObjectName(QLatin1StringView(name));
            return action;
        }

        QSettings settings;
        QMainWindow window;
        QAction *book;
        QAction *undo;
        QAction *confirm;
        QAction *nameless;
        KeyMap *map;
    };

    [[nodiscard]] QString file() const { return m_folder.filePath(u"desk.ini"_s); }

private:
    QTemporaryDir m_folder;
};

TEST_F(KeyMapTest, aChosenKeyIsKeptOnThisComputer)
{
    {
        Desk desk(file());
        desk.map->setKey(*desk.book, Qt::CTRL | Qt::Key_B);
        EXPECT_TRUE(desk.map->isChanged(*desk.book));
    }
    Desk desk(file());
    EXPECT_EQ(desk.book->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_B));
    EXPECT_TRUE(desk.map->isChanged(*desk.book));
    desk.map->reset(*desk.book);
    EXPECT_EQ(desk.book->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
    EXPECT_TRUE(Desk(file()).settings.allKeys().isEmpty()) << "what is as built is not kept";
}

TEST_F(KeyMapTest, aKeyHasOneCommand)
{
    Desk desk(file());
    EXPECT_EQ(desk.map->holder(*desk.book, Qt::CTRL | Qt::Key_Z), desk.undo);
    desk.map->setKey(*desk.book, Qt::CTRL | Qt::Key_Z);
    EXPECT_TRUE(desk.undo->shortcuts().isEmpty());
    EXPECT_EQ(desk.map->holder(*desk.book, Qt::CTRL | Qt::Key_Z), nullptr);
    Desk again(file());
    EXPECT_TRUE(again.undo->shortcuts().isEmpty());
    again.map->reset(*again.undo);
    EXPECT_EQ(again.undo->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    EXPECT_TRUE(again.book->shortcuts().isEmpty());
}

TEST_F(KeyMapTest, whatIsTypedOrMovesIsRefused)
{
    const Desk desk(file());
    using enum KeyMap::Refusal;
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::Key_B), Bare);
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::SHIFT | Qt::Key_B), Bare);
    EXPECT_EQ(KeyMap::refusal(*desk.confirm, Qt::Key_B), None) << "of one list only";
    desk.confirm->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    EXPECT_EQ(KeyMap::refusal(*desk.confirm, Qt::Key_B), Bare) << "in the grid letters are typed";
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::Key_Escape), Reserved);
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::Key_Tab), Reserved);
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::Key_Return), Reserved);
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::CTRL | Qt::Key_Return), None);
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::Key_F7), None);
    EXPECT_EQ(KeyMap::refusal(*desk.book, Qt::ALT | Qt::Key_B), None);
}

TEST_F(KeyMapTest, aChoiceIsCalledByItsSubmenuAndItself)
{
    Desk desk(file());
    QMenu *const view = desk.window.menuBar()->addMenu(u"&View"_s);
    QActionGroup views(view);
    QAction *const day = views.addAction(view->addAction(u"&Day"_s));
    QActionGroup colours(view);
    QMenu *const submenu = view->addMenu(u"C&olours"_s);
    QAction *const dark = colours.addAction(submenu->addAction(u"&Dark"_s));
    EXPECT_EQ(commandText(*day), u"Day"_s);
    EXPECT_EQ(commandText(*dark), u"Colours: Dark"_s);
    EXPECT_EQ(commandText(*submenu->menuAction()), u"Colours"_s);
}

TEST_F(KeyMapTest, listsTheCommandsOfSubmenusToo)
{
    const Desk desk(file());
    QStringList texts;
    const QList<MenuCommand> commands = menuCommands(*desk.window.menuBar());
    for (const MenuCommand &command : commands)
        texts << command.menu + u'/' + commandText(*command.action);
    EXPECT_EQ(texts,
              (QStringList {u"Appointment/Book"_s, u"Appointment/Undo"_s, u"Appointment/Confirm"_s,
                            u"Appointment/About"_s}));
    EXPECT_FALSE(desk.map->canChange(*desk.nameless));
    EXPECT_EQ(keyText(Qt::CTRL | Qt::Key_Return), u"Ctrl+Enter"_s);
}

} // namespace ClinicDesk
