#pragma once

#include "database/ConnectionSettings.h"

#include <QSettings>
#include <QString>

namespace ClinicDesk {

/// What this computer is for.
enum class DeskRole { Reception, Doctor };

/// What this computer remembers about the clinic's server and itself; never a password.
struct DeskSettings
{
    QString host;
    QString port;
    QString database;
    QString sslMode; ///< empty: verify-full with a certificate, else libpq's default
    QString certificate; ///< file of the authority that the server's certificate must come from;
                         ///< may be empty
    QString lastName; ///< who signed in last here
    QString deskName;
    QString deskId; ///< uuid
    DeskRole role = DeskRole::Reception;
    QString clinicName; ///< as the set-up or the join file told it; may be empty
    QString privateFolder; ///< of a clinic kept on this computer; empty for another's server

    /// Gives a computer without one a desk id, and keeps it.
    [[nodiscard]] static DeskSettings load(QSettings &settings);
    void save(QSettings &settings) const;

    [[nodiscard]] bool hasServer() const { return !host.isEmpty() || !database.isEmpty(); }
    [[nodiscard]] ConnectionSettings connection(const QString &user, const QString &password) const;

    bool operator==(const DeskSettings &) const = default;
};

} // namespace ClinicDesk
