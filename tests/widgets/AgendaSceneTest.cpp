#include "AgendaSample.h"

#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaText.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Testing;
using Kind = AgendaCell::Kind;

namespace {

class AgendaSceneTest : public testing::Test
{
protected:
    AgendaSceneTest()
    {
        scene.setDay(sampleDay, sampleZone());
        scene.setColumns(
            {column(1, u"Dr Osei"_s, {}, {{9, 12}, {13, 17}}), column(2, u"Dr Ba"_s, {}, {})});
        scene.setNow(at(10, 7));
    }

    static AgendaVisit made(qint64 id, const QDateTime &start, const QDateTime &end,
                            AppointmentStatus status = AppointmentStatus::Confirmed)
    {
        AgendaVisit visit;
        visit.id = AppointmentId {id};
        visit.doctor = DoctorId {1};
        visit.start = start;
        visit.end = end;
        visit.fullName = u"Kim Soo"_s;
        visit.detail = u"Check-up"_s;
        visit.status = status;
        return visit;
    }

    QString nameAt(int hour, int minute, int column = 0)
    {
        const AgendaCell *cell = scene.cellAt(column, at(hour, minute));
        return cell ? AgendaText::cellName(scene, column, *cell) : QString();
    }

    void expectNoGaps(int column)
    {
        QDateTime reached = scene.rangeStart();
        for (const AgendaCell &cell : scene.cells(column)) {
            EXPECT_EQ(cell.start, reached);
            EXPECT_LT(cell.start, cell.end);
            reached = cell.end;
        }
        EXPECT_EQ(reached, scene.rangeEnd());
    }

    AgendaScene scene;
};

TEST_F(AgendaSceneTest, showsAnHourAroundTheOpenTime)
{
    EXPECT_EQ(scene.rangeStart(), at(8));
    EXPECT_EQ(scene.rangeEnd(), at(18));
}

TEST_F(AgendaSceneTest, cutsOpenTimeIntoSlots)
{
    EXPECT_EQ(scene.cellAt(0, at(9, 5))->kind, Kind::Free);
    EXPECT_EQ(scene.cellAt(0, at(9, 5))->end, at(9, 20));
    EXPECT_EQ(scene.cellAt(0, at(12, 10))->kind, Kind::Closed);
    EXPECT_EQ(scene.cellAt(1, at(10))->kind, Kind::Closed);
    expectNoGaps(0);
    expectNoGaps(1);
}

TEST_F(AgendaSceneTest, visitsAndHoldsTakeTheirTime)
{
    scene.setVisits({made(7, at(10, 30), at(10, 50))});
    scene.setHolds({{.doctor = DoctorId {1}, .start = at(11), .end = at(11, 20), .who = u"Ben"_s}});
    EXPECT_EQ(scene.cellAt(0, at(10, 20))->end, at(10, 30));
    EXPECT_EQ(scene.cellAt(0, at(10, 40))->visit, AppointmentId {7});
    EXPECT_EQ(scene.cellAt(0, at(10, 50))->kind, Kind::Free);
    EXPECT_EQ(scene.cellAt(0, at(10, 50))->end, at(11));
    EXPECT_EQ(scene.cellAt(0, at(11))->kind, Kind::Hold);
    expectNoGaps(0);
}

TEST_F(AgendaSceneTest, aBookingHidesTheHoldItCameFrom)
{
    scene.setHolds({{.doctor = DoctorId {1}, .start = at(11), .end = at(11, 20), .who = u"Ben"_s}});
    scene.setVisits({made(7, at(11), at(11, 20))});
    EXPECT_EQ(scene.cellAt(0, at(11))->kind, Kind::Visit);
    expectNoGaps(0);
}

TEST_F(AgendaSceneTest, cancelledVisitsStandBesideTheFreeTime)
{
    scene.setVisits({made(7, at(11), at(11, 20), AppointmentStatus::Cancelled)});
    EXPECT_EQ(scene.visit(AppointmentId {7}), nullptr);
    scene.setCancelledShown(true);
    ASSERT_NE(scene.cellOf(0, AppointmentId {7}), nullptr);
    EXPECT_EQ(scene.cellAt(0, at(11))->kind, Kind::Free);
    EXPECT_EQ(scene.laneOf(0, *scene.cellOf(0, AppointmentId {7})), (AgendaLane {1, 2}));
}

TEST_F(AgendaSceneTest, aVisitOutsideTheHoursWidensTheDay)
{
    scene.setVisits({made(7, at(18, 30), at(19, 10))});
    EXPECT_EQ(scene.rangeEnd(), at(21));
    scene.setVisits({made(7, at(23, 30), at(23, 50))});
    EXPECT_EQ(scene.rangeEnd(), at(0, 0, sampleDay.addDays(1)));
    expectNoGaps(0);
}

TEST_F(AgendaSceneTest, survivesTheDaysTheClockChanges)
{
    for (const QDate day : {QDate(2026, 3, 29), QDate(2026, 10, 25)}) {
        AgendaColumn night = column(1, u"Dr Osei"_s, {}, {});
        night.open = {{DoctorId {1}, at(0, 30, day), at(4, 0, day), 20}};
        scene.setDay(day, sampleZone());
        scene.setColumns({night});
        expectNoGaps(0);
        const qint64 hours = at(0, 30, day).secsTo(at(4, 0, day)) / 60;
        int freeMinutes = 0;
        for (const AgendaCell &cell : scene.cells(0))
            freeMinutes += cell.kind == Kind::Free ? int(cell.start.secsTo(cell.end) / 60) : 0;
        EXPECT_EQ(freeMinutes, hours);
    }
}

TEST_F(AgendaSceneTest, namesEveryCellInWords)
{
    scene.setVisits({made(7, at(10, 40), at(11), AppointmentStatus::Pending)});
    scene.setHolds({{.doctor = DoctorId {1}, .start = at(10), .end = at(10, 20), .who = u"Ben"_s},
                    {.doctor = DoctorId {1},
                     .start = at(9),
                     .end = at(9, 20),
                     .who = u"Ana"_s,
                     .mine = true}});
    EXPECT_EQ(nameAt(10, 20), u"Dr Osei, 10:20, free, 20 minutes");
    EXPECT_EQ(nameAt(10, 40), u"Dr Osei, 10:40 to 11:00, Kim Soo, check-up, pending");
    EXPECT_EQ(nameAt(10, 0), u"Dr Osei, 10:00, held, Ben is booking");
    EXPECT_EQ(nameAt(9, 0), u"Dr Osei, 09:00, held, by you");
    EXPECT_EQ(nameAt(10, 0, 1), u"Dr Ba, 10:00, closed");
}

TEST_F(AgendaSceneTest, reckonsWaitingLatenessAndOverrun)
{
    AgendaVisit waiting = made(1, at(10), at(10, 20));
    waiting.checkedInAt = at(9, 45);
    EXPECT_EQ(scene.waitMinutes(waiting), 22);
    EXPECT_TRUE(AgendaText::isUrgent(scene, waiting));
    EXPECT_EQ(AgendaText::badge(scene, waiting), u"wait 22");
    EXPECT_EQ(scene.lateMinutes(waiting), 0);
    EXPECT_EQ(scene.lateMinutes(made(2, at(9, 58), at(10, 20))), 0);
    EXPECT_EQ(scene.lateMinutes(made(2, at(9, 57), at(10, 20))), 10);
    const AgendaVisit over = made(3, at(9, 40), at(10, 3), AppointmentStatus::InProgress);
    EXPECT_EQ(AgendaText::badge(scene, over), u"+4 min");
}

TEST_F(AgendaSceneTest, retitlesOnlyWhatIsOtherwiseTheSame)
{
    EXPECT_TRUE(scene.retitle({column(1, u"Dr Osei"_s, u"3 free"_s, {{9, 12}, {13, 17}}),
                               column(2, u"Dr Ba"_s, {}, {})}));
    EXPECT_EQ(scene.columns().at(0).subtitle, u"3 free"_s);
    EXPECT_FALSE(scene.retitle(
        {column(1, u"Dr Osei"_s, {}, {{9, 12}, {13, 18}}), column(2, u"Dr Ba"_s, {}, {})}))
        << "other hours cut other cells";
    EXPECT_FALSE(scene.retitle({column(1, u"Dr Osei"_s, {}, {{9, 12}, {13, 17}})}));
    EXPECT_EQ(scene.columns().at(0).subtitle, u"3 free"_s) << "nothing is taken over then";
}

} // namespace
/// A week of one doctor: in London the clock is put back on the Sunday.
class AgendaWeekTest : public AgendaSceneTest
{
protected:
    AgendaWeekTest()
    {
        QList<AgendaColumn> columns;
        scene.setDay(monday, sampleZone());
        for (int day = 0; day < 7; ++day) {
            const QDate date = monday.addDays(day);
            AgendaColumn one {DoctorId {1}, date.toString(u"ddd"_s), {}, {}, day == 5, date};
            if (day != 5)
                one.open = {{DoctorId {1}, at(9, 0, date), at(12, 0, date), 20}};
            columns << one;
        }
        scene.setColumns(columns);
        scene.setNow(at(10, 7, monday.addDays(2)));
    }

    const QDate monday {2026, 10, 19};
};

TEST_F(AgendaWeekTest, eachDayIsAColumnOfItsOwnTime)
{
    scene.setVisits({made(1, at(10, 0, monday.addDays(2)), at(10, 20, monday.addDays(2))),
                     made(2, at(11, 0, monday.addDays(6)), at(11, 20, monday.addDays(6))),
                     made(3, at(10, 0, monday.addDays(7)), at(10, 20, monday.addDays(7)))});
    EXPECT_EQ(scene.columnOf(*scene.visit(AppointmentId {1})), 2);
    EXPECT_EQ(scene.columnOf(*scene.visit(AppointmentId {2})), 6);
    EXPECT_EQ(scene.visit(AppointmentId {3}), nullptr) << "next week";
    for (int day = 0; day < 7; ++day) {
        const QDate date = monday.addDays(day);
        EXPECT_EQ(scene.rangeStart(day), at(8, 0, date))
            << "side by side on the clock's change too";
        const bool taken = day == 2;
        EXPECT_EQ(scene.cellAt(day, at(10, 0, date))->kind,
                  day == 5    ? Kind::Closed
                      : taken ? Kind::Visit
                              : Kind::Free);
        QDateTime reached = scene.rangeStart(day);
        for (const AgendaCell &cell : scene.cells(day)) {
            EXPECT_EQ(cell.start, reached);
            reached = cell.end;
        }
        EXPECT_EQ(reached, scene.rangeEnd(day));
    }
    EXPECT_EQ(scene.cellAt(0, at(10, 0, monday.addDays(1))), nullptr) << "another column's time";
}

TEST_F(AgendaWeekTest, nowIsInTodaysColumnOnly)
{
    EXPECT_TRUE(scene.isToday());
    EXPECT_EQ(scene.todayNow(), at(10, 7, monday));
    for (int day = 0; day < 7; ++day)
        EXPECT_EQ(scene.isTodaysColumn(day), day == 2);
    scene.setNow(at(10, 7, monday.addDays(8)));
    EXPECT_FALSE(scene.isToday());
}

} // namespace ClinicDesk
