#include "models/DoctorFixture.h"
#include "views/doctor/DoctorWindow.h"
#include "views/notices/NoticePopup.h"
#include "widgets/RowList.h"
#include "widgets/Toast.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>

namespace ClinicDesk {

/// The Bell of Dr Osei's window, while the reception works.
class DoctorBell : public DoctorFixture
{
protected:
    void SetUp() override
    {
        DoctorFixture::SetUp();
        m_window = std::make_unique<DoctorWindow>(*m_models);
        m_window->resize(1200, 720);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        child<RowList>("inboxList")->setFocus();
    }
    void TearDown() override
    {
        m_window.reset();
        DoctorFixture::TearDown();
    }

    template<typename T> [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] bool waitForBell(const QString &text) const
    {
        return waitFor([&] { return child<QPushButton>("bellButton")->text() == text; });
    }
    [[nodiscard]] QListWidget *list() const
    {
        return child<NoticePopup>("bellPopup")->findChild<QListWidget *>(u"noticeList"_s);
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    [[nodiscard]] QString unread() const
    {
        return textOf(u"SELECT count(*)::text FROM app.notification n JOIN app.staff s "
                      "ON s.id = n.staff_id WHERE s.login = 'osei' AND n.read_at IS NULL"_s);
    }

private:
    std::unique_ptr<DoctorWindow> m_window;
};

TEST_F(DoctorBell, tellsOfABookingAndGoesToTheRequest)
{
    EXPECT_EQ(child<QPushButton>("bellButton")->text(), u"Bell"_s);
    const qint64 booked = bookAs(u"ana"_s, {u"osei"_s, 5, 0, at(9, 0, QDate(2026, 11, 26)), 20});
    ASSERT_TRUE(waitForBell(u"Bell 1"_s));
    EXPECT_TRUE(child<RowList>("inboxList")->hasFocus()) << "news takes no focus";
    ASSERT_TRUE(waitFor([&] { return inbox().rowOf(id(booked)) >= 0; }));
    press(Qt::Key_F7);
    ASSERT_TRUE(list()->hasFocus());
    ASSERT_EQ(list()->count(), 1);
    EXPECT_TRUE(list()->item(0)->text().startsWith(u"Ana Ruiz booked "_s))
        << qPrintable(list()->item(0)->text());
    press(Qt::Key_Return);
    EXPECT_TRUE(waitForBell(u"Bell"_s));
    auto *const requests = child<RowList>("inboxList");
    EXPECT_TRUE(requests->hasFocus());
    EXPECT_EQ(requests->currentIndex().row(), inbox().rowOf(id(booked)));
    EXPECT_EQ(unread(), u"0"_s);
}

TEST_F(DoctorBell, tellsOfAnArrivalAndGoesToTheVisit)
{
    ASSERT_TRUE(done(updateAs(u"ben"_s, m_later, u"checked_in_at = now()"_s)));
    ASSERT_TRUE(waitForBell(u"Bell 1"_s));
    press(Qt::Key_F7);
    EXPECT_TRUE(
        list()->item(0)->text().startsWith(u"Ben Cole checked ROY, Paul in, Tue 24-Nov-2026"_s))
        << qPrintable(list()->item(0)->text());
    press(Qt::Key_Return);
    auto *const visits = child<RowList>("dayList");
    EXPECT_TRUE(visits->hasFocus());
    EXPECT_EQ(visits->currentIndex().row(), day().rowOf(id(m_later)));
}

TEST_F(DoctorBell, saysOfWhatIsNotInSightWhatHappened)
{
    const qint64 other = load(u"pending"_s, {u"osei"_s, 5, 0, at(9, 0, QDate(2026, 11, 26)), 20});
    ASSERT_TRUE(waitFor([&] { return inbox().rowOf(id(other)) >= 0; }));
    ASSERT_TRUE(done(updateAs(u"ben"_s, other, u"status = 'cancelled', status_note = 'called'"_s)));
    ASSERT_TRUE(waitForBell(u"Bell 1"_s));
    ASSERT_TRUE(waitFor([&] { return inbox().rowOf(id(other)) < 0; }));
    press(Qt::Key_F7);
    press(Qt::Key_Return);
    const auto *const toast = child<Toast>("toast");
    ASSERT_TRUE(waitFor([toast] { return toast->isVisible(); }));
    EXPECT_TRUE(toast->text().startsWith(u"Ben Cole cancelled "_s)) << qPrintable(toast->text());
    EXPECT_TRUE(waitForBell(u"Bell"_s));
}

TEST_F(DoctorBell, keepsTheMessagesAndF8GoesToTheNewest)
{
    press(Qt::Key_C);
    const auto *const toast = child<Toast>("toast");
    ASSERT_TRUE(waitFor([toast] { return toast->isVisible(); }));
    press(Qt::Key_F8);
    EXPECT_TRUE(toast->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F7);
    ASSERT_EQ(list()->count(), 1);
    EXPECT_TRUE(list()->item(0)->text().startsWith(u"Confirmed: KIM, Soo"_s));
    EXPECT_EQ(child<QPushButton>("bellButton")->text(), u"Bell"_s) << "not news";
    press(Qt::Key_Escape);
    EXPECT_FALSE(child<NoticePopup>("bellPopup")->isVisible());
}

} // namespace ClinicDesk
