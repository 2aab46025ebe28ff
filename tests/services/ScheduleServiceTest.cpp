#include "services/schedules/ScheduleService.h"
#include "services/ServiceFixture.h"
#include "services/SignedIn.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ScheduleServiceTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_admin.emplace(settings(u"admin"_s));
        m_schedules = &m_admin->schedules;
    }
    void TearDown() override
    {
        m_admin.reset();
        ServiceFixture::TearDown();
    }

    static QUuid anew() { return QUuid::createUuid(); }
    DoctorId osei() const { return DoctorId {doctor(u"osei"_s)}; }

    std::optional<SignedIn> m_admin;
    ScheduleService *m_schedules = nullptr;
};

TEST_F(ScheduleServiceTest, readsWhatIsThere)
{
    EXPECT_EQ(answer(m_schedules->doctors()).value().size(), 3);
    EXPECT_EQ(answer(m_schedules->doctorByKey(u"osei"_s)).value().displayName, u"Dr Osei"_s);
    EXPECT_EQ(answer(m_schedules->doctorByKey(QString::number(osei().value))).value().login,
              u"osei"_s);
    EXPECT_EQ(kindOf(answer(m_schedules->doctorByKey(u"ana"_s))), u"NotFound"_s);
    EXPECT_EQ(answer(m_schedules->rooms()).value().size(), 4);
    EXPECT_EQ(answer(m_schedules->visitTypes()).value().size(), 3);
    EXPECT_EQ(answer(m_schedules->weeklyHours(osei())).value().size(), 14);
    ownerSql(u"UPDATE app.staff SET active = false WHERE login = 'osei'"_s);
    EXPECT_EQ(answer(m_schedules->doctors()).value().size(), 2);
    EXPECT_EQ(answer(m_schedules->doctors(true)).value().size(), 3);
}

TEST_F(ScheduleServiceTest, doctorsAreAddedAndSetOnce)
{
    ownerSql(
        u"INSERT INTO app.staff(login, display_name, role) VALUES ('new', 'Dr New', 'doctor')"_s);
    Doctor wanted;
    wanted.staffId
        = StaffId {textOf(u"SELECT id::text FROM app.staff WHERE login = 'new'"_s).toLongLong()};
    wanted.licenceNumber = u"L-9"_s;
    wanted.colour = u"#112233"_s;
    const QUuid operation = anew();
    QSignalSpy changed(m_schedules, &ScheduleService::schedulesChanged);
    Doctor stored = answer(m_schedules->addDoctor(operation, wanted)).value();
    EXPECT_EQ(stored.displayName, u"Dr New"_s);
    EXPECT_EQ(answer(m_schedules->addDoctor(operation, wanted)).value(), stored);
    EXPECT_EQ(changed.count(), 2);
    stored.bufferMinutes = 15;
    stored.endDate = QDate(2027, 1, 31);
    const Doctor set = answer(m_schedules->setDoctor(anew(), stored)).value();
    EXPECT_EQ(set.version, ++stored.version);
    EXPECT_EQ(set, stored);
    EXPECT_EQ(whyOf(answer(m_schedules->addDoctor(anew(), wanted)), u"doctor_staff_id_key"_s),
              u"taken"_s);
    stored.id = DoctorId {4242};
    EXPECT_EQ(kindOf(answer(m_schedules->setDoctor(anew(), stored))), u"NotFound"_s);
    EXPECT_EQ(changed.count(), 3) << "nothing was changed by the refused ones";
    expectConsistent();
}

TEST_F(ScheduleServiceTest, roomsAndVisitTypesAreSavedAndSetAside)
{
    Room room = answer(m_schedules->saveRoom(anew(), {{}, u"Room 9"_s, true})).value();
    EXPECT_EQ(
        whyOf(answer(m_schedules->saveRoom(anew(), {{}, u"Room 9"_s, true})), u"room_name_key"_s),
        u"taken"_s);
    room.active = false;
    const Room saved = answer(m_schedules->saveRoom(anew(), room)).value();
    EXPECT_EQ(saved.version, ++room.version);
    EXPECT_EQ(saved, room);
    EXPECT_EQ(answer(m_schedules->rooms()).value().size(), 4);
    EXPECT_EQ(answer(m_schedules->rooms(true)).value().size(), 5);
    VisitType type
        = answer(m_schedules->saveVisitType(anew(), {{}, u"Scan"_s, 35, u"#aabbcc"_s, false, true}))
              .value();
    EXPECT_TRUE(type.id.isValid());
    type.minutes = 0;
    EXPECT_EQ(kindOf(answer(m_schedules->saveVisitType(anew(), type))), u"ValidationFailed"_s);
}

TEST_F(ScheduleServiceTest, hoursRunToMidnightAndDoNotOverlap)
{
    const WeeklyHours late {{}, osei(), 2, QTime(20, 0), QTime(), 30};
    const QUuid operation = anew();
    const WeeklyHours stored = answer(m_schedules->addWeeklyHours(operation, late)).value();
    EXPECT_EQ(stored.to, QTime()) << "24:00";
    EXPECT_EQ(answer(m_schedules->addWeeklyHours(operation, late)).value(), stored);
    EXPECT_EQ(
        textOf(u"SELECT to_time::text FROM app.weekly_hours WHERE id = %1"_s.arg(stored.id.value)),
        u"24:00:00"_s);
    EXPECT_FALSE(
        answer(m_schedules->addWeeklyHours(anew(), {{}, osei(), 2, QTime(11, 0), QTime(14, 0), 20}))
            .has_value());
    EXPECT_FALSE(
        answer(m_schedules->addWeeklyHours(anew(), {{}, osei(), 2, QTime(7, 0), QTime(6, 0), 20}))
            .has_value());
    EXPECT_TRUE(answer(m_schedules->removeWeeklyHours(anew(), stored)).has_value());
    EXPECT_EQ(kindOf(answer(m_schedules->removeWeeklyHours(anew(), stored))), u"NotFound"_s);
    EXPECT_EQ(answer(m_schedules->weeklyHours(osei())).value().size(), 14);
}

TEST_F(ScheduleServiceTest, openSpansAreHoursLessLeaveAndClosedDays)
{
    ASSERT_TRUE(
        answer(m_schedules->addException(
                   anew(),
                   {{}, osei(), ExceptionKind::Leave, at(9, 0).toUTC(), at(10, 0).toUTC(), 20, {}}))
            .has_value());
    ASSERT_TRUE(answer(m_schedules->addException(anew(),
                                                 {{},
                                                  osei(),
                                                  ExceptionKind::Extra,
                                                  at(19, 0).toUTC(),
                                                  at(20, 0).toUTC(),
                                                  15,
                                                  u"late"_s}))
                    .has_value());
    const ClosedDay closed
        = answer(m_schedules->addClosedDay(anew(), {{2026, 11, 25}, u"Holiday"_s})).value();
    const QList<OpenSpan> spans
        = answer(m_schedules->openSpans({osei()}, {2026, 11, 24}, {2026, 11, 25})).value();
    const QList<OpenSpan> wanted {{osei(), at(8, 0).toUTC(), at(9, 0).toUTC(), 20},
                                  {osei(), at(10, 0).toUTC(), at(12, 0).toUTC(), 20},
                                  {osei(), at(13, 0).toUTC(), at(18, 0).toUTC(), 20},
                                  {osei(), at(19, 0).toUTC(), at(20, 0).toUTC(), 15}};
    EXPECT_EQ(spans, wanted);
    EXPECT_EQ(answer(m_schedules->closedDays({2026, 11, 1}, {2026, 11, 30})).value().size(), 1);
    ASSERT_TRUE(answer(m_schedules->removeClosedDay(anew(), closed)).has_value());
    EXPECT_EQ(
        answer(m_schedules->openSpans({osei()}, {2026, 11, 25}, {2026, 11, 25})).value().size(), 2);
}

TEST_F(ScheduleServiceTest, doctorsChangeTheirOwnExceptionsOnly)
{
    SignedIn session(settings(u"osei"_s));
    ScheduleService &own = session.schedules;
    const ScheduleException leave {
        {}, osei(), ExceptionKind::Leave, at(9, 0).toUTC(), at(10, 0).toUTC(), 20, {}};
    const ScheduleException stored = answer(own.addException(anew(), leave)).value();
    EXPECT_TRUE(answer(own.removeException(anew(), stored)).has_value());
    ScheduleException foreign = leave;
    foreign.doctor = DoctorId {doctor(u"ba"_s)};
    EXPECT_EQ(kindOf(answer(own.addException(anew(), foreign))), u"NotPermitted"_s);
    const ScheduleException other = answer(m_schedules->addException(anew(), foreign)).value();
    EXPECT_EQ(kindOf(answer(own.removeException(anew(), other))), u"NotFound"_s);
    EXPECT_EQ(kindOf(answer(own.saveRoom(anew(), {{}, u"Mine"_s, true}))), u"NotPermitted"_s);
}

TEST_F(ScheduleServiceTest, receptionReadsAndChangesNothing)
{
    SignedIn session(settings(u"ana"_s));
    ScheduleService &desk = session.schedules;
    EXPECT_EQ(answer(desk.doctors()).value().size(), 3);
    EXPECT_EQ(kindOf(answer(desk.addClosedDay(anew(), {{2026, 12, 24}, u"X"_s}))),
              u"NotPermitted"_s);
    EXPECT_EQ(kindOf(answer(
                  desk.addWeeklyHours(anew(), {{}, osei(), 1, QTime(19, 0), QTime(20, 0), 20}))),
              u"NotPermitted"_s);
    EXPECT_EQ(kindOf(answer(desk.setClinic(anew(), {u"Mine"_s, QTimeZone("UTC")}))),
              u"NotPermitted"_s);
    EXPECT_TRUE(
        answer(m_schedules->setClinic(anew(), {u"Ours"_s, QTimeZone("Africa/Cairo")})).has_value());
    EXPECT_EQ(textOf(u"SELECT clinic_name || ' ' || time_zone FROM app.setting"_s),
              u"Ours Africa/Cairo"_s);
}

} // namespace ClinicDesk
