#include "models/DoctorFixture.h"

namespace ClinicDesk {

void DoctorFixture::SetUp()
{
    LiveFixture::SetUp();
    m_first = load(u"pending"_s, {u"osei"_s, 1, 0, at(11, 20), 20});
    m_second = load(u"pending"_s, {u"osei"_s, 2, 0, at(11, 40), 20});
    m_begun = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(10, 0), 20});
    m_later = load(u"confirmed"_s, {u"osei"_s, 4, 0, at(10, 40), 20});
    signIn(u"osei"_s);
    m_models = std::make_unique<DoctorModels>(m_services, m_session);
    m_models->load();
    ASSERT_TRUE(
        waitFor([this] { return m_models->inbox().isLoaded() && m_models->day().isLoaded(); }));
}

void DoctorFixture::TearDown()
{
    m_models.reset();
    LiveFixture::TearDown();
}

} // namespace ClinicDesk
