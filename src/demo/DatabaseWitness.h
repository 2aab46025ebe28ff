#pragma once

#include "database/Connection.h"

namespace ClinicDesk {

/// The cluster's superuser looking on: tells what the database really holds, and breaks a desk's
/// connection. Blocks; used by the demo between its steps.
class DatabaseWitness final
{
public:
    explicit DatabaseWitness(const ConnectionSettings &administrator);

    /// Throws SqlError.
    void connect();
    /// "DIAZ 10:40 pending, version 1, booked by ana" of the visits that this SQL condition on `a`
    /// selects.
    [[nodiscard]] QStringList visits(const QString &condition);
    [[nodiscard]] qint64 count(const QString &query);
    /// A confirmed visit of the clinic's today that could be checked in: its id, 0 for none.
    [[nodiscard]] qint64 visitToCheckIn();
    /// Ends every session of a login and keeps it out until letBackIn().
    void cutOff(const QString &login);
    void letBackIn(const QString &login);

private:
    Connection m_connection;
};

} // namespace ClinicDesk
