#include "services/appointments/AppointmentOperations.h"
#include "services/ServiceFixture.h"
#include "services/SignedIn.h"
#include "services/appointments/AppointmentStore.h"
#include "support/WireProxy.h"

#include <QDeadlineTimer>

#include <thread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

using AppointmentOperations::book;
using AppointmentOperations::changeStatus;
using AppointmentOperations::checkIn;
using AppointmentOperations::move;
using AppointmentOperations::runAtomically;
using AppointmentOperations::takeHold;
using AppointmentOperations::undo;

template<typename T> QString ruleOf(const Result<T> &result)
{
    return result ? u"success"_s : toKey(result.error().kind) + u' ' + result.error().rule;
}

} // namespace

class AppointmentOperationsTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_ana.emplace(deskSettings(u"ana"_s, 1));
        m_ben.emplace(deskSettings(u"ben"_s, 2));
        m_osei.emplace(deskSettings(u"osei"_s, 3));
    }
    void TearDown() override
    {
        m_ana.reset();
        m_ben.reset();
        m_osei.reset();
        ServiceFixture::TearDown();
    }

    TransactionManager &ana() { return m_ana->manager; }
    TransactionManager &ben() { return m_ben->manager; }
    TransactionManager &osei() { return m_osei->manager; }

    Appointment booked(const Visit &visit = {}) { return book(ana(), request(visit)).value(); }
    static StatusRequest step(const Appointment &row, AppointmentStatus to,
                              const QString &reason = {})
    {
        return {QUuid::createUuid(), row.id, to, reason, row.version};
    }
    static MoveRequest moveTo(const Appointment &row, const QDateTime &start)
    {
        MoveRequest request;
        request.operation = QUuid::createUuid();
        request.appointment = row.id;
        request.start = start.toUTC();
        return request;
    }
    static AppointmentRequest only(const Appointment &row)
    {
        return {QUuid::createUuid(), row.id, {}};
    }

    /// Whether desk 4 comes to wait for a lock, before its first attempt gives up.
    bool isWaiting() const
    {
        bool waits = false;
        for (const QDeadlineTimer patience(1900); !waits && !patience.hasExpired();)
            waits = !superuserSql(
                         u"SELECT 1 FROM pg_stat_activity WHERE application_name LIKE '%Desk 4' "
                         "AND wait_event_type = 'Lock'"_s)
                         .isEmpty();
        return waits;
    }
    /// Ana's booking at desk 4 waits another session keeps this lock, and succeeds after.
    void expectWaitsFor(const QString &lockSql, const BookRequest &wanted)
    {
        OpenSession other(ownerSettings());
        ASSERT_TRUE(other.run(u"BEGIN"_s).ok());
        ASSERT_TRUE(done(other.run(lockSql)));
        Result<Appointment> result;
        std::thread desk([&] {
            OperationDesk place(deskSettings(u"ana"_s, 4));
            result = book(place.manager, wanted);
        });
        EXPECT_TRUE(isWaiting()) << qPrintable(lockSql);
        ASSERT_TRUE(other.run(u"ROLLBACK"_s).ok());
        desk.join();
        EXPECT_EQ(kindOf(result), u"success"_s);
    }

    std::optional<OperationDesk> m_ana;
    std::optional<OperationDesk> m_ben;
    std::optional<OperationDesk> m_osei;
};

TEST_F(AppointmentOperationsTest, bookReturnsTheStoredRow)
{
    BookRequest wanted = request({u"osei"_s, 1, 2});
    wanted.reason = u"Kopfweh, seit 3 Tagen 🤕"_s;
    wanted.visitType = VisitTypeId {visitTypeId(1)};
    const Appointment row = book(ana(), wanted).value();
    EXPECT_EQ(row.status, AppointmentStatus::Pending);
    EXPECT_EQ(row.version, 1);
    EXPECT_EQ(row.doctor, wanted.doctor);
    EXPECT_EQ(row.patient, wanted.patient);
    EXPECT_EQ(row.room, wanted.room);
    EXPECT_EQ(row.visitType, wanted.visitType);
    EXPECT_EQ(row.start, wanted.start);
    EXPECT_EQ(row.end, wanted.end);
    EXPECT_EQ(row.reason, wanted.reason);
    EXPECT_EQ(row.source, u"desk"_s);
    EXPECT_TRUE(row.requestedAt.has_value());
    EXPECT_EQ(textOf(u"SELECT kind || ' ' || who || ' ' || desk FROM app.appointment_event"_s),
              u"booked ana Desk 1"_s);
    expectConsistent();
}

TEST_F(AppointmentOperationsTest, aBookingIsTwoMessages)
{
    WireProxy proxy(port());
    ConnectionSettings wire = deskSettings(u"ana"_s, 5);
    wire.host = u"127.0.0.1"_s;
    wire.port = QString::number(proxy.port());
    OperationDesk desk(wire);
    AppointmentOperations::warmUp(desk.manager, DoctorId {doctor(u"osei"_s)},
                                  PatientId {patient(1)}, at(11, 0).toUTC());
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"0"_s)
        << "a warm-up leaves nothing";
    ASSERT_TRUE(
        book(desk.manager, request({u"osei"_s, 1, 1})).has_value()); // prepares the room's lock
    proxy.resetCount();
    ASSERT_TRUE(book(desk.manager, request({u"osei"_s, 2, 1, at(11, 20)})).has_value());
    EXPECT_EQ(proxy.messages(), 2);
    proxy.resetCount();
    ASSERT_FALSE(book(desk.manager, request({u"osei"_s, 3, 2, at(11, 20)})).has_value());
    EXPECT_GT(proxy.messages(), 2) << "a refusal is explained";
}

TEST_F(AppointmentOperationsTest, bookingLocksDoctorPatientAndRoom)
{
    // KEY SHARE stands in the way of the desk's FOR UPDATE only; SHARE of the guard's own lock,
    // too.
    const QString sql = u"SELECT 1 FROM app.%1 WHERE id = %2 FOR %3"_s;
    int minute = 0;
    for (const QString &strength : {u"KEY SHARE"_s, u"SHARE"_s}) {
        const auto next = [&] {
            return request({u"osei"_s, 1, 1, at(13, 0).addSecs(minute++ * 1200)});
        };
        expectWaitsFor(sql.arg(u"doctor"_s).arg(doctor(u"osei"_s)).arg(strength), next());
        expectWaitsFor(sql.arg(u"patient"_s).arg(patient(1)).arg(strength), next());
        expectWaitsFor(sql.arg(u"room"_s).arg(room(1)).arg(strength), next());
    }
}

TEST_F(AppointmentOperationsTest, aLockHeldTooLongIsBusyWithItsHolder)
{
    OpenSession ben(deskSettings(u"ben"_s, 3));
    ASSERT_TRUE(done(ben.run(
        u"BEGIN; SELECT 1 FROM app.doctor WHERE id = %1 FOR UPDATE"_s.arg(doctor(u"osei"_s)))));
    const Result<Appointment> result = book(ana(), request());
    ASSERT_EQ(kindOf(result), u"Busy"_s);
    EXPECT_EQ(result.error().as<BusyDetails>()->heldBy, u"Ben Cole"_s);
    EXPECT_EQ(result.error().as<BusyDetails>()->desk, u"Desk 3"_s);
    EXPECT_GE(result.error().as<BusyDetails>()->waitedMs, 3000) << "tried twice";
    ASSERT_TRUE(ben.run(u"ROLLBACK"_s).ok());
}

TEST_F(AppointmentOperationsTest, aTakenSlotSaysWhoSinceWhenAndWhatIsFree)
{
    const Appointment first = booked();
    const Result<Appointment> result = book(ben(), request({u"osei"_s, 2}));
    ASSERT_EQ(ruleOf(result), u"SlotTaken doctor_busy"_s);
    const auto *details = result.error().as<SlotTakenDetails>();
    ASSERT_TRUE(details);
    EXPECT_EQ(details->takenBy, u"Ana Ruiz"_s);
    EXPECT_EQ(details->desk, u"Desk 1"_s);
    EXPECT_EQ(details->since, first.requestedAt);
    EXPECT_EQ(details->start, first.start);
    EXPECT_FALSE(details->held);
    ASSERT_FALSE(details->nextFree.isEmpty());
    EXPECT_EQ(details->nextFree.first().start, at(11, 20).toUTC());
    EXPECT_TRUE(
        book(ben(), request({u"osei"_s, 2, 0, details->nextFree.first().start})).has_value());
}

TEST_F(AppointmentOperationsTest, aHeldSlotSaysWhoHoldsIt)
{
    const Result<QDateTime> until
        = takeHold(ana(), DoctorId {doctor(u"osei"_s)}, at(11, 0).toUTC(), at(11, 20).toUTC());
    ASSERT_TRUE(until.has_value());
    EXPECT_NEAR(double(clinicNow().secsTo(*until)), 90, 3);
    const Result<Appointment> result = book(ben(), request());
    ASSERT_EQ(ruleOf(result), u"SlotTaken held"_s);
    const auto *details = result.error().as<SlotTakenDetails>();
    EXPECT_TRUE(details->held);
    EXPECT_EQ(details->takenBy, u"Ana Ruiz"_s);
    EXPECT_EQ(details->nextFree.value(0).start, at(11, 20).toUTC());
    EXPECT_EQ(ruleOf(takeHold(ben(), DoctorId {doctor(u"osei"_s)}, at(11, 10).toUTC(),
                              at(11, 30).toUTC())),
              u"SlotTaken held"_s);
    EXPECT_TRUE(book(ana(), request()).has_value());
}

TEST_F(AppointmentOperationsTest, aBusyPatientOrRoomNamesTheOtherVisit)
{
    const Appointment first = booked({u"osei"_s, 1, 1});
    const Result<Appointment> patientBusy = book(ben(), request({u"ba"_s, 1, 2, at(11, 10)}));
    ASSERT_EQ(kindOf(patientBusy), u"PatientBusy"_s);
    const auto *visit = patientBusy.error().as<OtherVisitDetails>();
    EXPECT_EQ(visit->appointment, first.id);
    EXPECT_EQ(visit->start, first.start);
    EXPECT_EQ(visit->end, first.end);
    EXPECT_EQ(visit->doctorName, u"Dr Osei"_s);
    const Result<Appointment> roomBusy = book(ben(), request({u"ba"_s, 2, 1, at(11, 10)}));
    ASSERT_EQ(kindOf(roomBusy), u"RoomBusy"_s);
    const auto *other = roomBusy.error().as<OtherVisitDetails>();
    EXPECT_EQ(other->appointment, first.id);
    ASSERT_EQ(other->freeRooms.size(), 3);
    EXPECT_EQ(other->freeRooms.first().name, u"Room 2"_s);
}

TEST_F(AppointmentOperationsTest, eachRuleHasItsKind)
{
    ownerSql(u"UPDATE app.doctor SET lead_minutes = 300, horizon_days = 5 WHERE id = %1; "
             "INSERT INTO app.closed_day(day, name) VALUES ('2026-11-26', 'Holiday')"_s.arg(
                 doctor(u"ba"_s)));
    EXPECT_EQ(ruleOf(book(ana(), request({u"osei"_s, 1, 0, at(9, 0)}))), u"TooSoon past"_s);
    EXPECT_EQ(ruleOf(book(ana(), request({u"ba"_s, 1, 0, at(14, 0)}))), u"TooSoon lead_time"_s);
    EXPECT_EQ(ruleOf(book(ana(), request({u"ba"_s, 1, 0, at(14, 0, {2026, 11, 30})}))),
              u"TooLate horizon"_s);
    EXPECT_EQ(ruleOf(book(ana(), request({u"osei"_s, 1, 0, at(14, 0, {2026, 11, 26})}))),
              u"ClinicClosed clinic_closed"_s);
    const Result<Appointment> outside = book(ana(), request({u"osei"_s, 1, 0, at(12, 20)}));
    EXPECT_EQ(ruleOf(outside), u"OutsideHours outside_hours"_s);
    EXPECT_EQ(outside.error().as<RuleDetails>()->doctorName, u"Dr Osei"_s);
    EXPECT_EQ(outside.error().as<RuleDetails>()->nextFree.value(0).start, at(13, 0).toUTC());
    ownerSql(
        u"UPDATE app.patient SET active = false WHERE id = %1; UPDATE app.doctor SET verified = false WHERE id = %2"_s
            .arg(patient(2))
            .arg(doctor(u"lindqvist"_s)));
    EXPECT_EQ(kindOf(book(ana(), request({u"osei"_s, 2}))), u"PatientUnavailable"_s);
    EXPECT_EQ(kindOf(book(ana(), request({u"lindqvist"_s, 1}))), u"DoctorUnavailable"_s);
    EXPECT_EQ(kindOf(book(ana(), request({u"osei"_s, 1, 0, at(11, 0), 0}))), u"ValidationFailed"_s);
    EXPECT_EQ(kindOf(book(osei(), request({u"ba"_s, 1}))), u"NotPermitted"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.operation WHERE kind = 'book'"_s), u"0"_s)
        << "a refused operation leaves no row";
}

TEST_F(AppointmentOperationsTest, anOverrideIsHonouredAndRecorded)
{
    BookRequest late = request({u"osei"_s, 1, 0, at(19, 0)});
    late.override = RuleOverride {u"hours"_s, u"Came from far away"_s};
    ASSERT_TRUE(book(ana(), late).has_value());
    EXPECT_EQ(
        textOf(u"SELECT override_rules || ' ' || override_because FROM app.appointment_event"_s),
        u"hours Came from far away"_s);
    BookRequest next = request({u"osei"_s, 2, 0, at(20, 0)});
    EXPECT_EQ(ruleOf(book(ana(), next)), u"OutsideHours outside_hours"_s)
        << "only for its own transaction";
}

TEST_F(AppointmentOperationsTest, aRepeatReturnsTheFirstResultAfterTheRowChanged)
{
    const BookRequest wanted = request({u"osei"_s, 1, 1});
    const Appointment first = book(ana(), wanted).value();
    const StatusRequest confirm = step(first, AppointmentStatus::Confirmed);
    const Appointment confirmed = changeStatus(osei(), confirm).value();
    MoveRequest elsewhere = moveTo(first, at(14, 0));
    elsewhere.room = RoomId {room(2)};
    elsewhere.doctor = DoctorId {doctor(u"ba"_s)};
    const Appointment moved = move(ana(), elsewhere).value();
    ASSERT_TRUE(
        changeStatus(ana(), step(moved, AppointmentStatus::Cancelled, u"ill"_s)).has_value());
    EXPECT_EQ(book(ana(), wanted).value(), first);
    EXPECT_EQ(changeStatus(osei(), confirm).value(), confirmed)
        << "also when it is no longer the doctor's own";
    EXPECT_EQ(move(ana(), elsewhere).value(), moved);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment_event"_s), u"4"_s)
        << "nothing happened twice";
    expectConsistent();
}

TEST_F(AppointmentOperationsTest, anIdUsedForSomethingElseIsRefused)
{
    const BookRequest wanted = request();
    const Appointment row = book(ana(), wanted).value();
    BookRequest other = wanted;
    other.start = wanted.start.addSecs(1200);
    other.end = wanted.end.addSecs(1200);
    EXPECT_EQ(kindOf(book(ana(), other)), u"OperationMismatch"_s) << "other arguments";
    EXPECT_EQ(kindOf(book(ben(), wanted)), u"OperationMismatch"_s) << "another person";
    OperationDesk admin(deskSettings(u"admin"_s, 4));
    EXPECT_EQ(kindOf(book(admin.manager, wanted)), u"OperationMismatch"_s)
        << "another person, who may read it";
    const auto isRecorded = [&wanted](TransactionManager &manager) {
        return manager.read<bool>(u"recorded"_s, [&wanted](Transaction &transaction) {
            return AppointmentStore::isRecorded(transaction, wanted.operation);
        });
    };
    EXPECT_TRUE(isRecorded(ana()).value());
    EXPECT_FALSE(isRecorded(admin.manager).value());
    StatusRequest status = step(row, AppointmentStatus::Cancelled, u"x"_s);
    status.operation = wanted.operation;
    EXPECT_EQ(kindOf(changeStatus(ana(), status)), u"OperationMismatch"_s) << "another kind";
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"1"_s);
}

TEST_F(AppointmentOperationsTest, aRefusedOperationMayBeTriedAgainUnderItsId)
{
    const Appointment first = booked();
    const BookRequest wanted = request({u"osei"_s, 2});
    EXPECT_EQ(kindOf(book(ben(), wanted)), u"SlotTaken"_s);
    ASSERT_TRUE(
        changeStatus(ana(), step(first, AppointmentStatus::Cancelled, u"ill"_s)).has_value());
    EXPECT_TRUE(book(ben(), wanted).has_value());
}

TEST_F(AppointmentOperationsTest, aVisitGoesThroughItsSteps)
{
    Appointment row = booked({u"osei"_s, 1, 0, at(10, 20)});
    row = changeStatus(osei(), step(row, AppointmentStatus::Confirmed)).value();
    EXPECT_TRUE(row.confirmedAt.has_value());
    row = checkIn(ana(), only(row)).value();
    EXPECT_TRUE(row.checkedInAt.has_value());
    row = changeStatus(osei(), step(row, AppointmentStatus::InProgress)).value();
    EXPECT_TRUE(row.startedAt.has_value());
    row = changeStatus(osei(), step(row, AppointmentStatus::Completed)).value();
    EXPECT_TRUE(row.endedAt.has_value());
    EXPECT_EQ(row.version, 5);
    const Appointment other = booked({u"osei"_s, 2, 0, at(11, 20)});
    const Result<Appointment> bare = changeStatus(osei(), step(other, AppointmentStatus::Rejected));
    ASSERT_EQ(kindOf(bare), u"ValidationFailed"_s);
    EXPECT_EQ(bare.error().as<ValidationDetails>()->fields.value(u"reason"_s), u"missing"_s);
    const Appointment rejected
        = changeStatus(osei(), step(other, AppointmentStatus::Rejected, u"away"_s)).value();
    EXPECT_EQ(rejected.statusNote, u"away"_s);
    const Appointment third = booked({u"lindqvist"_s, 3, 0, at(10, 0)});
    EXPECT_EQ(changeStatus(ana(), step(third, AppointmentStatus::NoShow)).value().status,
              AppointmentStatus::NoShow);
    expectConsistent();
}

TEST_F(AppointmentOperationsTest, refusedStepsSayWhatTheRowIsAndWhoMadeItSo)
{
    const Appointment row = booked();
    ASSERT_TRUE(changeStatus(ana(), step(row, AppointmentStatus::Cancelled, u"ill"_s)).has_value());
    StatusRequest confirm = step(row, AppointmentStatus::Confirmed);
    Result<Appointment> result = changeStatus(osei(), confirm);
    ASSERT_EQ(kindOf(result), u"StaleRow"_s);
    EXPECT_EQ(result.error().as<RowDetails>()->expectedVersion, 1);
    EXPECT_EQ(result.error().as<RowDetails>()->actualVersion, 2);
    EXPECT_EQ(result.error().as<RowDetails>()->changedBy, u"Ana Ruiz"_s);
    confirm.version.reset();
    result = changeStatus(osei(), confirm);
    ASSERT_EQ(kindOf(result), u"InvalidTransition"_s);
    EXPECT_EQ(result.error().as<RowDetails>()->now, AppointmentStatus::Cancelled);
    EXPECT_EQ(result.error().as<RowDetails>()->wanted, AppointmentStatus::Confirmed);
    EXPECT_EQ(result.error().as<RowDetails>()->changedBy, u"Ana Ruiz"_s);
    EXPECT_TRUE(result.error().as<RowDetails>()->changedAt.has_value());
}

TEST_F(AppointmentOperationsTest, whatIsNotTheirsIsNotFound)
{
    const Appointment foreign = booked({u"ba"_s, 1});
    EXPECT_EQ(kindOf(changeStatus(osei(), step(foreign, AppointmentStatus::Confirmed))),
              u"NotFound"_s);
    EXPECT_EQ(kindOf(move(osei(), moveTo(foreign, at(14, 0)))), u"NotFound"_s);
    EXPECT_EQ(kindOf(undo(osei(), only(foreign))), u"NotFound"_s);
    Appointment unknown;
    unknown.id = AppointmentId {424242};
    EXPECT_EQ(kindOf(checkIn(ana(), only(unknown))), u"NotFound"_s);
    EXPECT_EQ(kindOf(changeStatus(ana(), step(unknown, AppointmentStatus::Cancelled, u"x"_s))),
              u"NotFound"_s);
}

TEST_F(AppointmentOperationsTest, oneVisitInProgressNamesTheOther)
{
    const Appointment first = changeStatus(osei(),
                                           step(booked({u"osei"_s, 1, 0, at(10, 0)}),
                                                AppointmentStatus::Cancelled, u"x"_s))
                                  .value();
    EXPECT_EQ(first.status, AppointmentStatus::Cancelled);
    const qint64 running = load(u"in_progress"_s, {u"osei"_s, 2, 0, at(9, 40)});
    const qint64 next = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(10, 20)});
    const Result<Appointment> result = changeStatus(
        osei(), {QUuid::createUuid(), {next}, AppointmentStatus::InProgress, {}, {}});
    ASSERT_EQ(kindOf(result), u"VisitInProgress"_s);
    EXPECT_EQ(result.error().as<OtherVisitDetails>()->appointment.value, running);
}

TEST_F(AppointmentOperationsTest, movesChangeTimeDoctorRoomAndLength)
{
    Appointment row = booked({u"lindqvist"_s, 1, 1});
    row = move(ana(), moveTo(row, at(14, 0))).value();
    EXPECT_EQ(row.start, at(14, 0).toUTC());
    EXPECT_EQ(row.end, at(14, 20).toUTC()) << "the length stays";
    MoveRequest longer = moveTo(row, at(14, 0));
    longer.end = at(14, 40).toUTC();
    longer.clearRoom = true;
    row = move(ana(), longer).value();
    EXPECT_EQ(row.end, at(14, 40).toUTC());
    EXPECT_FALSE(row.room.has_value());
    MoveRequest other = moveTo(row, at(14, 0));
    other.doctor = DoctorId {doctor(u"osei"_s)};
    row = move(ana(), other).value();
    EXPECT_EQ(row.status, AppointmentStatus::Pending);
    booked({u"osei"_s, 2, 0, at(15, 0)});
    const Result<Appointment> taken = move(ben(), moveTo(row, at(14, 50)));
    ASSERT_EQ(kindOf(taken), u"SlotTaken"_s);
    EXPECT_EQ(taken.error().as<SlotTakenDetails>()->takenBy, u"Ana Ruiz"_s);
    MoveRequest away = moveTo(row, at(14, 0));
    away.doctor = DoctorId {doctor(u"ba"_s)};
    EXPECT_EQ(kindOf(move(osei(), away)), u"NotPermitted"_s) << "a doctor cannot give a visit away";
    away.version = row.version - 1;
    EXPECT_EQ(kindOf(move(ana(), away)), u"StaleRow"_s);
    expectConsistent();
}

TEST_F(AppointmentOperationsTest, aMoveRunsAgainWhenTheDoctorChangedUnderTheLock)
{
    const Appointment row = booked({u"osei"_s, 1});
    OpenSession other(deskSettings(u"ben"_s, 6));
    ASSERT_TRUE(done(
        other.run(u"BEGIN; SELECT 1 FROM app.doctor WHERE id IN (%1, %2) ORDER BY id FOR UPDATE"_s
                      .arg(doctor(u"osei"_s))
                      .arg(doctor(u"ba"_s)))));
    Result<Appointment> result;
    qint64 retries = 0;
    std::thread desk([&] {
        OperationDesk place(deskSettings(u"ana"_s, 4));
        MoveRequest request = moveTo(row, at(15, 0));
        result = move(place.manager, request);
        retries = place.statistics.figures().value(u"move"_s).retries;
    });
    EXPECT_TRUE(isWaiting());
    EXPECT_TRUE(other
                    .run(u"UPDATE app.appointment SET doctor_id = %1 WHERE id = %2; COMMIT"_s
                             .arg(doctor(u"ba"_s))
                             .arg(row.id.value))
                    .ok());
    desk.join();
    ASSERT_EQ(kindOf(result), u"success"_s);
    EXPECT_EQ(result->doctor.value, doctor(u"ba"_s));
    EXPECT_EQ(result->start, at(15, 0).toUTC());
    EXPECT_EQ(retries, 1);
    expectConsistent();
}

TEST_F(AppointmentOperationsTest, undoRestoresAndSaysWhyItCannot)
{
    const Appointment row = booked();
    const Appointment cancelled
        = changeStatus(ana(), step(row, AppointmentStatus::Cancelled, u"ill"_s)).value();
    EXPECT_EQ(kindOf(undo(ben(), only(row))), u"StaleRow"_s) << "another person's change";
    Appointment restored = undo(ana(), only(row)).value();
    EXPECT_EQ(restored.version, 3);
    restored.version = row.version;
    EXPECT_EQ(restored, row);
    EXPECT_EQ(undo(ana(), only(row)).value().status, AppointmentStatus::Cancelled)
        << "the undo taken back";
    ASSERT_TRUE(book(ben(), request({u"osei"_s, 2})).has_value());
    const Result<Appointment> taken = undo(ana(), only(row));
    ASSERT_EQ(kindOf(taken), u"SlotTaken"_s);
    const Appointment fresh = booked({u"ba"_s, 3});
    EXPECT_EQ(undo(ana(), only(fresh)).value().status, AppointmentStatus::Cancelled);
    const Appointment old = booked({u"ba"_s, 4});
    setClinicNow(startOfTest().addSecs(60));
    EXPECT_EQ(ruleOf(undo(ana(), only(old))), u"TooLate undo_expired"_s);
    expectConsistent();
}

TEST_F(AppointmentOperationsTest, severalStepsHappenTogetherOrNotAtAll)
{
    const Appointment row = booked({u"osei"_s, 1, 1});
    const QUuid operation = QUuid::createUuid();
    // Doctors and rooms against the order of the locks.
    const QList<AtomicStep> steps {request({u"ba"_s, 2, 4}), moveTo(row, at(14, 0)),
                                   request({u"osei"_s, 3, 1, at(11, 0)})};
    QList<AtomicStep> broken = steps;
    broken.append(request({u"ba"_s, 4, 4}));
    EXPECT_EQ(kindOf(runAtomically(ana(), operation, broken)), u"SlotTaken"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment_event"_s), u"1"_s);
    const Result<QList<Appointment>> result = runAtomically(ana(), operation, steps);
    ASSERT_EQ(kindOf(result), u"success"_s);
    ASSERT_EQ(result->size(), 3);
    EXPECT_EQ(result->at(1).start, at(14, 0).toUTC());
    EXPECT_EQ(runAtomically(ana(), operation, steps).value(), *result) << "a repeat";
    EXPECT_EQ(
        textOf(
            u"SELECT count(DISTINCT op_id)::text FROM app.appointment_event WHERE kind <> 'booked' OR id > 1"_s),
        u"1"_s);
    expectConsistent();
}

} // namespace ClinicDesk
