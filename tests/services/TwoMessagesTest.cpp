#include "services/ServiceFixture.h"
#include "services/appointments/AppointmentOperations.h"
#include "support/WireProxy.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

using AppointmentOperations::book;
using AppointmentOperations::changeStatus;
using AppointmentOperations::checkIn;
using AppointmentOperations::move;
using AppointmentOperations::undo;

const auto commit = u"COMMIT"_s;

QString toldBy(const Result<Appointment> &result)
{
    return result ? u"ok"_s : toKey(result.error().kind) + u' ' + result.error().rule;
}

StatusRequest step(const Appointment &seen, AppointmentStatus to, const QString &reason = {})
{
    return {QUuid::createUuid(), seen.id, to, reason, seen.version, seen};
}

MoveRequest moveOf(const Appointment &seen)
{
    MoveRequest request;
    request.operation = QUuid::createUuid();
    request.appointment = seen.id;
    request.version = seen.version;
    request.seen = seen;
    return request;
}

AppointmentRequest takeBack(const Appointment &now, const std::optional<Appointment> &before)
{
    return {QUuid::createUuid(), now.id, now.version, SeenChange {now, before}};
}

} // namespace

/// What an operation says to the server, message by message, when the screen shows the appointment
/// as it is; and that nobody is told otherwise because a screen showed something else.
class TwoMessagesTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_proxy = std::make_unique<WireProxy>(port());
    }
    void TearDown() override
    {
        m_desks.clear();
        m_proxy.reset();
        ServiceFixture::TearDown();
    }

    OperationDesk &desk(const QString &login)
    {
        std::unique_ptr<OperationDesk> &desk = m_desks[login];
        if (!desk) {
            ConnectionSettings through = deskSettings(login, static_cast<int>(m_desks.size()));
            through.host = u"127.0.0.1"_s;
            through.port = QString::number(m_proxy->port());
            desk = std::make_unique<OperationDesk>(through);
        }
        return *desk;
    }

    /// The statements of each message: "BEGIN op lock_doctor:1 ...", where a lock names its row.
    /// Those that prepare statements, once a session, are left out.
    QStringList sent() const
    {
        QStringList messages;
        for (const QByteArray &query : m_proxy->queries()) {
            if (query.startsWith("PREPARE"))
                continue;
            QStringList words;
            for (const QString &statement : QString::fromUtf8(query).split(u';')) {
                QString word = statement.section(u'(', 0, 0).remove(u"EXECUTE "_s).trimmed();
                if (word.startsWith("lock_"_L1))
                    word += u':' + statement.section(u'(', 1).chopped(1);
                words.append(word);
            }
            messages.append(words.join(u' '));
        }
        return messages;
    }
    /// The same message with rows for locks, in the one order.
    static QString message(const QList<qint64> &doctors, const QList<qint64> &patients,
                           const QList<qint64> &rooms, const std::optional<AppointmentId> &visit,
                           const QString &write)
    {
        QStringList words {u"BEGIN"_s, u"op"_s};
        for (const qint64 id : doctors)
            words.append(u"lock_doctor:%1"_s.arg(id));
        for (const qint64 id : patients)
            words.append(u"lock_patient:%1"_s.arg(id));
        for (const qint64 id : rooms)
            words.append(u"lock_room:%1"_s.arg(id));
        if (visit)
            words.append(u"lock_appointment:%1"_s.arg(visit->value));
        return (words << write).join(u' ');
    }

    template<typename Request>
    Result<Appointment> send(const QString &login,
                             Result<Appointment> (*operation)(TransactionManager &,
                                                              const Request &),
                             const Request &request)
    {
        TransactionManager &manager = desk(login).manager;
        m_proxy->resetCount();
        return operation(manager, request);
    }
    /// It succeeds, in this message and a commit.
    template<typename Request>
    Appointment expectTwo(const QString &login,
                          Result<Appointment> (*operation)(TransactionManager &, const Request &),
                          const Request &request, const QString &first)
    {
        const Result<Appointment> result = send(login, operation, request);
        EXPECT_EQ(toldBy(result), u"ok"_s);
        EXPECT_EQ(sent(), QStringList({first, commit})) << qPrintable(sent().join(u'\n'));
        return result.value_or(Appointment {});
    }

    Appointment booked(const Visit &visit = {})
    {
        return book(desk(u"ana"_s).manager, request(visit)).value();
    }
    Appointment confirmed(const Visit &visit = {})
    {
        return changeStatus(desk(u"osei"_s).manager,
                            step(booked(visit), AppointmentStatus::Confirmed))
            .value();
    }

    qint64 osei() const { return doctor(u"osei"_s); }
    qint64 ba() const { return doctor(u"ba"_s); }

    std::unique_ptr<WireProxy> m_proxy;
    std::map<QString, std::unique_ptr<OperationDesk>> m_desks;
};

TEST_F(TwoMessagesTest, book)
{
    expectTwo(u"ana"_s, &AppointmentOperations::book, request({u"osei"_s, 1, 2}),
              message({osei()}, {patient(1)}, {room(2)}, {}, u"appointment_insert"_s));
    BookRequest late = request({u"osei"_s, 2, 0, at(19, 0)});
    late.override = RuleOverride {u"hours"_s, u"Came from far away"_s};
    expectTwo(
        u"ana"_s, &AppointmentOperations::book, late,
        message({osei()}, {patient(2)}, {}, {}, u"appointment_override appointment_insert"_s));
    expectConsistent();
}

TEST_F(TwoMessagesTest, confirmLocksAllThatTheVisitTakes)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    const Appointment after
        = expectTwo(u"osei"_s, &changeStatus, step(row, AppointmentStatus::Confirmed),
                    message({osei()}, {patient(1)}, {room(2)}, row.id, u"appointment_status"_s));
    EXPECT_EQ(after.status, AppointmentStatus::Confirmed);
    const Appointment bare = booked({u"osei"_s, 2, 0, at(14, 0)});
    expectTwo(u"osei"_s, &changeStatus, step(bare, AppointmentStatus::Confirmed),
              message({osei()}, {patient(2)}, {}, bare.id, u"appointment_status"_s));
    expectConsistent();
}

TEST_F(TwoMessagesTest, theOtherStepsLockTheAppointmentAndAStartItsDoctor)
{
    const auto alone = [](const Appointment &row) {
        return message({}, {}, {}, row.id, u"appointment_status"_s);
    };
    const Appointment asked = booked({u"osei"_s, 1, 1});
    expectTwo(u"osei"_s, &changeStatus, step(asked, AppointmentStatus::Rejected, u"away"_s),
              alone(asked));
    const Appointment called = confirmed({u"osei"_s, 1, 1});
    expectTwo(u"ana"_s, &changeStatus, step(called, AppointmentStatus::Cancelled, u"ill"_s),
              alone(called));
    const Appointment missing = confirmed({u"osei"_s, 2, 2, at(10, 20)});
    setClinicNow(at(10, 30));
    expectTwo(u"ana"_s, &changeStatus, step(missing, AppointmentStatus::NoShow), alone(missing));
    const Appointment here = confirmed({u"osei"_s, 3, 3, at(10, 40)});
    const Appointment started
        = expectTwo(u"osei"_s, &changeStatus, step(here, AppointmentStatus::InProgress),
                    message({osei()}, {}, {}, here.id, u"appointment_status"_s));
    expectTwo(u"osei"_s, &changeStatus, step(started, AppointmentStatus::Completed),
              alone(started));
    expectConsistent();
}

TEST_F(TwoMessagesTest, checkIn)
{
    const Appointment row = confirmed({u"osei"_s, 1, 1});
    const Appointment after
        = expectTwo(u"ana"_s, &AppointmentOperations::checkIn,
                    AppointmentRequest {QUuid::createUuid(), row.id, row.version},
                    message({}, {}, {}, row.id, u"appointment_check_in"_s));
    EXPECT_TRUE(after.checkedInAt.has_value());
    expectConsistent();
}

TEST_F(TwoMessagesTest, moveInTimeDoctorRoomAndLength)
{
    Appointment row = booked({u"osei"_s, 1, 2});
    const auto message
        = [&](const QList<qint64> &doctors, const QList<qint64> &rooms, const QString &write) {
              return TwoMessagesTest::message(doctors, {patient(1)}, rooms, row.id, write);
          };
    const auto place = u"appointment_place"_s;
    MoveRequest later = moveOf(row);
    later.start = at(14, 0).toUTC();
    row = expectTwo(u"ana"_s, &move, later, message({osei()}, {room(2)}, place));
    EXPECT_EQ(row.end, at(14, 20).toUTC()) << "the length stays";
    MoveRequest longer = moveOf(row);
    longer.end = at(14, 40).toUTC();
    row = expectTwo(u"ana"_s, &move, longer, message({osei()}, {room(2)}, place));
    EXPECT_EQ(row.start, at(14, 0).toUTC());
    EXPECT_EQ(row.end, at(14, 40).toUTC());
    MoveRequest otherRoom = moveOf(row);
    otherRoom.room = RoomId {room(1)};
    row = expectTwo(u"ana"_s, &move, otherRoom, message({osei()}, {room(1), room(2)}, place));
    EXPECT_EQ(row.room, otherRoom.room);
    MoveRequest otherDoctor = moveOf(row);
    otherDoctor.doctor = DoctorId {ba()};
    row = expectTwo(u"ana"_s, &move, otherDoctor,
                    message({osei(), ba()}, {room(1)}, u"appointment_doctor"_s));
    EXPECT_EQ(row.doctor.value, ba());
    MoveRequest noRoom = moveOf(row);
    noRoom.clearRoom = true;
    noRoom.start = at(19, 0).toUTC();
    noRoom.override = RuleOverride {u"hours"_s, u"Came from far away"_s};
    row = expectTwo(u"ana"_s, &move, noRoom,
                    message({ba()}, {room(1)}, u"appointment_override "_s + place));
    EXPECT_FALSE(row.room.has_value());
    expectConsistent();
}

TEST_F(TwoMessagesTest, aDoctorMovesHisOwn)
{
    const Appointment row = confirmed({u"osei"_s, 1, 2});
    MoveRequest later = moveOf(row);
    later.start = at(14, 0).toUTC();
    later.doctor = row.doctor;
    const Appointment moved
        = expectTwo(u"osei"_s, &move, later,
                    message({osei()}, {patient(1)}, {room(2)}, row.id, u"appointment_place"_s));
    const Appointment back
        = expectTwo(u"osei"_s, &undo, takeBack(moved, row),
                    message({osei()}, {patient(1)}, {room(2)}, row.id, u"appointment_own_undo"_s));
    EXPECT_EQ(back.start, row.start);
    expectConsistent();
}

TEST_F(TwoMessagesTest, undoAndRedoOfEveryKind)
{
    const Appointment first = booked({u"osei"_s, 1, 2});
    const auto one = [&](const QString &write, const QList<qint64> &doctors = {},
                         const QList<qint64> &rooms = {}) {
        return message(doctors.isEmpty() ? QList<qint64> {osei()} : doctors, {patient(1)},
                       rooms.isEmpty() ? QList<qint64> {room(2)} : rooms, first.id, write);
    };
    const auto own = u"appointment_own_undo"_s;
    const Appointment gone
        = expectTwo(u"ana"_s, &undo, takeBack(first, {}), one(u"appointment_undo_booking"_s));
    EXPECT_EQ(gone.status, AppointmentStatus::Cancelled);
    const Appointment again = expectTwo(u"ana"_s, &undo, takeBack(gone, first), one(own));
    EXPECT_EQ(again.status, AppointmentStatus::Pending);
    MoveRequest elsewhere = moveOf(again);
    elsewhere.doctor = DoctorId {ba()};
    elsewhere.room = RoomId {room(3)};
    const Appointment moved = move(desk(u"ana"_s).manager, elsewhere).value();
    const Appointment back
        = expectTwo(u"ana"_s, &undo, takeBack(moved, again),
                    one(u"appointment_undo"_s, {osei(), ba()}, {room(2), room(3)}));
    EXPECT_EQ(back.doctor, first.doctor);
    EXPECT_EQ(back.room, first.room);
    const Appointment sure
        = changeStatus(desk(u"osei"_s).manager, step(back, AppointmentStatus::Confirmed)).value();
    const Appointment unsure = expectTwo(u"osei"_s, &undo, takeBack(sure, back), one(own));
    EXPECT_EQ(unsure.status, AppointmentStatus::Pending);
    EXPECT_EQ(expectTwo(u"osei"_s, &undo, takeBack(unsure, sure), one(own)).status,
              AppointmentStatus::Confirmed);
    expectConsistent();
}

TEST_F(TwoMessagesTest, undoOfACheckIn)
{
    const Appointment row = confirmed({u"osei"_s, 1, 2});
    const Appointment here
        = checkIn(desk(u"ana"_s).manager, {QUuid::createUuid(), row.id, row.version}).value();
    const QString expected
        = message({osei()}, {patient(1)}, {room(2)}, row.id, u"appointment_undo"_s);
    const Appointment away = expectTwo(u"ana"_s, &undo, takeBack(here, row), expected);
    EXPECT_FALSE(away.checkedInAt.has_value());
    const Appointment back = expectTwo(u"ana"_s, &undo, takeBack(away, here), expected);
    EXPECT_EQ(back.checkedInAt, here.checkedInAt);
    expectConsistent();
}

/// Screens that show another doctor, patient and room than the appointment has. Without a version
/// nothing tells the operation so but the row under its lock.
class WrongGuessTest : public TwoMessagesTest
{
protected:
    Appointment wrong(Appointment row) const
    {
        row.doctor = DoctorId {doctor(u"lindqvist"_s)};
        row.patient = PatientId {patient(9)};
        row.room = RoomId {room(4)};
        return row;
    }
    /// It succeeds, and what was committed stood on these locks.
    template<typename Request>
    Appointment expectLocks(const QString &login,
                            Result<Appointment> (*operation)(TransactionManager &, const Request &),
                            const Request &request, const QString &locks)
    {
        const Result<Appointment> result = send(login, operation, request);
        EXPECT_EQ(toldBy(result), u"ok"_s);
        QStringList last = sent();
        EXPECT_EQ(last.takeLast(), commit);
        while (!last.isEmpty() && !last.constLast().contains("lock_appointment"_L1))
            last.removeLast();
        EXPECT_TRUE(last.value(last.size() - 1).contains(locks)) << qPrintable(sent().join(u'\n'));
        return result.value_or(Appointment {});
    }
    QString locksOf(const Appointment &row) const
    {
        return u"lock_doctor:%1 lock_patient:%2 lock_room:%3 lock_appointment:%4"_s
            .arg(row.doctor.value)
            .arg(row.patient.value)
            .arg(row.room ? row.room->value : 0)
            .arg(row.id.value);
    }
};

TEST_F(WrongGuessTest, aStepReadsAndGoesOn)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    StatusRequest confirm = step(wrong(row), AppointmentStatus::Confirmed);
    confirm.version.reset();
    const Appointment sure = expectLocks(u"osei"_s, &changeStatus, confirm, locksOf(row));
    EXPECT_EQ(sure.status, AppointmentStatus::Confirmed);
    StatusRequest start = step(wrong(sure), AppointmentStatus::InProgress);
    start.version.reset();
    const Appointment started
        = expectLocks(u"osei"_s, &changeStatus, start,
                      u"lock_doctor:%1 lock_appointment:%2"_s.arg(osei()).arg(row.id.value));
    EXPECT_EQ(started.status, AppointmentStatus::InProgress);
    expectConsistent();
}

TEST_F(WrongGuessTest, aMoveReadsAndGoesOn)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    Appointment shown = row;
    shown.doctor = wrong(row).doctor;
    MoveRequest later = moveOf(shown);
    later.version.reset();
    later.start = at(14, 0).toUTC();
    EXPECT_EQ(expectLocks(u"ana"_s, &move, later, locksOf(row)).start, later.start);
    shown = row;
    shown.patient = wrong(row).patient;
    MoveRequest longer = moveOf(shown);
    longer.version.reset();
    longer.end = at(14, 40).toUTC();
    EXPECT_EQ(expectLocks(u"ana"_s, &move, longer, locksOf(row)).end, longer.end);
    shown = row;
    shown.room.reset();
    MoveRequest earlier = moveOf(shown);
    earlier.version.reset();
    earlier.start = at(13, 0).toUTC();
    EXPECT_EQ(expectLocks(u"ana"_s, &move, earlier, locksOf(row)).start, earlier.start);
    expectConsistent();
}

TEST_F(WrongGuessTest, anUndoReadsAndGoesOn)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    MoveRequest elsewhere = moveOf(row);
    elsewhere.doctor = DoctorId {ba()};
    elsewhere.room = RoomId {room(3)};
    const Appointment moved = move(desk(u"ana"_s).manager, elsewhere).value();
    const QString locks = u"lock_doctor:%1 lock_doctor:%2 lock_patient:%3 lock_room:%4 "
                          "lock_room:%5 lock_appointment:%6"_s.arg(osei())
                              .arg(ba())
                              .arg(patient(1))
                              .arg(room(2))
                              .arg(room(3))
                              .arg(row.id.value);
    const Appointment back = expectLocks(u"ana"_s, &undo, takeBack(moved, wrong(row)), locks);
    EXPECT_EQ(back.doctor, row.doctor);
    const Appointment again = expectLocks(u"ana"_s, &undo, takeBack(back, std::nullopt), locks);
    EXPECT_EQ(again.room, moved.room) << "taken for a booking";
    AppointmentRequest anew = takeBack(wrong(again), wrong(back));
    anew.version.reset();
    EXPECT_EQ(expectLocks(u"ana"_s, &undo, anew, locks).doctor, row.doctor);
    expectConsistent();
}

TEST_F(WrongGuessTest, aCheckInTakenForNothingIsTakenBack)
{
    const Appointment row = confirmed({u"osei"_s, 1, 2});
    const Appointment here
        = checkIn(desk(u"ana"_s).manager, {QUuid::createUuid(), row.id, row.version}).value();
    const Appointment away = expectLocks(u"ana"_s, &undo, takeBack(here, here), locksOf(row));
    EXPECT_FALSE(away.checkedInAt.has_value());
    expectConsistent();
}

TEST_F(WrongGuessTest, aVersionThatWasNotSeenIsRefusedAsEver)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    MoveRequest elsewhere = moveOf(row);
    elsewhere.doctor = DoctorId {ba()};
    const Appointment moved = move(desk(u"ana"_s).manager, elsewhere).value();
    MoveRequest later = moveOf(row);
    later.start = at(14, 0).toUTC();
    const Result<Appointment> stale = send(u"ben"_s, &move, later);
    ASSERT_EQ(toldBy(stale), u"StaleRow appointment"_s);
    const auto *details = stale.error().as<RowDetails>();
    EXPECT_EQ(details->expectedVersion, row.version);
    EXPECT_EQ(details->actualVersion, moved.version);
    EXPECT_EQ(details->changedBy, u"Ana Ruiz"_s);
    StatusRequest cancel = step(row, AppointmentStatus::Cancelled, u"ill"_s);
    EXPECT_EQ(toldBy(send(u"ben"_s, &changeStatus, cancel)), u"StaleRow appointment"_s);
    EXPECT_EQ(toldBy(send(u"osei"_s, &changeStatus, step(row, AppointmentStatus::Confirmed))),
              u"NotFound "_s)
        << "no longer the doctor's own";
    const AppointmentRequest arrived {QUuid::createUuid(), row.id, row.version};
    EXPECT_EQ(toldBy(send(u"ben"_s, &checkIn, arrived)), u"StaleRow appointment"_s);
    EXPECT_EQ(toldBy(send(u"ana"_s, &undo, takeBack(row, std::nullopt))), u"StaleRow undo"_s);
    EXPECT_EQ(toldBy(send(u"ben"_s, &undo, takeBack(moved, row))), u"StaleRow undo"_s)
        << "another person's change";
    EXPECT_EQ(toldBy(send(u"osei"_s, &checkIn, arrived)), u"NotFound "_s)
        << "before the right to check in";
    setClinicNow(startOfTest().addSecs(60));
    EXPECT_EQ(toldBy(send(u"ana"_s, &undo, takeBack(moved, row))), u"TooLate undo_expired"_s);
    EXPECT_EQ(valueOf(row.id.value, u"version"_s).toInt(), moved.version) << "nothing was written";
    expectConsistent();
}

TEST_F(WrongGuessTest, theSameStatusAgainIsARefusal)
{
    const Appointment row = confirmed({u"osei"_s, 1, 2});
    EXPECT_EQ(toldBy(send(u"osei"_s, &changeStatus, step(row, AppointmentStatus::Confirmed))),
              u"InvalidTransition same_status"_s);
    EXPECT_EQ(valueOf(row.id.value, u"version"_s).toInt(), row.version);
}

TEST_F(WrongGuessTest, aLengthThatOnlyTheGuessMakesImpossibleIsNone)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    Appointment shown = row;
    shown.start = at(14, 0).toUTC();
    shown.end = at(14, 20).toUTC();
    MoveRequest longer = moveOf(shown);
    longer.version.reset();
    longer.end = at(11, 40).toUTC();
    EXPECT_EQ(expectLocks(u"ana"_s, &move, longer, locksOf(row)).end, longer.end);
    MoveRequest none = moveOf(row);
    none.version.reset();
    none.end = row.start;
    EXPECT_EQ(toldBy(send(u"ana"_s, &move, none)), u"ValidationFailed "_s);
}

TEST_F(WrongGuessTest, aRepeatMayHaveSeenSomethingElse)
{
    const Appointment row = booked({u"osei"_s, 1, 2});
    MoveRequest later = moveOf(row);
    later.start = at(14, 0).toUTC();
    const Appointment moved = send(u"ana"_s, &move, later).value();
    later.seen = wrong(row);
    EXPECT_EQ(send(u"ana"_s, &move, later).value(), moved);
    later.seen.reset();
    EXPECT_EQ(send(u"ana"_s, &move, later).value(), moved);
    AppointmentRequest back = takeBack(moved, row);
    const Appointment undone = send(u"ana"_s, &undo, back).value();
    back.seen.reset();
    EXPECT_EQ(send(u"ana"_s, &undo, back).value(), undone);
    expectConsistent();
}

} // namespace ClinicDesk
