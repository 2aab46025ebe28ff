#pragma once

#include "database/ConnectionSettings.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace ClinicDesk {

/// One step on the way to the clinic's server, as the sign-in window's Test ticks them off.
struct ProbeStep
{
    enum Step { Name, Port, Tls, SignIn, Schema, Clock };
    enum Outcome { Ok, Warning, Failed, Skipped };

    Step step = Name;
    Outcome outcome = Ok;
    /// Why it is not Ok. Name: no_such_host. Port: refused, timeout, no_route. Tls: tls_not_offered
    /// (a warning where it is not required), wrong_certificate, timeout, not_postgresql. SignIn:
    /// wrong_password, no_such_database, not_permitted, too_many_connections, starting,
    /// wrong_certificate, unreachable, sign_in. Schema: schema_too_old, schema_too_new, no_schema.
    /// Clock: clock_off (a warning). A skipped step says nothing: it does not apply, or an earlier
    /// one failed.
    QString code;
    int seconds = 0; ///< clock_off: how far the server's clock is ahead of this computer's

    bool operator==(const ProbeStep &) const = default;
};

/// Walks to a server step by step and says which one fails. Of several hosts, the first that can be
/// reached is tried. Meant for a worker thread: it blocks, for 3 s a step when nothing answers,
/// longer where the system's name resolution does.
class ConnectionCheck
{
public:
    explicit ConnectionCheck(ConnectionSettings settings);

    /// Every step in order; `onStep` is called as each is known, on this thread. `cancelled` is
    /// read between steps: what is left is then Skipped.
    QList<ProbeStep> run(const std::function<void(const ProbeStep &)> &onStep,
                         const std::atomic_bool &cancelled);

private:
    struct Endpoint
    {
        QString host;
        int port = 5432;
    };

    [[nodiscard]] ProbeStep check(ProbeStep::Step step);
    [[nodiscard]] QList<Endpoint> endpoints() const;
    [[nodiscard]] bool isLocal() const;
    [[nodiscard]] ProbeStep checkName();
    [[nodiscard]] ProbeStep checkPort();
    [[nodiscard]] ProbeStep checkLocalSocket() const;
    [[nodiscard]] ProbeStep checkTls() const;
    [[nodiscard]] ProbeStep checkSession();
    [[nodiscard]] ProbeStep checkSchema() const;
    [[nodiscard]] ProbeStep checkClock() const;

    const ConnectionSettings m_settings;
    Endpoint m_reached;
    /// Read in the one session the check opens.
    QString m_schemaCode;
    std::optional<int> m_secondsAhead;
};

} // namespace ClinicDesk
