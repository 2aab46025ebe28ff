#include "widgets/DateWords.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QDate today(2026, 11, 24); // a Tuesday

QString read(const QString &typed,
             const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedKingdom))
{
    const DateWords words = DateWords::read(typed, today, locale);
    EXPECT_NE(words.day.isValid(), !words.problem.isEmpty() || typed.simplified().isEmpty());
    return words.day.toString(Qt::ISODate);
}

} // namespace

TEST(DateWordsTest, numbers)
{
    EXPECT_EQ(read(u"24/11"_s), u"2026-11-24"_s);
    EXPECT_EQ(read(u" 24.11. "_s), u"2026-11-24"_s);
    EXPECT_EQ(read(u"24-11-2027"_s), u"2027-11-24"_s);
    EXPECT_EQ(read(u"24/11/27"_s), u"2027-11-24"_s);
    EXPECT_EQ(read(u"2027-02-28"_s), u"2027-02-28"_s);
    EXPECT_EQ(read(u"24"_s), u"2026-11-24"_s);
    EXPECT_EQ(read(u"23"_s), u"2026-12-23"_s) << "the next one";
    EXPECT_EQ(read(u"31"_s), u"2026-12-31"_s) << "November has none";
    EXPECT_EQ(read(u"11/24"_s), u"2026-11-24"_s) << "only one of them can be the month";
}

TEST(DateWordsTest, theYearIsTheNearestAheadOrJustOver)
{
    EXPECT_EQ(read(u"1/1"_s), u"2027-01-01"_s);
    EXPECT_EQ(read(u"1/10"_s), u"2026-10-01"_s) << "54 days back";
    EXPECT_EQ(read(u"1/8"_s), u"2027-08-01"_s) << "115 days back";
    EXPECT_EQ(read(u"29/2"_s), u"2028-02-29"_s);
    EXPECT_EQ(DateWords::read(u"31/12"_s, QDate(2027, 1, 4)).day, QDate(2026, 12, 31));
}

TEST(DateWordsTest, daysAndMonthsByName)
{
    EXPECT_EQ(read(u"24 nov"_s), u"2026-11-24"_s);
    EXPECT_EQ(read(u"nov 30"_s), u"2026-11-30"_s);
    EXPECT_EQ(read(u"3 March 2027"_s), u"2027-03-03"_s);
    EXPECT_EQ(read(u"3mar"_s), u"2027-03-03"_s);
    EXPECT_EQ(read(u"Tue 24-Nov-2026"_s), u"2026-11-24"_s) << "as the screens write it";
    EXPECT_EQ(read(u"tue"_s), u"2026-11-24"_s);
    EXPECT_EQ(read(u"MON"_s), u"2026-11-30"_s);
    EXPECT_EQ(read(u"wednesday"_s), u"2026-11-25"_s);
    EXPECT_EQ(read(u"t"_s), QString()) << "Tuesday or Thursday";
    EXPECT_EQ(read(u"5 ma"_s), QString()) << "March or May";
    EXPECT_EQ(read(u"5 may"_s), u"2027-05-05"_s);
}

TEST(DateWordsTest, stepsAndWords)
{
    EXPECT_EQ(read(u"+3"_s), u"2026-11-27"_s);
    EXPECT_EQ(read(u"+ 14"_s), u"2026-12-08"_s);
    EXPECT_EQ(read(u"-1"_s), u"2026-11-23"_s);
    EXPECT_EQ(read(u"\u22121"_s), u"2026-11-23"_s);
    EXPECT_EQ(read(u"today"_s), u"2026-11-24"_s);
    EXPECT_EQ(read(u"Tomorrow"_s), u"2026-11-25"_s);
    EXPECT_EQ(read(u"yesterday"_s), u"2026-11-23"_s);
}

TEST(DateWordsTest, otherLanguages)
{
    const QLocale german(QLocale::German, QLocale::Germany);
    EXPECT_EQ(read(u"di"_s, german), u"2026-11-24"_s);
    EXPECT_EQ(read(u"mittwoch"_s, german), u"2026-11-25"_s);
    EXPECT_EQ(read(u"24. Dez"_s, german), u"2026-12-24"_s);
    EXPECT_EQ(read(u"3. März 2027"_s, german), u"2027-03-03"_s);
    EXPECT_EQ(read(u"wed"_s, german), u"2026-11-25"_s) << "English is understood too";
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    EXPECT_EQ(read(u"12/5"_s, american), u"2026-12-05"_s);
    EXPECT_EQ(read(u"24/11"_s, american), u"2026-11-24"_s);
    const QLocale arabic(QLocale::Arabic, QLocale::Lebanon);
    EXPECT_EQ(read(u"٢٤/١١"_s, arabic), u"2026-11-24"_s);
    EXPECT_EQ(read(QString(u"24 "_s + arabic.standaloneMonthName(12)), arabic), u"2026-12-24"_s)
        << "names of two words";
}

TEST(DateWordsTest, whatIsWrongIsSaid)
{
    EXPECT_EQ(DateWords::read(u"31/2"_s, today).problem, u"There is no such day."_s);
    EXPECT_EQ(DateWords::read(u"99"_s, today).problem, u"There is no such day."_s);
    EXPECT_EQ(DateWords::read(u"40 nov"_s, today).problem, u"There is no such day."_s);
    EXPECT_EQ(DateWords::read(u"1/1/99999999999"_s, today).problem, u"There is no such day."_s);
    for (const QString &typed :
         {u"kim"_s, u"+x"_s, u"1/2/3/4"_s, u"24 nov 26 3"_s, u"/"_s, u"+99999999"_s, u"tue wed"_s})
        EXPECT_TRUE(DateWords::read(typed, today).problem.startsWith(u"Type a day"_s))
            << qPrintable(typed);
    EXPECT_TRUE(DateWords::read(u"  "_s, today).problem.isEmpty());
    EXPECT_FALSE(DateWords::read(u"  "_s, today).day.isValid());
}

} // namespace ClinicDesk
