#include "models/DoctorFixture.h"

#include "models/TaskRunner.h"

#include <optional>

namespace ClinicDesk {

void DoctorFixture::SetUp()
{
    ServiceFixture::SetUp();
    m_first = load(u"pending"_s, {u"osei"_s, 1, 0, at(11, 20), 20});
    m_second = load(u"pending"_s, {u"osei"_s, 2, 0, at(11, 40), 20});
    m_begun = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(10, 0), 20});
    m_later = load(u"confirmed"_s, {u"osei"_s, 4, 0, at(10, 40), 20});
    std::optional<Session> session;
    QObject owner;
    runTask(&owner, m_services.staff.signIn(settings(u"osei"_s)),
            [&session](const Result<Session> &answer) {
                if (answer)
                    session = *answer;
            });
    ASSERT_TRUE(waitFor([&session] { return session.has_value(); }));
    m_services.live.start(settings(u"osei"_s));
    m_models = std::make_unique<DoctorModels>(m_services, *session);
    m_models->load();
    ASSERT_TRUE(waitFor([this] {
        return m_models->inbox().isLoaded() && m_models->day().isLoaded()
            && m_services.live.state() == LiveUpdates::State::Live;
    }));
}

void DoctorFixture::TearDown()
{
    m_models.reset();
    m_services.live.stop();
    m_services.executor.close().waitForFinished();
    ServiceFixture::TearDown();
}

} // namespace ClinicDesk
