#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// The keyboard map of the reception, pressed in its window, where no other suite does. DIAZ is
/// with Dr Osei at 10:00, ROY at 11:00. It is 10:07 on Tuesday 24 November.
class ReceptionKeys : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_first = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 0), 20})};
        m_second = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 4, 0, at(11, 0), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        agenda().selectVisit(m_first);
        ASSERT_EQ(agenda().cursor().visit, m_first);
    }
    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] AgendaView &agenda() { return m_desk->agenda(); }
    [[nodiscard]] BookingModel &booking() { return m_desk->models().booking(); }
    [[nodiscard]] AppointmentId first() const { return m_first; }
    [[nodiscard]] AppointmentId second() const { return m_second; }

    void ctrl(Qt::Key key) { desk().key(key, Qt::ControlModifier); }
    [[nodiscard]] bool waitForDay(int dayOfNovember)
    {
        return desk().waitFor(
            [=, this] { return desk().models().day().day() == QDate(2026, 11, dayOfNovember); });
    }
    /// Ctrl+N, KIM, Enter: the free times are there.
    void startForKim()
    {
        ctrl(Qt::Key_N);
        ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
        desk().type(u"kim soo"_s);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("suggestions"));
        ASSERT_TRUE(desk().waitFor([this] {
            return !booking().freeTimes().isAsking() && !booking().freeTimes().list().isEmpty();
        }));
    }
    [[nodiscard]] QList<QDateTime> offered()
    {
        QList<QDateTime> starts;
        for (const Suggestion &suggestion : booking().freeTimes().list())
            starts << suggestion.slot.start;
        return starts;
    }

private:
    AppointmentId m_first;
    AppointmentId m_second;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionKeys, ctrlArrowsTurnTheDayAndCtrlTComesBack)
{
    ctrl(Qt::Key_Right);
    ASSERT_TRUE(waitForDay(25));
    ctrl(Qt::Key_Right);
    ASSERT_TRUE(waitForDay(26));
    ctrl(Qt::Key_Left);
    ASSERT_TRUE(waitForDay(25));
    ctrl(Qt::Key_T);
    EXPECT_TRUE(waitForDay(24));
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(ReceptionKeys, ctrlUpAndDownGoFromVisitToVisit)
{
    ctrl(Qt::Key_Down);
    EXPECT_EQ(agenda().cursor().visit, second());
    ctrl(Qt::Key_Up);
    EXPECT_EQ(agenda().cursor().visit, first());
}

TEST_F(ReceptionKeys, f3OffersTimesAfterThoseOnOffer)
{
    startForKim();
    const QList<QDateTime> before = offered();
    desk().key(Qt::Key_F3);
    EXPECT_TRUE(desk().waitFor([&] {
        return !booking().freeTimes().isAsking() && offered().constFirst() > before.constFirst();
    }));
}

TEST_F(ReceptionKeys, altWithANumberTakesThatTimeAndCtrlEnterBooksIt)
{
    startForKim();
    const FreeSlot third = booking().freeTimes().list().at(2).slot;
    desk().key(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(desk().waitFor([&] { return booking().isHeld() && booking().chosen() == third; }));
    ctrl(Qt::Key_Return);
    EXPECT_TRUE(desk().waitForRow(
        patient(1), [&](const Appointment &visit) { return visit.start == third.start; }));
}

TEST_F(ReceptionKeys, f6GoesThroughThePanesAndComesBack)
{
    QStringList panes;
    for (int press = 0; press < 12; ++press) {
        desk().key(Qt::Key_F6);
        const QString now = desk().focus();
        if (panes.contains(now))
            break;
        panes << now;
    }
    EXPECT_TRUE(panes.contains(u"findField"_s)) << qPrintable(panes.join(u", "_s));
    EXPECT_TRUE(panes.contains(u"doctorList"_s)) << qPrintable(panes.join(u", "_s));
    EXPECT_EQ(panes.constLast(), u"agenda"_s) << "back where it began";
}

TEST_F(ReceptionKeys, f8GoesToTheNewestMessageAndEnterActsOnIt)
{
    desk().key(Qt::Key_F9);
    const auto *const toast = desk().child<Toast>("toast");
    ASSERT_TRUE(desk().waitFor([toast] { return toast->isVisible(); }));
    EXPECT_EQ(desk().focus(), u"agenda"_s) << "a message takes no focus";
    desk().key(Qt::Key_F8);
    ASSERT_TRUE(toast->isAncestorOf(QApplication::focusWidget()));
    desk().key(Qt::Key_Space);
    EXPECT_TRUE(desk().waitForRow(patient(2), [](const Appointment &now) {
        return !now.checkedInAt;
    })) << "its action is Undo";
}

TEST_F(ReceptionKeys, shiftDownLengthensTheFreeTimeThatIsBooked)
{
    agenda().setCursor(DoctorId {doctor(u"osei"_s)}, at(11, 20));
    ASSERT_EQ(agenda().cursor().kind, AgendaCell::Kind::Free);
    desk().key(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_EQ(agenda().cursor().minutes, 40);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    desk().type(u"kim soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().waitForRow(patient(1), [&](const Appointment &visit) {
        return visit.start == at(11, 20) && visit.end == at(12, 0);
    }));
}

TEST_F(ReceptionKeys, lettersOnAVisitAreNoCommand)
{
    const QString before = valueOf(first().value, u"version"_s);
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_R, Qt::Key_U, Qt::Key_X})
        desk().key(key);
    EXPECT_EQ(desk().focus(), u"agenda"_s);
    EXPECT_FALSE(booking().isOpen());
    EXPECT_EQ(valueOf(first().value, u"version"_s), before);
}

TEST_F(ReceptionKeys, shiftF10ShowsEverythingThatCanBeDoneToTheVisit)
{
    desk().key(Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    const QList<QAction *> actions = menu->actions();
    const auto checkIn = std::ranges::find_if(
        actions, [](const QAction *action) { return action->objectName() == u"checkIn"_s; });
    ASSERT_NE(checkIn, actions.cend());
    while (menu->activeAction() != *checkIn)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_TRUE(desk().waitForRow(
        patient(2), [](const Appointment &now) { return now.checkedInAt.has_value(); }));
}

TEST_F(ReceptionKeys, altShiftDownResizesOnceAndUndoTakesItBack)
{
    agenda().selectVisit(second());
    for (int press = 0; press < 2; ++press)
        desk().key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(valueOf(second().value, u"version"_s), u"1"_s) << "nothing is sent per key";
    desk().key(Qt::Key_Return);
    const auto lasts = [this](int minutes) {
        return desk().waitForRow(patient(4), [=](const Appointment &visit) {
            return visit.start == at(11, 0) && visit.end == at(11, 0).addSecs(minutes * 60);
        });
    };
    EXPECT_TRUE(lasts(40));
    ASSERT_TRUE(desk().waitFor([this] { return valueOf(second().value, u"version"_s) == u"2"_s; }));
    ctrl(Qt::Key_Z);
    EXPECT_TRUE(lasts(20));
    expectConsistent();
}

TEST_F(ReceptionKeys, pagesHomeAndEndWalkTheDay)
{
    desk().key(Qt::Key_PageDown);
    EXPECT_EQ(agenda().cursor().start, at(11, 0));
    desk().key(Qt::Key_End);
    const DoctorId last = agenda().cursor().doctor;
    EXPECT_NE(last.value, doctor(u"osei"_s));
    desk().key(Qt::Key_Home);
    EXPECT_NE(agenda().cursor().doctor, last);
    ctrl(Qt::Key_Home);
    const QDateTime start = agenda().cursor().start;
    ctrl(Qt::Key_End);
    EXPECT_GT(agenda().cursor().start, start);
    EXPECT_LE(start, at(9, 0));
}

} // namespace ClinicDesk
