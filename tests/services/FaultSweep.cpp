#include "services/FaultSweep.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

void FaultSweep::SetUp()
{
    ServiceFixture::SetUp();
    m_proxy = std::make_unique<WireProxy>(port());
}

void FaultSweep::TearDown()
{
    m_desk.reset();
    m_proxy.reset();
    ServiceFixture::TearDown();
}

void FaultSweep::signIn(const QString &login)
{
    m_desk.reset();
    ConnectionSettings through = deskSettings(login, 1);
    through.host = u"127.0.0.1"_s;
    through.port = QString::number(m_proxy->port());
    m_desk = std::make_unique<SignedIn>(through);
}

QDateTime FaultSweep::nextSlot()
{
    const int n = m_slots++;
    return at(8, 0, QDate(2026, 11, 25).addDays(n / 11)).addSecs(n % 11 * 1200);
}

QString FaultSweep::eventsOf(const QUuid &operation)
{
    return u"SELECT count(*)::text FROM app.appointment_event WHERE op_id = '%1'"_s.arg(
        operation.toString(QUuid::WithoutBraces));
}

QString FaultSweep::auditOf(const QUuid &operation)
{
    return u"SELECT count(*)::text FROM app.audit WHERE op_id = '%1'"_s.arg(
        operation.toString(QUuid::WithoutBraces));
}

BookRequest FaultSweep::bookRequest(const QUuid &operation, int patient)
{
    BookRequest wanted = request({u"lindqvist"_s, patient, 0, nextSlot(), 20});
    wanted.operation = operation;
    return wanted;
}

AppointmentId FaultSweep::visit(const QString &status, const QDateTime &start)
{
    return AppointmentId {load(status, {u"lindqvist"_s, 2, 0, start, 20})};
}

Appointment FaultSweep::shown(AppointmentId id)
{
    return answer(desk().appointments.appointment(id)).value().appointment;
}

void FaultSweep::sweep(const QString &login, const std::function<Attempt()> &make)
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

void FaultSweep::settle(const Attempt &attempt, const Result<bool> &told, const std::string &where)
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

void FaultSweep::reconnect()
{
    DatabaseExecutor &executor = desk().executor;
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            executor.reconnectNow();
            return answer(desk().appointments.holds(QDate(2026, 11, 24), QDate(2026, 11, 24)))
                .has_value();
        },
        20'000));
}

} // namespace ClinicDesk
