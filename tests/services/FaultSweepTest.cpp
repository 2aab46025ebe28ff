#include "services/ServiceFixture.h"
#include "services/SignedIn.h"
#include "services/appointments/AppointmentService.h"
#include "services/notifications/NotificationService.h"
#include "services/patients/PatientService.h"
#include "services/schedules/ScheduleService.h"
#include "services/staff/StaffService.h"
#include "support/WireProxy.h"

#include <gmock/gmock.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// One request, made anew for each fault; sent again it is the same request.
struct Attempt
{
    std::function<Result<bool>()> send;
    QString effects; ///< a count: 0 before, `times` after, however often it was sent
    int times = 1;
    bool hasId = true; ///< else what was done is not asked for again
};

template<typename T> Result<bool> done(const Result<T> &result)
{
    if (!result)
        return unexpected(result.error());
    return true;
}

/// What takes no part: it changes nothing, or has no effect that could happen twice.
const QSet<QString> reading {
    // appointments
    u"appointment"_s, u"appointments"_s, u"day"_s, u"ofPatient"_s, u"days"_s, u"pending"_s,
    u"history"_s, u"changesSince"_s, u"outcome"_s, u"preview"_s, u"nextFree"_s, u"holds"_s,
    // monitoring, notifications, patients
    u"check"_s, u"lockStatistics"_s, u"list"_s, u"find"_s, u"patient"_s, u"record"_s,
    u"patientByKey"_s, u"similar"_s,
    // schedules
    u"doctors"_s, u"doctorByKey"_s, u"rooms"_s, u"visitTypes"_s, u"weeklyHours"_s, u"exceptions"_s,
    u"closedDays"_s, u"openSpans"_s, u"load"_s,
    // staff: sessions, and what may safely be done again
    u"signIn"_s, u"signOut"_s, u"staff"_s};

} // namespace

/// Each writing operation of the services over a wire that is cut at its first message, its second
/// and so on, once before the server sees it and once after it has answered, until there is nothing
/// left to cut. Whatever the desk was told, in the end it happened once.
class FaultSweep : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_proxy = std::make_unique<WireProxy>(port());
    }
    void TearDown() override
    {
        m_desk.reset();
        m_proxy.reset();
        ServiceFixture::TearDown();
    }

    /// Everything a person's program has, behind the proxy.
    struct Desk
    {
        explicit Desk(const ConnectionSettings &settings)
            : person(settings)
        {
        }
        SignedIn person;
        AppointmentService appointments {person.executor};
        NotificationService notifications {person.executor};
        PatientService patients {person.executor};
        ScheduleService schedules {person.executor};
        StaffService staff {person.executor};
    };

    void signIn(const QString &login)
    {
        m_desk.reset();
        ConnectionSettings through = deskSettings(login, 1);
        through.host = u"127.0.0.1"_s;
        through.port = QString::number(m_proxy->port());
        m_desk = std::make_unique<Desk>(through);
    }
    [[nodiscard]] Desk &desk() { return *m_desk; }

    /// A time nobody has used yet.
    [[nodiscard]] QDateTime nextSlot()
    {
        const int n = m_slots++;
        return at(8, 0, QDate(2026, 11, 25).addDays(n / 11)).addSecs(n % 11 * 1200);
    }
    [[nodiscard]] static QString eventsOf(const QUuid &operation)
    {
        return u"SELECT count(*)::text FROM app.appointment_event WHERE op_id = '%1'"_s.arg(
            operation.toString(QUuid::WithoutBraces));
    }
    [[nodiscard]] static QString auditOf(const QUuid &operation)
    {
        return u"SELECT count(*)::text FROM app.audit WHERE op_id = '%1'"_s.arg(
            operation.toString(QUuid::WithoutBraces));
    }

    void sweep(const QString &login, const std::function<Attempt()> &make)
    {
        signIn(login);
        ASSERT_TRUE(make().send()) << "without a fault";
        int faults = 0;
        for (const bool before : {true, false}) {
            for (int message = 1; message < 30; ++message) {
                const Attempt attempt = make();
                ASSERT_EQ(textOf(attempt.effects), u"0"_s);
                m_proxy->resetCount();
                if (before)
                    m_proxy->cutBefore(message);
                else
                    m_proxy->cutAfter(message);
                const Result<bool> told = attempt.send();
                if (m_proxy->messages() < message) {
                    m_proxy->resetCount();
                    EXPECT_TRUE(told);
                    EXPECT_EQ(textOf(attempt.effects).toInt(), attempt.times);
                    break;
                }
                ++faults;
                const std::string where = (before ? "before " : "after ") + std::to_string(message);
                settle(attempt, told, where);
            }
        }
        EXPECT_GE(faults, 4) << "two messages, each cut on either side";
    }

    void settle(const Attempt &attempt, const Result<bool> &told, const std::string &where)
    {
        m_proxy->resetCount();
        if (told) {
            EXPECT_EQ(textOf(attempt.effects).toInt(), attempt.times) << where;
        } else {
            EXPECT_EQ(toKey(told.error().kind).toStdString(), "Unreachable") << where;
            EXPECT_EQ(textOf(attempt.effects), u"0"_s) << where << ": nothing happened";
        }
        if (told && !attempt.hasId)
            return;
        reconnect();
        const Result<bool> again = attempt.send();
        EXPECT_TRUE(again) << where << ": "
                           << qPrintable(again ? QString() : toKey(again.error().kind));
        EXPECT_EQ(textOf(attempt.effects).toInt(), attempt.times) << where << ": once";
    }

    /// Until the executor's session answers.
    void reconnect()
    {
        DatabaseExecutor &executor = desk().person.executor;
        EXPECT_TRUE(QTest::qWaitFor(
            [&] {
                executor.reconnectNow();
                return answer(desk().appointments.holds(QDate(2026, 11, 24), QDate(2026, 11, 24)))
                    .has_value();
            },
            20'000));
    }

    [[nodiscard]] BookRequest bookRequest(const QUuid &operation, int patient = 1)
    {
        BookRequest wanted = request({u"lindqvist"_s, patient, 0, nextSlot(), 20});
        wanted.operation = operation;
        return wanted;
    }
    [[nodiscard]] AppointmentId visit(const QString &status, const QDateTime &start)
    {
        return AppointmentId {load(status, {u"lindqvist"_s, 2, 0, start, 20})};
    }

private:
    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<Desk> m_desk;
    int m_slots = 0;
};

TEST_F(FaultSweep, book)
{
    sweep(u"ana"_s, [this] {
        const BookRequest wanted = bookRequest(QUuid::createUuid());
        return Attempt {[=, this] { return done(answer(desk().appointments.book(wanted))); },
                        eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, changeStatus)
{
    sweep(u"ana"_s, [this] {
        StatusRequest wanted;
        wanted.operation = QUuid::createUuid();
        wanted.appointment = visit(u"confirmed"_s, nextSlot());
        wanted.to = AppointmentStatus::Cancelled;
        wanted.reason = u"Patient called"_s;
        return Attempt {
            [=, this] { return done(answer(desk().appointments.changeStatus(wanted))); },
            eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, move)
{
    sweep(u"ana"_s, [this] {
        MoveRequest wanted;
        wanted.operation = QUuid::createUuid();
        wanted.appointment = visit(u"confirmed"_s, nextSlot());
        wanted.start = nextSlot();
        return Attempt {[=, this] { return done(answer(desk().appointments.move(wanted))); },
                        eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, checkIn)
{
    int minute = 0;
    sweep(u"ana"_s, [this, &minute] {
        AppointmentRequest wanted;
        wanted.operation = QUuid::createUuid();
        // Five minutes each from 13:00 on: as many of today as there are faults.
        wanted.appointment = AppointmentId {
            load(u"confirmed"_s, {u"lindqvist"_s, 2, 0, at(13, 0).addSecs(300 * minute++), 5})};
        return Attempt {[=, this] { return done(answer(desk().appointments.checkIn(wanted))); },
                        eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, undo)
{
    sweep(u"ana"_s, [this] {
        AppointmentRequest wanted;
        wanted.operation = QUuid::createUuid();
        wanted.appointment
            = AppointmentId {bookAs(u"ana"_s, {u"lindqvist"_s, 3, 0, nextSlot(), 20})};
        return Attempt {[=, this] { return done(answer(desk().appointments.undo(wanted))); },
                        eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, runAtomically)
{
    sweep(u"ana"_s, [this] {
        const QUuid operation = QUuid::createUuid();
        StatusRequest cancel;
        cancel.appointment = visit(u"confirmed"_s, nextSlot());
        cancel.to = AppointmentStatus::Cancelled;
        cancel.reason = u"Follow-up instead"_s;
        const QList<AtomicStep> steps {cancel, bookRequest(operation, 4)};
        return Attempt {
            [=, this] { return done(answer(desk().appointments.runAtomically(operation, steps))); },
            eventsOf(operation), 2};
    });
    expectConsistent();
}

TEST_F(FaultSweep, takeHold)
{
    sweep(u"ana"_s, [this] {
        superuserSql(u"DELETE FROM app.slot_hold"_s);
        const DoctorId lindqvist {doctor(u"lindqvist"_s)};
        const QDateTime start = nextSlot();
        return Attempt {[=, this] {
                            return done(answer(desk().appointments.takeHold(lindqvist, start,
                                                                            start.addSecs(1200))));
                        },
                        u"SELECT count(*)::text FROM app.slot_hold"_s};
    });
}

TEST_F(FaultSweep, releaseHold)
{
    const DoctorId lindqvist {doctor(u"lindqvist"_s)};
    sweep(u"ana"_s, [this, lindqvist] {
        const QDateTime start = nextSlot();
        EXPECT_TRUE(answer(desk().appointments.takeHold(lindqvist, start, start.addSecs(1200))));
        return Attempt {[this] { return done(answer(desk().appointments.releaseHold())); },
                        u"SELECT (1 - count(*))::text FROM app.slot_hold"_s};
    });
}

TEST_F(FaultSweep, markRead)
{
    sweep(u"ana"_s, [this] {
        const qint64 id = bookAs(u"ana"_s, {u"osei"_s, 5, 0, nextSlot(), 20});
        EXPECT_TRUE(ClinicDesk::done(updateAs(u"osei"_s, id, u"status = 'confirmed'"_s)));
        const NotificationId newest {
            textOf(u"SELECT max(id)::text FROM app.notification"_s).toLongLong()};
        return Attempt {[=, this] { return done(answer(desk().notifications.markRead({newest}))); },
                        u"SELECT count(*)::text FROM app.notification WHERE id = %1 AND read_at IS "
                        "NOT NULL"_s.arg(newest.value)};
    });
}

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
        const WeeklyHoursId id
            = answer(desk().schedules.addWeeklyHours(QUuid::createUuid(), hours(n + 84)))
                  .value()
                  .id;
        return
            [=, this] { return done(answer(desk().schedules.removeWeeklyHours(operation, id))); };
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
        const ScheduleExceptionId id
            = answer(desk().schedules.addException(QUuid::createUuid(), leave(n + 100))).value().id;
        return [=, this] { return done(answer(desk().schedules.removeException(operation, id))); };
    });
}

TEST_F(FaultSweepOfRecords, addAndRemoveClosedDay)
{
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const ClosedDay day {QDate(2027, 6, 1).addDays(n), u"Holiday"_s};
        return [=, this] { return done(answer(desk().schedules.addClosedDay(operation, day))); };
    });
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const QDate day = QDate(2027, 9, 1).addDays(n);
        EXPECT_TRUE(
            answer(desk().schedules.addClosedDay(QUuid::createUuid(), {day, u"Holiday"_s})));
        return [=, this] { return done(answer(desk().schedules.removeClosedDay(operation, day))); };
    });
}

TEST_F(FaultSweepOfRecords, setClinic)
{
    sweepAudited(u"admin"_s, [this](const QUuid &operation, int n) {
        const Clinic clinic {u"Swept clinic %1"_s.arg(n), QTimeZone("Europe/Berlin")};
        return [=, this] { return done(answer(desk().schedules.setClinic(operation, clinic))); };
    });
}

/// A writing operation of a service that no sweep above sends.
TEST(FaultSweepCoverage, everyOperationOfTheServicesIsSweptOrReads)
{
    QFile own(QStringLiteral(CLINICDESK_SOURCE_DIR) + u"/tests/services/FaultSweepTest.cpp"_s);
    ASSERT_TRUE(own.open(QIODevice::ReadOnly));
    const QString sweeps = QString::fromUtf8(own.readAll()).remove(QRegularExpression(u"\\s"_s));
    const QString services = QStringLiteral(CLINICDESK_SOURCE_DIR) + u"/src/services"_s;
    static const QRegularExpression declared(u"QCoro::Task<Result<.*>>\\s+(\\w+)\\("_s);
    int found = 0;
    for (QDirIterator files(services, {u"*Service.h"_s}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile header(files.next());
        ASSERT_TRUE(header.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(header.readAll()).section(u"private:"_s, 0, 0);
        for (auto each = declared.globalMatch(text); each.hasNext();) {
            const QString name = each.next().captured(1);
            ++found;
            const QRegularExpression sent(u"done\\(answer\\(desk\\(\\)\\.\\w+\\.%1\\("_s.arg(name));
            const bool isSwept = sweeps.contains(sent);
            EXPECT_NE(reading.contains(name), isSwept)
                << qPrintable(header.fileName() + u": "_s + name);
        }
    }
    EXPECT_GT(found, 40);
}

} // namespace ClinicDesk
