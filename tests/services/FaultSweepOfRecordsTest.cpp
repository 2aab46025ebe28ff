#include "services/FaultSweep.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class FaultSweepOfRecords : public FaultSweep
{
protected:
    /// A written row each, with an audit line of its operation.
    template<typename Send> void sweepAudited(const QString &login, Send send)
    {
        int n = 0;
        sweep(login, [this, &n, send] {
            const QUuid operation = QUuid::createUuid();
            const std::function<Result<bool>()> call = send(operation, ++n);
            return Attempt {call, auditOf(operation)};
        });
        expectConsistent();
    }
    [[nodiscard]] static Patient person(int n)
    {
        Patient patient;
        patient.familyName = u"Swept %1"_s.arg(n);
        patient.givenName = u"Pat"_s;
        patient.birthDate = QDate(1970, 1, 1).addDays(n);
        return patient;
    }
    [[nodiscard]] DoctorId osei() const { return DoctorId {doctor(u"osei"_s)}; }
    /// passwordsChanged counts from here; the owner cannot read verifiers himself.
    void rememberPassword(const QString &login) const
    {
        superuserSql(u"DROP TABLE IF EXISTS public.swept_password CASCADE; "
                     "CREATE TABLE public.swept_password AS SELECT rolname, rolpassword AS old "
                     "FROM pg_authid WHERE rolname = '%1'; "
                     "CREATE VIEW public.swept_change AS SELECT count(*)::text FROM pg_authid "
                     "JOIN public.swept_password USING (rolname) WHERE rolpassword <> old; "
                     "GRANT USAGE ON SCHEMA public TO clinic_owner; "
                     "GRANT SELECT ON public.swept_change TO clinic_owner"_s.arg(login));
    }
    const QString passwordsChanged = u"SELECT * FROM public.swept_change"_s;
};

TEST_F(FaultSweepOfRecords, addPatient)
{
    sweepAudited(u"ana"_s, [this](const QUuid &operation, int n) {
        return [=, this] { return done(answer(desk().patients.add(operation, person(n)))); };
    });
}

TEST_F(FaultSweepOfRecords, edit)
{
    sweepAudited(u"ana"_s, [this](const QUuid &operation, int n) {
        Patient stored = answer(desk().patients.add(QUuid::createUuid(), person(n))).value();
        stored.phone = u"030 %1"_s.arg(n);
        return [=, this] { return done(answer(desk().patients.edit(operation, stored))); };
    });
}

TEST_F(FaultSweepOfRecords, renewCard)
{
    // Its operation's id is its own: sent again it is another renewal.
    int n = 0;
    signIn(u"ana"_s);
    sweep(u"ana"_s, [this, &n] {
        const PatientId id
            = answer(desk().patients.add(QUuid::createUuid(), person(++n))).value().id;
        return Attempt {
            [=, this] { return done(answer(desk().patients.renewCard(id))); },
            u"SELECT count(*)::text FROM app.patient WHERE id = %1 AND card_token_hash IS NOT "
            "NULL"_s.arg(id.value)};
    });
}

TEST_F(FaultSweepOfRecords, addDisableAndGiveAPassword)
{
    const auto newPerson = [](int n) {
        Staff person;
        person.login = u"swept_%1"_s.arg(n);
        person.displayName = u"Swept %1"_s.arg(n);
        person.role = StaffRole::Receptionist;
        return person;
    };
    int n = 0;
    sweep(u"admin"_s, [=, this, &n] {
        const Staff person = newPerson(++n);
        return Attempt {
            [=, this] { return done(answer(desk().staff.add(person, u"long enough"_s))); },
            u"SELECT count(*)::text FROM app.staff WHERE login = '%1'"_s.arg(person.login), 1,
            false};
    });
    sweep(u"admin"_s, [=, this, &n] {
        const Staff person = newPerson(++n);
        EXPECT_TRUE(answer(desk().staff.add(person, u"long enough"_s)));
        return Attempt {
            [=, this] { return done(answer(desk().staff.disable(person.login))); },
            u"SELECT count(*)::text FROM app.staff WHERE login = '%1' AND NOT active"_s.arg(
                person.login)};
    });
    sweep(u"admin"_s, [=, this, &n] {
        const Staff person = newPerson(++n);
        EXPECT_TRUE(answer(desk().staff.add(person, u"long enough"_s)));
        rememberPassword(person.login);
        return Attempt {[=, this] {
                            return done(
                                answer(desk().staff.setPassword(person.login, u"another one"_s)));
                        },
                        passwordsChanged};
    });
    for (int swept = 1; swept <= n; ++swept)
        superuserSql(u"DROP ROLE swept_%1"_s.arg(swept));
}

TEST_F(FaultSweepOfRecords, changeOwnPassword)
{
    // A session knows the password it was opened with.
    const auto oldPassword
        = [this] { superuserSql(u"ALTER ROLE ana PASSWORD '%1'"_s.arg(password())); };
    sweep(u"ana"_s, [=, this] {
        oldPassword();
        signIn(u"ana"_s);
        rememberPassword(u"ana"_s);
        return Attempt {[this] {
                            return done(answer(desk().staff.changeOwnPassword(settings(u"ana"_s),
                                                                              u"another one"_s)));
                        },
                        passwordsChanged, 1, false};
    });
    oldPassword();
}

TEST_F(FaultSweepOfRecords, addAndSetDoctor)
{
    const auto newDoctor = [this](int n) {
        ownerSql(u"INSERT INTO app.staff(login, display_name, role) "
                 "VALUES ('swept%1', 'Dr Swept', 'doctor')"_s.arg(n));
        Doctor wanted;
        wanted.staffId
            = StaffId {textOf(u"SELECT id::text FROM app.staff WHERE login = 'swept%1'"_s.arg(n))
                           .toLongLong()};
        wanted.licenceNumber = u"S-%1"_s.arg(n);
        wanted.colour = u"#112233"_s;
        return wanted;
    };
    sweepAudited(u"admin"_s, [=, this](const QUuid &operation, int n) {
        const Doctor wanted = newDoctor(n);
        return [=, this] { return done(answer(desk().schedules.addDoctor(operation, wanted))); };
    });
    sweepAudited(u"admin"_s, [=, this](const QUuid &operation, int n) {
        Doctor stored
            = answer(desk().schedules.addDoctor(QUuid::createUuid(), newDoctor(n + 1000))).value();
        stored.bufferMinutes = 5;
        return [=, this] { return done(answer(desk().schedules.setDoctor(operation, stored))); };
    });
}

TEST_F(FaultSweepOfRecords, saveRoomAndVisitType)
{
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const Room room {{}, u"Swept room %1"_s.arg(n), true};
        return [=, this] { return done(answer(desk().schedules.saveRoom(operation, room))); };
    });
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const VisitType type {{}, u"Swept type %1"_s.arg(n), 15, u"#aabbcc"_s, false, true};
        return [=, this] { return done(answer(desk().schedules.saveVisitType(operation, type))); };
    });
}

TEST_F(FaultSweepOfRecords, addAndRemoveWeeklyHours)
{
    const auto hours = [this](int n) {
        return WeeklyHours {{},
                            osei(),
                            1 + n % 7,
                            QTime(19, 0).addSecs(n / 7 * 600),
                            QTime(19, 10).addSecs(n / 7 * 600),
                            10};
    };
    sweepAudited(u"admin"_s, [=, this](const QUuid &operation, int n) {
        return [=, this] {
            return done(answer(desk().schedules.addWeeklyHours(operation, hours(n))));
        };
    });
    sweepAudited(u"admin"_s, [=, this](const QUuid &operation, int n) {
        const WeeklyHours seen
            = answer(desk().schedules.addWeeklyHours(QUuid::createUuid(), hours(n + 84))).value();
        return
            [=, this] { return done(answer(desk().schedules.removeWeeklyHours(operation, seen))); };
    });
}

TEST_F(FaultSweepOfRecords, addAndRemoveException)
{
    const auto leave = [this](int n) {
        const QDateTime start = at(8, 0, QDate(2027, 3, 1).addDays(n));
        return ScheduleException {{}, osei(),     ExceptionKind::Leave, start, start.addSecs(3600),
                                  20, u"Course"_s};
    };
    sweepAudited(u"admin"_s, [=, this](const QUuid &operation, int n) {
        return
            [=, this] { return done(answer(desk().schedules.addException(operation, leave(n)))); };
    });
    sweepAudited(u"admin"_s, [=, this](const QUuid &operation, int n) {
        const ScheduleException seen
            = answer(desk().schedules.addException(QUuid::createUuid(), leave(n + 100))).value();
        return
            [=, this] { return done(answer(desk().schedules.removeException(operation, seen))); };
    });
}

TEST_F(FaultSweepOfRecords, addAndRemoveClosedDay)
{
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const ClosedDay day {QDate(2027, 6, 1).addDays(n), u"Holiday"_s};
        return [=, this] { return done(answer(desk().schedules.addClosedDay(operation, day))); };
    });
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const ClosedDay seen
            = answer(desk().schedules.addClosedDay(QUuid::createUuid(),
                                                   {QDate(2027, 9, 1).addDays(n), u"Holiday"_s}))
                  .value();
        return
            [=, this] { return done(answer(desk().schedules.removeClosedDay(operation, seen))); };
    });
}

TEST_F(FaultSweepOfRecords, setHoursExceptionAndClosedDay)
{
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        WeeklyHours hours
            = answer(desk().schedules.addWeeklyHours(QUuid::createUuid(),
                                                     {{},
                                                      osei(),
                                                      1 + n % 7,
                                                      QTime(18, 0).addSecs(n / 7 * 600),
                                                      QTime(18, 10).addSecs(n / 7 * 600),
                                                      10}))
                  .value();
        hours.slotMinutes = 5;
        return
            [=, this] { return done(answer(desk().schedules.setWeeklyHours(operation, hours))); };
    });
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const QDateTime start = at(8, 0, QDate(2027, 3, 1).addDays(n));
        ScheduleException leave
            = answer(desk().schedules.addException(
                         QUuid::createUuid(),
                         {{}, osei(), ExceptionKind::Leave, start, start.addSecs(3600), 20, {}}))
                  .value();
        leave.reason = u"Course"_s;
        return [=, this] { return done(answer(desk().schedules.setException(operation, leave))); };
    });
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        ClosedDay day
            = answer(desk().schedules.addClosedDay(QUuid::createUuid(),
                                                   {QDate(2027, 6, 1).addDays(n), u"Holiday"_s}))
                  .value();
        day.name = u"Public holiday"_s;
        return [=, this] { return done(answer(desk().schedules.setClosedDay(operation, day))); };
    });
}

TEST_F(FaultSweepOfRecords, setClinic)
{
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const Clinic clinic {u"Swept clinic %1"_s.arg(n), QTimeZone("Europe/Berlin")};
        return [=, this] { return done(answer(desk().schedules.setClinic(operation, clinic))); };
    });
}

} // namespace ClinicDesk
