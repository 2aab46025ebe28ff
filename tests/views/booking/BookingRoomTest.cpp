#include "services/ServiceFixture.h"
#include "views/booking/CollisionDialog.h"
#include "views/reception/ReceptionDesk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// The room of a booking.
class BookingRoom : public ServiceFixture
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
    [[nodiscard]] QComboBox *field() { return desk().child<QComboBox>("bookingRoom"); }
    [[nodiscard]] QString row(int index) { return field()->itemText(index); }

    void pointAt(const QDateTime &time)
    {
        desk().agenda().setCursor(DoctorId {doctor(u"osei"_s)}, time);
        desk().agenda().setFocus();
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
        desk().type(u"kim soo"_s);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("bookNow"));
        ASSERT_TRUE(
            desk().waitFor([this] { return booking().isHeld() && !booking().rooms().isAsking(); }));
    }
    /// Down in the field until this room is chosen.
    void choose(const QString &start)
    {
        field()->setFocus();
        for (int step = 0; step < 8 && !field()->currentText().startsWith(start); ++step)
            desk().key(Qt::Key_Down);
        ASSERT_TRUE(field()->currentText().startsWith(start)) << qPrintable(field()->currentText());
    }
    [[nodiscard]] QString bookedRoom()
    {
        return textOf(
            u"SELECT coalesce(r.name, 'none') FROM app.appointment a LEFT JOIN app.room r "
            "ON r.id = a.room_id WHERE a.patient_id = %1"_s.arg(patient(1)));
    }
    [[nodiscard]] bool waitForBooked()
    {
        return desk().waitFor([this] { return booking().lastBooked().has_value(); });
    }

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(BookingRoom, isTheDoctorsOfThatDayByItself)
{
    load(u"confirmed"_s, {u"osei"_s, 2, 2, at(9, 0), 20});
    pointAt(at(11, 0));
    EXPECT_EQ(field()->currentText(), u"Automatic: Room 2"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(bookedRoom(), u"Room 2"_s);
    EXPECT_EQ(booking().lastBooked()->roomName, u"Room 2"_s);
}

TEST_F(BookingRoom, isNoneWhereNothingSaysOtherwise)
{
    pointAt(at(11, 0));
    EXPECT_EQ(field()->currentText(), u"Automatic: no room"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(bookedRoom(), u"none"_s);
}

TEST_F(BookingRoom, isKnownToAnEnterThatWaitsForTheHold)
{
    load(u"confirmed"_s, {u"osei"_s, 2, 2, at(9, 0), 20});
    desk().agenda().setCursor(DoctorId {doctor(u"osei"_s)}, at(11, 0));
    desk().agenda().setFocus();
    desk().type(u"kim soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    booking().choose(*booking().chosen()); // asked anew: nothing is answered yet
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(booking().rooms().isAsking());
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(bookedRoom(), u"Room 2"_s);
}

TEST_F(BookingRoom, ofAnAlternativeIsTheOneOfItsOwnTime)
{
    load(u"confirmed"_s, {u"osei"_s, 2, 2, at(9, 0), 20});
    pointAt(at(11, 0));
    // Loaded by the owner: a hold keeps every desk away.
    load(u"confirmed"_s, {u"osei"_s, 3, 2, at(11, 0), 20});
    desk().key(Qt::Key_Return);
    const auto dialog = [this] { return desk().child<CollisionDialog>("collisionDialog"); };
    ASSERT_TRUE(desk().waitFor(
        [&] { return dialog() && dialog()->isVisible() && dialog()->isListening(); }));
    ASSERT_TRUE(desk().waitFor([this] { return booking().collision()->isHeld(); }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(booking().lastBooked()->appointment.start, at(11, 20));
    EXPECT_EQ(bookedRoom(), u"Room 2"_s);
    expectConsistent();
}

TEST_F(BookingRoom, thatIsTakenIsMarkedAndRefusedAtItsField)
{
    load(u"confirmed"_s, {u"lindqvist"_s, 2, 1, at(11, 0), 20});
    pointAt(at(11, 0));
    desk().child<QLineEdit>("bookingReason")->setText(u"cough"_s);
    booking().setReason(u"cough"_s);
    EXPECT_EQ(row(2), u"Room 1, taken then"_s);
    EXPECT_EQ(row(3), u"Room 2"_s);
    choose(u"Room 1"_s);
    ASSERT_TRUE(desk().waitFor([this] {
        return booking().problem(BookingModel::Field::Room).has_value();
    })) << "said before Book";
    EXPECT_TRUE(field()->accessibleDescription().contains(u"Free rooms: Room 2, Room 3, Room 4"_s))
        << qPrintable(field()->accessibleDescription());

    desk().key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(
        desk().waitFor([this] { return booking().state() == BookingModel::State::Filling; }));
    EXPECT_EQ(desk().focus(), u"bookingRoom"_s);
    EXPECT_EQ(bookedRoom(), QString());
    EXPECT_TRUE(booking().patient() && booking().chosen());

    choose(u"Room 3"_s);
    ASSERT_TRUE(desk().waitFor(
        [this] { return !booking().problem(BookingModel::Field::Room).has_value(); }));
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(bookedRoom(), u"Room 3"_s);
    EXPECT_EQ(textOf(u"SELECT reason FROM app.appointment WHERE patient_id = %1"_s.arg(patient(1))),
              u"cough"_s);
    expectConsistent();
}

TEST_F(BookingRoom, thatIsTakenMeanwhileIsRefusedAtItsFieldToo)
{
    pointAt(at(11, 0));
    choose(u"Room 4"_s);
    bookAs(u"ben"_s, {u"lindqvist"_s, 3, 4, at(11, 0), 20});
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitFor(
        [this] { return booking().problem(BookingModel::Field::Room).has_value(); }));
    EXPECT_EQ(booking().problem(BookingModel::Field::Room)->kind, ErrorKind::RoomBusy);
    EXPECT_EQ(desk().focus(), u"bookingRoom"_s);
    EXPECT_TRUE(
        desk().waitFor([this] { return field()->currentText() == u"Room 4, taken then"_s; }));
    desk().key(Qt::Key_Up);
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(bookedRoom(), u"Room 3"_s);
}

} // namespace ClinicDesk
