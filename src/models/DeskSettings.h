#pragma once

#include "database/ConnectionSettings.h"

#include <QSettings>
#include <QString>

namespace ClinicDesk {

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

    /// Gives a computer without one a desk id, and keeps it.
    [[nodiscard]] static DeskSettings load(QSettings &settings);
    void save(QSettings &settings) const;

    [[nodiscard]] bool hasServer() const { return !host.isEmpty() || !database.isEmpty(); }
    [[nodiscard]] ConnectionSettings connection(const QString &user, const QString &password) const;

    bool operator==(const DeskSettings &) const = default;
};

} // namespace ClinicDesk
