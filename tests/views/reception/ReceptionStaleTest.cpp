#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "views/visits/ReasonDialog.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/Toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Ana's desk shows a visit while others change it through connections of their own.
class ReceptionStale : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 40), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
        desk().agenda().selectVisit(m_visit);
    }
    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] qint64 visit() const { return m_visit.value; }
    [[nodiscard]] QWidget *strip() { return desk().child<QFrame>("visitStrip"); }
    [[nodiscard]] ReasonDialog *dialog() { return desk().child<ReasonDialog>("reasonDialog"); }
    [[nodiscard]] QAction *action(const char *name) { return desk().child<QAction>(name); }
    /// By the doctor, who needs to confirm nothing to himself.
    [[nodiscard]] SqlOutcome moveTo(const QDateTime &start) const
    {
        return updateAs(
            u"osei"_s, visit(),
            u"starts_at = %1, ends_at = %2"_s.arg(literal(start), literal(start.addSecs(1200))));
    }
    void openStrip()
    {
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(strip()->isVisible());
        ASSERT_TRUE(action("cancelVisit")->isEnabled());
    }
    void openCancel()
    {
        desk().key(Qt::Key_Delete);
        ASSERT_TRUE(desk().waitFor([this] { return dialog() && dialog()->isActiveWindow(); }));
    }
    /// "Patient is ill" and own words.
    void writeReason()
    {
        openCancel();
        desk().key(Qt::Key_2);
        details()->setFocus();
        desk().type(u"since Monday"_s);
    }
    [[nodiscard]] QLineEdit *details() { return dialog()->findChild<QLineEdit *>(u"reasonEdit"_s); }
    [[nodiscard]] QPushButton *act() { return dialog()->findChild<QPushButton *>(u"actButton"_s); }
    [[nodiscard]] QString problem()
    {
        return dialog()->findChild<FieldError *>(u"sendingProblem"_s)->text();
    }
    void expectReasonIsThere()
    {
        ASSERT_NE(dialog(), nullptr);
        EXPECT_TRUE(dialog()->isVisible());
        EXPECT_EQ(details()->text(), u"since Monday"_s);
        EXPECT_TRUE(desk().child<Toast>("toast")->isHidden()) << "the form says it, once";
    }
    /// Enter, and the visit is cancelled with what was typed at first.
    void cancelAtLast()
    {
        ASSERT_TRUE(desk().waitFor([this] { return act()->isEnabled(); }));
        EXPECT_EQ(act()->text(), u"Cancel appointment"_s);
        QPointer<ReasonDialog> open = dialog();
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitFor([&open] { return open.isNull(); }));
        EXPECT_EQ(valueOf(visit(), u"status"_s), u"cancelled"_s);
        EXPECT_EQ(valueOf(visit(), u"status_note"_s), u"Patient is ill: since Monday"_s);
        expectConsistent();
    }
    [[nodiscard]] static Banner *barOf(QWidget *form)
    {
        return form->findChild<Banner *>(u"staleBar"_s);
    }
    [[nodiscard]] bool waitForBar(QWidget *form, const QString &beginning)
    {
        const Banner *const bar = barOf(form);
        return desk().waitFor(
            [&] { return bar->isVisible() && bar->text().startsWith(beginning); });
    }
    static void press(const QWidget *form, const QString &text)
    {
        for (QPushButton *button : form->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        ADD_FAILURE() << "no button " << qPrintable(text);
    }

private:
    AppointmentId m_visit;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionStale, theStripSaysWhoMovedItAndWaits)
{
    openStrip();
    ASSERT_TRUE(done(moveTo(at(11, 20))));
    ASSERT_TRUE(waitForBar(strip(), u"Dr Osei at Test desk moved this to 11:20, "_s))
        << qPrintable(barOf(strip())->text());
    EXPECT_TRUE(barOf(strip())->text().contains(u" ago"_s));
    EXPECT_EQ(barOf(strip())->tone(), BannerTone::Warning);
    const auto *const mark = strip()->findChild<QLabel *>(u"visitMark"_s);
    EXPECT_EQ(mark->text(),
              u"Time: Tue 24-Nov-2026, 11:20 to 11:40, was Tue 24-Nov-2026, "
              "10:40 to 11:00"_s);
    for (const char *name : {"cancelVisit", "checkIn", "moveVisit"})
        EXPECT_FALSE(action(name)->isEnabled()) << name;
    EXPECT_EQ(action("cancelVisit")->toolTip(), u"First look at what was changed."_s);
    desk().key(Qt::Key_Delete);
    EXPECT_EQ(dialog(), nullptr);
    press(strip(), u"Use theirs"_s);
    EXPECT_FALSE(barOf(strip())->isVisible());
    EXPECT_FALSE(mark->isVisible());
    for (const char *name : {"cancelVisit", "checkIn", "moveVisit"})
        EXPECT_TRUE(action(name)->isEnabled()) << name;
}

TEST_F(ReceptionStale, aFocusedButtonThatGoesOffHandsNothingOver)
{
    openStrip();
    ASSERT_TRUE(strip()->isAncestorOf(QApplication::focusWidget()));
    ASSERT_TRUE(done(updateAs(u"ben"_s, visit(), u"checked_in_at = now()"_s)));
    ASSERT_TRUE(waitForBar(strip(), u"Ben Cole at Test desk checked this patient in, "_s));
    EXPECT_EQ(QApplication::focusWidget(), strip()) << "on no button that Enter would press";
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(barOf(strip())->isVisible()) << "Enter took the change over unread";
}

TEST_F(ReceptionStale, comparingShowsBeforeAndNowAndThenLetsAct)
{
    openStrip();
    ASSERT_TRUE(done(updateAs(u"ben"_s, visit(), u"doctor_id = %1"_s.arg(doctor(u"ba"_s)))));
    ASSERT_TRUE(waitForBar(strip(), u"Ben Cole at Test desk moved this to 10:40 with Dr Ba, "_s));
    press(strip(), u"Compare"_s);
    auto *const compare = desk().child<QDialog>("visitCompareDialog");
    ASSERT_NE(compare, nullptr);
    QStringList texts;
    for (const QLabel *label : compare->findChildren<QLabel *>())
        texts << label->text();
    for (const QString &text : {u"Dr Osei"_s, u"Dr Ba"_s, u"confirmed"_s, u"pending"_s})
        EXPECT_TRUE(texts.contains(text)) << qPrintable(text);
    EXPECT_TRUE(barOf(strip())->isVisible());
    press(compare, u"Close"_s);
    ASSERT_TRUE(desk().waitFor([this] { return !barOf(strip())->isVisible(); }));
    EXPECT_TRUE(action("cancelVisit")->isEnabled());
}

TEST_F(ReceptionStale, oneMovedToAnotherDayStaysOpenAndLeadsThere)
{
    openStrip();
    ASSERT_TRUE(done(moveTo(at(9, 0, QDate(2026, 11, 26)))));
    ASSERT_TRUE(
        waitForBar(strip(), u"Dr Osei at Test desk moved this to Thu 26-Nov-2026, 09:00, "_s));
    ASSERT_TRUE(
        desk().waitFor([this] { return !desk().models().day().row(AppointmentId {visit()}); }));
    EXPECT_TRUE(strip()->isVisible());
    press(strip(), u"Use theirs"_s);
    EXPECT_TRUE(desk().waitFor([this] {
        return desk().models().day().day() == QDate(2026, 11, 26) && strip()->isVisible();
    }));
    EXPECT_FALSE(barOf(strip())->isVisible());
}

TEST_F(ReceptionStale, anOwnChangeIsNoNews)
{
    openStrip();
    desk().key(Qt::Key_F9);
    ASSERT_TRUE(desk().waitForRow(
        patient(2), [](const Appointment &now) { return now.checkedInAt.has_value(); }));
    // The next hint is read after the own one: had that been news, the bar would be there.
    ASSERT_TRUE(done(moveTo(at(11, 20))));
    ASSERT_TRUE(waitForBar(strip(), u"Dr Osei at Test desk moved this to 11:20, "_s));
    EXPECT_FALSE(strip()->findChild<QLabel *>(u"visitMark"_s)->text().contains(u"checked in"_s));
}

TEST_F(ReceptionStale, theCancelDialogKeepsWhatWasTyped)
{
    openCancel();
    desk().key(Qt::Key_2);
    auto *const details = dialog()->findChild<QLineEdit *>(u"reasonEdit"_s);
    details->setFocus();
    desk().type(u"since Monday"_s);
    ASSERT_TRUE(done(moveTo(at(11, 20))));
    ASSERT_TRUE(waitForBar(dialog(), u"Dr Osei at Test desk moved this to 11:20, "_s));
    EXPECT_FALSE(dialog()->findChild<QPushButton *>(u"actButton"_s)->isEnabled());
    EXPECT_EQ(desk().focus(), u"reasonEdit"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(dialog()->isVisible());
    EXPECT_EQ(valueOf(visit(), u"status"_s), u"confirmed"_s);
    press(dialog(), u"Use theirs"_s);
    EXPECT_EQ(details->text(), u"since Monday"_s);
    press(dialog(), u"Cancel appointment"_s);
    ASSERT_TRUE(desk().waitForRow(patient(2), [](const Appointment &now) {
        return now.status == AppointmentStatus::Cancelled;
    }));
    EXPECT_EQ(valueOf(visit(), u"status_note"_s), u"Patient is ill: since Monday"_s);
    expectConsistent();
}

TEST_F(ReceptionStale, aRefusedCancellationKeepsItsFormAndReason)
{
    writeReason();
    QSignalSpy sent(&desk().models().commands(), &AppointmentCommands::started);
    desk().live().pause(); // word of it does not arrive
    ASSERT_TRUE(done(moveTo(at(11, 20))));
    desk().key(Qt::Key_Return);
    EXPECT_EQ(act()->text(), u"Cancelling..."_s);
    EXPECT_FALSE(act()->isEnabled());
    desk().key(Qt::Key_Return);
    EXPECT_EQ(sent.size(), 1) << "not twice";
    ASSERT_TRUE(waitForBar(dialog(), u"Dr Osei at Test desk moved this to 11:20, "_s));
    ASSERT_TRUE(desk().waitFor([this] { return act()->text() == u"Cancel appointment"_s; }));
    EXPECT_FALSE(act()->isEnabled());
    EXPECT_EQ(valueOf(visit(), u"status"_s), u"confirmed"_s);
    EXPECT_EQ(desk().focus(), u"reasonEdit"_s);
    ASSERT_NO_FATAL_FAILURE(expectReasonIsThere());
    press(dialog(), u"Use theirs"_s);
    cancelAtLast();
    EXPECT_EQ(sent.size(), 2);
}

TEST_F(ReceptionStale, aCancellationThatCameTooLateSaysWhoWasFirst)
{
    writeReason();
    desk().live().pause();
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit(), u"status = 'cancelled', status_note = 'called'"_s)));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForBar(dialog(), u"Ben Cole at Test desk cancelled this, "_s));
    ASSERT_NO_FATAL_FAILURE(expectReasonIsThere());
    EXPECT_FALSE(act()->isVisible());
    EXPECT_EQ(valueOf(visit(), u"status_note"_s), u"called"_s);
}

TEST_F(ReceptionStale, aCancellationThatFindsTheVisitLockedCanBeSentAgain)
{
    writeReason();
    OpenSession other(settings(u"ben"_s));
    ASSERT_TRUE(done(other.run(
        u"BEGIN; SELECT 1 FROM app.appointment WHERE id = %1 FOR UPDATE"_s.arg(visit()))));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([this] { return problem().contains(u"nothing was changed"_s); }))
        << qPrintable(problem());
    ASSERT_NO_FATAL_FAILURE(expectReasonIsThere());
    (void)other.run(u"ROLLBACK"_s);
    cancelAtLast();
}

TEST_F(ReceptionStale, aFormClosedBeforeTheAnswerLeavesItToTheMessage)
{
    writeReason();
    // Behind a change that is not yet committed, the answer comes when it is.
    OpenSession other(settings(u"osei"_s));
    ASSERT_TRUE(other
                    .run(u"BEGIN; UPDATE app.appointment SET starts_at = %1, ends_at = %2 "
                         "WHERE id = %3"_s.arg(literal(at(11, 20)), literal(at(11, 40)))
                             .arg(visit()))
                    .ok());
    desk().key(Qt::Key_Return);
    QPointer<ReasonDialog> open = dialog();
    press(dialog(), u"Close"_s);
    ASSERT_TRUE(desk().waitFor([&open] { return open.isNull(); }));
    ASSERT_TRUE(other.run(u"COMMIT"_s).ok());
    const auto *const toast = desk().child<Toast>("toast");
    EXPECT_TRUE(desk().waitFor([toast] {
        return toast->text().startsWith(u"DIAZ, Mia: Dr Osei changed this appointment "_s);
    })) << qPrintable(toast->text());
}

TEST_F(ReceptionStale, theCancelDialogOfACancelledVisitOnlyCloses)
{
    openCancel();
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, visit(), u"status = 'cancelled', status_note = 'called'"_s)));
    ASSERT_TRUE(waitForBar(dialog(), u"Ben Cole at Test desk cancelled this, "_s));
    EXPECT_FALSE(dialog()->findChild<QPushButton *>(u"actButton"_s)->isVisible());
    QPointer<ReasonDialog> open = dialog();
    desk().key(Qt::Key_3);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([&open] { return open.isNull(); }));
    EXPECT_EQ(valueOf(visit(), u"status_note"_s), u"called"_s);
    EXPECT_EQ(valueOf(visit(), u"version"_s), u"2"_s);
}

} // namespace ClinicDesk
