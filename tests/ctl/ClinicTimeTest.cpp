#include "ctl/ClinicTime.h"
#include "ctl/Berlin.h"

#include <gmock/gmock.h>

using namespace ClinicDesk::Ctl;
using namespace Qt::StringLiterals;

TEST(ClinicTime, readsAWallClock)
{
    EXPECT_EQ(instantAt(QDate(2026, 11, 24), QTime(10, 20), berlin),
              QDateTime(QDate(2026, 11, 24), QTime(9, 20), Qt::UTC));
    EXPECT_EQ(instantAt(QDate(2026, 7, 1), QTime(10, 20), berlin),
              QDateTime(QDate(2026, 7, 1), QTime(8, 20), Qt::UTC));
}

TEST(ClinicTime, knowsNoTimeInTheGap)
{
    EXPECT_EQ(instantAt(QDate(2027, 3, 28), QTime(2, 30), berlin), std::nullopt);
    EXPECT_EQ(instantAt(QDate(2027, 3, 28), QTime(3, 0), berlin),
              QDateTime(QDate(2027, 3, 28), QTime(1, 0), Qt::UTC));
}

TEST(ClinicTime, takesTheFirstOfADoubledHour)
{
    EXPECT_EQ(instantAt(QDate(2026, 10, 25), QTime(2, 30), berlin),
              QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC));
}

TEST(ClinicTime, tellsAnOffsetFromNone)
{
    EXPECT_EQ(TypedTime::parse(u"2026-10-25T02:30"_s)->offsetSeconds, std::nullopt);
    EXPECT_EQ(TypedTime::parse(u"2026-10-25T02:30:00+01:00"_s)->offsetSeconds, 3600);
    EXPECT_EQ(TypedTime::parse(u"2026-10-25 02:30Z"_s)->offsetSeconds, 0);
}

TEST(ClinicTime, readsMidnightAsTheEndOfADay)
{
    EXPECT_EQ(TypedTime::parse(u"2026-11-24T24:00"_s)->at(berlin),
              TypedTime::parse(u"2026-11-25T00:00"_s)->at(berlin));
    EXPECT_EQ(TypedTime::parse(u"2026-11-24T24:00Z"_s)->at(berlin),
              QDateTime(QDate(2026, 11, 25), QTime(0, 0), Qt::UTC));
    EXPECT_FALSE(TypedTime::parse(u"2026-11-24T24:01"_s).has_value());
}

TEST(ClinicTime, refusesWhatIsNoTime)
{
    for (const QString &text :
         {u""_s, u"tomorrow"_s, u"2026-13-01T10:00"_s, u"2026-02-30T10:00"_s, u"2026-02-01T25:00"_s,
          u"2026-02-01"_s, u"2026-02-01T10:00+99:00"_s})
        EXPECT_EQ(TypedTime::parse(text).has_value(), false) << text.toStdString();
}

TEST(ClinicTime, writesTheOffset)
{
    const QDateTime instant(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC);
    EXPECT_EQ(isoText(instant, berlin), u"2026-10-25T02:30:00+01:00"_s);
    EXPECT_EQ(isoText(instant, QTimeZone::utc()), u"2026-10-25T01:30:00+00:00"_s);
}
