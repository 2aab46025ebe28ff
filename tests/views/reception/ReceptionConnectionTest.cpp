#include "domain/AgendaRole.h"
#include "services/ServiceFixture.h"
#include "support/WireProxy.h"
#include "views/paper/PaperDialog.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionDesk.h"
#include "views/visits/ReasonDialog.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/agenda/AgendaView.h"

#include <QFileInfo>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ReceptionConnection : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_proxy = std::make_unique<WireProxy>(port());
        ConnectionSettings through = settings(u"ana"_s);
        through.host = u"127.0.0.1"_s;
        through.port = QString::number(m_proxy->port());
        m_desk = std::make_unique<ReceptionDesk>(through);
    }

    void TearDown() override
    {
        m_desk.reset();
        m_proxy.reset();
        ServiceFixture::TearDown();
    }

    /// Ends every session of ana and lets no new one in.
    void cut()
    {
        m_proxy->setRefusing(true);
        superuserSql(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'"_s);
    }
    void mend()
    {
        m_proxy->setRefusing(false);
        desk().key(Qt::Key_F5);
    }
    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] ConnectionModel &connection() { return m_desk->models().connection(); }

    std::unique_ptr<WireProxy> m_proxy;

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionConnection, keepsWhatWasTypedAndBooksAfterwards)
{
    desk().key(Qt::Key_N, Qt::ControlModifier);
    desk().type(u"kim soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("suggestions"));
    BookingModel &booking = desk().models().booking();
    ASSERT_TRUE(desk().waitFor([&] { return !booking.freeTimes().isAsking(); }));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([&] { return booking.isHeld(); }));

    cut();
    ASSERT_TRUE(desk().waitFor([this] { return !connection().isLive(); }));
    const auto *banner = desk().window().findChild<Banner *>();
    EXPECT_TRUE(banner->text().startsWith(u"No connection since"_s)) << qPrintable(banner->text());
    EXPECT_FALSE(desk().child<QPushButton>("bookNow")->isEnabled());
    EXPECT_EQ(booking.patient()->id.value, patient(1));
    EXPECT_EQ(desk().child<QLineEdit>("bookingPatient")->text(), u"KIM, Soo"_s);

    bookAs(u"ben"_s, {u"lindqvist"_s, 3, 0, at(15, 0), 20});
    mend();
    ASSERT_TRUE(desk().waitFor([this] { return connection().isLive(); }));
    EXPECT_TRUE(desk().waitForRow(patient(3), [](const Appointment &) { return true; }))
        << "what was missed";
    ASSERT_TRUE(
        desk().waitFor([&] { return booking.isHeld() && !booking.freeTimes().isAsking(); }));
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(desk().waitForRow(patient(1), [](const Appointment &) { return true; }));
    expectConsistent();
}

TEST_F(ReceptionConnection, whatCannotBeWrittenSaysWhyAndTheRestStays)
{
    const AppointmentId visit {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 0), 20})};
    ASSERT_TRUE(desk().waitForRow(patient(2), [](const Appointment &) { return true; }));
    desk().agenda().selectVisit(visit);
    const auto action = [this](const char *name) {
        return desk().window().findChild<QAction *>(QLatin1StringView(name));
    };
    ASSERT_TRUE(action("checkIn")->isEnabled());

    cut();
    ASSERT_TRUE(desk().waitFor([this] { return !connection().isLive(); }));
    for (const char *name :
         {"book", "newPatient", "checkIn", "noShow", "cancelVisit", "moveVisit"}) {
        EXPECT_FALSE(action(name)->isEnabled()) << name;
        EXPECT_TRUE(action(name)->toolTip().startsWith(u"No connection since"_s))
            << name << ": " << qPrintable(action(name)->toolTip());
    }
    desk().key(Qt::Key_F9);
    desk().key(Qt::Key_Delete);
    EXPECT_EQ(desk().focus(), u"agenda"_s) << "no key opens what cannot be finished";
    EXPECT_EQ(desk().models().day().rows().size(), 1) << "the day stays";
    EXPECT_TRUE(action("printDay")->isEnabled());
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().child<QFrame>("visitStrip")->isVisible()) << "and can be read";

    mend();
    ASSERT_TRUE(desk().waitFor([this] { return connection().isLive(); }));
    EXPECT_TRUE(desk().waitFor([&] { return action("checkIn")->isEnabled(); }));
    EXPECT_EQ(valueOf(visit.value, u"version"_s), u"1"_s);
}

TEST_F(ReceptionConnection, aCancellationKeepsItsFormUntilTheConnectionIsBack)
{
    const AppointmentId visit {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(10, 40), 20})};
    ASSERT_TRUE(desk().waitForRow(patient(2), [](const Appointment &) { return true; }));
    desk().agenda().selectVisit(visit);
    desk().key(Qt::Key_Delete);
    QPointer<ReasonDialog> dialog;
    ASSERT_TRUE(desk().waitFor([&] {
        dialog = desk().child<ReasonDialog>("reasonDialog");
        return dialog && dialog->isActiveWindow();
    }));
    auto *const details = dialog->findChild<QLineEdit *>(u"reasonEdit"_s);
    details->setFocus();
    desk().type(u"moved away"_s);
    const auto *const act = dialog->findChild<QPushButton *>(u"actButton"_s);
    const auto *const problem = dialog->findChild<FieldError *>(u"sendingProblem"_s);
    cut();
    desk().key(Qt::Key_Return); // before anything tells that the connection is gone
    ASSERT_TRUE(desk().waitFor([&] {
        return !dialog->isSending(visit) && problem->text().startsWith(u"No connection"_s);
    })) << qPrintable(problem->text());
    ASSERT_TRUE(desk().waitFor([this] { return !connection().isLive(); }));
    EXPECT_TRUE(problem->text().startsWith(u"No connection"_s)) << qPrintable(problem->text());
    EXPECT_FALSE(act->isEnabled());
    EXPECT_TRUE(act->toolTip().startsWith(u"No connection since"_s));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(dialog && dialog->isVisible());
    EXPECT_EQ(details->text(), u"moved away"_s);

    m_proxy->setRefusing(false);
    connection().reconnectNow();
    ASSERT_TRUE(desk().waitFor([act] { return act->isEnabled(); }));
    EXPECT_EQ(problem->text(), QString());
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([&dialog] { return dialog.isNull(); }));
    EXPECT_EQ(valueOf(visit.value, u"status_note"_s), u"moved away"_s);
    expectConsistent();
}

TEST_F(ReceptionConnection, whatChangedMeanwhileIsMarkedUntilItIsSeen)
{
    const AppointmentId visit {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(11, 0), 20})};
    load(u"confirmed"_s, {u"osei"_s, 4, 0, at(12, 0), 20});
    ASSERT_TRUE(desk().waitForRow(patient(2), [](const Appointment &) { return true; }));
    ASSERT_TRUE(desk().waitForRow(patient(4), [](const Appointment &) { return true; }));
    const auto isMarked = [this](qint64 patient) {
        const DayModel &day = desk().models().day();
        for (int row = 0; row < day.rowCount(); ++row) {
            if (day.rows().at(row).appointment.patient.value == patient)
                return day.index(row).data(AgendaRole::Stale).toBool();
        }
        return false;
    };
    const AgendaCursor cursor = desk().agenda().cursor();
    cut();
    ASSERT_TRUE(desk().waitFor([this] { return !connection().isLive(); }));
    ASSERT_TRUE(done(updateAs(u"ben"_s, visit.value, u"checked_in_at = app.clinic_now()"_s)));
    mend();
    ASSERT_TRUE(desk().waitForRow(
        patient(2), [](const Appointment &now) { return now.checkedInAt.has_value(); }));
    EXPECT_TRUE(isMarked(patient(2)));
    EXPECT_FALSE(isMarked(patient(4))) << "it is as it was";
    EXPECT_EQ(desk().agenda().cursor().start, cursor.start) << "the cursor stays";
    const auto *banner = desk().window().findChild<Banner *>();
    EXPECT_TRUE(desk().waitFor([banner] { return banner->tone() == BannerTone::Success; }));
    EXPECT_EQ(banner->text(), u"Connected again. You see the day as it is now."_s);

    desk().agenda().selectVisit(visit);
    EXPECT_FALSE(isMarked(patient(2)));
}

TEST_F(ReceptionConnection, findsTheDaysPatientsAndGoesToTheirVisits)
{
    const AppointmentId visit {load(u"confirmed"_s, {u"osei"_s, 8, 0, at(14, 0), 20})};
    load(u"confirmed"_s, {u"lindqvist"_s, 1, 0, at(15, 0), 20});
    for (const int number : {1, 8})
        ASSERT_TRUE(desk().waitForRow(patient(number), [](const Appointment &) { return true; }));
    desk().key(Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitForFocus("findField"));
    desk().type(u"roy"_s);
    cut();
    ASSERT_TRUE(desk().waitFor([this] { return !connection().isLive(); }));
    PatientSearchModel &search = desk().models().search();
    ASSERT_TRUE(desk().waitFor([&] { return search.isCurrent() && search.matches().isEmpty(); }))
        << "Roy has no visit today";

    desk().key(Qt::Key_F, Qt::ControlModifier);
    desk().type(u"jur mul"_s);
    ASSERT_EQ(search.matches().size(), 1) << "at once, from memory";
    EXPECT_EQ(search.matches().constFirst().familyName, u"Müller"_s);
    EXPECT_EQ(search.index(1).data().toString(), u"Only today's list: no connection"_s);
    const QList<QListView *> lists = desk().window().findChildren<QListView *>(u"patientMatches"_s);
    EXPECT_TRUE(std::ranges::any_of(lists, [&](const QListView *list) {
        return list->model() == &search && list->isVisible();
    }));
    desk().key(Qt::Key_Return);
    EXPECT_EQ(desk().agenda().cursor().visit, visit);
    EXPECT_TRUE(desk().child<QFrame>("visitStrip")->isVisible());

    desk().key(Qt::Key_F, Qt::ControlModifier);
    desk().type(u"zzz"_s);
    ASSERT_EQ(search.rowCount(), 1);
    desk().key(Qt::Key_Return);
    EXPECT_EQ(desk().focus(), u"findField"_s) << "the note is nothing to choose";
    EXPECT_FALSE(desk().models().booking().isOpen());
    mend();
    ASSERT_TRUE(desk().waitFor([this] { return connection().isLive(); }));
    desk().key(Qt::Key_F, Qt::ControlModifier);
    desk().type(u"roy"_s);
    EXPECT_TRUE(desk().waitFor([&] {
        return search.matches().size() == 1
            && search.index(1).data(PatientSearchModel::IsNewRole).toBool();
    })) << "all patients again";
}

TEST_F(ReceptionConnection, printsTheDayAsItWas)
{
    load(u"confirmed"_s, {u"osei"_s, 8, 0, at(14, 0), 20});
    ASSERT_TRUE(desk().waitForRow(patient(8), [](const Appointment &) { return true; }));
    cut();
    ASSERT_TRUE(desk().waitFor([this] { return !connection().isLive(); }));
    desk().key(Qt::Key_P, Qt::ControlModifier);
    const auto dialog = [this] { return desk().child<PaperDialog>("dayListDialog"); };
    ASSERT_TRUE(desk().waitFor([&] { return dialog() && dialog()->shownPages() == 1; }));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"list.pdf"_s);
    dialog()->saveAs(file);
    EXPECT_TRUE(desk().waitFor([&] { return QFileInfo(file).size() > 0; }));
}

} // namespace ClinicDesk
