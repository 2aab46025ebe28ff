#include "services/ServiceFixture.h"
#include "views/booking/CollisionDialog.h"
#include "views/reception/ReceptionDesk.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Booking against a rule, with a reason, by the keyboard alone.
class BookingOverride : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        sit(u"ana"_s);
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    void sit(const QString &login) { m_desk = std::make_unique<ReceptionDesk>(settings(login)); }
    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] BookingModel &booking() { return m_desk->models().booking(); }

    void setDoctor(const QString &login, const QString &assignments)
    {
        ownerSql(u"UPDATE app.doctor SET %1 WHERE id = %2"_s.arg(assignments).arg(doctor(login)));
    }
    /// Enter on that time of Dr Osei, then the patient by name.
    void pointAt(const QDateTime &time, const QString &name = u"kim soo"_s)
    {
        desk().agenda().setCursor(DoctorId {doctor(u"osei"_s)}, time);
        ASSERT_EQ(desk().agenda().cursor().start, time);
        desk().agenda().setFocus();
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
        desk().type(name);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("bookNow"));
    }
    [[nodiscard]] bool waitForOffer(const QString &rules)
    {
        return desk().waitFor([this, rules] { return booking().overridable() == rules; });
    }
    void askForReason()
    {
        desk().key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(desk().waitForFocus("overrideReason"));
    }
    [[nodiscard]] bool waitForBooked()
    {
        return desk().waitFor([this] { return booking().lastBooked().has_value(); });
    }
    /// The rules and the reason of the newest event.
    [[nodiscard]] QString recorded()
    {
        return textOf(
            u"SELECT coalesce(override_rules, 'none') || ': ' || coalesce(override_because"
            ", 'none') FROM app.appointment_event ORDER BY id DESC LIMIT 1"_s);
    }
    [[nodiscard]] QString booked()
    {
        return textOf(u"SELECT count(*)::text FROM app.appointment"_s);
    }
    [[nodiscard]] QLineEdit *reason() { return desk().child<QLineEdit>("overrideReason"); }
    [[nodiscard]] bool isOffered()
    {
        return desk().child<QPushButton>("offerOverride")->isVisible()
            || desk().child<QAction>("bookAnyway")->isEnabled();
    }
    /// A refusal of another field or rule has arrived, and nothing is offered against it.
    void expectNoOffer(BookingModel::Field field, ErrorKind kind)
    {
        ASSERT_TRUE(desk().waitFor([&] {
            const std::optional<Error> problem = booking().problem(field);
            return problem && problem->kind == kind && !problem->rule.isEmpty();
        }));
        EXPECT_FALSE(isOffered());
        desk().key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_NE(desk().focus(), u"overrideReason"_s);
        EXPECT_EQ(booking().state(), BookingModel::State::Filling) << "its key books nothing";
        desk().key(Qt::Key_Escape);
        desk().key(Qt::Key_Escape);
        ASSERT_FALSE(booking().isOpen());
    }

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(BookingOverride, booksOutsideHoursWithAReasonThatTheVisitShows)
{
    pointAt(at(12, 0));
    ASSERT_TRUE(waitForOffer(u"hours"_s));
    EXPECT_TRUE(isOffered());
    askForReason();
    EXPECT_TRUE(desk().child<QLabel>("overrideRule")->text().contains(u"outside working hours"_s));
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(reason()->accessibleDescription().contains(u"Enter why"_s)) << "a reason is needed";
    EXPECT_EQ(booked(), u"0"_s);
    desk().type(u"emergency"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(booking().lastBooked()->appointment.start, at(12, 0));
    EXPECT_EQ(recorded(), u"hours: emergency"_s);

    ASSERT_TRUE(desk().waitForRow(patient(1), [](const Appointment &) { return true; }));
    ASSERT_TRUE(desk().waitForFocus("agenda"));
    ASSERT_TRUE(desk().waitFor([this] { return desk().agenda().cursor().visit.isValid(); }));
    desk().key(Qt::Key_Return);
    auto *const shown = desk().child<QLabel>("visitOverride");
    ASSERT_TRUE(desk().waitFor([shown] { return shown->isVisible(); }));
    EXPECT_TRUE(
        shown->text().startsWith(u"Booked anyway, outside working hours: emergency. Ana Ruiz"_s))
        << qPrintable(shown->text());

    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(desk().waitForRow(patient(1), [](const Appointment &visit) {
        return visit.status == AppointmentStatus::Cancelled;
    }));
    expectConsistent();
}

TEST_F(BookingOverride, aRefusedBookingIsOfferedTooAndKeepsEverything)
{
    pointAt(at(12, 0));
    desk().child<QLineEdit>("bookingReason")->setText(u"cough"_s);
    booking().setReason(u"cough"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("suggestions"));
    ASSERT_TRUE(waitForOffer(u"hours"_s));
    EXPECT_EQ(booked(), u"0"_s);
    EXPECT_TRUE(booking().chosen());
    askForReason();
    desk().type(u"agreed"_s);
    desk().key(Qt::Key_Escape);
    EXPECT_TRUE(booking().chosen()) << "Esc leaves the question, not the time";
    EXPECT_FALSE(reason()->isVisible());
    askForReason();
    EXPECT_EQ(reason()->text(), u"agreed"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(textOf(u"SELECT reason FROM app.appointment"_s), u"cough"_s);
    EXPECT_EQ(recorded(), u"hours: agreed"_s);
}

TEST_F(BookingOverride, eachRuleThatStaffMayOverride)
{
    setDoctor(u"osei"_s, u"max_per_day = 1"_s);
    load(u"confirmed"_s, {u"osei"_s, 2, 0, at(9, 0), 20});
    pointAt(at(11, 0));
    ASSERT_TRUE(waitForOffer(u"day_full"_s));
    askForReason();
    desk().type(u"urgent"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(recorded(), u"day_full: urgent"_s);

    setDoctor(u"osei"_s, u"max_per_day = 20, horizon_days = 0"_s);
    const QDate thursday(2026, 11, 26);
    desk().models().day().showDay(thursday);
    ASSERT_TRUE(desk().waitFor([&] { return desk().models().day().day() == thursday; }));
    pointAt(at(11, 0, thursday), u"mia diaz"_s);
    ASSERT_TRUE(waitForOffer(u"horizon"_s));
    askForReason();
    desk().type(u"follow-up"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return booked() == u"3"_s; }));
    EXPECT_EQ(recorded(), u"horizon: follow-up"_s);
    expectConsistent();
}

TEST_F(BookingOverride, asksOnceMoreWhenASecondRuleComesToLight)
{
    setDoctor(u"osei"_s, u"lead_minutes = 1440"_s);
    pointAt(at(12, 0));
    ASSERT_TRUE(waitForOffer(u"lead_time"_s));
    askForReason();
    desk().type(u"emergency"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForOffer(u"lead_time,hours"_s));
    EXPECT_EQ(booked(), u"0"_s);
    EXPECT_EQ(desk().focus(), u"overrideReason"_s);
    EXPECT_EQ(reason()->text(), u"emergency"_s) << "nothing is typed twice";
    EXPECT_TRUE(desk().child<QLabel>("overrideRule")->text().contains(u"outside working hours"_s));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(recorded(), u"lead_time,hours: emergency"_s);
}

TEST_F(BookingOverride, isNeverOfferedForAnOverlapThePastOrAClosedDay)
{
    pointAt(at(9, 0));
    expectNoOffer(BookingModel::Field::Slot, ErrorKind::TooSoon);

    load(u"confirmed"_s, {u"lindqvist"_s, 1, 0, at(11, 0), 20});
    pointAt(at(11, 0));
    expectNoOffer(BookingModel::Field::Patient, ErrorKind::PatientBusy);

    const QDate thursday(2026, 11, 26);
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('2026-11-26', 'Inventory')"_s);
    desk().models().day().showDay(thursday);
    ASSERT_TRUE(desk().waitFor([&] { return desk().models().day().day() == thursday; }));
    pointAt(at(11, 0, thursday));
    expectNoOffer(BookingModel::Field::Slot, ErrorKind::ClinicClosed);
}

TEST_F(BookingOverride, thePastOutsideTheHoursIsThePast)
{
    pointAt(at(7, 0));
    expectNoOffer(BookingModel::Field::Slot, ErrorKind::TooSoon);
}

TEST_F(BookingOverride, aTakenTimeOffersOthersThatNeedNoOverride)
{
    pointAt(at(12, 0));
    ASSERT_TRUE(waitForOffer(u"hours"_s));
    ASSERT_TRUE(desk().waitFor([this] { return booking().isHeld(); }));
    // Loaded by the owner: a hold keeps every desk away.
    load(u"confirmed"_s, {u"osei"_s, 2, 0, at(12, 0), 20});
    askForReason();
    desk().type(u"emergency"_s);
    desk().key(Qt::Key_Return);
    const auto dialog = [this] { return desk().child<CollisionDialog>("collisionDialog"); };
    ASSERT_TRUE(desk().waitFor(
        [&] { return dialog() && dialog()->isVisible() && dialog()->isListening(); }));
    ASSERT_TRUE(desk().waitFor([this] { return booking().collision()->isHeld(); }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBooked());
    EXPECT_EQ(booking().lastBooked()->appointment.start, at(13, 0));
    EXPECT_EQ(recorded(), u"none: none"_s) << "agreed to for the time that has gone";
    expectConsistent();
}

TEST_F(BookingOverride, theAdministratorIsToldWhoMay)
{
    sit(u"admin"_s);
    pointAt(at(12, 0));
    ASSERT_TRUE(waitForOffer(u"hours"_s));
    const auto *const offer = desk().child<QPushButton>("offerOverride");
    EXPECT_TRUE(offer->isVisible());
    EXPECT_FALSE(offer->isEnabled());
    EXPECT_TRUE(offer->toolTip().contains(u"Only reception or the doctor"_s));
    EXPECT_FALSE(desk().child<QAction>("bookAnyway")->isEnabled());
}

} // namespace ClinicDesk
