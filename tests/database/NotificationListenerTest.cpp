#include "database/NotificationListener.h"
#include "support/PostgresFixture.h"
#include "support/WireProxy.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int patienceMs = 15000;

/// Whether the signal came `count` times in all before patience ran out.
bool waitFor(QSignalSpy &spy, int count)
{
    while (spy.count() < count && spy.wait(patienceMs)) { }
    return spy.count() >= count;
}

} // namespace

class NotificationListenerTest : public PostgresFixture
{
protected:
    void endListenerSessions()
    {
        superuserSql(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'"_s);
    }
};

TEST_F(NotificationListenerTest, tellsWhatWasNotified)
{
    NotificationListener listener({u"appointment"_s, u"odd \"name\""_s});
    QSignalSpy listening(&listener, &NotificationListener::listening);
    QSignalSpy notified(&listener, &NotificationListener::notified);
    listener.start(settings(u"ana"_s));
    ASSERT_TRUE(waitFor(listening, 1));
    ASSERT_TRUE(
        sqlAs(u"ben"_s, u"NOTIFY appointment, '4711'; NOTIFY \"odd \"\"name\"\"\", 'x'"_s).ok());
    ASSERT_TRUE(waitFor(notified, 2));
    EXPECT_EQ(notified.at(0).at(0).toString(), u"appointment"_s);
    EXPECT_EQ(notified.at(0).at(1).toString(), u"4711"_s);
    EXPECT_EQ(notified.at(1).at(0).toString(), u"odd \"name\""_s);
}

TEST_F(NotificationListenerTest, listensAgainAfterALoss)
{
    NotificationListener listener({u"appointment"_s});
    QSignalSpy listening(&listener, &NotificationListener::listening);
    QSignalSpy lost(&listener, &NotificationListener::lost);
    QSignalSpy notified(&listener, &NotificationListener::notified);
    listener.start(settings(u"ana"_s));
    ASSERT_TRUE(waitFor(listening, 1));
    endListenerSessions();
    ASSERT_TRUE(lost.wait(3000)) << "noticed by the heartbeat only";
    ASSERT_TRUE(waitFor(listening, 2));
    EXPECT_EQ(lost.count(), 1);
    ASSERT_TRUE(sqlAs(u"ben"_s, u"NOTIFY appointment, 'again'"_s).ok());
    ASSERT_TRUE(waitFor(notified, 1));
    EXPECT_EQ(notified.at(0).at(1).toString(), u"again"_s);
}

TEST_F(NotificationListenerTest, noticesThatTheServerFellSilent)
{
    WireProxy proxy(port());
    ConnectionSettings through = settings(u"ana"_s);
    through.host = u"127.0.0.1"_s;
    through.port = QString::number(proxy.port());
    NotificationListener listener({u"appointment"_s});
    QSignalSpy listening(&listener, &NotificationListener::listening);
    QSignalSpy lost(&listener, &NotificationListener::lost);
    listener.start(through);
    ASSERT_TRUE(waitFor(listening, 1));
    EXPECT_FALSE(lost.wait(2500)) << "a server that answers is not lost";
    proxy.setSilent(true);
    EXPECT_TRUE(waitFor(lost, 1));
    proxy.setSilent(false);
    EXPECT_TRUE(waitFor(listening, 2));
}

TEST_F(NotificationListenerTest, saysALossOnceWhileItCannotReturn)
{
    NotificationListener listener({u"appointment"_s});
    QSignalSpy listening(&listener, &NotificationListener::listening);
    QSignalSpy lost(&listener, &NotificationListener::lost);
    superuserSql(u"ALTER ROLE ana NOLOGIN"_s);
    listener.start(settings(u"ana"_s));
    EXPECT_TRUE(waitFor(lost, 1));
    EXPECT_FALSE(lost.wait(4000)) << "said again at a retry";
    superuserSql(u"ALTER ROLE ana LOGIN"_s);
    EXPECT_EQ(listening.count(), 0);
    listener.reconnectNow();
    EXPECT_TRUE(waitFor(listening, 1));
    EXPECT_EQ(lost.count(), 1);
}

TEST_F(NotificationListenerTest, isSilentAfterStop)
{
    NotificationListener listener({u"appointment"_s});
    QSignalSpy listening(&listener, &NotificationListener::listening);
    QSignalSpy notified(&listener, &NotificationListener::notified);
    QSignalSpy lost(&listener, &NotificationListener::lost);
    listener.start(settings(u"ana"_s));
    ASSERT_TRUE(waitFor(listening, 1));
    ASSERT_TRUE(sqlAs(u"ben"_s, u"NOTIFY appointment, 'late'"_s).ok());
    listener.stop();
    EXPECT_FALSE(notified.wait(500));
    EXPECT_EQ(notified.count(), 0);
    EXPECT_EQ(lost.count(), 0);
    const Rows left
        = superuserSql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'ana'"_s);
    EXPECT_EQ(left.at(0).get<int>(0), 0);
}

} // namespace ClinicDesk
