#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/KeyMap.h"
#include "widgets/agenda/AgendaMover.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// The palette (Ctrl+K) and the sheet of keys (F1), by keys as a person uses them.
class ReceptionCommands : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        m_settings
            = std::make_unique<QSettings>(m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
        new KeyMap(desk().window(), *m_settings);
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] bool waitForDialog(const char *name)
    {
        return desk().waitFor([&] {
            auto *const dialog = desk().child<QDialog>(name);
            return dialog && dialog->isActiveWindow();
        });
    }
    [[nodiscard]] bool waitForClosed(const char *name)
    {
        return desk().waitFor([&] { return desk().child<QDialog>(name) == nullptr; })
            && desk().activate();
    }
    [[nodiscard]] bool openPalette(const QString &words)
    {
        desk().key(Qt::Key_K, Qt::ControlModifier);
        if (!waitForDialog("commandPalette"))
            return false;
        desk().type(words);
        return true;
    }
    [[nodiscard]] QString selected()
    {
        return desk().child<QListView>("paletteList")->currentIndex().data().toString();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionCommands, aCommandIsFoundByItsWords)
{
    const QDate today = desk().models().day().day();
    ASSERT_TRUE(openPalette(u"day ne"_s));
    EXPECT_EQ(selected(), u"Next day"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForClosed("commandPalette"));
    EXPECT_TRUE(desk().waitFor([&] { return desk().models().day().day() == today.addDays(1); }));
    EXPECT_TRUE(desk().agenda().hasFocus()) << "the focus returns to where it was";
}

TEST_F(ReceptionCommands, whatCannotBeDoneNowIsShownButNotDone)
{
    ASSERT_TRUE(openPalette(u"no-show"_s));
    EXPECT_EQ(selected(), u"Mark as no-show"_s);
    desk().key(Qt::Key_Return);
    EXPECT_NE(desk().child<QDialog>("commandPalette"), nullptr) << "it stays open";
    desk().key(Qt::Key_Escape);
    EXPECT_TRUE(waitForClosed("commandPalette"));
}

TEST_F(ReceptionCommands, aPatientIsFoundAsWell)
{
    ASSERT_TRUE(openPalette(u"kim soo"_s));
    ASSERT_TRUE(desk().waitFor([this] { return selected() == u"KIM, Soo"_s; }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForClosed("commandPalette"));
    EXPECT_TRUE(desk().waitFor([this] {
        return desk().models().booking().patient().has_value()
            || desk().agenda().cursor().visit.isValid();
    })) << "as if found in the search above";
}

TEST_F(ReceptionCommands, aBookingInWordsFillsThePanel)
{
    BookingModel &booking = desk().models().booking();
    ASSERT_TRUE(openPalette(u"kim soo lindqvist today 10:20"_s));
    EXPECT_TRUE(selected().startsWith(u"Book kim soo with Dr Lindqvist"_s))
        << qPrintable(selected());
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForClosed("commandPalette"));
    ASSERT_TRUE(desk().waitFor([&] { return booking.chosen() && booking.isHeld(); }));
    EXPECT_EQ(booking.chosen()->start, at(10, 20));
    EXPECT_EQ(booking.doctor().value, doctor(u"lindqvist"_s));
    ASSERT_TRUE(desk().waitFor([this] {
        // The search above has such a list, too.
        const auto lists = desk().window().findChildren<QListView *>(u"patientMatches"_s);
        return std::ranges::any_of(lists, &QListView::isVisible);
    }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([&] { return booking.patient().has_value() && booking.canBook(); }));
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(desk().waitFor([&] { return booking.lastBooked().has_value(); }));
}

TEST_F(ReceptionCommands, aKeyIsChangedInTheSheetOfKeys)
{
    desk().key(Qt::Key_F1);
    ASSERT_TRUE(waitForDialog("keysDialog"));
    desk().type(u"Ctrl+N"_s); // a list finds what is typed
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("newKey"));
    desk().key(Qt::Key_F7);
    const QAction *const book = desk().child<QAction>("book");
    ASSERT_TRUE(desk().waitFor([book] { return book->shortcut() == QKeySequence(Qt::Key_F7); }));
    desk().key(Qt::Key_Escape);
    ASSERT_TRUE(waitForClosed("keysDialog"));
    desk().key(Qt::Key_F7);
    EXPECT_TRUE(desk().waitFor([this] { return desk().models().booking().isOpen(); }));
}

TEST_F(ReceptionCommands, movingStepByStepIsInTheSheetAndCanHaveOtherKeys)
{
    const AppointmentId visit {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(11, 0), 20})};
    ASSERT_TRUE(desk().waitForRow(patient(2), [](const Appointment &) { return true; }));
    QStringList listed;
    const QList<MenuCommand> commands = menuCommands(*desk().window().menuBar());
    for (const MenuCommand &command : commands)
        listed << commandText(*command.action) + u' ' + keyText(command.action->shortcut());
    for (const QString &step :
         {u"Move earlier Alt+Up"_s, u"Move later Alt+Down"_s, u"Move a column left Alt+Left"_s,
          u"Move a column right Alt+Right"_s, u"Make shorter Alt+Shift+Up"_s,
          u"Make longer Alt+Shift+Down"_s})
        EXPECT_TRUE(listed.contains(step)) << qPrintable(step);

    KeyMap *const keys = KeyMap::of(&desk().window());
    keys->setKey(*desk().child<QAction>("moveLater"), Qt::CTRL | Qt::ALT | Qt::Key_J);
    desk().agenda().selectVisit(visit);
    desk().key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_FALSE(desk().agenda().mover().isActive());
    desk().key(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    ASSERT_TRUE(desk().agenda().mover().isActive());
    const QDateTime moved = desk().agenda().mover().target().start;
    EXPECT_GT(moved, at(11, 0));
    desk().key(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_GT(desk().agenda().mover().target().start, moved);
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(desk().agenda().mover().isActive());
}

} // namespace ClinicDesk
