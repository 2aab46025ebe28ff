#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "views/reception/RoomDialog.h"
#include "widgets/Banner.h"
#include "widgets/Toast.h"

#include <QListWidget>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Another room for an existing visit.
class ReceptionRoom : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 1, at(11, 0), 20})};
        load(u"confirmed"_s, {u"lindqvist"_s, 3, 2, at(11, 0), 20});
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        desk().agenda().selectVisit(m_visit);
        desk().agenda().setFocus();
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] RoomDialog *dialog() { return desk().child<RoomDialog>("roomDialog"); }
    [[nodiscard]] QListWidget *rooms() { return dialog()->findChild<QListWidget *>(u"rooms"_s); }
    [[nodiscard]] QStringList texts()
    {
        QStringList all;
        for (int row = 0; row < rooms()->count(); ++row)
            all << rooms()->item(row)->text();
        return all;
    }
    void openDialog()
    {
        desk().key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(desk().waitFor(
            [this] { return dialog() && dialog()->isActiveWindow() && rooms()->count() == 5; }));
    }
    [[nodiscard]] bool waitForRoom(int number)
    {
        const std::optional<RoomId> wanted
            = number > 0 ? std::optional(RoomId {room(number)}) : std::nullopt;
        return desk().waitForRow(
            patient(2), [wanted](const Appointment &visit) { return visit.room == wanted; });
    }
    [[nodiscard]] QString status() { return valueOf(m_visit.value, u"status"_s); }
    [[nodiscard]] AppointmentId visit() const { return m_visit; }

private:
    AppointmentId m_visit;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionRoom, changesByKeyKeepsTheStatusAndIsTakenBack)
{
    openDialog();
    EXPECT_EQ(texts(),
              QStringList({u"No room"_s, u"Room 1, as now"_s, u"Room 2, taken then"_s, u"Room 3"_s,
                           u"Room 4"_s}));
    EXPECT_EQ(rooms()->currentRow(), 1);
    desk().key(Qt::Key_Down);
    desk().key(Qt::Key_Down);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForRoom(3));
    EXPECT_EQ(status(), u"confirmed"_s) << "Dr Osei need not confirm it again";
    ASSERT_TRUE(desk().waitFor([this] { return dialog() == nullptr; }));
    EXPECT_TRUE(desk().child<Toast>("toast")->text().startsWith(u"Room changed: DIAZ, Mia"_s))
        << qPrintable(desk().child<Toast>("toast")->text());
    ASSERT_TRUE(desk().activate());
    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitForRoom(1));
    expectConsistent();
}

TEST_F(ReceptionRoom, aTakenRoomIsRefusedAtTheListThatStaysOpen)
{
    openDialog();
    desk().key(Qt::Key_Down);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] {
        return rooms()->accessibleDescription().contains(u"Free rooms: Room 1, Room 3, Room 4"_s);
    })) << qPrintable(rooms()->accessibleDescription());
    EXPECT_TRUE(dialog()->isVisible());
    EXPECT_EQ(valueOf(visit().value, u"room_id"_s).toLongLong(), room(1));
    ASSERT_TRUE(
        desk().waitFor([this] { return !desk().models().roomChange().choices().isAsking(); }));
    EXPECT_EQ(rooms()->currentRow(), 2) << "what was chosen stays chosen";
    EXPECT_FALSE(rooms()->accessibleDescription().isEmpty());
    desk().key(Qt::Key_Home);
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(waitForRoom(0));
}

TEST_F(ReceptionRoom, aChangeAtAnotherDeskIsLookedAtFirst)
{
    openDialog();
    ASSERT_TRUE(done(updateAs(u"ben"_s, visit().value,
                              u"starts_at = starts_at + interval '2 hours', ends_at = ends_at + "
                              "interval '2 hours'"_s)));
    auto *const bar = dialog()->findChild<Banner *>();
    ASSERT_TRUE(desk().waitFor([bar] { return bar->text().contains(u"Ben Cole"_s); }));
    rooms()->setCurrentRow(3);
    desk().key(Qt::Key_Return);
    EXPECT_FALSE(desk().models().roomChange().isSending()) << "nothing is sent over it";
    EXPECT_TRUE(dialog()->isVisible());
    auto *const theirs = bar->findChild<QPushButton *>();
    ASSERT_TRUE(theirs);
    theirs->click();
    ASSERT_TRUE(desk().waitFor([this] { return texts().value(2) == u"Room 2"_s; }))
        << "free at the new time";
    rooms()->setCurrentRow(2);
    rooms()->setFocus();
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(waitForRoom(2));
}

TEST_F(ReceptionRoom, keepsTheRoomWhenNothingElseIsChosen)
{
    openDialog();
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return dialog() == nullptr; }));
    EXPECT_EQ(valueOf(visit().value, u"version"_s), u"1"_s);
}

TEST_F(ReceptionRoom, isInTheVisitsMenuAndNotForFinishedOnes)
{
    auto *const action = desk().child<QAction>("changeRoom");
    EXPECT_TRUE(action->isEnabled());
    desk().key(Qt::Key_F10, Qt::ShiftModifier);
    QMenu *menu = nullptr;
    ASSERT_TRUE(desk().waitFor([&menu] {
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        return menu != nullptr;
    }));
    EXPECT_TRUE(menu->actions().contains(action));
    menu->close();
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit().value, u"status = 'cancelled', status_note = 'ill'"_s)));
    EXPECT_TRUE(desk().waitFor([action] { return !action->isEnabled(); }));
}

} // namespace ClinicDesk
