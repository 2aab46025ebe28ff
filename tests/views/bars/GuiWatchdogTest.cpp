#include "views/bars/BarsFixture.h"

#include "models/DayModel.h"
#include "support/WireProxy.h"
#include "views/bars/EventWait.h"
#include "views/bars/GuiWatch.h"
#include "views/bars/PqWitness.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/RowList.h"
#include "widgets/agenda/AgendaView.h"

#include <QDialog>
#include <QListView>
#include <QMainWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

/// A slow line between the program and its server: whatever waits for the database where the
/// windows live stands still for at least a round trip.
class GuiWatchdog : public BarsFixture
{
protected:
    static constexpr std::chrono::milliseconds oneWay = 300ms;
    static constexpr std::chrono::milliseconds tolerated = 50ms;

    void SetUp() override
    {
        BarsFixture::SetUp();
        load(u"confirmed"_s, {u"osei"_s, 2, 0, at(11, 0), 20});
        m_request = load(u"pending"_s, {u"osei"_s, 3, 0, at(11, 20), 20});
        m_proxy = std::make_unique<WireProxy>(port());
        m_proxy->setDelay(oneWay);
        startProgram(u"127.0.0.1"_s, m_proxy->port());
    }

    void TearDown() override
    {
        if (m_proxy)
            m_proxy->setDelay(0ms);
        endProgram();
        m_proxy.reset();
        BarsFixture::TearDown();
    }

    void startWatching()
    {
        PqWitness::start();
        m_watch.start();
    }

    void expectNeverBlocked()
    {
        m_watch.stop();
        const auto ms = [](GuiWatch::Span span) {
            return std::chrono::duration<double, std::milli>(span).count();
        };
        RecordProperty("longestMs", std::to_string(ms(m_watch.longest())));
        RecordProperty("longestAsleepMs", std::to_string(ms(m_watch.longestAsleep())));
        RecordProperty("longestBusyMs", std::to_string(ms(m_watch.longestBusy())));
        EXPECT_EQ(PqWitness::callsOnThisThread(), 0)
            << "the database was called on the windows' thread";
        EXPECT_GT(PqWitness::callsElsewhere(), 10) << "the witness sees no database calls at all";
        EXPECT_LT(ms(m_watch.longestAsleep()), ms(tolerated))
            << "the windows' thread waited for something";
    }

    [[nodiscard]] static bool isAt(const char *name)
    {
        return waitUntil([name] { return ReceptionDesk::focus() == QLatin1StringView(name); });
    }

    /// A visit of this patient is shown in one of these states.
    [[nodiscard]] static bool showsVisit(const DayModel &day, qint64 patient,
                                         const QList<AppointmentStatus> &states)
    {
        return waitUntil([&] {
            return std::ranges::any_of(day.rows(), [&](const AppointmentRow &row) {
                return row.appointment.patient.value == patient
                    && states.contains(row.appointment.status);
            });
        });
    }

    [[nodiscard]] qint64 requested() const { return m_request; }
    [[nodiscard]] WireProxy &proxy() { return *m_proxy; }

private:
    qint64 m_request = 0;
    std::unique_ptr<WireProxy> m_proxy;
    GuiWatch m_watch;
};

TEST_F(GuiWatchdog, aRoundAtTheReceptionNeverWaitsForTheDatabase)
{
    startWatching();
    QMainWindow *const window = signIn(u"ana"_s);
    ASSERT_NE(window, nullptr);
    auto *const agenda = window->findChild<AgendaView *>();
    auto *const day = qobject_cast<DayModel *>(agenda->model());
    ASSERT_TRUE(showsVisit(*day, patient(2), {AppointmentStatus::Confirmed}));
    const QDate today = day->day();

    ReceptionDesk::key(Qt::Key_Right, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return day->day() == today.addDays(1); }));
    ReceptionDesk::key(Qt::Key_T, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return day->day() == today; }));

    ReceptionDesk::key(Qt::Key_F, Qt::ControlModifier);
    ReceptionDesk::type(u"diaz"_s);
    ASSERT_TRUE(waitUntil([window] {
        const QList<QListView *> lists = window->findChildren<QListView *>(u"patientMatches"_s);
        return std::ranges::any_of(lists, [](const QListView *list) {
            return list->isVisible() && list->model()->rowCount() > 1;
        });
    }));
    ReceptionDesk::key(Qt::Key_Escape); // closes the list
    ReceptionDesk::key(Qt::Key_Escape); // and goes back to the day
    ASSERT_TRUE(isAt("agenda"));

    ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    ReceptionDesk::type(u"roy paul"_s);
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("suggestions"));
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookNow"));
    ReceptionDesk::key(Qt::Key_Return);
    const QList<AppointmentStatus> booked {AppointmentStatus::Pending,
                                           AppointmentStatus::Confirmed};
    ASSERT_TRUE(showsVisit(*day, patient(4), booked));
    ASSERT_TRUE(isAt("agenda"));
    ASSERT_TRUE(waitUntil([&] { return agenda->cursor().visit.isValid(); }));

    ReceptionDesk::key(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<QDialog *>(QApplication::activeWindow()); }));
    ReceptionDesk::key(Qt::Key_2);
    ReceptionDesk::key(Qt::Key_Return);
    ASSERT_TRUE(showsVisit(*day, patient(4), {AppointmentStatus::Cancelled}));
    window->activateWindow(); // offscreen there is no window manager to do it
    ASSERT_TRUE(waitUntil([window] { return window->isActiveWindow(); }));
    ReceptionDesk::key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(showsVisit(*day, patient(4), booked));
    expectNeverBlocked();
}

TEST_F(GuiWatchdog, aDoctorsAnswerNeverWaitsForTheDatabase)
{
    startWatching();
    QMainWindow *const window = signIn(u"osei"_s);
    ASSERT_NE(window, nullptr);
    auto *const inbox = window->findChild<RowList *>(u"inboxList"_s);
    ASSERT_TRUE(waitUntil(
        [inbox] { return inbox->model()->rowCount() == 1 && inbox->currentIndex().isValid(); }));
    inbox->setFocus();
    ReceptionDesk::key(Qt::Key_C);
    ASSERT_TRUE(waitUntil([inbox] { return inbox->model()->rowCount() == 0; }));
    ReceptionDesk::key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([inbox] { return inbox->model()->rowCount() == 1; }));
    expectNeverBlocked();
    EXPECT_EQ(valueOf(requested(), u"status"_s), u"pending"_s);
}

TEST_F(GuiWatchdog, oneCallOnTheWindowsThreadIsSeen)
{
    PqWitness::start();
    GuiWatch watch;
    watch.start();
    ASSERT_TRUE(sqlAs(u"ana"_s, u"SELECT pg_sleep(0.3)"_s).ok());
    watch.stop();
    EXPECT_GT(PqWitness::callsOnThisThread(), 0);
    EXPECT_GE(watch.longestAsleep(), tolerated);
}

TEST_F(GuiWatchdog, aSlowAnswerShowsTheBusyCursorUntilItIsThere)
{
    const auto isBusy = [] {
        const QCursor *const cursor = QGuiApplication::overrideCursor();
        return cursor && cursor->shape() == Qt::BusyCursor;
    };
    proxy().setDelay(0ms);
    QMainWindow *const window = signIn(u"ana"_s);
    ASSERT_NE(window, nullptr);
    ASSERT_TRUE(waitUntil([&] { return !isBusy(); }));
    proxy().setDelay(oneWay);
    ReceptionDesk::key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil(isBusy)) << "the line takes 600 ms";
    EXPECT_TRUE(waitUntil([&] { return !isBusy(); }));
}

} // namespace ClinicDesk
