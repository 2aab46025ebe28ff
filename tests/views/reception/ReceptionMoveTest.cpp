#include "services/ServiceFixture.h"
#include "views/booking/CollisionDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "views/reception/ShelfList.h"
#include "widgets/MiniMonth.h"
#include "widgets/TextLabel.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// DIAZ is confirmed with Dr Osei at 11:00, ROY at 11:40. It is 10:07.
class ReceptionMove : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(11, 0), 20})};
        m_other = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 4, 0, at(11, 40), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        agenda().selectVisit(m_visit);
        ASSERT_EQ(agenda().cursor().visit, m_visit);
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] AgendaView &agenda() { return m_desk->agenda(); }
    [[nodiscard]] AgendaMover &mover() { return agenda().mover(); }
    [[nodiscard]] AppointmentId visit() const { return m_visit; }
    [[nodiscard]] QString toast() { return desk().child<Toast>("toast")->text(); }
    [[nodiscard]] ShelfList &shelf() { return *desk().child<ShelfList>("shelfList"); }
    [[nodiscard]] CollisionDialog *dialog()
    {
        return desk().child<CollisionDialog>("collisionDialog");
    }

    [[nodiscard]] int column(const QString &login)
    {
        return agenda().scene().columnOf(DoctorId {doctor(login)}, {});
    }
    [[nodiscard]] QPoint pointAt(const QString &login, const QDateTime &time, int below = 4)
    {
        const QRect rect = agenda().agendaLayout().spanRect(column(login), time, time.addSecs(600));
        return {rect.center().x(), rect.top() + below};
    }
    /// In the upper third of the visit that starts then.
    [[nodiscard]] QPoint gripOf(const QDateTime &start) { return pointAt(u"osei"_s, start, 12); }
    void press(const QPoint &at) { QTest::mousePress(agenda().viewport(), Qt::LeftButton, {}, at); }
    void moveTo(const QPoint &at) { QTest::mouseMove(agenda().viewport(), at); }
    void release(const QPoint &at)
    {
        QTest::mouseRelease(agenda().viewport(), Qt::LeftButton, {}, at);
    }
    /// From 11:00 with Dr Osei, where DIAZ stands, kept hold of.
    void dragTo(const QPoint &to)
    {
        const QPoint from = gripOf(at(11, 0));
        press(from);
        moveTo(from + QPoint(0, QApplication::startDragDistance()));
        ASSERT_EQ(mover().state(), AgendaMover::State::Dragging);
        moveTo(to);
    }
    [[nodiscard]] bool waitForPlace(const QString &login, const QDateTime &start, int minutes = 20)
    {
        return desk().waitForRow(patient(2), [&](const Appointment &now) {
            return now.doctor.value == doctor(login) && now.start == start
                && now.end == start.addSecs(minutes * 60);
        });
    }
    [[nodiscard]] bool isStored(const QString &login, const QDateTime &start, int minutes = 20)
    {
        return textOf(u"SELECT count(*)::text FROM app.appointment WHERE id = %1 AND doctor_id = "
                      "%2 AND starts_at = %3 AND ends_at = %4"_s.arg(visit().value)
                          .arg(doctor(login))
                          .arg(literal(start), literal(start.addSecs(minutes * 60))))
            == u"1"_s;
    }
    [[nodiscard]] bool waitForDay(QDate day)
    {
        return desk().waitFor([&] { return desk().models().day().day() == day; });
    }
    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("CLINICDESK_SHOTS");
        if (!folder.isEmpty())
            desk().window().grab().save(QDir(folder).filePath(name + u".png"_s));
    }

private:
    AppointmentId m_visit;
    AppointmentId m_other;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionMove, dragsToAnotherDoctorAndTakesItBack)
{
    dragTo(pointAt(u"lindqvist"_s, at(10, 40), 14));
    EXPECT_EQ(mover().target().doctor.value, doctor(u"lindqvist"_s));
    EXPECT_EQ(mover().target().start, at(10, 40));
    EXPECT_EQ(agenda().viewport()->cursor().shape(), Qt::ClosedHandCursor);
    shoot(u"move-drag"_s);
    release(pointAt(u"lindqvist"_s, at(10, 40), 14));
    // Drawn there as saving before the server has answered.
    const AgendaVisit *const drawn = agenda().scene().visit(visit());
    ASSERT_NE(drawn, nullptr);
    EXPECT_TRUE(drawn->saving);
    EXPECT_EQ(drawn->start, at(10, 40));
    EXPECT_EQ(agenda().cursor().visit, visit());

    ASSERT_TRUE(waitForPlace(u"lindqvist"_s, at(10, 40)));
    EXPECT_TRUE(isStored(u"lindqvist"_s, at(10, 40)));
    EXPECT_TRUE(desk().waitFor([this] { return !agenda().scene().visit(visit())->saving; }));
    EXPECT_EQ(toast(), u"Moved: DIAZ, Mia to Tue 24-Nov-2026, 10:40"_s);
    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitForPlace(u"osei"_s, at(11, 0)));
    expectConsistent();
}

TEST_F(ReceptionMove, aClickIsNoDragAndEscGivesADragUp)
{
    const QPoint grip = gripOf(at(11, 0));
    press(grip);
    moveTo(grip + QPoint(0, QApplication::startDragDistance() - 1));
    EXPECT_FALSE(mover().isActive());
    release(grip);
    dragTo(pointAt(u"osei"_s, at(13, 0), 14));
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(mover().isActive());
    release(pointAt(u"osei"_s, at(13, 0), 14));
    EXPECT_EQ(agenda().cursor().visit, visit());
    EXPECT_EQ(valueOf(visit().value, u"version"_s), u"1"_s);
}

TEST_F(ReceptionMove, aBadTargetSaysWhyAndNothingIsSent)
{
    dragTo(pointAt(u"osei"_s, at(11, 40), 14));
    EXPECT_EQ(mover().target().refusal, AgendaTarget::Refusal::Taken);
    EXPECT_EQ(agenda().viewport()->cursor().shape(), Qt::ForbiddenCursor);
    shoot(u"move-bad"_s);
    release(pointAt(u"osei"_s, at(11, 40), 14));
    EXPECT_EQ(toast(), u"DIAZ, Mia cannot go to 11:40 to 12:00, Dr Osei. Taken by Roy Paul."_s);
    EXPECT_EQ(valueOf(visit().value, u"version"_s), u"1"_s);
}

TEST_F(ReceptionMove, resizesAtItsEdgeUpToTheNeighbour)
{
    const QRect rect = agenda().agendaLayout().spanRect(column(u"osei"_s), at(11, 0), at(11, 20));
    const QPoint edge(rect.center().x(), rect.bottom() - 2);
    moveTo(edge);
    EXPECT_EQ(agenda().viewport()->cursor().shape(), Qt::SizeVerCursor);
    press(edge);
    moveTo(edge + QPoint(0, 40));
    moveTo(pointAt(u"osei"_s, at(11, 50)));
    EXPECT_EQ(mover().target().end, at(11, 40)) << "stops at the neighbour";
    release(pointAt(u"osei"_s, at(11, 50)));
    ASSERT_TRUE(waitForPlace(u"osei"_s, at(11, 0), 40));
    EXPECT_TRUE(isStored(u"osei"_s, at(11, 0), 40));
    EXPECT_EQ(toast(), u"Length changed: DIAZ, Mia, 11:00 to 11:40"_s);
    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitForPlace(u"osei"_s, at(11, 0), 20));
}

TEST_F(ReceptionMove, altArrowsMoveAndEnterCommitsOnce)
{
    desk().key(Qt::Key_Up, Qt::AltModifier);
    desk().key(Qt::Key_Up, Qt::AltModifier);
    desk().key(Qt::Key_Right, Qt::AltModifier);
    desk().key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    auto *const hint = desk().child<TextLabel>("moveHint");
    EXPECT_TRUE(hint->isVisible());
    EXPECT_TRUE(
        hint->accessibleName().startsWith(u"Moving DIAZ, Mia: 10:20 to 10:50, Dr Lindqvist."_s))
        << qPrintable(hint->accessibleName());
    EXPECT_EQ(valueOf(visit().value, u"version"_s), u"1"_s);
    shoot(u"move-keys"_s);
    desk().key(Qt::Key_Return);
    EXPECT_FALSE(hint->isVisible());
    ASSERT_TRUE(waitForPlace(u"lindqvist"_s, at(10, 20), 30));
    EXPECT_TRUE(desk().waitFor([this] { return toast().startsWith(u"Moved"_s); }));
    EXPECT_EQ(valueOf(visit().value, u"version"_s), u"2"_s);
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(ReceptionMove, escDropsWhatTheKeysMoved)
{
    desk().key(Qt::Key_Down, Qt::AltModifier);
    ASSERT_TRUE(mover().isActive());
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(mover().isActive());
    EXPECT_EQ(agenda().cursor().visit, visit());
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().child<QFrame>("visitStrip")->isVisible()) << "Enter opens again";
}

TEST_F(ReceptionMove, enterOnATakenPlaceStaysWithTheGhost)
{
    desk().key(Qt::Key_Down, Qt::AltModifier);
    desk().key(Qt::Key_Down, Qt::AltModifier);
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(mover().isActive());
    EXPECT_TRUE(toast().contains(u"Taken by Roy Paul"_s)) << qPrintable(toast());
}

TEST_F(ReceptionMove, movesByAClickOnTheTarget)
{
    auto *const action = desk().child<QAction>("moveVisit");
    ASSERT_TRUE(action->isEnabled());
    action->trigger();
    ASSERT_EQ(mover().state(), AgendaMover::State::Placing);
    const QPoint target = pointAt(u"ba"_s, at(11, 20), 8);
    moveTo(target);
    EXPECT_EQ(mover().target().start, at(11, 20));
    press(target);
    release(target);
    EXPECT_TRUE(waitForPlace(u"ba"_s, at(11, 20)));
}

TEST_F(ReceptionMove, shelfKeepsItOverAChangeOfDay)
{
    desk().key(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(desk().models().shelf().rowCount(), 1);
    EXPECT_EQ(toast(),
              u"DIAZ, Mia is on the shelf and stays booked for Tue 24-Nov-2026, 11:00 until you "
              "place it."_s);
    EXPECT_TRUE(isStored(u"osei"_s, at(11, 0)));
    desk().key(Qt::Key_Right, Qt::ControlModifier);
    const QDate tomorrow(2026, 11, 25);
    ASSERT_TRUE(waitForDay(tomorrow));
    agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(9, 0, tomorrow));
    shoot(u"move-shelf"_s);
    desk().key(Qt::Key_V, Qt::ControlModifier);
    const AgendaVisit *const drawn = agenda().scene().visit(visit());
    ASSERT_NE(drawn, nullptr) << "drawn on the new day at once";
    EXPECT_TRUE(drawn->saving);
    ASSERT_TRUE(waitForPlace(u"lindqvist"_s, at(9, 0, tomorrow)));
    EXPECT_TRUE(desk().waitFor([this] { return desk().models().shelf().rowCount() == 0; }));
    EXPECT_TRUE(isStored(u"lindqvist"_s, at(9, 0, tomorrow)));
    EXPECT_EQ(agenda().cursor().visit, visit());
    expectConsistent();
}

TEST_F(ReceptionMove, theShelfIsAPaneWithKeysOfItsOwn)
{
    desk().key(Qt::Key_X, Qt::ControlModifier);
    desk().child<QListView>("doctorList")->setFocus();
    desk().key(Qt::Key_F6);
    EXPECT_EQ(desk().focus(), u"shelfList"_s);
    desk().key(Qt::Key_Delete);
    EXPECT_EQ(desk().models().shelf().rowCount(), 0);
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr) << "Del cancels nothing here";
    EXPECT_EQ(valueOf(visit().value, u"status"_s), u"confirmed"_s);
    EXPECT_FALSE(desk().child<QAction>("placeVisit")->isEnabled());
}

TEST_F(ReceptionMove, whatIsCancelledElsewhereLeavesTheShelf)
{
    desk().key(Qt::Key_X, Qt::ControlModifier);
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit().value, u"status = 'cancelled', status_note = 'ill'"_s)));
    ASSERT_TRUE(desk().waitFor([this] { return desk().models().shelf().rowCount() == 0; }));
    EXPECT_TRUE(toast().contains(u"Ben Cole"_s)) << qPrintable(toast());
    EXPECT_TRUE(toast().contains(u"cancelled the appointment of DIAZ, Mia"_s));
}

TEST_F(ReceptionMove, whatIsMovedElsewhereStaysOnTheShelfAsItIsNow)
{
    desk().key(Qt::Key_X, Qt::ControlModifier);
    ASSERT_TRUE(done(
        updateAs(u"ben"_s, visit().value,
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(14, 0)), literal(at(14, 20))))));
    ASSERT_TRUE(desk().waitFor([this] {
        const AppointmentRow *const row = desk().models().shelf().row(visit());
        return row && row->appointment.start == at(14, 0);
    }));
    agenda().setCursor(DoctorId {doctor(u"osei"_s)}, at(15, 0));
    desk().key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(waitForPlace(u"osei"_s, at(15, 0)));
}

TEST_F(ReceptionMove, dragsToTheShelfAndFromIt)
{
    const QPoint onShelf = shelf().mapTo(&desk().window(), shelf().rect().center());
    const auto inGrid = [this](const QPoint &point) {
        return agenda().viewport()->mapFrom(&desk().window(), point);
    };
    dragTo(inGrid(onShelf));
    release(inGrid(onShelf));
    ASSERT_EQ(desk().models().shelf().rowCount(), 1);
    EXPECT_EQ(valueOf(visit().value, u"version"_s), u"1"_s);

    QWidget *const list = shelf().viewport();
    const QPoint row = list->rect().center();
    QTest::mousePress(list, Qt::LeftButton, {}, row);
    QTest::mouseMove(list, row + QPoint(0, QApplication::startDragDistance()));
    const QPoint target
        = list->mapFromGlobal(agenda().viewport()->mapToGlobal(pointAt(u"ba"_s, at(11, 0), 6)));
    QTest::mouseMove(list, target);
    EXPECT_EQ(mover().target().doctor.value, doctor(u"ba"_s));
    QTest::mouseRelease(list, Qt::LeftButton, {}, target);
    EXPECT_TRUE(waitForPlace(u"ba"_s, at(11, 0)));
    EXPECT_TRUE(desk().waitFor([this] { return desk().models().shelf().rowCount() == 0; }));
}

TEST_F(ReceptionMove, turnsTheDayOverTheMiniMonth)
{
    auto *const month = desk().window().findChild<MiniMonth *>();
    const QDate wanted(2026, 11, 26);
    QPoint over;
    for (int y = 0; y < month->height(); y += 3) {
        for (int x = 0; x < month->width(); x += 3) {
            if (month->dayAt(month->mapToGlobal(QPoint(x, y))) == wanted)
                over = QPoint(x, y);
        }
    }
    ASSERT_FALSE(over.isNull());
    dragTo(agenda().viewport()->mapFromGlobal(month->mapToGlobal(over)));
    EXPECT_EQ(desk().models().day().wantedDay(), QDate(2026, 11, 24)) << "not at once";
    ASSERT_TRUE(waitForDay(wanted));
    EXPECT_EQ(mover().state(), AgendaMover::State::Dragging);
    const QPoint target = pointAt(u"osei"_s, at(9, 0, wanted), 14);
    moveTo(target);
    release(target);
    ASSERT_TRUE(waitForPlace(u"osei"_s, at(9, 0, wanted)));
    EXPECT_TRUE(desk().waitFor([&] { return isStored(u"osei"_s, at(9, 0, wanted)); }));
}

TEST_F(ReceptionMove, edgesScroll)
{
    QScrollBar *const bar = agenda().verticalScrollBar();
    const int before = bar->value();
    dragTo({gripOf(at(11, 0)).x(), agenda().viewport()->height() - 5});
    EXPECT_TRUE(desk().waitFor([&] { return bar->value() > before + 60; }));
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(mover().isActive());
}

TEST_F(ReceptionMove, aPlaceTakenMeanwhileSpringsBackAndOffersOthers)
{
    dragTo(pointAt(u"lindqvist"_s, at(10, 40), 14));
    bookAs(u"ben"_s, {u"lindqvist"_s, 3, 0, at(10, 40), 20});
    ASSERT_TRUE(desk().waitForRow(patient(3), [](const Appointment &) { return true; }));
    EXPECT_TRUE(mover().target().isAllowed()) << "remote changes wait for the drop";
    release(pointAt(u"lindqvist"_s, at(10, 40), 14));
    ASSERT_TRUE(desk().waitFor(
        [this] { return dialog() && dialog()->isVisible() && dialog()->isListening(); }));
    EXPECT_EQ(agenda().scene().visit(visit())->start, at(11, 0)) << "it has sprung back";
    EXPECT_FALSE(agenda().scene().visit(visit())->saving);
    MoveModel &moves = desk().models().moves();
    ASSERT_TRUE(desk().waitFor([&] { return moves.collision()->isHeld(); }));
    const FreeSlot offer = moves.collision()->alternatives().constFirst().slot;
    shoot(u"move-collision"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return dialog() == nullptr; }));
    EXPECT_TRUE(desk().waitForRow(patient(2), [&](const Appointment &now) {
        return now.start == offer.start && now.doctor == offer.doctor;
    }));
    EXPECT_TRUE(desk().waitFor(
        [this] { return textOf(u"SELECT count(*)::text FROM app.slot_hold"_s) == u"0"_s; }));
    expectConsistent();
}

TEST_F(ReceptionMove, anotherDeskChangesItMidDragAndItSaysWhoDid)
{
    dragTo(pointAt(u"lindqvist"_s, at(10, 40), 14));
    ASSERT_TRUE(done(
        updateAs(u"ben"_s, visit().value,
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(14, 0)), literal(at(14, 20))))));
    ASSERT_TRUE(desk().waitFor([this] { return !mover().isActive(); }));
    EXPECT_TRUE(toast().contains(u"Ben Cole"_s)) << qPrintable(toast());
    EXPECT_TRUE(toast().contains(u"moved the appointment of DIAZ, Mia to Tue 24-Nov-2026, 14:00"_s))
        << qPrintable(toast());
    release(pointAt(u"lindqvist"_s, at(10, 40), 14));
    EXPECT_TRUE(waitForPlace(u"osei"_s, at(14, 0)));
}

TEST_F(ReceptionMove, anOldVersionIsNotMovedAndItSaysWhoChangedIt)
{
    AppointmentRow seen = *desk().models().day().row(visit());
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit().value, u"ends_at = %1"_s.arg(literal(at(11, 30))))));
    ASSERT_TRUE(waitForPlace(u"osei"_s, at(11, 0), 30));
    MoveModel &moves = desk().models().moves();
    moves.begin(seen);
    moves.commit({seen.appointment.doctor, at(13, 0), at(13, 20)});
    EXPECT_EQ(agenda().scene().visit(visit())->start, at(13, 0));
    ASSERT_TRUE(desk().waitFor([this] {
        return toast().startsWith(u"Ben Cole changed the appointment of DIAZ, Mia"_s);
    })) << qPrintable(toast());
    EXPECT_EQ(agenda().scene().visit(visit())->start, at(11, 0));
    EXPECT_TRUE(isStored(u"osei"_s, at(11, 0), 30));
}

TEST_F(ReceptionMove, theShelfSaysItsRows)
{
    desk().key(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(shelf().currentIndex().data(Qt::AccessibleTextRole).toString(),
              u"DIAZ, Mia, booked for Tue 24-Nov-2026, 11:00 with Dr Osei"_s);
}

TEST_F(ReceptionMove, aRuleOfTheServerSpringsItBackWithItsReason)
{
    ownerSql(
        u"UPDATE app.doctor SET lead_minutes = 600 WHERE id = %1"_s.arg(doctor(u"lindqvist"_s)));
    dragTo(pointAt(u"lindqvist"_s, at(10, 40), 14));
    release(pointAt(u"lindqvist"_s, at(10, 40), 14));
    EXPECT_EQ(agenda().scene().visit(visit())->start, at(10, 40));
    ASSERT_TRUE(
        desk().waitFor([this] { return agenda().scene().visit(visit())->start == at(11, 0); }));
    EXPECT_TRUE(toast().contains(u"notice"_s)) << qPrintable(toast());
    EXPECT_FALSE(agenda().scene().visit(visit())->saving);
    EXPECT_EQ(agenda().cursor().visit, visit());
}

TEST_F(ReceptionMove, followsThePointerRightToLeft)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::sendPostedEvents();
    desk().key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(mover().target().doctor.value, doctor(u"lindqvist"_s)) << "keys follow the eye";
    desk().key(Qt::Key_Escape);
    dragTo(pointAt(u"lindqvist"_s, at(10, 40), 14));
    EXPECT_EQ(mover().target().doctor.value, doctor(u"lindqvist"_s));
    shoot(u"move-rtl"_s);
    desk().key(Qt::Key_Escape);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(ReceptionMove, looksRightInEverySchemeAndSize)
{
    Theme theme;
    theme.applyTo(*qApp);
    desk().key(Qt::Key_X, Qt::ControlModifier);
    desk().key(Qt::Key_Down, Qt::AltModifier);
    desk().key(Qt::Key_Down, Qt::AltModifier);
    for (const ColourScheme scheme :
         {ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast}) {
        for (const int zoom : {100, 200}) {
            theme.setScheme(scheme);
            theme.setZoom(zoom);
            QCoreApplication::sendPostedEvents();
            shoot(u"move-look-%1-%2"_s.arg(static_cast<int>(scheme)).arg(zoom));
            EXPECT_EQ(desk().window().size(), QSize(1366, 768));
            EXPECT_GE(shelf().height(), shelf().minimumSizeHint().height());
            const auto *const hint = desk().child<TextLabel>("moveHint");
            EXPECT_GE(hint->height(), hint->heightForWidth(hint->width()));
        }
    }
}

} // namespace ClinicDesk
