#include "domain/Appointment.h"
#include "domain/Error.h"
#include "domain/Patient.h"
#include "domain/Staff.h"

#include <gmock/gmock.h>

#include <QSet>

#include <type_traits>

using namespace ClinicDesk;
using namespace Qt::StringLiterals;

TEST(Ids, differentKindsDoNotMix)
{
    EXPECT_FALSE((std::is_convertible_v<DoctorId, PatientId>));
    EXPECT_FALSE((std::is_convertible_v<qint64, DoctorId>));
}

TEST(Ids, zeroIsNone)
{
    EXPECT_FALSE(DoctorId {}.isValid());
    EXPECT_TRUE(DoctorId {1}.isValid());
}

TEST(Ids, orderByNumberAndHashAlike)
{
    EXPECT_LT(RoomId {2}, RoomId {10});
    EXPECT_EQ((QSet<RoomId> {RoomId {2}, RoomId {2}, RoomId {10}}).size(), 2);
}

TEST(Keys, everyStatusComesBack)
{
    for (int i = 0; i <= int(AppointmentStatus::NoShow); ++i) {
        const auto status = AppointmentStatus(i);
        EXPECT_EQ(appointmentStatusFromKey(toKey(status)), status) << toKey(status).toStdString();
    }
    EXPECT_EQ(appointmentStatusFromKey(u"Confirmed"), std::nullopt);
}

TEST(Keys, everyKindOfEventComesBack)
{
    for (int i = 0; i <= int(EventKind::Undone); ++i) {
        const auto kind = EventKind(i);
        EXPECT_EQ(eventKindFromKey(toKey(kind)), kind) << toKey(kind).toStdString();
    }
    EXPECT_EQ(eventKindFromKey(u"booking"), std::nullopt);
}

TEST(Keys, everyRoleComesBack)
{
    for (int i = 0; i <= int(StaffRole::Administrator); ++i)
        EXPECT_EQ(staffRoleFromKey(toKey(StaffRole(i))), StaffRole(i));
    EXPECT_EQ(staffRoleFromKey(u""), std::nullopt);
}

TEST(Keys, everySexComesBack)
{
    for (int i = 0; i <= int(Sex::Other); ++i)
        EXPECT_EQ(sexFromKey(toKey(Sex(i))), Sex(i));
}

TEST(Keys, everyErrorKindHasItsOwn)
{
    QSet<QString> keys;
    for (int i = 0; i <= int(ErrorKind::Internal); ++i)
        keys.insert(toKey(ErrorKind(i)));
    EXPECT_EQ(keys.size(), int(ErrorKind::Internal) + 1);
    EXPECT_TRUE(keys.contains(u"SlotTaken"_s));
}

TEST(Status, openOnesHoldTheirTime)
{
    EXPECT_TRUE(holdsSlot(AppointmentStatus::Pending));
    EXPECT_TRUE(holdsSlot(AppointmentStatus::Confirmed));
    EXPECT_TRUE(holdsSlot(AppointmentStatus::InProgress));
    for (int i = int(AppointmentStatus::Completed); i <= int(AppointmentStatus::NoShow); ++i)
        EXPECT_FALSE(holdsSlot(AppointmentStatus(i)));
}

TEST(Age, changesOnTheBirthday)
{
    EXPECT_EQ(ageInYears(QDate(1985, 3, 14), QDate(2026, 3, 13)), 40);
    EXPECT_EQ(ageInYears(QDate(1985, 3, 14), QDate(2026, 3, 14)), 41);
}

TEST(Age, bornOnTheLeapDayIsOlderInMarch)
{
    EXPECT_EQ(ageInYears(QDate(2000, 2, 29), QDate(2026, 2, 28)), 25);
    EXPECT_EQ(ageInYears(QDate(2000, 2, 29), QDate(2026, 3, 1)), 26);
}

TEST(Age, isNothingForAnImpossibleDate)
{
    EXPECT_EQ(ageInYears(QDate(), QDate(2026, 1, 1)), 0);
    EXPECT_EQ(ageInYears(QDate(2027, 1, 1), QDate(2026, 1, 1)), 0);
}

TEST(ListName, putsTheFamilyNameInCapitals)
{
    EXPECT_EQ(listName(u"Díaz"_s, u"Mia"_s), u"DÍAZ, Mia"_s);
    EXPECT_EQ(listName(u"Kim"_s, {}), u"KIM"_s);
}
