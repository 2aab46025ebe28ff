#include "AgendaSample.h"

#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Testing;

namespace {

class AgendaViewTest : public testing::Test
{
protected:
    AgendaViewTest()
    {
        view.resize(700, 500);
        add(7, 1, at(10, 40), at(11));
        add(8, 2, at(9, 20), at(10));
        view.setModel(&model);
        view.setDay(sampleDay, sampleZone());
        view.setColumns({column(1, u"Dr Osei"_s, {}, {{9, 17}}),
                         column(2, u"Dr Ba"_s, {}, {{9, 17}}),
                         column(3, u"Dr Lindqvist"_s, {}, {})});
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
    }

    void add(qint64 id, qint64 doctor, const QDateTime &start, const QDateTime &end)
    {
        model.appendRow(visit(id, doctor, start, end, u"KIM S"_s, u"Kim Soo"_s, u"Check-up"_s,
                              AppointmentStatus::Confirmed));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }

    void expectCursor(qint64 doctor, const QDateTime &start, int minutes = 20)
    {
        EXPECT_EQ(view.cursor().doctor.value, doctor);
        EXPECT_EQ(view.cursor().start, start);
        EXPECT_EQ(view.cursor().minutes, minutes);
    }

    QPoint centreOf(int column, const QDateTime &start, const QDateTime &end)
    {
        return view.agendaLayout().spanRect(column, start, end).center();
    }

    QStandardItemModel model;
    AgendaView view;
};

TEST_F(AgendaViewTest, paintsBeforeItHasADay)
{
    AgendaView early;
    early.resize(400, 300);
    EXPECT_FALSE(early.grab().isNull());
}

/// What of a widget is painted.
class PaintWitness final : public QObject
{
public:
    explicit PaintWitness(QWidget *widget) { widget->installEventFilter(this); }
    QRegion painted;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(watched, event);
    }
};

TEST_F(AgendaViewTest, aResizedVisitPaintsItsOwnColumnOnly)
{
    QTest::qWait(0);
    PaintWitness witness(view.viewport());
    const QRect own = view.agendaLayout().columnRect(1);
    const QRect other = view.agendaLayout().columnRect(0);
    model.item(1)->setData(at(9, 40), AgendaRole::End);
    ASSERT_TRUE(QTest::qWaitFor([&] { return witness.painted.contains(own.center()); }));
    EXPECT_EQ(witness.painted & own, QRegion(own));
    EXPECT_FALSE(witness.painted.intersects(other.adjusted(2, 2, -2, -2)));
    EXPECT_EQ(view.scene().cellAt(1, at(9, 50))->kind, AgendaCell::Kind::Free);
}

/// As it stands on the screen, against all of it painted anew.
TEST_F(AgendaViewTest, scrollingPaintsTheStripLaidBareAndLooksAsPaintedAnew)
{
    const auto onScreen = [this] {
        return view.screen()->grabWindow(view.winId()).toImage().copy(view.viewport()->geometry());
    };
    view.setNow(at(9, 10));
    QScrollBar *const bar = view.verticalScrollBar();
    bar->setValue(0);
    QTest::qWait(0);
    for (const int step : {1, 7, 40, -13, 90}) {
        PaintWitness witness(view.viewport());
        bar->setValue(bar->value() + step);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !witness.painted.isEmpty(); }));
        EXPECT_EQ(witness.painted.boundingRect().height(), std::abs(step));
        EXPECT_EQ(onScreen(), view.viewport()->grab().toImage()) << step;
    }
}

TEST_F(AgendaViewTest, aSelectionThatMovesOnLooksAsPaintedAnew)
{
    view.setNow(at(9, 10));
    QTest::qWait(0);
    for (const QDateTime &start : {at(11), at(13, 20), at(10, 40), at(12), at(9, 40)}) {
        PaintWitness witness(view.viewport());
        view.setCursor(DoctorId {1}, start);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !witness.painted.isEmpty(); }));
        const QImage onScreen
            = view.screen()->grabWindow(view.winId()).toImage().copy(view.viewport()->geometry());
        EXPECT_EQ(onScreen, view.viewport()->grab().toImage())
            << qPrintable(start.toString(Qt::ISODate));
    }
}

TEST_F(AgendaViewTest, tellsWhatWasChosenAndNotWhatTheModelBroughtThere)
{
    QSignalSpy chosen(&view, &AgendaView::visitChosen);
    view.selectVisit(AppointmentId {7});
    view.selectVisit(AppointmentId {7});
    ASSERT_EQ(chosen.size(), 2);
    EXPECT_EQ(chosen.value(1).value(0).value<AppointmentId>(), AppointmentId {7});
    model.removeRow(0);
    add(9, 1, at(10, 40), at(11));
    EXPECT_FALSE(view.cursor().visit.isValid()) << "nobody has chosen the one that lies there now";
    EXPECT_EQ(chosen.size(), 2);
    QSignalSpy activated(&view, &AgendaView::visitActivated);
    press(Qt::Key_Return);
    EXPECT_EQ(activated.size(), 0) << "chosen first";
    EXPECT_EQ(view.cursor().visit, AppointmentId {9});
    press(Qt::Key_Return);
    EXPECT_EQ(activated.size(), 1);
}

TEST_F(AgendaViewTest, theCursorStaysWithItsVisitThoughItsRowWasGoneForAMoment)
{
    view.selectVisit(AppointmentId {7});
    model.removeRow(0);
    add(9, 1, at(10, 40), at(11));
    add(7, 1, at(13), at(13, 20));
    EXPECT_EQ(view.cursor().visit, AppointmentId {7});
}

TEST_F(AgendaViewTest, anotherDaySelectsNobody)
{
    view.selectVisit(AppointmentId {7});
    view.setDay(sampleDay.addDays(1), sampleZone());
    add(9, 1, at(10, 40, sampleDay.addDays(1)), at(11, 0, sampleDay.addDays(1)));
    EXPECT_FALSE(view.cursor().visit.isValid());
}

TEST_F(AgendaViewTest, whatIsSelectedStaysInSightWhereRoomIsTaken)
{
    add(9, 1, at(15), at(15, 20));
    view.setCursor(DoctorId {1}, at(9));
    view.selectVisit(AppointmentId {9}); // it stands at the foot now
    const auto isSeen = [this] {
        const AgendaLayout &layout = view.agendaLayout();
        return layout.gridRect().contains(layout.spanRect(0, at(15), at(15, 20)).center());
    };
    ASSERT_TRUE(isSeen());
    view.resize(view.width(), view.height() - 100);
    EXPECT_TRUE(isSeen());
}

TEST_F(AgendaViewTest, aFreeFigurePaintsTheHeaderOnly)
{
    QTest::qWait(0);
    PaintWitness witness(view.viewport());
    const QRect header = view.agendaLayout().headerRect();
    view.setColumns({column(1, u"Dr Osei"_s, u"3 free"_s, {{9, 17}}),
                     column(2, u"Dr Ba"_s, {}, {{9, 17}}), column(3, u"Dr Lindqvist"_s, {}, {})});
    ASSERT_TRUE(QTest::qWaitFor([&] { return witness.painted.contains(header.center()); }));
    EXPECT_FALSE(witness.painted.intersects(view.agendaLayout().gridRect().adjusted(2, 2, -2, -2)));
    EXPECT_EQ(view.scene().columns().at(0).subtitle, u"3 free"_s);
}

TEST_F(AgendaViewTest, theNowLineStrikesNoWordThrough)
{
    view.setNow(at(9, 5));
    view.setColumns({column(1, u"Dr Osei"_s, {}, {{9, 17}})});
    view.setCursor(DoctorId {1}, at(11));
    view.scrollToNow();
    const QRect slot = view.agendaLayout().spanRect(0, at(9), at(9, 20));
    const int now = view.agendaLayout().yOf(at(9, 5));
    const QImage image = view.viewport()->grab().toImage();
    const auto inked = [&](int from, int to) {
        const QColor ground = image.pixelColor(slot.right() - 10, now + 8);
        int count = 0;
        for (int y = from; y < to; ++y) {
            for (int x = slot.left() + 8; x < slot.left() + 60; ++x)
                count += image.pixelColor(x, y) != ground;
        }
        return count;
    };
    EXPECT_EQ(inked(slot.top() + 2, now - 2), 0);
    EXPECT_GT(inked(now + 2, slot.bottom() - 1), 20);
}

TEST_F(AgendaViewTest, hasACursorFromTheStart)
{
    EXPECT_TRUE(view.cursor().isValid());
    view.setColumns({});
    EXPECT_FALSE(view.cursor().isValid());
}

TEST_F(AgendaViewTest, arrowsWalkSlotsAndColumns)
{
    view.setCursor(DoctorId {1}, at(10));
    press(Qt::Key_Down);
    expectCursor(1, at(10, 20));
    press(Qt::Key_Down);
    expectCursor(1, at(10, 40));
    EXPECT_EQ(view.cursor().visit.value, 7);
    press(Qt::Key_Up);
    expectCursor(1, at(10, 20));
    press(Qt::Key_Right);
    expectCursor(2, at(10, 20));
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    expectCursor(1, at(10, 20));
}

TEST_F(AgendaViewTest, arrowsFollowTheEyeRightToLeft)
{
    view.setCursor(DoctorId {1}, at(10));
    view.setLayoutDirection(Qt::RightToLeft);
    press(Qt::Key_Left);
    EXPECT_EQ(view.cursor().doctor.value, 2);
    QSignalSpy days(&view, &AgendaView::dayStepRequested);
    press(Qt::Key_Left, Qt::ControlModifier);
    EXPECT_EQ(days.value(0).value(0).toInt(), 1);
}

TEST_F(AgendaViewTest, pagesHoursAndJumpsToEdges)
{
    view.setCursor(DoctorId {1}, at(13));
    press(Qt::Key_PageDown);
    expectCursor(1, at(14));
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    expectCursor(1, at(12));
    press(Qt::Key_End);
    EXPECT_EQ(view.cursor().doctor.value, 3);
    press(Qt::Key_Home);
    expectCursor(1, at(12));
    press(Qt::Key_Home, Qt::ControlModifier);
    expectCursor(1, at(9));
    press(Qt::Key_End, Qt::ControlModifier);
    expectCursor(1, at(16, 40));
}

TEST_F(AgendaViewTest, jumpsFromVisitToVisit)
{
    view.setCursor(DoctorId {1}, at(9));
    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(view.cursor().visit.value, 7);
    press(Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(view.cursor().visit.value, 7);
    view.setCursor(DoctorId {1}, at(15));
    press(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(view.cursor().visit.value, 7);
}

TEST_F(AgendaViewTest, lengthensAFreeSelectionUpToTheNextVisit)
{
    view.setCursor(DoctorId {1}, at(10));
    press(Qt::Key_Down, Qt::ShiftModifier);
    expectCursor(1, at(10), 40);
    press(Qt::Key_Down, Qt::ShiftModifier);
    expectCursor(1, at(10), 40);
    QSignalSpy activated(&view, &AgendaView::slotActivated);
    press(Qt::Key_Return);
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated[0][1].toDateTime(), at(10));
    EXPECT_EQ(activated[0][2].toInt(), 40);
    press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_Up, Qt::ShiftModifier);
    expectCursor(1, at(10), 20);
}

TEST_F(AgendaViewTest, enterOpensTheVisit)
{
    QSignalSpy opened(&view, &AgendaView::visitActivated);
    view.selectVisit(AppointmentId {7});
    press(Qt::Key_Enter, Qt::KeypadModifier);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].value<AppointmentId>().value, 7);
}

TEST_F(AgendaViewTest, lettersActOnFreeSlotsOnly)
{
    QSignalSpy typed(&view, &AgendaView::typedOnFreeSlot);
    view.setCursor(DoctorId {1}, at(10));
    press(Qt::Key_K);
    press(Qt::Key_K, Qt::ControlModifier);
    view.selectVisit(AppointmentId {7});
    press(Qt::Key_K);
    view.setCursor(DoctorId {3}, at(10));
    press(Qt::Key_K);
    ASSERT_EQ(typed.size(), 1);
    EXPECT_EQ(typed[0][0].toString(), u"k");
}

TEST_F(AgendaViewTest, shiftF10AsksForTheMenuAtTheCursor)
{
    QSignalSpy menu(&view, &AgendaView::contextMenuRequested);
    view.setCursor(DoctorId {1}, at(10));
    press(Qt::Key_F10, Qt::ShiftModifier);
    ASSERT_EQ(menu.size(), 1);
    const QPoint place = view.viewport()->mapFromGlobal(menu[0][0].toPoint());
    EXPECT_TRUE(view.agendaLayout().spanRect(0, at(10), at(10, 20)).contains(place));
}

TEST_F(AgendaViewTest, clickSelectsAndDoubleClickOpens)
{
    view.setCursor(DoctorId {1}, at(10));
    QSignalSpy opened(&view, &AgendaView::visitActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(1, at(9, 20), at(10)));
    EXPECT_EQ(view.cursor().visit.value, 8);
    EXPECT_EQ(opened.size(), 0);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, centreOf(1, at(9, 20), at(10)));
    EXPECT_EQ(opened.size(), 1);
}

TEST_F(AgendaViewTest, remoteChangesMoveNeitherCursorNorScrollNorFocus)
{
    view.setCursor(DoctorId {1}, at(14));
    view.verticalScrollBar()->setValue(300);
    const AgendaCursor before = view.cursor();
    QSignalSpy moved(&view, &AgendaView::cursorChanged);
    const QDateTime top = view.agendaLayout().timeAt(view.agendaLayout().gridRect().top());
    add(20, 1, at(15), at(15, 20));
    model.item(1)->setData(int(AppointmentStatus::Completed), AgendaRole::Status);
    model.item(1)->setData(at(9, 40), AgendaRole::Start);
    model.removeRow(0);
    view.setHolds({{.doctor = DoctorId {2}, .start = at(11), .end = at(11, 20), .who = u"Ben"_s}});
    add(21, 1, at(6), at(6, 20)); // widens the day upwards
    EXPECT_EQ(view.cursor(), before);
    EXPECT_EQ(moved.size(), 0);
    EXPECT_EQ(view.agendaLayout().timeAt(view.agendaLayout().gridRect().top()), top);
    EXPECT_TRUE(view.hasFocus());
}

TEST_F(AgendaViewTest, selectionFollowsTheVisitById)
{
    view.selectVisit(AppointmentId {7});
    model.item(0)->setData(at(12), AgendaRole::End);
    model.item(0)->setData(at(11, 40), AgendaRole::Start);
    EXPECT_EQ(view.cursor().visit.value, 7);
    expectCursor(1, at(11, 40));
    model.item(0)->setData(QVariant::fromValue(DoctorId {2}), AgendaRole::Doctor);
    EXPECT_EQ(view.cursor().doctor.value, 2);
    model.removeRow(0);
    EXPECT_FALSE(view.cursor().visit.isValid());
    expectCursor(2, at(11, 40));
}

TEST_F(AgendaViewTest, aSlotBookedUnderTheCursorIsNoLongerFree)
{
    view.setCursor(DoctorId {1}, at(14));
    QSignalSpy typed(&view, &AgendaView::typedOnFreeSlot);
    add(20, 1, at(14), at(14, 20));
    EXPECT_EQ(view.cursor().kind, AgendaCell::Kind::Visit);
    EXPECT_FALSE(view.cursor().visit.isValid());
    press(Qt::Key_K);
    EXPECT_EQ(typed.size(), 0);
}

TEST_F(AgendaViewTest, followsNowUntilTheUserScrolls)
{
    view.setNow(at(9));
    view.setNow(at(15));
    const auto isSeen = [&](const QDateTime &instant) {
        const QRect grid = view.agendaLayout().gridRect();
        return grid.contains(grid.left(), view.agendaLayout().yOf(instant));
    };
    EXPECT_TRUE(isSeen(at(15)));
    view.verticalScrollBar()->setValue(0);
    view.setNow(at(15, 1));
    EXPECT_EQ(view.verticalScrollBar()->value(), 0);
    view.scrollToNow();
    EXPECT_TRUE(isSeen(at(15, 1)));
}

TEST_F(AgendaViewTest, theDayTurnsUnderTheSameTimeOfDay)
{
    view.setCursor(DoctorId {2}, at(12));
    view.setDay(sampleDay.addDays(1), sampleZone());
    EXPECT_EQ(view.cursor().start, at(12, 0, sampleDay.addDays(1)));
    EXPECT_EQ(view.cursor().doctor.value, 2);
}

TEST_F(AgendaViewTest, controlWheelZoomsRows)
{
    const int before = view.agendaLayout().metrics().tenMinuteHeight;
    QWheelEvent event(QPointF(100, 100), view.viewport()->mapToGlobal(QPointF(100, 100)), {},
                      QPoint(0, 240), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
    EXPECT_EQ(view.rowZoom(), 120);
    EXPECT_EQ(view.agendaLayout().metrics().tenMinuteHeight, before * 120 / 100);
}

class PaintCounter final : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
    QRegion painted;
};

TEST_F(AgendaViewTest, aChangedVisitRepaintsItselfOnly)
{
    view.selectVisit(AppointmentId {8});
    QTest::qWait(20);
    PaintCounter counter;
    view.viewport()->installEventFilter(&counter);
    model.item(0)->setData(u"Follow-up"_s, AgendaRole::Detail);
    QCoreApplication::sendPostedEvents();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !counter.painted.isEmpty(); }));
    EXPECT_LE(counter.painted.boundingRect().height(), 66);
    EXPECT_LT(counter.painted.boundingRect().width(), 250);
}

TEST_F(AgendaViewTest, aFullDayPaintsAtOnce)
{
    QList<AgendaColumn> columns;
    for (int doctor = 1; doctor <= 20; ++doctor)
        columns.append(column(doctor, u"Dr %1"_s.arg(doctor), u"0 free"_s, {{8, 22}}));
    QStandardItemModel full;
    for (int index = 0; index < 800; ++index) {
        const QDateTime start = at(8).addSecs(index / 20 * 1200);
        full.appendRow(visit(index + 1, index % 20 + 1, start, start.addSecs(1200), u"KIM S"_s,
                             u"Kim Soo"_s, u"Check-up"_s, AppointmentStatus::Confirmed));
    }
    view.resize(1920, 1080);
    view.grab();
    QElapsedTimer timer;
    timer.start();
    view.setColumns(columns);
    view.setModel(&full);
    view.grab();
    RecordProperty("first_paint_ms", int(timer.elapsed()));
    view.setModel(nullptr);
}

} // namespace
} // namespace ClinicDesk
