#pragma once

#include <QString>

namespace ClinicDesk {

class PostgresPrograms;

/// The text of the private server's own configuration, written before each start.
struct ServerFiles
{
    int port = 0;
    QString socketFolder;
    bool listenOnNetwork = false;
    bool durable = true;
    int maxConnections = 0;
    QString administrator;
    bool hasTls = false;
    QString certificate; ///< server.crt and its key: needed with hasTls only
    QString privateKey;

    /// postgresql.conf: timeouts of a network of desks, and logs that can hold no patient's data.
    [[nodiscard]] QString configuration(const PostgresPrograms &programs) const;
    /// pg_hba.conf: SCRAM for everyone; the superuser only from this computer; other computers by
    /// TLS only, where there is a certificate.
    [[nodiscard]] QString clientRules() const;
};

} // namespace ClinicDesk
