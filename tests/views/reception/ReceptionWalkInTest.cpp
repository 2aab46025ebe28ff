#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/Toast.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// A patient without an appointment, into the slot that is running: it is 10:07.
class ReceptionWalkIn : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] BookingModel &booking() { return m_desk->models().booking(); }
    [[nodiscard]] QString toast() { return desk().child<Toast>("toast")->text(); }
    void standOn(const QString &login, const QDateTime &time)
    {
        desk().agenda().setCursor(DoctorId {doctor(login)}, time);
        desk().agenda().setFocus();
    }
    void walkIn() { desk().key(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier); }
    [[nodiscard]] bool waitForChosen(const QString &login)
    {
        return desk().waitFor([this, login] {
            return booking().chosen() && booking().chosen()->doctor.value == doctor(login)
                && booking().chosen()->start == at(10, 0);
        });
    }
    void bookRoy()
    {
        ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
        desk().type(u"roy"_s);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("bookNow"));
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitFor([this] { return booking().lastBooked().has_value(); }));
    }
    [[nodiscard]] bool waitForOffer()
    {
        return desk().waitFor([this] { return toast().contains(u"Check in as well?"_s); });
    }
    [[nodiscard]] bool waitForCheckIn()
    {
        return desk().waitForRow(
            patient(4), [](const Appointment &visit) { return visit.checkedInAt.has_value(); });
    }

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionWalkIn, booksTheDoctorsRunningSlotAndChecksInWithOneKey)
{
    standOn(u"lindqvist"_s, at(14, 0));
    walkIn();
    ASSERT_TRUE(waitForChosen(u"lindqvist"_s));
    bookRoy();
    EXPECT_EQ(booking().lastBooked()->appointment.start, at(10, 0));
    EXPECT_EQ(booking().lastBooked()->appointment.status, AppointmentStatus::Confirmed);
    ASSERT_TRUE(waitForOffer()) << qPrintable(toast());
    desk().key(Qt::Key_F9);
    EXPECT_TRUE(waitForCheckIn());
    expectConsistent();
}

TEST_F(ReceptionWalkIn, theOffersOwnButtonChecksInToo)
{
    load(u"confirmed"_s, {u"lindqvist"_s, 2, 0, at(11, 0), 20});
    standOn(u"lindqvist"_s, at(14, 0));
    walkIn();
    ASSERT_TRUE(waitForChosen(u"lindqvist"_s));
    bookRoy();
    ASSERT_TRUE(waitForOffer());
    desk().key(Qt::Key_F8);
    desk().key(Qt::Key_Space);
    EXPECT_TRUE(waitForCheckIn());
}

TEST_F(ReceptionWalkIn, enterOnTheRunningSlotDoesTheSame)
{
    standOn(u"lindqvist"_s, at(10, 0));
    desk().key(Qt::Key_Return);
    bookRoy();
    ASSERT_TRUE(waitForOffer());
    EXPECT_EQ(booking().lastBooked()->appointment.start, at(10, 0));
}

TEST_F(ReceptionWalkIn, aTimeToComeIsNotOfferedForCheckIn)
{
    standOn(u"lindqvist"_s, at(11, 0));
    desk().key(Qt::Key_Return);
    bookRoy();
    ASSERT_TRUE(desk().waitForRow(patient(4), [](const Appointment &) { return true; }));
    EXPECT_TRUE(toast().startsWith(u"ROY, Paul booked"_s)) << qPrintable(toast());
}

TEST_F(ReceptionWalkIn, aSlotThatIsOverIsRefused)
{
    standOn(u"lindqvist"_s, at(9, 40));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    desk().type(u"roy"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] {
        const std::optional<Error> problem = booking().problem(BookingModel::Field::Slot);
        return problem && problem->rule == u"past"_s;
    }));
}

TEST_F(ReceptionWalkIn, goesToTheFirstDoctorFreeNowAndSaysWhenNobodyIs)
{
    load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 0), 20});
    standOn(u"osei"_s, at(14, 0));
    walkIn();
    ASSERT_TRUE(waitForChosen(u"lindqvist"_s));
    desk().key(Qt::Key_Escape);
    desk().key(Qt::Key_Escape);
    load(u"confirmed"_s, {u"lindqvist"_s, 3, 0, at(10, 0), 20});
    load(u"confirmed"_s, {u"ba"_s, 5, 0, at(10, 0), 40});
    walkIn();
    ASSERT_TRUE(desk().waitFor([this] { return toast().startsWith(u"No doctor is free now."_s); }));
    EXPECT_TRUE(toast().contains(u"10:20"_s)) << qPrintable(toast());
    EXPECT_FALSE(booking().isOpen());
}

TEST_F(ReceptionWalkIn, comesBackToTodayAndKeepsThePatientOfAnOpenBooking)
{
    desk().key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    desk().type(u"roy"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("suggestions"));
    const QDate thursday(2026, 11, 26);
    desk().models().day().showDay(thursday);
    ASSERT_TRUE(desk().waitFor([&] { return desk().models().day().day() == thursday; }));
    standOn(u"lindqvist"_s, at(14, 0, thursday));
    walkIn();
    ASSERT_TRUE(waitForChosen(u"lindqvist"_s));
    EXPECT_EQ(booking().patient()->id.value, patient(4));
    EXPECT_TRUE(desk().waitFor([this] { return desk().models().day().day() == at(10, 0).date(); }));
    EXPECT_EQ(desk().focus(), u"bookNow"_s);
}

TEST_F(ReceptionWalkIn, saysBeforeBookThatARequestWouldComeTooLate)
{
    standOn(u"osei"_s, at(14, 0));
    walkIn();
    ASSERT_TRUE(waitForChosen(u"osei"_s));
    desk().type(u"roy"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] {
        const std::optional<Error> problem = booking().problem(BookingModel::Field::Slot);
        return problem && problem->rule == u"confirms_first"_s;
    }));
    EXPECT_TRUE(booking().overridable().isEmpty());
    EXPECT_TRUE(booking().canBook()) << "the server does not refuse it";
}

TEST_F(ReceptionWalkIn, aLeadTimeIsOverriddenWithAReason)
{
    ownerSql(
        u"UPDATE app.doctor SET lead_minutes = 60 WHERE id = %1"_s.arg(doctor(u"lindqvist"_s)));
    standOn(u"lindqvist"_s, at(10, 0));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    desk().type(u"roy"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return booking().overridable() == u"lead_time"_s; }));
    desk().key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(desk().waitForFocus("overrideReason"));
    desk().type(u"walked in"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForOffer());
    EXPECT_EQ(textOf(u"SELECT override_rules || ': ' || override_because FROM "
                     "app.appointment_event ORDER BY id LIMIT 1"_s),
              u"lead_time: walked in"_s);
}

} // namespace ClinicDesk
