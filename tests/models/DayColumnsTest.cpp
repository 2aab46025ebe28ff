#include "models/DayColumns.h"

#include <gmock/gmock.h>

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QDateTime at(int hour, int minute)
{
    return QDateTime(QDate(2026, 11, 24), QTime(hour, minute), QTimeZone::utc());
}

Doctor doctor(qint64 id, const QString &name)
{
    Doctor made;
    made.id = {id};
    made.displayName = name;
    return made;
}

AppointmentRow visit(qint64 id, qint64 doctorId, const QDateTime &start, AppointmentStatus status)
{
    AppointmentRow row;
    row.appointment.id = {id};
    row.appointment.doctor = {doctorId};
    row.appointment.start = start;
    row.appointment.end = start.addSecs(1200);
    row.appointment.status = status;
    return row;
}

} // namespace

TEST(DayColumns, countsFreeSlotsFromNowOn)
{
    const QList<Doctor> doctors {doctor(1, u"Dr Osei"_s)};
    const QList<OpenSpan> open {{{1}, at(9, 0), at(11, 0), 20}};
    EXPECT_EQ(doctorDays(doctors, open, {}, {}, at(8, 0)).constFirst().freeSlots, 6);
    EXPECT_EQ(doctorDays(doctors, open, {}, {}, at(10, 7)).constFirst().freeSlots, 3)
        << "the running slot counts";
}

TEST(DayColumns, aVisitTakesItsSlotsUntilItIsCancelled)
{
    const QList<Doctor> doctors {doctor(1, u"Dr Osei"_s)};
    const QList<OpenSpan> open {{{1}, at(9, 0), at(11, 0), 20}};
    const auto freeWith = [&](AppointmentStatus status) {
        return doctorDays(doctors, open, {visit(1, 1, at(9, 10), status)}, {}, at(8, 0))
            .constFirst()
            .freeSlots;
    };
    EXPECT_EQ(freeWith(AppointmentStatus::Confirmed), 4) << "a visit across two slots takes both";
    EXPECT_EQ(freeWith(AppointmentStatus::Cancelled), 6);
}

TEST(DayColumns, holdsOfOtherDesksTakeTheirSlots)
{
    const QList<Doctor> doctors {doctor(1, u"Dr Osei"_s)};
    const QList<OpenSpan> open {{{1}, at(9, 0), at(11, 0), 20}};
    SlotHold hold {.doctor = {1}, .start = at(9, 0), .end = at(9, 20), .expiresAt = at(9, 30)};
    EXPECT_EQ(doctorDays(doctors, open, {}, {hold}, at(8, 0)).constFirst().freeSlots, 5);
    hold.mine = true;
    EXPECT_EQ(doctorDays(doctors, open, {}, {hold}, at(8, 0)).constFirst().freeSlots, 6);
}

TEST(DayColumns, aFormerDoctorIsShownOnlyWithVisits)
{
    Doctor former = doctor(1, u"Dr Ba"_s);
    former.active = false;
    EXPECT_TRUE(doctorDays({former}, {}, {}, {}, at(8, 0)).isEmpty());
    EXPECT_EQ(doctorDays({former}, {}, {visit(1, 1, at(9, 0), AppointmentStatus::Confirmed)}, {},
                         at(8, 0))
                  .size(),
              1);
}

TEST(DayColumns, waitingCountsCheckedInPatientsAndTheLongestWait)
{
    AppointmentRow first = visit(1, 1, at(9, 0), AppointmentStatus::Confirmed);
    first.appointment.checkedInAt = at(8, 50);
    AppointmentRow called = visit(2, 1, at(9, 20), AppointmentStatus::InProgress);
    called.appointment.checkedInAt = at(8, 30);
    const AppointmentRow absent = visit(3, 1, at(9, 40), AppointmentStatus::Confirmed);
    const Waiting waiting = waitingIn({first, called, absent}, at(9, 11));
    EXPECT_EQ(waiting.count, 1);
    EXPECT_EQ(waiting.longestMinutes, 21);
}

} // namespace ClinicDesk
