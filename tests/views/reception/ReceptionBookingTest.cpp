#include "services/ServiceFixture.h"
#include "views/booking/CollisionDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ReceptionBooking : public ServiceFixture
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
    /// Ctrl+N, the name, Enter: the free times of the doctor are on offer and have the focus.
    void startFor(const QString &name)
    {
        desk().key(Qt::Key_N, Qt::ControlModifier);
        ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
        desk().type(name);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("suggestions"));
        ASSERT_TRUE(desk().waitFor([this] {
            return !booking().freeTimes().isAsking() && !booking().freeTimes().list().isEmpty();
        }));
    }
    [[nodiscard]] CollisionDialog *dialog()
    {
        return desk().child<CollisionDialog>("collisionDialog");
    }
    [[nodiscard]] bool waitForDialog()
    {
        return desk().waitFor(
            [this] { return dialog() && dialog()->isVisible() && dialog()->isListening(); });
    }

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionBooking, offersTimesAlsoWhenOpenedBeforeTheDoctorsAreKnown)
{
    Catalogue &catalogue = desk().models().catalogue();
    const QList<Doctor> doctors = catalogue.doctors();
    const QList<VisitType> types = catalogue.visitTypes();
    catalogue.setDoctors({});
    catalogue.setVisitTypes({});
    booking().open(desk().models().day().day(), {});
    EXPECT_FALSE(booking().doctor().isValid());
    catalogue.setDoctors(doctors);
    catalogue.setVisitTypes(types);
    EXPECT_TRUE(desk().waitFor([this] { return !booking().freeTimes().list().isEmpty(); }));
    EXPECT_TRUE(booking().visitType().isValid());
}

TEST_F(ReceptionBooking, booksReturningPatientInFourKeyGroups)
{
    startFor(u"kim soo"_s);
    const FreeSlot first = booking().freeTimes().list().constFirst().slot;
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    desk().key(Qt::Key_Return);

    ASSERT_TRUE(desk().waitForRow(
        patient(1), [&](const Appointment &visit) { return visit.start == first.start; }));
    ASSERT_TRUE(desk().waitFor([this] { return !booking().isOpen(); }));
    EXPECT_EQ(desk().child<QLabel>("readBack")->text().toStdString(),
              "Tuesday 24 November, 10:20, Dr Osei");
    EXPECT_EQ(desk().focus(), u"agenda"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"1"_s);
    EXPECT_TRUE(desk().waitFor(
        [this] { return textOf(u"SELECT count(*)::text FROM app.slot_hold"_s) == u"0"_s; }));
    expectConsistent();
}

TEST_F(ReceptionBooking, afterAnotherDoctorWasChosenEnterTakesThatDoctorsTime)
{
    ASSERT_NO_FATAL_FAILURE(startFor(u"diaz"_s));
    const DoctorId before = booking().doctor();
    const DoctorId other {doctor(u"lindqvist"_s) == before.value ? doctor(u"ba"_s)
                                                                 : doctor(u"lindqvist"_s)};
    booking().setDoctor(other);
    const auto *const offers = desk().child<QListWidget>("suggestions");
    ASSERT_TRUE(desk().waitFor([this, other] {
        return !booking().freeTimes().isAsking() && !booking().freeTimes().list().isEmpty()
            && booking().freeTimes().list().constFirst().slot.doctor == other;
    }));
    EXPECT_EQ(offers->currentRow(), 0);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return booking().chosen().has_value(); }));
    EXPECT_EQ(booking().chosen()->doctor, other);
    EXPECT_EQ(booking().doctor(), other);
}

TEST_F(ReceptionBooking, aNameTypedOverTheTimesIsForSomebodyElse)
{
    ASSERT_NO_FATAL_FAILURE(startFor(u"diaz"_s));
    ASSERT_EQ(booking().patient()->familyName, u"Diaz"_s);
    desk().type(u"roy"_s);
    EXPECT_EQ(desk().focus(), u"bookingPatient"_s);
    EXPECT_EQ(desk().child<QLineEdit>("bookingPatient")->text(), u"roy"_s);
    EXPECT_FALSE(booking().patient().has_value());
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor(
        [this] { return booking().patient() && booking().patient()->familyName == u"Roy"_s; }));
}

TEST_F(ReceptionBooking, booksNewPatientByKeyboardOnly)
{
    desk().key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    desk().type(u"quist lena"_s);
    ASSERT_TRUE(desk().waitFor([this] { return desk().models().bookingSearch().rowCount() == 1; }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("birthDate"));
    desk().type(u"3.5.85"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("phone"));
    desk().type(u"030 123456"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("suggestions"));
    ASSERT_TRUE(desk().waitFor([this] { return !booking().freeTimes().isAsking(); }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    desk().key(Qt::Key_Return);

    ASSERT_TRUE(desk().waitFor([this] { return booking().lastBooked().has_value(); }));
    EXPECT_EQ(textOf(u"SELECT p.family_name || ' ' || p.given_name || ' ' || p.birth_date FROM "
                     u"app.appointment a "
                     "JOIN app.patient p ON p.id = a.patient_id"_s),
              u"Quist Lena 1985-05-03"_s);
}

TEST_F(ReceptionBooking, offersExistingRecordBeforeCreatingAnother)
{
    desk().key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(desk().waitForFocus("familyName"));
    for (const QString &entry : {u"Diaz"_s, u"Mia"_s, u"14.2.1990"_s, u"030 55501122"_s}) {
        desk().type(entry);
        desk().key(Qt::Key_Return);
    }
    ASSERT_TRUE(desk().waitForFocus("similarPatients"));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return booking().patient().has_value(); }));
    EXPECT_EQ(booking().patient()->id.value, patient(2));
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.patient"_s), u"10"_s);
}

TEST_F(ReceptionBooking, aBirthDateThatIsNoneIsSaidAtItsFieldAndKept)
{
    desk().key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(desk().waitForFocus("familyName"));
    for (const QString &entry : {u"Quist"_s, u"Lena"_s, u"31.2.1985"_s}) {
        desk().type(entry);
        desk().key(Qt::Key_Return);
    }
    auto *const born = desk().child<QLineEdit>("birthDate");
    EXPECT_TRUE(born->accessibleDescription().contains(u"cannot be read"_s))
        << qPrintable(born->accessibleDescription());
    EXPECT_EQ(born->text(), u"31.2.1985"_s);
    desk().key(Qt::Key_Return);
    EXPECT_EQ(desk().focus(), u"birthDate"_s) << "the first field that is wrong";
}

TEST_F(ReceptionBooking, lettersOnFreeSlotStartThePanelWithPatientAndTime)
{
    desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(11, 0));
    desk().type(u"ro"_s);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    EXPECT_EQ(desk().child<QLineEdit>("bookingPatient")->text(), u"ro"_s);
    desk().type(u"y"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    ASSERT_TRUE(desk().waitFor([this] { return booking().isHeld(); }));
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().waitForRow(patient(4), [&](const Appointment &visit) {
        return visit.start == at(11, 0) && visit.doctor.value == doctor(u"lindqvist"_s);
    }));
}

TEST_F(ReceptionBooking, escFreesTheTimeAndThenCloses)
{
    startFor(u"kim soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return booking().isHeld(); }));
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(booking().chosen());
    EXPECT_TRUE(booking().patient()) << "what was entered is kept";
    EXPECT_TRUE(desk().waitFor(
        [this] { return textOf(u"SELECT count(*)::text FROM app.slot_hold"_s) == u"0"_s; }));
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(booking().isOpen());
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(ReceptionBooking, takenTimeOffersAlternativesAndKeepsEntries)
{
    startFor(u"kim soo"_s);
    const FreeSlot first = booking().freeTimes().list().constFirst().slot;
    bookAs(u"ben"_s, {u"osei"_s, 2, 0, first.start, 20});
    desk().child<QLineEdit>("bookingReason")->setText(u"cough"_s);
    booking().setReason(u"cough"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForDialog());
    EXPECT_EQ(booking().patient()->id.value, patient(1));
    ASSERT_TRUE(desk().waitFor([this] { return booking().collision()->isHeld(); }));
    const FreeSlot alternative = booking().collision()->alternatives().constFirst().slot;
    EXPECT_NE(alternative.start, first.start);
    desk().key(Qt::Key_Return);

    ASSERT_TRUE(desk().waitFor([this] { return booking().lastBooked().has_value(); }));
    EXPECT_EQ(booking().lastBooked()->appointment.start, alternative.start);
    EXPECT_EQ(textOf(u"SELECT reason FROM app.appointment WHERE patient_id = %1"_s.arg(patient(1))),
              u"cough"_s);
    EXPECT_TRUE(desk().waitFor([this] { return dialog() == nullptr; }));
    expectConsistent();
}

TEST_F(ReceptionBooking, takenBetweenHoldAndBookingIsOfferedToo)
{
    startFor(u"kim soo"_s);
    const FreeSlot second = booking().freeTimes().list().at(1).slot;
    desk().key(Qt::Key_2, Qt::AltModifier);
    ASSERT_TRUE(desk().waitFor([this] { return booking().isHeld(); }));
    // Loaded by the owner: a hold keeps every desk away.
    load(u"confirmed"_s, {u"osei"_s, 2, 0, second.start, 20});
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitForDialog());
    desk().key(Qt::Key_Escape);
    EXPECT_TRUE(desk().waitFor([this] { return dialog() == nullptr; }));
    EXPECT_TRUE(booking().patient());
    EXPECT_FALSE(booking().chosen());
    ASSERT_TRUE(desk().activate());
    EXPECT_TRUE(desk().waitForFocus("suggestions"));
}

TEST_F(ReceptionBooking, doubleEnterCannotBookAnAlternative)
{
    startFor(u"kim soo"_s);
    bookAs(u"ben"_s, {u"osei"_s, 2, 0, booking().freeTimes().list().constFirst().slot.start, 20});
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return dialog() && dialog()->isVisible(); }));
    ASSERT_FALSE(dialog()->isListening());
    desk().key(Qt::Key_Return);
    EXPECT_EQ(booking().state(), BookingModel::State::Filling);
    ASSERT_TRUE(waitForDialog());
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
    QApplication::sendEvent(QApplication::focusWidget(), &repeated);
    EXPECT_EQ(booking().state(), BookingModel::State::Filling);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment WHERE patient_id = %1"_s.arg(
                  patient(1))),
              u"0"_s);
}

TEST_F(ReceptionBooking, saysThatThePatientIsBusyBeforeBooking)
{
    load(u"confirmed"_s, {u"lindqvist"_s, 1, 0, at(11, 0), 20});
    desk().agenda().setCursor(DoctorId {doctor(u"osei"_s)}, at(11, 0));
    desk().type(u"kim soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor(
        [this] { return booking().problem(BookingModel::Field::Patient).has_value(); }));
    EXPECT_EQ(booking().problem(BookingModel::Field::Patient)->kind, ErrorKind::PatientBusy);
    EXPECT_TRUE(booking().patient());
}

TEST_F(ReceptionBooking, aRightTakenAwayMeanwhileIsSaidAndNothingIsLost)
{
    startFor(u"kim soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    ASSERT_TRUE(desk().waitFor([this] { return booking().isHeld(); }));
    superuserSql(u"REVOKE clinic_reception FROM ana"_s);
    desk().key(Qt::Key_Return);
    const auto *const text = desk().child<QLabel>("bookingProblem");
    EXPECT_TRUE(desk().waitFor([text] {
        return text->text().startsWith(u"Your role does not allow this."_s);
    })) << qPrintable(text->text());
    EXPECT_EQ(desk().child<QLineEdit>("bookingPatient")->text(), u"KIM, Soo"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"0"_s);
}

} // namespace ClinicDesk
