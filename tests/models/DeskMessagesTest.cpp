#include "models/DoctorModels.h"
#include "models/ReceptionModels.h"
#include "services/LiveFixture.h"
#include "support/WireProxy.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// What the windows' models do to a visit, as it goes over the wire: one message from BEGIN to the
/// write, and COMMIT.
class DeskMessagesTest : public LiveFixture
{
protected:
    void SetUp() override
    {
        LiveFixture::SetUp();
        m_proxy = std::make_unique<WireProxy>(port());
    }
    void TearDown() override
    {
        m_reception.reset();
        m_doctor.reset();
        LiveFixture::TearDown();
        m_proxy.reset();
    }

    /// Without live updates: nothing but this desk's own messages.
    void signInOverTheWire(const QString &login)
    {
        ConnectionSettings through = deskSettings(login, 1);
        through.host = u"127.0.0.1"_s;
        through.port = QString::number(m_proxy->port());
        const Result<Session> session = QCoro::waitFor(m_services.staff.signIn(through));
        ASSERT_TRUE(session.has_value());
        m_session = *session;
    }
    void openReception()
    {
        signInOverTheWire(u"ana"_s);
        m_reception = std::make_unique<ReceptionModels>(m_services, m_session);
    }
    void openDoctor()
    {
        signInOverTheWire(u"osei"_s);
        m_doctor = std::make_unique<DoctorModels>(m_services, m_session);
        m_doctor->load();
        ASSERT_TRUE(
            waitFor([this] { return m_doctor->inbox().isLoaded() && m_doctor->day().isLoaded(); }));
    }
    [[nodiscard]] AppointmentRow shown(qint64 id)
    {
        return QCoro::waitFor(m_services.appointments.appointment(AppointmentId {id})).value();
    }
    /// Until this desk's own change is announced; that it took one message and a commit.
    template<typename Act> void expectTwo(const char *what, Act act)
    {
        QSignalSpy announced(&m_services.appointments, &AppointmentService::appointmentsChanged);
        m_proxy->resetCount();
        act();
        ASSERT_TRUE(waitFor([&] { return announced.count() == 1; })) << what;
        QList<QByteArray> sent = m_proxy->queries();
        sent.removeIf([](const QByteArray &query) { return query.startsWith("PREPARE"); });
        qsizetype begin = 0;
        while (begin < sent.size() && !sent.at(begin).startsWith("BEGIN;EXECUTE op("))
            ++begin;
        ASSERT_LT(begin + 1, sent.size()) << what;
        EXPECT_TRUE(sent.at(begin).contains("EXECUTE appointment_")) << what;
        EXPECT_EQ(sent.at(begin + 1).toStdString(), "COMMIT") << what;
    }
    /// The same, and then with the window's undo and redo.
    template<typename Act> void expectTwoEachWay(const char *what, Act act)
    {
        expectTwo(what, act);
        AppointmentCommands &commands = m_reception->commands();
        ASSERT_TRUE(waitFor([&] { return commands.canUndo(); })) << what;
        expectTwo("undo", [&] { commands.undo(); });
        ASSERT_TRUE(waitFor([&] { return commands.canRedo(); })) << what;
        expectTwo("redo", [&] { commands.redo(); });
    }

    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<ReceptionModels> m_reception;
    std::unique_ptr<DoctorModels> m_doctor;
};

TEST_F(DeskMessagesTest, commandsOfTheReception)
{
    const qint64 cancelled = load(u"confirmed"_s, {u"osei"_s, 1, 1, at(11, 0), 20});
    const qint64 present = load(u"confirmed"_s, {u"osei"_s, 2, 2, at(10, 20), 20});
    const qint64 missing = load(u"confirmed"_s, {u"osei"_s, 3, 3, at(10, 0), 20});
    openReception();
    AppointmentCommands &commands = m_reception->commands();
    expectTwoEachWay("cancel", [&] { commands.cancel(shown(cancelled), u"ill"_s); });
    expectTwoEachWay("check in", [&] { commands.checkIn(shown(present)); });
    expectTwoEachWay("no-show", [&] { commands.noShow(shown(missing)); });
    expectConsistent();
}

TEST_F(DeskMessagesTest, movesOfTheReception)
{
    const qint64 id = load(u"confirmed"_s, {u"lindqvist"_s, 1, 1, at(11, 0), 20});
    openReception();
    const auto moveTo = [&](const QString &login, const QDateTime &start, int minutes) {
        const AppointmentRow row = shown(id);
        m_reception->moves().begin(row);
        m_reception->moves().commit(
            {DoctorId {this->doctor(login)}, start.toUTC(), start.toUTC().addSecs(60 * minutes)});
    };
    expectTwoEachWay("time", [&] { moveTo(u"lindqvist"_s, at(14, 0), 20); });
    expectTwoEachWay("length", [&] { moveTo(u"lindqvist"_s, at(14, 0), 40); });
    expectTwoEachWay("doctor", [&] { moveTo(u"ba"_s, at(15, 0), 20); });
    expectTwoEachWay("room", [&] {
        m_reception->roomChange().begin(shown(id));
        m_reception->roomChange().commit(RoomId {room(2)});
    });
    expectConsistent();
}

TEST_F(DeskMessagesTest, answersAndDayOfTheDoctor)
{
    const AppointmentId asked {load(u"pending"_s, {u"osei"_s, 1, 1, at(11, 0), 20})};
    const AppointmentId unwanted {load(u"pending"_s, {u"osei"_s, 2, 2, at(11, 20), 20})};
    const AppointmentId here {load(u"confirmed"_s, {u"osei"_s, 3, 3, at(10, 0), 20})};
    const AppointmentId missing {load(u"confirmed"_s, {u"osei"_s, 4, 4, at(9, 0), 20})};
    openDoctor();
    expectTwo("confirm", [&] { m_doctor->inbox().confirm(asked); });
    expectTwo("reject", [&] { m_doctor->inbox().reject(unwanted, u"away"_s, {}); });
    expectTwo("start", [&] { m_doctor->day().start(here); });
    ASSERT_TRUE(waitFor([&] { return m_doctor->day().can(here, AppointmentStatus::Completed); }));
    expectTwo("complete", [&] { m_doctor->day().complete(here); });
    expectTwo("no-show", [&] { m_doctor->day().markNoShow(missing); });
    expectConsistent();
}

} // namespace ClinicDesk
