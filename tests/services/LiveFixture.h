#pragma once

#include "services/ServiceFixture.h"
#include "services/Services.h"

#include <QTest>

namespace ClinicDesk {

/// Signs in and goes live as the program does, spinning the event loop. Throws std::runtime_error
/// where that fails.
[[nodiscard]] Session signInLive(Services &services, const ConnectionSettings &settings);

/// A person at a desk: services signed in and live, for what is built on them.
class LiveFixture : public ServiceFixture
{
protected:
    /// What is built on the services goes before.
    void TearDown() override;

    void signIn(const QString &login);

    template<typename Condition> [[nodiscard]] static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, 10'000);
    }
    /// As sign-in would tell it: the clinic's zone, and its clock at the start of the test.
    [[nodiscard]] static Session testSession();

    Services m_services;
    Session m_session; ///< since signIn()
};

} // namespace ClinicDesk
