#include "models/DeskView.h"
#include "services/ServiceFixture.h"
#include "views/paper/PaperDialog.h"
#include "views/paper/PdfText.h"
#include "views/reception/GoToDateDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/MiniMonth.h"
#include "widgets/MonthGrid.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ReceptionViews : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(11, 0), 20})};
        m_thursday
            = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 3, 0, at(10, 0, thursday), 20})};
        load(u"confirmed"_s, {u"ba"_s, 4, 0, at(9, 0, thursday), 20});
        open();
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    void open(QSettings *kept = nullptr)
    {
        m_desk.reset();
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s), QSize(1366, 768), kept);
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] DayModel &day() { return m_desk->models().day(); }
    [[nodiscard]] MonthGrid &month() { return *m_desk->child<MonthGrid>("month"); }
    [[nodiscard]] DoctorId osei() const { return DoctorId {doctor(u"osei"_s)}; }
    void ctrl(Qt::Key key) { desk().key(key, Qt::ControlModifier); }
    [[nodiscard]] bool waitForWeek(QDate monday, DoctorId who)
    {
        return desk().waitFor([=, this] {
            return day().period() == DayPeriod {monday, monday.addDays(6), who}
            && desk().agenda().scene().columns().size() == 7;
        });
    }
    [[nodiscard]] bool waitForDay(QDate wanted)
    {
        return desk().waitFor([=, this] {
            return day().period() == DayPeriod {wanted, wanted, {}};
        });
    }
    void showWeek()
    {
        desk().agenda().setCursor(osei(), at(11, 0));
        ctrl(Qt::Key_2);
        ASSERT_TRUE(waitForWeek(monday, osei()));
    }
    /// nullptr when it does not come up.
    template<typename T> [[nodiscard]] T *waitForDialog(const char *name)
    {
        const bool came = desk().waitFor(
            [&] { return desk().child<T>(name) && desk().child<T>(name)->isActiveWindow(); });
        return came ? desk().child<T>(name) : nullptr;
    }

    const QDate tuesday {2026, 11, 24};
    const QDate monday {2026, 11, 23};
    const QDate thursday {2026, 11, 26};
    AppointmentId m_visit;
    AppointmentId m_thursday;

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionViews, aWeekHasADoctorsDaysAndKeepsWhatIsSelected)
{
    desk().agenda().selectVisit(m_visit);
    showWeek();
    EXPECT_EQ(desk().focus(), u"agenda"_s);
    EXPECT_EQ(desk().agenda().cursor().visit, m_visit);
    EXPECT_EQ(day().rows().size(), 2) << "of this doctor only";
    const QList<AgendaColumn> columns = desk().agenda().scene().columns();
    EXPECT_EQ(columns.at(1).title, u"Tue 24-Nov"_s);
    EXPECT_TRUE(columns.at(1).subtitle.startsWith(u"today, "_s));
    EXPECT_EQ(desk().agenda().cellName(3, *desk().agenda().scene().cellOf(3, m_thursday)),
              u"Thu 26-Nov, 10:00 to 10:20, Svensson Anna, confirmed"_s);

    desk().key(Qt::Key_Right);
    EXPECT_EQ(desk().agenda().cursor().start, at(11, 0, QDate(2026, 11, 25)));
    EXPECT_EQ(desk().child<MiniMonth>("miniMonth")->selectedDay(), QDate(2026, 11, 25));
    desk().key(Qt::Key_End);
    EXPECT_EQ(desk().agenda().cursor().start, at(11, 0, QDate(2026, 11, 29)));

    ctrl(Qt::Key_Right);
    ASSERT_TRUE(waitForWeek(QDate(2026, 11, 30), osei()));
    EXPECT_EQ(desk().agenda().cursor().start, at(11, 0, QDate(2026, 12, 6)));
    ctrl(Qt::Key_T);
    ASSERT_TRUE(waitForWeek(monday, osei()));
    EXPECT_EQ(desk().agenda().cursor().start, at(11, 0)) << "today, at the same time";
    ctrl(Qt::Key_1);
    ASSERT_TRUE(waitForDay(tuesday));
    EXPECT_EQ(desk().agenda().scene().columns().size(), 3);
}

TEST_F(ReceptionViews, theWeeksDoctorIsChosenByKeysAndByTheList)
{
    showWeek();
    ctrl(Qt::Key_PageDown);
    ASSERT_TRUE(waitForWeek(monday, DoctorId {doctor(u"lindqvist"_s)}));
    ctrl(Qt::Key_PageUp);
    ASSERT_TRUE(waitForWeek(monday, osei()));
    auto *const list = desk().child<QComboBox>("weekDoctor");
    ASSERT_TRUE(list->isVisible());
    EXPECT_EQ(list->currentText(), u"Dr Osei"_s);
    list->setFocus();
    desk().key(Qt::Key_End);
    ASSERT_TRUE(waitForWeek(monday, DoctorId {doctor(u"ba"_s)}));
    EXPECT_EQ(day().rows().size(), 1);
    ctrl(Qt::Key_1);
    EXPECT_FALSE(list->isVisible());
}

TEST_F(ReceptionViews, booksFromTheWeek)
{
    showWeek();
    desk().agenda().setCursor(osei(), at(14, 0, thursday));
    desk().type(u"k"_s);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    desk().type(u"im soo"_s);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForFocus("bookNow"));
    ASSERT_TRUE(desk().waitFor([this] { return desk().models().booking().isHeld(); }));
    EXPECT_TRUE(desk().waitFor([this] {
        const AgendaCell *const cell = desk().agenda().scene().cellAt(3, at(14, 0, thursday));
        return cell && cell->kind == AgendaCell::Kind::Hold && cell->mine;
    })) << "holds of the whole week are shown";
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForRow(patient(1), [this](const Appointment &visit) {
        return visit.start == at(14, 0, thursday) && visit.doctor == osei();
    }));
    ASSERT_TRUE(desk().waitForFocus("agenda"));
    EXPECT_TRUE(desk().agenda().cursor().visit.isValid());
    EXPECT_EQ(desk().agenda().cursor().start, at(14, 0, thursday)) << "the week stays";
    expectConsistent();
}

TEST_F(ReceptionViews, actsOnVisitsOfTheWeekAndFollowsOtherDesks)
{
    showWeek();
    desk().agenda().selectVisit(m_thursday);
    EXPECT_FALSE(desk().child<QAction>("checkIn")->isEnabled()) << "not today";
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().child<QFrame>("visitStrip")->isVisible());
    desk().key(Qt::Key_Escape);
    bookAs(u"ben"_s, {u"osei"_s, 5, 0, at(15, 0, thursday), 20});
    bookAs(u"ben"_s, {u"ba"_s, 6, 0, at(15, 0, thursday), 20});
    ASSERT_TRUE(desk().waitForRow(patient(5), [](const Appointment &) { return true; }));
    EXPECT_EQ(desk().agenda().cursor().visit, m_thursday);
    for (const AppointmentRow &row : day().rows())
        EXPECT_EQ(row.appointment.doctor, osei());

    desk().agenda().selectVisit(m_visit);
    desk().key(Qt::Key_F9);
    EXPECT_TRUE(desk().waitForRow(
        patient(2), [](const Appointment &visit) { return visit.checkedInAt.has_value(); }));
}

TEST_F(ReceptionViews, aMonthShowsHowFullItsDaysAreAndOpensThem)
{
    ctrl(Qt::Key_3);
    ASSERT_TRUE(month().isVisible());
    EXPECT_FALSE(desk().agenda().isVisible());
    EXPECT_EQ(desk().focus(), u"month"_s);
    EXPECT_EQ(month().day(), tuesday);
    ASSERT_TRUE(desk().waitFor([this] {
        return month().described(thursday) == u"Thu 26-Nov-2026, free times, 2 of 60 booked"_s;
    })) << qPrintable(month().described(thursday));
    EXPECT_EQ(month().accessibleName(), u"Tue 24-Nov-2026, today, free times, 1 of 60 booked"_s);
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('2026-11-27', 'Audit')"_s);
    bookAs(u"ben"_s, {u"osei"_s, 5, 0, at(15, 0, thursday), 20});
    EXPECT_TRUE(desk().waitFor([this] {
        return month().described(thursday).contains(u"3 of 60"_s)
            && month().described(thursday.addDays(1)).endsWith(u"closed"_s);
    })) << "another desk's booking";

    desk().key(Qt::Key_Right);
    desk().key(Qt::Key_Right);
    EXPECT_EQ(month().day(), thursday);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForDay(thursday));
    EXPECT_FALSE(month().isVisible());
    EXPECT_EQ(desk().focus(), u"agenda"_s);

    ctrl(Qt::Key_3);
    ctrl(Qt::Key_Right);
    EXPECT_EQ(month().day(), QDate(2026, 12, 26));
    ctrl(Qt::Key_T);
    EXPECT_EQ(month().day(), tuesday);
    EXPECT_FALSE(desk().child<QAction>("cancelVisit")->isEnabled())
        << "what the grid has selected is out of sight";
}

TEST_F(ReceptionViews, bookingFromTheMonthOpensItsDay)
{
    ctrl(Qt::Key_3);
    desk().key(Qt::Key_Down);
    ctrl(Qt::Key_N);
    ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
    EXPECT_FALSE(month().isVisible());
    EXPECT_TRUE(waitForDay(QDate(2026, 12, 1)));
}

TEST_F(ReceptionViews, findsAPatientsVisitFromEveryView)
{
    for (const Qt::Key view : {Qt::Key_2, Qt::Key_3}) {
        ctrl(view);
        ctrl(Qt::Key_F);
        ASSERT_TRUE(desk().waitForFocus("findField"));
        desk().type(u"roy"_s);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(waitForDay(thursday));
        EXPECT_TRUE(desk().waitFor([this] { return desk().agenda().cursor().visit.isValid(); }));
        EXPECT_EQ(day().row(desk().agenda().cursor().visit)->appointment.patient.value, patient(4));
    }
}

TEST_F(ReceptionViews, goesToADateInWords)
{
    ctrl(Qt::Key_G);
    auto *dialog = waitForDialog<GoToDateDialog>("goToDateDialog");
    ASSERT_TRUE(dialog);
    const auto understood
        = [&] { return dialog->findChild<QLabel *>(u"goToDateUnderstood"_s)->text(); };
    desk().type(u"24"_s);
    EXPECT_EQ(understood(), u"Tuesday 24-Nov-2026"_s);
    desk().type(u"/13"_s);
    EXPECT_EQ(understood(), u"There is no such day."_s);
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(dialog->isVisible()) << "it stays, with the reason";
    EXPECT_EQ(dialog->findChild<QLineEdit *>()->accessibleDescription(),
              u"There is no such day."_s);
    desk().type(u"+3"_s);
    EXPECT_EQ(understood(), u"Friday 27-Nov-2026"_s) << "what was wrong is replaced";
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(waitForDay(QDate(2026, 11, 27)));
    ASSERT_TRUE(desk().activate());

    showWeek();
    ctrl(Qt::Key_G);
    ASSERT_TRUE(waitForDialog<GoToDateDialog>("goToDateDialog"));
    desk().type(u"24 dec"_s);
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(waitForWeek(QDate(2026, 12, 21), osei()));
}

TEST_F(ReceptionViews, thisComputerRemembersWhatIsLookedAt)
{
    const QTemporaryDir folder;
    QSettings kept(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    open(&kept);
    desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(11, 0));
    desk().child<QListWidget>("doctorList")->item(2)->setCheckState(Qt::Unchecked);
    desk().child<QAction>("showCancelled")->trigger();
    desk().key(Qt::Key_Plus, Qt::ControlModifier | Qt::AltModifier);
    desk().key(Qt::Key_Plus, Qt::ControlModifier | Qt::AltModifier);
    desk().key(Qt::Key_Minus, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(desk().agenda().rowZoom(), 110);
    desk().key(Qt::Key_PageDown, Qt::ControlModifier);
    ctrl(Qt::Key_2);
    ctrl(Qt::Key_PageDown);
    ctrl(Qt::Key_PageUp);

    open(&kept);
    ASSERT_TRUE(waitForWeek(monday, DoctorId {doctor(u"lindqvist"_s)}));
    EXPECT_EQ(desk().agenda().rowZoom(), 110);
    EXPECT_TRUE(desk().child<QAction>("showCancelled")->isChecked());
    ctrl(Qt::Key_1);
    ASSERT_TRUE(waitForDay(tuesday));
    EXPECT_EQ(desk().agenda().scene().columns().size(), 2);
    ctrl(Qt::Key_3);
    open(&kept);
    EXPECT_TRUE(desk().waitFor([this] { return month().isVisible() && month().day() == tuesday; }));
}

TEST_F(ReceptionViews, savesTheDayListAsPdf)
{
    const QTemporaryDir folder;
    ctrl(Qt::Key_P);
    auto *dialog = waitForDialog<PaperDialog>("dayListDialog");
    ASSERT_TRUE(dialog);
    ASSERT_TRUE(desk().waitFor([&] { return dialog->shownPages() == 1; }));
    dialog->saveAs(folder.filePath(u"nowhere/list.pdf"_s));
    ASSERT_TRUE(desk().waitFor([&] { return !dialog->problem().isEmpty(); }));
    EXPECT_TRUE(dialog->problem().startsWith(u"list.pdf was not saved: the folder "_s));
    EXPECT_TRUE(dialog->isVisible());

    dialog->findChild<QPushButton *>(u"paperSave"_s)->setFocus();
    desk().key(Qt::Key_Space);
    auto *const file = waitForDialog<QDialog>("paperFile");
    ASSERT_TRUE(file);
    auto *const name = file->findChild<QLineEdit *>();
    ASSERT_TRUE(name);
    name->selectAll();
    name->setFocus();
    desk().type(folder.filePath(u"list"_s));
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([&] { return QFile::exists(folder.filePath(u"list.pdf"_s)); }));
    QFile written(folder.filePath(u"list.pdf"_s));
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_TRUE(written.readAll().startsWith("%PDF"));
    EXPECT_TRUE(desk().waitFor([this] { return !desk().child<PaperDialog>("dayListDialog"); }));
    EXPECT_EQ(desk().models().deskView().saveFolder(), folder.path());
}

TEST_F(ReceptionViews, theDayListSaysWhatIsNotOnIt)
{
    load(u"cancelled"_s, {u"osei"_s, 5, 0, at(15, 0), 20});
    load(u"rejected"_s, {u"osei"_s, 6, 0, at(15, 0), 20});
    const QTemporaryDir folder;
    QSettings kept(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    DeskView view;
    view.attach(kept);
    view.setHiddenDoctors({DoctorId {doctor(u"ba"_s)}});
    open(&kept);
    const QString path = folder.filePath(u"list.pdf"_s);
    const auto printed = [&] {
        QFile::remove(path);
        EXPECT_TRUE(desk().activate());
        ctrl(Qt::Key_P);
        auto *const dialog = waitForDialog<PaperDialog>("dayListDialog");
        if (!dialog)
            return QString();
        dialog->saveAs(path);
        EXPECT_TRUE(desk().waitFor([&] { return QFile::exists(path); }));
        EXPECT_TRUE(desk().waitFor([this] { return !desk().child<PaperDialog>("dayListDialog"); }));
        return pagesOf(path).join(QString());
    };
    const QString list = printed();
    EXPECT_TRUE(list.contains(u"Not on this list: Dr Ba."_s)) << qPrintable(list);
    EXPECT_TRUE(list.contains(u"2 cancelled or rejected appointments are not on this list."_s));
    desk().child<QAction>("showCancelled")->setChecked(true);
    EXPECT_FALSE(printed().contains(u"cancelled or rejected"_s));
}

} // namespace ClinicDesk
