#include "views/booking/QuickBooking.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QDate today(2026, 11, 24); // a Tuesday

std::optional<QuickBooking> read(const QString &words)
{
    QList<Doctor> doctors(3);
    doctors[0].id = DoctorId {1};
    doctors[0].displayName = u"Dr Osei"_s;
    doctors[1].id = DoctorId {2};
    doctors[1].displayName = u"Dr Lindqvist"_s;
    doctors[2].id = DoctorId {3};
    doctors[2].displayName = u"Dr Lindgren"_s;
    QList<VisitType> types(1);
    types[0].id = VisitTypeId {7};
    types[0].name = u"Check-up"_s;
    return QuickBooking::read(words, doctors, types, today);
}

QString textOf(const QString &words)
{
    const auto booking = read(words);
    return booking ? booking->text() : QString();
}

} // namespace

TEST(QuickBooking, understandsEveryPart)
{
    EXPECT_EQ(textOf(u"kim 85 osei tue 10 20m"_s),
              u"Book kim 85 with Dr Osei, Tue 24-Nov-2026, 10:00, 20 min"_s);
    EXPECT_EQ(textOf(u"kim soo +3 9:30pm lindq check 1h"_s),
              u"Book kim soo with Dr Lindqvist, Check-up, Fri 27-Nov-2026, 21:30, 1 h"_s);
    EXPECT_EQ(textOf(u"kim 24/11 930"_s), u"Book kim, Tue 24-Nov-2026, 09:30"_s);
}

TEST(QuickBooking, numbersBeforeTheDoctorAreThePatients)
{
    const auto booking = read(u"kim 4417 osei 1030"_s);
    ASSERT_TRUE(booking);
    EXPECT_EQ(booking->patient, u"kim 4417"_s);
    EXPECT_EQ(booking->time, QTime(10, 30));
}

TEST(QuickBooking, aPatientMayBeCalledAsADoctorIs)
{
    EXPECT_FALSE(read(u"osei"_s));
    EXPECT_EQ(textOf(u"osei osei"_s), u"Book osei with Dr Osei"_s);
    EXPECT_FALSE(read(u"kim lind"_s)) << "two doctors begin so: it is a name like any other";
    EXPECT_FALSE(read(u"kim os"_s));
}

TEST(QuickBooking, whatIsNoBookingIsNone)
{
    for (const QString &words :
         {QString(), u" "_s, u"kim"_s, u"kim soo 85"_s, u"next day"_s,
          u"kim osei tue 10 20m what"_s, u"kim osei 25:70"_s, u"kim osei 999m"_s})
        EXPECT_FALSE(read(words)) << qPrintable(words);
}

} // namespace ClinicDesk
