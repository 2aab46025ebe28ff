#pragma once

#include "database/Connection.h"
#include "domain/Result.h"

#include <QList>
#include <QMap>
#include <QString>

#include <functional>

namespace ClinicDesk {

/// One numbered file of resources/sql/migrations ("0001_foundation.sql").
struct Migration
{
    int version = 0;
    QString name;
    QString sql;
    QString checksum; ///< hex SHA-256 of the text
    /// The oldest program version that may still write after this file ("-- min-compatible: N");
    /// its own version when the file does not say.
    int minCompatible = 0;

    [[nodiscard]] static Migration fromText(int version, const QString &name, const QString &sql);
};

/// Brings a database's schema to this program's version: one transaction a file, under an advisory
/// lock, so two migrators do not race; a file that fails leaves no trace. Refuses a schema newer
/// than the program (ProgramTooOld) and a file whose text changed after it was applied (Internal,
/// rule "checksum"). The connection must act as clinic_owner; its session's timeouts are lifted.
class MigrationRunner
{
public:
    /// The program's own files, from its resources, in order.
    [[nodiscard]] static QList<Migration> builtIn();
    [[nodiscard]] static int programVersion();

    explicit MigrationRunner(Connection &connection, QList<Migration> migrations = builtIn());

    /// The schema's version; 0 for an empty database.
    [[nodiscard]] Result<int> currentVersion();
    /// Applies what is missing, up to `target` (all when 0); how many files were applied. A file
    /// that fails is logged and answered by its classified error.
    [[nodiscard]] Result<int> migrate(int target = 0);
    /// Whether this program may write: the schema's version, ProgramTooOld (the schema is newer and
    /// says that this program may not write) or ProgramTooNew (the schema must be migrated first).
    [[nodiscard]] Result<int> check();

private:
    struct Applied
    {
        QString checksum;
        int minCompatible = 0;
    };
    using AppliedMap = QMap<int, Applied>;

    [[nodiscard]] int ownVersion() const;
    AppliedMap readApplied();
    void lockAndPrepareTable();
    bool applyNext(int target);
    template<typename T> Result<T> guarded(const std::function<Result<T>()> &work);

    Connection &m_connection;
    QList<Migration> m_migrations;
};

} // namespace ClinicDesk
