#include "services/ServiceFixture.h"
#include "support/WireProxy.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/Banner.h"

#include <QLineEdit>
#include <QPushButton>

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

private:
    std::unique_ptr<WireProxy> m_proxy;
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

} // namespace ClinicDesk
