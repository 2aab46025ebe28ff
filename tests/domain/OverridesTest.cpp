#include "domain/Overrides.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

std::string overridable(ErrorKind kind, const QString &code)
{
    return overridableRule({kind, code, {}, {}}).toStdString();
}

} // namespace

TEST(Overrides, nameTheRuleThatStaffMayOverride)
{
    EXPECT_EQ(overridable(ErrorKind::OutsideHours, u"outside_hours"_s), "hours");
    EXPECT_EQ(overridable(ErrorKind::OutsideHours, u"on_leave"_s), "hours");
    EXPECT_EQ(overridable(ErrorKind::TooSoon, u"lead_time"_s), "lead_time");
    EXPECT_EQ(overridable(ErrorKind::TooLate, u"horizon"_s), "horizon");
    EXPECT_EQ(overridable(ErrorKind::DayFull, u"day_full"_s), "day_full");
}

TEST(Overrides, leaveOverlapsThePastAndClosedDaysAlone)
{
    EXPECT_EQ(overridable(ErrorKind::SlotTaken, u"doctor_busy"_s), "");
    EXPECT_EQ(overridable(ErrorKind::SlotTaken, u"held"_s), "");
    EXPECT_EQ(overridable(ErrorKind::PatientBusy, u"patient_busy"_s), "");
    EXPECT_EQ(overridable(ErrorKind::RoomBusy, u"room_busy"_s), "");
    EXPECT_EQ(overridable(ErrorKind::TooSoon, u"past"_s), "");
    EXPECT_EQ(overridable(ErrorKind::TooLate, u"unanswered"_s), "");
    EXPECT_EQ(overridable(ErrorKind::ClinicClosed, u"clinic_closed"_s), "");
    EXPECT_EQ(overridable(ErrorKind::OutsideHours, {}), "") << "a guess, not the server's word";
}

TEST(Overrides, areSaidInWords)
{
    EXPECT_EQ(overrideWords(u"hours"_s), u"outside working hours"_s);
    EXPECT_EQ(overrideWords(u"lead_time,hours"_s),
              u"at shorter notice than the doctor asks for, outside working hours"_s);
}

} // namespace ClinicDesk
