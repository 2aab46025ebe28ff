#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace ClinicDesk {

/// Where and as whom to connect. What is left empty is libpq's to find (PGHOST, PGSERVICE,
/// PGPASSFILE, ...).
struct ConnectionSettings
{
    QString host; ///< name, address, comma separated list, or a socket's folder
    QString port; ///< "5432" or a list as long as the hosts'
    QString database;
    QString user;
    QString password; ///< memory only: never logged, stored or put on a command line
    QString sslMode; ///< empty: libpq's default, "prefer"
    QString sslRootCert;
    QString targetSessionAttrs; ///< "read-write" with several hosts; empty: any
    /// SET ROLE right after open ("clinic_owner" for migrations); empty for people.
    QString setRole;
    QString deskName; ///< shown to others: clinic.desk and application_name
    QString deskId; ///< uuid of this desk: clinic.desk_id
    /// 0: none; reports take more, SET ROLE (migrations) always none.
    int statementTimeoutMs = 5000;

    /// `postgresql://user@host:port/database?sslmode=...`; ValidationFailed for a URL that holds a
    /// password (it would be in the process list) or an unknown parameter.
    [[nodiscard]] static Result<ConnectionSettings> fromUrl(const QString &url);

    /// Everything libpq is told, as keyword and value; empty values left out. Holds the password.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> libpqParameters() const;

    /// QSqlDatabase's connect options: timeouts and keep-alives of a desk on a network.
    [[nodiscard]] QString connectOptions() const;
};

} // namespace ClinicDesk
