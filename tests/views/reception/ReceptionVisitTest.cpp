#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "views/visits/ReasonDialog.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ReceptionVisit : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 0), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        desk().agenda().selectVisit(m_visit);
        ASSERT_EQ(desk().agenda().cursor().visit, m_visit);
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] AppointmentId visit() const { return m_visit; }
    [[nodiscard]] bool waitForStatus(AppointmentStatus status)
    {
        return desk().waitForRow(patient(2),
                                 [status](const Appointment &now) { return now.status == status; });
    }
    [[nodiscard]] ReasonDialog *dialog() { return desk().child<ReasonDialog>("reasonDialog"); }

private:
    AppointmentId m_visit;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionVisit, cancelsWithAReasonAndTakesItBack)
{
    desk().key(Qt::Key_Delete);
    ASSERT_TRUE(desk().waitFor([this] { return dialog() && dialog()->isActiveWindow(); }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(dialog()->isVisible()) << "a reason is needed";
    desk().key(Qt::Key_2);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForStatus(AppointmentStatus::Cancelled));
    EXPECT_EQ(valueOf(visit().value, u"status_note"_s), u"Patient is ill"_s);
    ASSERT_TRUE(desk().waitFor([this] { return dialog() == nullptr; }));
    ASSERT_TRUE(desk().activate());

    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitForStatus(AppointmentStatus::Confirmed));
    EXPECT_TRUE(desk().child<Toast>("toast")->text().startsWith(u"Undone"_s));
    expectConsistent();
}

TEST_F(ReceptionVisit, checksInAndTakesItBack)
{
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(desk().waitForRow(
        patient(2), [](const Appointment &now) { return now.checkedInAt.has_value(); }));
    EXPECT_EQ(desk().models().day().waiting().count, 1);
    EXPECT_EQ(desk().agenda().cursor().visit, visit());
    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(
        desk().waitForRow(patient(2), [](const Appointment &now) { return !now.checkedInAt; }));
}

TEST_F(ReceptionVisit, marksNoShow)
{
    desk().key(Qt::Key_F9, Qt::ControlModifier);
    EXPECT_TRUE(waitForStatus(AppointmentStatus::NoShow));
}

TEST_F(ReceptionVisit, opensDetailsAndGivesTheFocusBack)
{
    desk().key(Qt::Key_Return);
    auto *const strip = desk().child<QFrame>("visitStrip");
    ASSERT_TRUE(strip->isVisible());
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(strip->isVisible());
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(ReceptionVisit, aChangeAtAnotherDeskMovesNeitherCursorNorFocus)
{
    bookAs(u"ben"_s, {u"osei"_s, 3, 0, at(11, 0), 20});
    ASSERT_TRUE(desk().waitForRow(patient(3), [](const Appointment &) { return true; }));
    EXPECT_EQ(desk().agenda().cursor().visit, visit());
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(ReceptionVisit, undoOfAChangedVisitSaysWhoChangedIt)
{
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(desk().waitForRow(
        patient(2), [](const Appointment &now) { return now.checkedInAt.has_value(); }));
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit().value, u"status = 'cancelled', status_note = 'ill'"_s)));
    ASSERT_TRUE(waitForStatus(AppointmentStatus::Cancelled));
    desk().key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(desk().waitFor([this] {
        return desk().child<Toast>("toast")->text().contains(u"Ben Cole"_s);
    })) << qPrintable(desk().child<Toast>("toast")->text());
}

TEST_F(ReceptionVisit, findsAPatientsNextVisit)
{
    load(u"confirmed"_s, {u"osei"_s, 4, 0, at(9, 0, QDate(2026, 11, 26)), 20});
    desk().key(Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitForFocus("findField"));
    desk().type(u"roy"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(
        desk().waitFor([this] { return desk().models().day().day() == QDate(2026, 11, 26); }));
    EXPECT_TRUE(desk().child<QFrame>("visitStrip")->isVisible());
    desk().key(Qt::Key_T, Qt::ControlModifier);
    EXPECT_TRUE(
        desk().waitFor([this] { return desk().models().day().day() == QDate(2026, 11, 24); }));
}

} // namespace ClinicDesk
