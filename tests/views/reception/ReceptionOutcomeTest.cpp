#include "models/OutcomeJournal.h"
#include "services/ServiceFixture.h"
#include "support/WireProxy.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/Toast.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

/// The wire is cut while the booking is being committed.
class ReceptionOutcome : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(OutcomeJournal::defaultPath());
        m_proxy = std::make_unique<WireProxy>(port());
        openDesk();
    }
    void TearDown() override
    {
        m_desk.reset();
        m_proxy.reset();
        QFile::remove(OutcomeJournal::defaultPath());
        ServiceFixture::TearDown();
    }

    void openDesk()
    {
        m_desk.reset();
        ConnectionSettings through = settings(u"ana"_s);
        through.host = u"127.0.0.1"_s;
        through.port = QString::number(m_proxy->port());
        m_desk = std::make_unique<ReceptionDesk>(through);
    }
    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] BookingModel &booking() { return m_desk->models().booking(); }
    [[nodiscard]] static QByteArray journal()
    {
        QFile file(OutcomeJournal::defaultPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void bookOnce(const QString &name)
    {
        desk().type(name);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("bookNow"));
        ASSERT_TRUE(desk().waitFor([this] { return booking().isHeld(); }));
    }
    /// A first booking prepares the statements; the second is two messages, and is cut at its
    /// COMMIT. Nobody is let in again.
    void loseCommit(bool committed)
    {
        desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(14, 0));
        bookOnce(u"kim soo"_s);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitFor([this] { return !booking().isOpen(); }));
        ASSERT_TRUE(desk().waitForFocus("agenda"));
        desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(15, 0));
        bookOnce(u"roy paul"_s);
        // In the queue right before the booking: what else is being read comes earlier.
        desk().executor().submit<bool>(
            [proxy = m_proxy.get(), committed](TransactionManager &manager) -> Result<bool> {
                manager.setSettleLimit(1500ms);
                proxy->resetCount();
                committed ? proxy->cutAfter(2) : proxy->cutBefore(2);
                proxy->setRefusing(true);
                return true;
            });
        desk().key(Qt::Key_Return);
    }
    void mend()
    {
        m_proxy->setRefusing(false);
        desk().key(Qt::Key_F5);
    }
    [[nodiscard]] bool waitForUnknown()
    {
        const auto *const button = desk().child<QPushButton>("bookNow");
        const bool checked = desk().waitFor(
            [button] { return button->text() == u"Checking whether it was saved..."_s; });
        EXPECT_TRUE(checked);
        EXPECT_FALSE(journal().isEmpty()) << "written before the answer";
        return desk().waitFor([this] { return booking().state() == BookingModel::State::Unknown; });
    }
    void expectAtNextStart(bool committed, const QString &words)
    {
        ASSERT_NO_FATAL_FAILURE(loseCommit(committed));
        ASSERT_TRUE(waitForUnknown());
        mend();
        openDesk();
        EXPECT_TRUE(desk().waitFor([&] { return toast().contains(words); })) << qPrintable(toast());
        EXPECT_FALSE(journal().contains("operation"));
    }
    [[nodiscard]] QString booked()
    {
        return textOf(
            u"SELECT count(*)::text FROM app.appointment WHERE patient_id = %1"_s.arg(patient(4)));
    }
    [[nodiscard]] QString toast() { return desk().child<Toast>("toast")->text(); }

private:
    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionOutcome, tellsThatItWasSavedWithoutSendingItAgain)
{
    ASSERT_NO_FATAL_FAILURE(loseCommit(true));
    ASSERT_TRUE(waitForUnknown());
    EXPECT_FALSE(desk().child<QPushButton>("bookNow")->isEnabled());
    EXPECT_TRUE(
        desk().child<QLabel>("bookingProblem")->text().contains(u"Do not enter it again"_s));
    const QByteArray kept = journal();
    EXPECT_FALSE(kept.contains("Roy") || kept.contains("ROY")) << "nothing about the patient";
    mend();
    ASSERT_TRUE(desk().waitFor([this] { return !booking().isOpen(); }));
    EXPECT_TRUE(desk().child<QLabel>("readBack")->text().contains(u"15:00"_s));
    EXPECT_EQ(booked(), u"1"_s);
    EXPECT_FALSE(journal().contains("operation"));
    expectConsistent();
}

TEST_F(ReceptionOutcome, tellsThatItWasNotSavedAndBooksWhenAskedTo)
{
    ASSERT_NO_FATAL_FAILURE(loseCommit(false));
    ASSERT_TRUE(waitForUnknown());
    mend();
    ASSERT_TRUE(
        desk().waitFor([this] { return booking().state() == BookingModel::State::Filling; }));
    EXPECT_TRUE(desk().child<QLabel>("bookingProblem")->text().contains(u"not saved"_s));
    EXPECT_EQ(booked(), u"0"_s);
    EXPECT_TRUE(booking().patient()) << "nothing typed is lost";
    ASSERT_TRUE(desk().waitFor([this] {
        return booking().isHeld() && desk().child<QPushButton>("bookNow")->isEnabled();
    }));
    desk().key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(desk().waitForRow(patient(4), [](const Appointment &) { return true; }));
    EXPECT_EQ(booked(), u"1"_s);
}

TEST_F(ReceptionOutcome, theNextStartSaysThatItWasSaved)
{
    expectAtNextStart(true, u"was saved: ROY, Paul"_s);
}

TEST_F(ReceptionOutcome, theNextStartSaysThatItWasNotSaved)
{
    expectAtNextStart(false, u"was not saved"_s);
}

} // namespace ClinicDesk
