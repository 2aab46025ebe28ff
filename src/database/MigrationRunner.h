#pragma once

#include "database/Connection.h"
#include "domain/Result.h"

#include <QList>
#include <QString>

namespace ClinicDesk {

/// One numbered file of resources/sql/migrations ("0001_foundation.sql").
struct Migration
{
    int version = 0;
    QString name;
    QString sql;
    QString checksum; ///< hex SHA-256 of the text
};

/// Brings a database's schema to this program's version: one transaction a file, under an advisory lock,
/// so two migrators do not race; a file that fails leaves no trace. Refuses a schema newer than the
/// program (ProgramTooOld) and a file whose text changed after it was applied (Internal).
/// The connection must act as clinic_owner.
class MigrationRunner
{
public:
    /// The program's own files, from its resources, in order.
    [[nodiscard]] static QList<Migration> builtIn();
    [[nodiscard]] static int programVersion();

    explicit MigrationRunner(Connection &connection, QList<Migration> migrations = builtIn());

    /// The schema's version; 0 for an empty database.
    [[nodiscard]] Result<int> currentVersion();
    /// Applies what is missing, up to `target` (all when 0); how many files were applied.
    [[nodiscard]] Result<int> migrate(int target = 0);
    /// Whether this program may write: ok, ProgramTooOld, ProgramTooNew.
    [[nodiscard]] Result<int> check();

private:
    Connection &m_connection;
    QList<Migration> m_migrations;
};

} // namespace ClinicDesk
