#pragma once

#include "services/ServiceFixture.h"
#include "services/SignedIn.h"
#include "support/WireProxy.h"

#include <functional>
#include <memory>
#include <string>

namespace ClinicDesk {

/// One request, made anew for each fault; sent again it is the same request.
struct Attempt
{
    std::function<Result<bool>()> send;
    QString effects; ///< a count: 0 before, `times` after, however often it was sent
    int times = 1;
    bool hasId = true; ///< else what was done is not asked for again
};

template<typename T> [[nodiscard]] Result<bool> done(const Result<T> &result)
{
    if (!result)
        return unexpected(result.error());
    return true;
}

/// Each writing operation of the services over a wire that is cut at its first message, its second
/// and so on, once before the server sees it and once after it has answered, until there is nothing
/// left to cut. Whatever the desk was told, in the end it happened once.
class FaultSweep : public ServiceFixture
{
protected:
    void SetUp() override;
    void TearDown() override;

    void signIn(const QString &login);
    /// Everything a person's program has, behind the proxy.
    [[nodiscard]] Services &desk() { return *m_desk; }

    /// A time nobody has used yet.
    [[nodiscard]] QDateTime nextSlot();
    [[nodiscard]] static QString eventsOf(const QUuid &operation);
    [[nodiscard]] static QString auditOf(const QUuid &operation);

    /// `make` anew for each cut; the first is sent without one.
    void sweep(const QString &login, const std::function<Attempt()> &make);

    [[nodiscard]] BookRequest bookRequest(const QUuid &operation, int patient = 1);
    [[nodiscard]] AppointmentId visit(const QString &status, const QDateTime &start);
    /// As the desk's screen shows it.
    [[nodiscard]] Appointment shown(AppointmentId id);

private:
    void settle(const Attempt &attempt, const Result<bool> &told, const std::string &where);
    /// Until the executor's session answers.
    void reconnect();

    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<SignedIn> m_desk;
    int m_slots = 0;
};

} // namespace ClinicDesk
