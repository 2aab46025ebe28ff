#include "AgendaSample.h"

#include "widgets/agenda/AgendaLayout.h"

#include <gmock/gmock.h>

namespace ClinicDesk {

using namespace Testing;

namespace {

AgendaLayout dayLayout(int columns = 3, QSize viewport = {656, 368})
{
    AgendaLayout layout;
    layout.setMetrics({48, 56, 120, 32});
    layout.setRange(at(8), at(18));
    layout.setColumnCount(columns);
    layout.setViewport(viewport);
    return layout;
}

TEST(AgendaLayout, sharesTheWidthAmongColumns)
{
    const AgendaLayout layout = dayLayout();
    EXPECT_EQ(layout.headerCell(0), QRect(56, 0, 200, 48));
    EXPECT_EQ(layout.headerCell(2), QRect(456, 0, 200, 48));
    EXPECT_EQ(layout.maximumScroll().x(), 0);
}

TEST(AgendaLayout, scrollsColumnsRatherThanSquashThem)
{
    AgendaLayout layout = dayLayout(10);
    EXPECT_EQ(layout.columnRect(3).width(), 120);
    EXPECT_EQ(layout.maximumScroll().x(), 600);
    layout.setScroll({600, 0});
    EXPECT_EQ(layout.columnAt(655), 9);
    EXPECT_EQ(layout.shownColumns(), std::pair(5, 9));
}

TEST(AgendaLayout, findsTheTimeUnderAPoint)
{
    AgendaLayout layout = dayLayout();
    EXPECT_EQ(layout.spanRect(1, at(8, 20), at(8, 40)), QRect(256, 48 + 64, 200, 64));
    layout.setScroll({0, 100});
    const QRect rect = layout.spanRect(1, at(10, 40), at(11));
    EXPECT_EQ(layout.timeAt(rect.top()), at(10, 40));
    EXPECT_LT(layout.timeAt(rect.top() - 1), at(10, 40));
    EXPECT_EQ(layout.columnAt(rect.left()), 1);
    EXPECT_EQ(layout.columnAt(10), -1);
    EXPECT_EQ(layout.timeAt(100000), at(18).addSecs(-1));
}

TEST(AgendaLayout, everyPixelAgreesWithTheRectangleItLiesIn)
{
    AgendaLayout layout = dayLayout();
    for (const int height : {8, 24, 31, 32, 45, 64}) {
        layout.setMetrics({48, 56, 120, height});
        for (int row = 0; row < 120; ++row) {
            const QDateTime start = at(8).addSecs(row * 300);
            const QRect rect = layout.spanRect(0, start, start.addSecs(300));
            EXPECT_GE(layout.timeAt(rect.top()), start) << height << ' ' << row;
            EXPECT_LT(layout.timeAt(rect.bottom()), start.addSecs(300)) << height << ' ' << row;
        }
    }
}

TEST(AgendaLayout, zoomScalesTime)
{
    AgendaLayout layout = dayLayout();
    layout.setMetrics({96, 112, 240, 64});
    EXPECT_EQ(layout.spanRect(0, at(8), at(8, 30)).height(), 192);
    EXPECT_EQ(layout.columnRect(0).width(), 240);
}

TEST(AgendaLayout, mirrorsRightToLeft)
{
    AgendaLayout layout = dayLayout(10);
    layout.setRightToLeft(true);
    EXPECT_EQ(layout.axisRect(), QRect(600, 48, 56, 320));
    EXPECT_EQ(layout.headerCell(0), QRect(480, 0, 120, 48));
    EXPECT_EQ(layout.headerCell(1), QRect(360, 0, 120, 48));
    EXPECT_EQ(layout.columnAt(599), 0);
    EXPECT_EQ(layout.columnAt(610), -1);
    layout.setScroll({120, 0});
    EXPECT_EQ(layout.columnAt(599), 1);
    EXPECT_EQ(layout.spanRect(1, at(8), at(9)).right(), 599);
}

TEST(AgendaLayout, scrollsNoFurtherThanNeeded)
{
    AgendaLayout layout = dayLayout(10);
    EXPECT_EQ(layout.scrollToShow(layout.spanRect(1, at(8), at(9))), QPoint(0, 0));
    const QPoint wanted = layout.scrollToShow(layout.spanRect(9, at(17), at(18)));
    EXPECT_EQ(wanted, layout.maximumScroll());
    layout.setScroll(wanted);
    EXPECT_EQ(layout.scrollToShow(layout.spanRect(9, at(17), at(18))), wanted);
    EXPECT_EQ(layout.scrollToShow(layout.spanRect(0, at(8), at(9))), QPoint(0, 0));
    layout.setRightToLeft(true);
    layout.setScroll({0, 0});
    EXPECT_EQ(layout.scrollToShow(layout.spanRect(9, at(8), at(9))).x(),
              layout.maximumScroll().x());
}

TEST(AgendaLayout, theDayTheClockChangesIsAnHourShorterOrLonger)
{
    AgendaLayout layout = dayLayout();
    const auto heightOf = [&](QDate day) {
        layout.setRange(day.startOfDay(sampleZone()).toUTC(),
                        day.addDays(1).startOfDay(sampleZone()).toUTC());
        return layout.spanRect(0, layout.from(), layout.to()).height();
    };
    EXPECT_EQ(heightOf(QDate(2026, 11, 24)), 24 * 192);
    EXPECT_EQ(heightOf(QDate(2026, 3, 29)), 23 * 192);
    EXPECT_EQ(heightOf(QDate(2026, 10, 25)), 25 * 192);
}

TEST(AgendaLayout, snapsDownToRows)
{
    EXPECT_EQ(AgendaLayout::snapped(at(10, 39), at(9), 20), at(10, 20));
    EXPECT_EQ(AgendaLayout::snapped(at(10, 40), at(9), 20), at(10, 40));
    EXPECT_EQ(AgendaLayout::snapped(at(8, 59), at(9), 20), at(8, 40));
    EXPECT_EQ(AgendaLayout::snapped(at(10, 0), at(9, 5), 15), at(9, 50));
}

TEST(Lanes, onlyOverlappingSpansShareTheWidth)
{
    const QList<AgendaLane> lanes = placeInLanes(
        {{at(9), at(10)}, {at(9, 30), at(9, 40)}, {at(10), at(10, 20)}, {at(9, 50), at(10)}});
    EXPECT_THAT(lanes,
                testing::ElementsAre(AgendaLane {0, 2}, AgendaLane {1, 2}, AgendaLane {0, 1},
                                     AgendaLane {1, 2}));
}

} // namespace
} // namespace ClinicDesk
