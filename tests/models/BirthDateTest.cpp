#include "models/PatientFormModel.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
const QDate today(2026, 11, 24);
}

TEST(BirthDate, readsWhatPeopleType)
{
    const QDate expected(1985, 5, 3);
    for (const QString &typed :
         {u"3.5.1985"_s, u"03/05/85"_s, u"3-5-85"_s, u"03051985"_s, u"030585"_s, u"1985-05-03"_s,
          u" 3 may 1985 "_s, u"3 May 85"_s, u"03-May-1985"_s,
          u"\u2066"
          u"03-May-1985"
          u"\u2069"_s})
        EXPECT_EQ(birthDateFromText(typed, today), expected) << qPrintable(typed);
}

TEST(BirthDate, aTwoDigitYearIsNeverInTheFuture)
{
    EXPECT_EQ(birthDateFromText(u"1.1.26"_s, today).year(), 2026);
    EXPECT_EQ(birthDateFromText(u"1.1.27"_s, today).year(), 1927);
}

TEST(BirthDate, refusesWhatIsNoDate)
{
    for (const QString &typed : {QString(), u"31.2.1985"_s, u"5"_s, u"May 1985"_s, u"3 x 1985"_s})
        EXPECT_FALSE(birthDateFromText(typed, today).isValid()) << qPrintable(typed);
}

} // namespace ClinicDesk
