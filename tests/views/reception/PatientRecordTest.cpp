#include "services/ServiceFixture.h"
#include "views/reception/ReceptionDesk.h"
#include "views/record/PatientCompareDialog.h"
#include "views/record/PatientRecordView.h"
#include "widgets/Banner.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// The patient's record in the reception's window, driven by keys; Ben works at another desk.
class PatientRecordTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 1, 0, at(11, 0), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] PatientRecordView *view(const ReceptionDesk &desk)
    {
        return desk.child<PatientRecordView>("patientRecordView");
    }
    [[nodiscard]] QString bar() { return desk().child<Banner>("recordBanner")->text(); }
    [[nodiscard]] bool isBarShown()
    {
        return desk().waitFor([this] { return desk().child<Banner>("recordBanner")->isVisible(); });
    }
    [[nodiscard]] bool canSave()
    {
        return desk().child<QPushButton>("saveRecordButton")->isEnabled();
    }
    /// F2 on Kim's visit.
    void openKim()
    {
        desk().agenda().selectVisit(m_visit);
        desk().agenda().setFocus();
        desk().key(Qt::Key_F2);
        ASSERT_TRUE(desk().waitForFocus("record_familyName"));
        ASSERT_TRUE(view(desk())->isVisible());
    }
    /// As a person does: into the field, everything selected, typed over.
    void typeInto(const char *field, const QString &text)
    {
        auto *const line = desk().child<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        desk().key(Qt::Key_Delete);
        desk().type(text);
    }
    void save() { desk().key(Qt::Key_S, Qt::ControlModifier); }
    [[nodiscard]] bool waitForNote(const QString &begin)
    {
        return desk().waitFor(
            [&] { return desk().child<QLabel>("recordNote")->text().startsWith(begin); });
    }
    void asBen(const QString &assignments)
    {
        ASSERT_TRUE(
            sqlAs(u"ben"_s,
                  u"UPDATE app.patient SET %1 WHERE id = %2"_s.arg(assignments).arg(patient(1)))
                .ok());
    }
    [[nodiscard]] QString stored(const QString &column)
    {
        return textOf(
            u"SELECT coalesce(%1::text, '') FROM app.patient WHERE id = %2"_s.arg(column).arg(
                patient(1)));
    }
    [[nodiscard]] QString problemOf(const char *field)
    {
        return desk().child<QWidget>(field)->accessibleDescription();
    }

    AppointmentId m_visit;

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(PatientRecordTest, opensFromTheSelectedVisitAndGivesTheFocusBack)
{
    openKim();
    EXPECT_FALSE(desk().agenda().isVisible());
    EXPECT_EQ(desk().child<QLineEdit>("record_givenName")->text(), u"Soo"_s);
    EXPECT_EQ(desk().child<QLineEdit>("record_birthDate")->text(), u"03-May-1985"_s);
    auto *const visits = desk().child<QTreeView>("patientVisits");
    ASSERT_TRUE(desk().waitFor([&] { return visits->model()->rowCount() == 1; }));
    EXPECT_EQ(visits->model()->index(0, 0).data().toString(), u"Tue 24-Nov-2026, 11:00"_s);
    EXPECT_EQ(visits->model()->index(0, 3).data().toString(), u"confirmed"_s);
    EXPECT_TRUE(visits->currentIndex().isValid());
    EXPECT_FALSE(desk().child<QAction>("cancelVisit")->isEnabled())
        << "a visit that is not in sight";
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(view(desk())->isVisible());
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(PatientRecordTest, escapeGivesUpARecordThatIsOnItsWay)
{
    OpenSession slow(superuserSettings());
    ASSERT_TRUE(slow.run(u"BEGIN; LOCK app.patient"_s).ok());
    desk().agenda().selectVisit(m_visit);
    desk().agenda().setFocus();
    desk().key(Qt::Key_F2);
    desk().key(Qt::Key_Escape);
    (void)slow.run(u"ROLLBACK"_s);
    // The search is answered after it, over the same session.
    desk().key(Qt::Key_F, Qt::ControlModifier);
    desk().type(u"quist"_s);
    ASSERT_TRUE(desk().waitFor([this] {
        const auto lists = desk().window().findChildren<QListView *>(u"patientMatches"_s);
        return std::ranges::any_of(lists, [](const QListView *list) {
            return list->isVisible() && list->model()->rowCount() > 0;
        });
    }));
    EXPECT_FALSE(view(desk())->isVisible());
    EXPECT_EQ(desk().focus(), u"findField"_s);
}

TEST_F(PatientRecordTest, opensFromASearchResultAndLeavesForAVisit)
{
    const QDate other(2026, 11, 26);
    load(u"confirmed"_s, {u"osei"_s, 9, 0, at(9, 0, other), 20});
    desk().key(Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitForFocus("findField"));
    desk().type(u"kim sue"_s);
    ASSERT_TRUE(desk().waitFor([this] {
        return desk().models().search().isCurrent() && desk().models().search().rowCount() == 2;
    }));
    desk().key(Qt::Key_F2);
    ASSERT_TRUE(desk().waitForFocus("record_familyName"));
    EXPECT_EQ(desk().models().record().patient().value, patient(9));
    auto *const visits = desk().child<QTreeView>("patientVisits");
    ASSERT_TRUE(desk().waitFor([&] { return visits->model()->rowCount() == 1; }));
    visits->setFocus();
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().waitFor([&] { return desk().models().day().day() == other; }));
    EXPECT_FALSE(view(desk())->isVisible());
    EXPECT_TRUE(desk().agenda().isVisible());
}

TEST_F(PatientRecordTest, savesWhatWasTypedByKeyboard)
{
    openKim();
    EXPECT_FALSE(canSave());
    typeInto("record_phone", u"030 4711"_s);
    EXPECT_TRUE(canSave());
    typeInto("record_birthDate", u"4.5.85"_s);
    desk().key(Qt::Key_Return);
    EXPECT_EQ(desk().child<QLineEdit>("record_birthDate")->text(), u"04-May-1985"_s);
    EXPECT_EQ(desk().focus(), u"record_sex"_s) << "Enter goes on";
    save();
    ASSERT_TRUE(waitForNote(u"Saved"_s));
    EXPECT_EQ(stored(u"phone || ' ' || birth_date"_s), u"030 4711 1985-05-04"_s);
    EXPECT_FALSE(canSave());
}

TEST_F(PatientRecordTest, saysWhatIsWrongOnLeavingAndAtSaveAndClearsNothing)
{
    openKim();
    typeInto("record_birthDate", u"31.2.1985"_s);
    EXPECT_EQ(problemOf("record_birthDate"), QString()) << "still typing";
    desk().key(Qt::Key_Tab);
    EXPECT_TRUE(problemOf("record_birthDate").contains(u"cannot be read"_s))
        << qPrintable(problemOf("record_birthDate"));
    typeInto("record_familyName", {});
    typeInto("record_email", u"nobody"_s);
    save();
    EXPECT_EQ(desk().focus(), u"record_familyName"_s) << "the first one";
    EXPECT_EQ(problemOf("record_familyName"), u"Enter the patient's family name."_s);
    EXPECT_FALSE(problemOf("record_email").isEmpty());
    EXPECT_EQ(desk().child<QLineEdit>("record_birthDate")->text(), u"31.2.1985"_s);
    EXPECT_EQ(stored(u"version"_s), u"1"_s);
    typeInto("record_birthDate", u"25.11.2026"_s);
    desk().key(Qt::Key_Tab);
    EXPECT_EQ(problemOf("record_birthDate"), u"Birth date must be in the past."_s);
    typeInto("record_familyName", u"Kim"_s);
    typeInto("record_email", u"kim@example.org"_s);
    typeInto("record_birthDate", u"3 may 1985"_s);
    desk().child<QPlainTextEdit>("record_deskNotes")->setPlainText(QString(10000, u'x'));
    save();
    EXPECT_EQ(desk().focus(), u"record_deskNotes"_s);
    EXPECT_EQ(desk().child<QPlainTextEdit>("record_deskNotes")->toPlainText().size(), 10000);
    desk().child<QPlainTextEdit>("record_deskNotes")->setPlainText(u"\U0001F915 ok"_s);
    save();
    ASSERT_TRUE(waitForNote(u"Saved"_s));
    EXPECT_EQ(problemOf("record_deskNotes"), QString());
}

TEST_F(PatientRecordTest, anotherDesksChangeIsSaidWithinASecondAndMerges)
{
    openKim();
    typeInto("record_email", u"mine@example.org"_s);
    QElapsedTimer waited;
    waited.start();
    asBen(u"phone = '777'"_s);
    ASSERT_TRUE(isBarShown());
    EXPECT_LE(waited.elapsed(), 1000);
    EXPECT_TRUE(bar().startsWith(u"Ben Cole changed this "_s)) << qPrintable(bar());
    EXPECT_TRUE(bar().endsWith(u"s ago: phone."_s)) << qPrintable(bar());
    EXPECT_EQ(desk().child<QLineEdit>("record_phone")->text(), u"777"_s);
    EXPECT_EQ(desk().child<QLineEdit>("record_email")->text(), u"mine@example.org"_s);
    EXPECT_EQ(desk().focus(), u"record_email"_s) << "live changes move no focus";
    ASSERT_TRUE(canSave());
    save();
    ASSERT_TRUE(waitForNote(u"Saved"_s));
    EXPECT_EQ(stored(u"phone || ' ' || email"_s), u"777 mine@example.org"_s);
    EXPECT_FALSE(desk().child<Banner>("recordBanner")->isVisible());
}

TEST_F(PatientRecordTest, aConflictIsComparedFieldByField)
{
    openKim();
    typeInto("record_phone", u"111"_s);
    typeInto("record_email", u"mine@example.org"_s);
    asBen(u"phone = '222', email = 'ben@example.org'"_s);
    ASSERT_TRUE(isBarShown());
    ASSERT_TRUE(desk().waitFor([this] { return !canSave(); }));
    EXPECT_EQ(desk().child<QLineEdit>("record_phone")->text(), u"111"_s);
    save();
    EXPECT_EQ(stored(u"version"_s), u"2"_s) << "Save is off";

    for (QPushButton *button :
         desk().child<Banner>("recordBanner")->findChildren<QPushButton *>()) {
        if (button->text() == u"Compare"_s)
            button->click();
    }
    const auto dialog = [this] { return desk().child<PatientCompareDialog>("compareDialog"); };
    ASSERT_TRUE(desk().waitFor([&] { return dialog() && dialog()->isActiveWindow(); }));
    EXPECT_EQ(dialog()->findChild<QRadioButton *>(u"theirs_phone"_s)->text(), u"222"_s);
    EXPECT_TRUE(dialog()->findChild<QRadioButton *>(u"mine_phone"_s)->isChecked());
    dialog()->findChild<QRadioButton *>(u"theirs_phone"_s)->click();
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(desk().waitFor([&] { return !dialog(); }));
    ASSERT_TRUE(desk().activate());
    EXPECT_EQ(desk().child<QLineEdit>("record_phone")->text(), u"222"_s);
    EXPECT_EQ(desk().child<QLineEdit>("record_email")->text(), u"mine@example.org"_s);
    ASSERT_TRUE(canSave());
    save();
    ASSERT_TRUE(waitForNote(u"Saved"_s));
    EXPECT_EQ(stored(u"phone || ' ' || email"_s), u"222 mine@example.org"_s);
}

TEST_F(PatientRecordTest, twoDesksEditOnePatient)
{
    openKim();
    typeInto("record_phone", u"111"_s);
    ReceptionDesk other(settings(u"ben"_s));
    other.models().record().open(PatientId {patient(1)});
    ASSERT_TRUE(other.waitFor([&] { return view(other)->isVisible(); }));
    other.models().record().edit(PatientField::Phone, u"222"_s);
    other.models().record().edit(PatientField::Address, u"Lake 1"_s);
    other.models().record().save();
    ASSERT_TRUE(isBarShown());
    EXPECT_EQ(desk().child<QPlainTextEdit>("record_address")->toPlainText(), u"Lake 1"_s);
    EXPECT_FALSE(canSave());
    for (QPushButton *button :
         desk().child<Banner>("recordBanner")->findChildren<QPushButton *>()) {
        if (button->text() == u"Use theirs"_s)
            button->click();
    }
    EXPECT_EQ(desk().child<QLineEdit>("record_phone")->text(), u"222"_s);
    desk().models().record().edit(PatientField::Email, u"a@b"_s);
    desk().models().record().save();
    ASSERT_TRUE(
        other.waitFor([&] { return other.child<QLineEdit>("record_email")->text() == u"a@b"_s; }));
    EXPECT_EQ(stored(u"phone || ' ' || address || ' ' || email"_s), u"222 Lake 1 a@b"_s);
    EXPECT_EQ(stored(u"version"_s), u"3"_s);
}

TEST_F(PatientRecordTest, keepsWhatWasTypedWhenItIsClosed)
{
    openKim();
    typeInto("record_phone", u"111"_s);
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(view(desk())->isVisible());
    EXPECT_TRUE(desk().child<Toast>("toast")->text().startsWith(u"Your changes to KIM, Soo"_s));
    openKim();
    EXPECT_EQ(desk().child<QLineEdit>("record_phone")->text(), u"111"_s);
    EXPECT_TRUE(canSave());
}

TEST_F(PatientRecordTest, nationalIdIsMaskedAndAnOwnersRecordIsOffered)
{
    ownerSql(u"UPDATE app.patient SET national_id = 'AB-1' WHERE id = %1"_s.arg(patient(2)));
    openKim();
    auto *const id = desk().child<QLineEdit>("record_nationalId");
    EXPECT_EQ(id->echoMode(), QLineEdit::Password);
    desk().child<QPushButton>("showNationalId")->click();
    EXPECT_EQ(id->echoMode(), QLineEdit::Normal);
    typeInto("record_nationalId", u"AB-1"_s);
    save();
    auto *const open = desk().child<QPushButton>("openOtherRecord");
    ASSERT_TRUE(desk().waitFor([&] { return open->isVisible(); }));
    EXPECT_TRUE(problemOf("record_nationalId").startsWith(u"DIAZ, Mia"_s));
    EXPECT_EQ(desk().focus(), u"record_nationalId"_s);
    open->click();
    ASSERT_TRUE(desk().waitFor(
        [this] { return desk().child<QLineEdit>("record_familyName")->text() == u"Diaz"_s; }));
    EXPECT_EQ(id->echoMode(), QLineEdit::Password) << "masked again";
}

TEST_F(PatientRecordTest, makesACardAndSavesItAsPdf)
{
    openKim();
    desk().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const auto dialog = [this] { return desk().child<QDialog>("cardDialog"); };
    ASSERT_TRUE(desk().waitFor([&] { return dialog() && dialog()->isActiveWindow(); }));
    const QString hash = u"encode(card_token_hash, 'hex')"_s;
    EXPECT_EQ(stored(hash), QString());
    dialog()->findChild<QPushButton *>(u"renewCard"_s)->click();
    ASSERT_TRUE(desk().waitFor([&] { return !stored(hash).isEmpty(); }));
    ASSERT_TRUE(desk().waitFor([&] {
        return dialog()->findChild<QLabel *>(u"cardNote"_s)->text().startsWith(u"This code"_s);
    }));
    desk().key(Qt::Key_Escape);
    ASSERT_TRUE(dialog()->isVisible()) << "the code would be lost";

    const QTemporaryDir folder;
    dialog()->findChild<QPushButton *>(u"paperSave"_s)->click();
    auto *const file = dialog()->findChild<QFileDialog *>(u"paperFile"_s);
    ASSERT_NE(file, nullptr);
    const QString path = folder.filePath(u"card.pdf"_s);
    Q_EMIT file->fileSelected(path);
    file->close();
    ASSERT_TRUE(desk().waitFor([&] {
        return dialog()->findChild<QLabel *>(u"cardNote"_s)->text().startsWith(u"Done"_s);
    }));
    QFile pdf(path);
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
    EXPECT_TRUE(pdf.readAll().startsWith("%PDF"));
    dialog()->findChild<QPushButton *>(u"paperClose"_s)->click();
    EXPECT_TRUE(desk().waitFor([&] { return !dialog(); }));
}

TEST_F(PatientRecordTest, enterInTheCardsDialogLeavesThePatientsCardValid)
{
    openKim();
    desk().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const auto dialog = [this] { return desk().child<QDialog>("cardDialog"); };
    ASSERT_TRUE(desk().waitFor([&] { return dialog() && dialog()->isActiveWindow(); }));
    EXPECT_EQ(desk().focus(), u"paperPrint"_s);
    dialog()->findChild<QComboBox *>(u"cardLayout"_s)->setFocus();
    desk().key(Qt::Key_Return);
    QDialog *const printer = dialog()->findChild<QDialog *>(u"paperPrinter"_s);
    ASSERT_NE(printer, nullptr) << "Enter prints";
    printer->close();
    EXPECT_TRUE(desk().child<QPushButton>("renewCard")->isEnabled()) << "no code was asked for";

    ASSERT_TRUE(desk().activate());
    dialog()->activateWindow();
    desk().child<QPushButton>("renewCard")->setFocus();
    desk().child<QPushButton>("renewCard")->click();
    ASSERT_TRUE(desk().waitFor([&] {
        return dialog()->findChild<QLabel *>(u"cardNote"_s)->text().startsWith(u"This code"_s);
    }));
    EXPECT_EQ(dialog()->focusWidget()->objectName(), u"paperPrint"_s);
}

} // namespace ClinicDesk
