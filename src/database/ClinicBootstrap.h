#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"

#include <QString>

namespace ClinicDesk {

class Connection;

/// Makes a clinic's database on a server, or brings an existing one to this program's version. Safe
/// to repeat and to run from two programs at once. Blocks; opens connections of its own on the
/// calling thread.
class ClinicBootstrap
{
public:
    /// `superuser` connects to any maintenance database of the server. True when the database is
    /// new. Unreachable, NotPermitted, ProgramTooOld, ValidationFailed (field "database"),
    /// Internal.
    [[nodiscard]] static Result<bool> bootstrap(const ConnectionSettings &superuser,
                                                const QString &databaseName);
    /// Rights on the database itself, which a copy made by CREATE DATABASE ... TEMPLATE loses.
    /// `connection` is a superuser's in that database; throws SqlError.
    static void applyDatabaseRights(Connection &connection);
    /// An identifier between double quotes.
    [[nodiscard]] static QString quotedName(QString name);
};

} // namespace ClinicDesk
