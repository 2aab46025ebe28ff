#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/Toast.h"

#include <QAction>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ReceptionUndo : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 0), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        desk().agenda().selectVisit(m_visit);
    }
    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] AppointmentId visit() const { return m_visit; }
    [[nodiscard]] QString toast() { return desk().child<Toast>("toast")->text(); }
    [[nodiscard]] bool waitForToast(const QString &part)
    {
        return desk().waitFor([this, part] { return toast().contains(part); });
    }
    [[nodiscard]] bool waitForStatus(int number, AppointmentStatus status)
    {
        return desk().waitForRow(patient(number),
                                 [status](const Appointment &now) { return now.status == status; });
    }
    void undo() { desk().key(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { desk().key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    [[nodiscard]] bool waitForEnabled(const char *action, bool enabled = true)
    {
        return desk().waitFor(
            [=, this] { return desk().child<QAction>(action)->isEnabled() == enabled; });
    }
    [[nodiscard]] const AppointmentRow &row() { return *desk().models().day().row(m_visit); }

private:
    AppointmentId m_visit;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionUndo, takesABookingBackAndBooksItAgain)
{
    desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(11, 0));
    desk().type(u"roy"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForStatus(4, AppointmentStatus::Confirmed));
    ASSERT_TRUE(desk().waitFor([this] { return !desk().models().booking().isOpen(); }));

    const QLabel &next = *desk().child<QLabel>("readBackNext");
    ASSERT_TRUE(next.isVisible());
    EXPECT_TRUE(next.text().contains(u"Ctrl+Z"_s));
    undo();
    ASSERT_TRUE(waitForStatus(4, AppointmentStatus::Cancelled));
    ASSERT_TRUE(waitForToast(u"Undone"_s));
    EXPECT_FALSE(next.text().contains(u"Ctrl+Z"_s)) << "it would take back somebody else's";
    EXPECT_TRUE(desk().child<QLabel>("bookingTitle")->text().startsWith(u"Taken back"_s));
    redo();
    EXPECT_TRUE(waitForStatus(4, AppointmentStatus::Confirmed));
    EXPECT_TRUE(waitForToast(u"Done again"_s));
    ASSERT_TRUE(waitForEnabled("undo"));
    undo();
    EXPECT_TRUE(waitForStatus(4, AppointmentStatus::Cancelled)) << "as often as one likes";
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"2"_s);
    expectConsistent();
}

TEST_F(ReceptionUndo, takesACheckInBackAndUpAgain)
{
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(desk().waitFor([this] { return row().appointment.checkedInAt.has_value(); }));
    ASSERT_TRUE(waitForEnabled("undo"));
    undo();
    ASSERT_TRUE(desk().waitFor([this] { return !row().appointment.checkedInAt; }));
    ASSERT_TRUE(waitForEnabled("redo"));
    redo();
    EXPECT_TRUE(desk().waitFor([this] { return row().appointment.checkedInAt.has_value(); }));
    expectConsistent();
}

TEST_F(ReceptionUndo, takesANoShowBackAndUpAgain)
{
    desk().key(Qt::Key_F9, Qt::ControlModifier);
    ASSERT_TRUE(waitForStatus(2, AppointmentStatus::NoShow));
    ASSERT_TRUE(waitForEnabled("undo"));
    undo();
    ASSERT_TRUE(waitForStatus(2, AppointmentStatus::Confirmed));
    ASSERT_TRUE(waitForEnabled("redo"));
    redo();
    EXPECT_TRUE(waitForStatus(2, AppointmentStatus::NoShow));
    expectConsistent();
}

TEST_F(ReceptionUndo, takesACancellationBackAndUpAgain)
{
    desk().models().commands().cancel(row(), u"Patient is ill"_s);
    ASSERT_TRUE(waitForStatus(2, AppointmentStatus::Cancelled));
    ASSERT_TRUE(waitForEnabled("undo"));
    undo();
    ASSERT_TRUE(waitForStatus(2, AppointmentStatus::Confirmed));
    ASSERT_TRUE(waitForEnabled("redo"));
    redo();
    EXPECT_TRUE(waitForStatus(2, AppointmentStatus::Cancelled));
    EXPECT_EQ(valueOf(visit().value, u"status_note"_s), u"Patient is ill"_s);
    expectConsistent();
}

TEST_F(ReceptionUndo, aNewActionEndsWhatCouldBeRedone)
{
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(waitForEnabled("undo"));
    undo();
    ASSERT_TRUE(waitForEnabled("redo"));
    ASSERT_TRUE(waitForEnabled("checkIn"));
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(desk().waitFor([this] { return row().appointment.checkedInAt.has_value(); }));
    EXPECT_TRUE(waitForEnabled("redo", false));
}

TEST_F(ReceptionUndo, namesWhoTookTheTimeMeanwhile)
{
    desk().models().commands().cancel(row(), u"Patient is ill"_s);
    ASSERT_TRUE(waitForStatus(2, AppointmentStatus::Cancelled));
    bookAs(u"ben"_s, {u"osei"_s, 3, 0, at(10, 0), 20});
    ASSERT_TRUE(waitForEnabled("undo"));
    undo();
    ASSERT_TRUE(waitForToast(u"Ben Cole"_s)) << qPrintable(toast());
    EXPECT_TRUE(toast().contains(u"Next free"_s)) << qPrintable(toast());
    EXPECT_FALSE(desk().child<QAction>("undo")->isEnabled()) << "it will not work later either";
}

TEST_F(ReceptionUndo, anothersChangeIsNamedAndLeftAlone)
{
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(desk().waitFor([this] { return row().appointment.checkedInAt.has_value(); }));
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit().value, u"status = 'cancelled', status_note = 'ill'"_s)));
    ASSERT_TRUE(waitForStatus(2, AppointmentStatus::Cancelled));
    undo();
    ASSERT_TRUE(waitForToast(u"Ben Cole changed this appointment"_s)) << qPrintable(toast());
    EXPECT_TRUE(toast().contains(u"cannot be undone"_s)) << qPrintable(toast());
    EXPECT_FALSE(toast().contains(u"0 s ago"_s));
}

} // namespace ClinicDesk
