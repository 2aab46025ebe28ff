#include "services/FaultSweep.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

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

TEST_F(FaultSweep, confirmAsTheScreenSendsIt)
{
    sweep(u"lindqvist"_s, [this] {
        const Appointment asked = shown(visit(u"pending"_s, nextSlot()));
        const StatusRequest wanted {QUuid::createUuid(), asked.id, AppointmentStatus::Confirmed, {},
                                    asked.version,       asked};
        return Attempt {
            [=, this] { return done(answer(desk().appointments.changeStatus(wanted))); },
            eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, moveAsTheScreenSendsIt)
{
    sweep(u"ana"_s, [this] {
        MoveRequest wanted;
        wanted.operation = QUuid::createUuid();
        wanted.appointment = visit(u"confirmed"_s, nextSlot());
        wanted.seen = shown(wanted.appointment);
        wanted.version = wanted.seen->version;
        wanted.start = nextSlot();
        return Attempt {[=, this] { return done(answer(desk().appointments.move(wanted))); },
                        eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, moveFromAScreenThatShowsAnotherDoctor)
{
    sweep(u"ana"_s, [this] {
        MoveRequest wanted;
        wanted.operation = QUuid::createUuid();
        wanted.appointment = visit(u"confirmed"_s, nextSlot());
        wanted.seen = shown(wanted.appointment);
        wanted.seen->doctor = DoctorId {doctor(u"osei"_s)};
        wanted.start = nextSlot();
        return Attempt {[=, this] { return done(answer(desk().appointments.move(wanted))); },
                        eventsOf(wanted.operation)};
    });
    expectConsistent();
}

TEST_F(FaultSweep, undoAsTheScreenSendsIt)
{
    sweep(u"ana"_s, [this] {
        AppointmentRequest wanted;
        wanted.operation = QUuid::createUuid();
        wanted.appointment
            = AppointmentId {bookAs(u"ana"_s, {u"lindqvist"_s, 3, 0, nextSlot(), 20})};
        wanted.seen = SeenChange {shown(wanted.appointment), {}};
        wanted.version = wanted.seen->now.version;
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

/// A writing operation of a service that no sweep sends.
TEST(FaultSweepCoverage, everyOperationOfTheServicesIsSweptOrReads)
{
    QString sweeps;
    for (const QString &suite : {u"FaultSweepTest"_s, u"FaultSweepOfRecordsTest"_s}) {
        QFile own(QStringLiteral(CLINICDESK_SOURCE_DIR) + u"/tests/services/%1.cpp"_s.arg(suite));
        ASSERT_TRUE(own.open(QIODevice::ReadOnly));
        sweeps += QString::fromUtf8(own.readAll()).remove(QRegularExpression(u"\\s"_s));
    }
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
