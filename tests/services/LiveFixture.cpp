#include "services/LiveFixture.h"

#include <QUuid>

#include <optional>
#include <stdexcept>

namespace ClinicDesk {

Session signInLive(Services &services, const ConnectionSettings &settings)
{
    const Result<Session> session = QCoro::waitFor(services.staff.signIn(settings));
    if (!session)
        throw std::runtime_error("could not sign in");
    services.live.start(settings);
    if (!QTest::qWaitFor([&] { return services.live.state() == LiveUpdates::State::Live; }, 10'000))
        throw std::runtime_error("did not go live");
    return *session;
}

void LiveFixture::signIn(const QString &login)
{
    ConnectionSettings desk = settings(login);
    desk.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_session = signInLive(m_services, desk);
}

void LiveFixture::TearDown()
{
    m_services.live.stop();
    m_services.executor.close().waitForFinished();
    ServiceFixture::TearDown();
}

Session LiveFixture::testSession()
{
    Session session;
    session.clinic.zone = QTimeZone("Europe/Berlin");
    session.serverAheadMs = QDateTime::currentDateTimeUtc().msecsTo(startOfTest());
    return session;
}

} // namespace ClinicDesk
