#include "AgendaSample.h"

#include "widgets/Format.h"

#include <gmock/gmock.h>

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Testing;

namespace {

TEST(Format, writesDatesAndTimesAsTheStaffReadThem)
{
    EXPECT_EQ(Format::dayAndDate(sampleDay), u"Tue 24-Nov-2026");
    EXPECT_EQ(Format::date(QDate(2026, 9, 1)), u"01-Sep-2026");
    EXPECT_EQ(Format::spokenDay(sampleDay), u"Tuesday 24 November");
    EXPECT_EQ(Format::month(sampleDay), u"November 2026");
    EXPECT_EQ(Format::timeRange(at(10, 40), at(11), sampleZone()), u"10:40 to 11:00");
    EXPECT_EQ(Format::dateTime(at(10, 40), sampleZone()), u"Tue 24-Nov-2026, 10:40");
    EXPECT_EQ(Format::born(QDate(1985, 3, 14), sampleDay), u"Born 14-Mar-1985 (41y)");
    EXPECT_EQ(Format::duration(90), u"1 h 30 min");
}

TEST(Format, usesTheGivenZone)
{
    const QTimeZone tokyo("Asia/Tokyo");
    EXPECT_EQ(Format::time(at(10, 40), tokyo), u"19:40");
    EXPECT_EQ(Format::dateTime(at(20), tokyo), u"Wed 25-Nov-2026, 05:00");
}

TEST(Format, tellsTheDoubledHourApart)
{
    const QDateTime midnight(QDate(2026, 10, 25), QTime(0, 0), Qt::UTC);
    EXPECT_EQ(Format::time(midnight.addSecs(1800), sampleZone()), u"01:30 UTC+01:00");
    EXPECT_EQ(Format::time(midnight.addSecs(5400), sampleZone()), u"01:30 UTC");
    EXPECT_EQ(Format::time(midnight.addSecs(9000), sampleZone()), u"02:30");
}

TEST(Format, countsRecentTimes)
{
    const QDateTime now = at(10, 7);
    EXPECT_EQ(Format::ago(now.addSecs(-4), now, sampleZone()), u"4 s ago");
    EXPECT_EQ(Format::ago(now.addSecs(3), now, sampleZone()), u"1 s ago");
    EXPECT_EQ(Format::ago(now.addSecs(-3599), now, sampleZone()), u"59 min ago");
    EXPECT_EQ(Format::ago(now.addSecs(-3600), now, sampleZone()), u"09:07");
    EXPECT_EQ(Format::ago(now.addDays(-1), now, sampleZone()), u"Mon 23-Nov-2026, 10:07");
}

TEST(Format, isolatesFiguresRightToLeft)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(Format::time(at(10, 40), sampleZone()),
              QString(QChar(0x2066) + u"10:40"_s + QChar(0x2069)));
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(Format::isolated(u"10:40"_s), u"10:40");
}

} // namespace
} // namespace ClinicDesk
