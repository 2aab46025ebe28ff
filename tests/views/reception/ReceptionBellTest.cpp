#include "services/ServiceFixture.h"
#include "views/notices/NoticePopup.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaScene.h"

#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class ReceptionBell : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_visit = bookAs(u"ana"_s, {u"osei"_s, 2, 0, at(11, 0), 20});
        m_other = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(14, 0), 20});
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
    }
    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] qint64 visit() const { return m_visit; }
    [[nodiscard]] qint64 other() const { return m_other; }
    [[nodiscard]] bool waitForText(const char *button, const QString &text)
    {
        return desk().waitFor(
            [=, this] { return desk().child<QPushButton>(button)->text() == text; });
    }
    [[nodiscard]] QListWidget *list(const char *popup)
    {
        return desk().child<NoticePopup>(popup)->findChild<QListWidget *>(u"noticeList"_s);
    }

private:
    qint64 m_visit = 0;
    qint64 m_other = 0;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionBell, tellsOfTheAnswerAndGoesToTheVisit)
{
    ASSERT_TRUE(waitForText("requestsButton", u"Pending 1"_s));
    EXPECT_EQ(desk().child<QPushButton>("bellButton")->text(), u"Bell"_s);
    ASSERT_TRUE(done(updateAs(u"osei"_s, visit(), u"status = 'confirmed'"_s)));
    ASSERT_TRUE(waitForText("bellButton", u"Bell 1"_s));
    EXPECT_TRUE(waitForText("requestsButton", u"Pending 0"_s));
    EXPECT_EQ(desk().focus(), u"agenda"_s) << "news takes no focus";

    desk().key(Qt::Key_F7);
    ASSERT_EQ(desk().focus(), u"noticeList"_s);
    ASSERT_EQ(list("bellPopup")->count(), 1);
    EXPECT_TRUE(list("bellPopup")
                    ->item(0)
                    ->text()
                    .startsWith(u"Dr Osei confirmed DIAZ, Mia, Tue 24-Nov-2026, 11:00"_s))
        << qPrintable(list("bellPopup")->item(0)->text());
    EXPECT_TRUE(list("bellPopup")->item(0)->text().contains(u" ago"_s));
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(waitForText("bellButton", u"Bell"_s));
    EXPECT_TRUE(desk().waitFor([this] {
        return desk().child<QFrame>("visitStrip")->isVisible()
            && desk().agenda().cursor().visit == AppointmentId {visit()};
    }));
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.notification n JOIN app.staff s ON s.id = "
                     "n.staff_id WHERE s.login = 'ana' AND read_at IS NULL"_s),
              u"0"_s);
}

TEST_F(ReceptionBell, marksAllReadAndGivesTheFocusBack)
{
    ASSERT_TRUE(done(updateAs(u"osei"_s, visit(), u"status = 'rejected', status_note = 'away'"_s)));
    ASSERT_TRUE(waitForText("bellButton", u"Bell 1"_s));
    desk().key(Qt::Key_F7);
    auto *const popup = desk().child<NoticePopup>("bellPopup");
    ASSERT_TRUE(popup->isVisible());
    EXPECT_TRUE(list("bellPopup")->item(0)->text().contains(u": away"_s));
    QTest::mouseClick(popup->findChild<QPushButton *>(), Qt::LeftButton);
    EXPECT_TRUE(waitForText("bellButton", u"Bell"_s));
    EXPECT_TRUE(popup->isVisible());
    desk().key(Qt::Key_Escape);
    EXPECT_FALSE(popup->isVisible());
    EXPECT_EQ(desk().focus(), u"agenda"_s);
}

TEST_F(ReceptionBell, listsRequestsOldestFirstAndGoesToOne)
{
    const qint64 second = bookAs(u"ben"_s, {u"ba"_s, 4, 0, at(9, 0, QDate(2026, 11, 26)), 20});
    ASSERT_TRUE(waitForText("requestsButton", u"Pending 2"_s));
    desk().key(Qt::Key_F7, Qt::ShiftModifier);
    ASSERT_EQ(list("requestPopup")->count(), 2);
    EXPECT_TRUE(list("requestPopup")->item(0)->text().contains(u"DIAZ, Mia"_s));
    desk().key(Qt::Key_Down);
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(
        desk().waitFor([this] { return desk().models().day().day() == QDate(2026, 11, 26); }));
    EXPECT_TRUE(
        desk().waitFor([&] { return desk().agenda().cursor().visit == AppointmentId {second}; }));
}

TEST_F(ReceptionBell, keepsTheMessagesOfThisSession)
{
    desk().agenda().selectVisit(AppointmentId {visit()});
    desk().models().commands().cancel(*desk().models().day().row(AppointmentId {visit()}),
                                      u"ill"_s);
    ASSERT_TRUE(
        desk().waitFor([this] { return !desk().models().notifications().entries().isEmpty(); }));
    desk().key(Qt::Key_F7);
    ASSERT_EQ(list("bellPopup")->count(), 1);
    EXPECT_TRUE(list("bellPopup")->item(0)->text().startsWith(u"DIAZ, Mia cancelled"_s));
    EXPECT_EQ(desk().child<QPushButton>("bellButton")->text(), u"Bell"_s) << "not news";
    // Its own line opens what it is about, too, also while another visit is marked.
    desk().agenda().selectVisit(AppointmentId {other()});
    desk().key(Qt::Key_Return);
    EXPECT_TRUE(desk().waitFor(
        [this] { return desk().agenda().cursor().visit == AppointmentId {visit()}; }));
    EXPECT_TRUE(desk().child<QFrame>("visitStrip")->isVisible());
}

TEST_F(ReceptionBell, aDoubleClickIsForTheLineAndNotForTheGridBelow)
{
    ASSERT_TRUE(done(updateAs(u"osei"_s, visit(), u"status = 'confirmed'"_s)));
    ASSERT_TRUE(waitForText("bellButton", u"Bell 1"_s));
    desk().agenda().selectVisit(AppointmentId {other()});
    desk().key(Qt::Key_F7);
    QListWidget *const lines = list("bellPopup");
    const QPoint at = lines->visualItemRect(lines->item(0)).center();
    QTest::mouseClick(lines->viewport(), Qt::LeftButton, {}, at);
    ASSERT_FALSE(desk().child<NoticePopup>("bellPopup")->isVisible());
    // What a window system sends as the second click, to what is there now.
    const AgendaVisit *const below = desk().agenda().scene().visit(AppointmentId {other()});
    ASSERT_NE(below, nullptr);
    const QRect place = desk().agenda().agendaLayout().spanRect(
        desk().agenda().scene().columnOf(*below), below->start, below->end);
    QTest::mouseDClick(desk().agenda().viewport(), Qt::LeftButton, {}, place.center());
    EXPECT_TRUE(desk().waitFor([this] {
        return desk().child<QFrame>("visitStrip")->isVisible()
            && desk().agenda().cursor().visit == AppointmentId {visit()};
    }));
}

TEST_F(ReceptionBell, keepsWhatWasSaidOfRecords)
{
    PatientRecordModel &record = desk().models().record();
    record.open(PatientId {patient(2)});
    ASSERT_TRUE(desk().waitFor([&record] { return record.isOpen(); }));
    record.edit(PatientField::Address, u"1 Lake Road"_s);
    record.save();
    ASSERT_TRUE(desk().waitFor([&record] { return !record.isChanged(); }));
    record.edit(PatientField::Address, u"2 Lake Road"_s);
    desk().key(Qt::Key_Escape); // leaves the record with a change that is not saved
    desk().key(Qt::Key_F7);
    ASSERT_EQ(list("bellPopup")->count(), 2);
    EXPECT_TRUE(list("bellPopup")->item(0)->text().startsWith(u"Your changes to DIAZ, Mia "_s));
    EXPECT_TRUE(list("bellPopup")->item(1)->text().startsWith(u"Record of DIAZ, Mia saved"_s));
}

} // namespace ClinicDesk
