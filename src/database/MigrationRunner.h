#pragma once

#include "database/Connection.h"
#include "database/FunctionSet.h"
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

/// Brings a database's schema to this program's version: the missing migrations, one transaction a
/// file, then the functions, all in one transaction, when their text or the tables have changed.
/// Under an advisory lock, so two migrators do not race; what fails leaves no trace. Refuses a
/// schema or functions newer than the program (ProgramTooOld) and a migration whose text changed
/// after it was applied (Internal, rule "checksum"). The connection must act as clinic_owner; its
/// session's timeouts are lifted.
class MigrationRunner
{
public:
    /// The program's own files, from its resources, in order.
    [[nodiscard]] static QList<Migration> builtIn();
    [[nodiscard]] static int programVersion();

    /// With the program's own files.
    explicit MigrationRunner(Connection &connection);
    MigrationRunner(Connection &connection, QList<Migration> migrations,
                    FunctionSet functions = {});

    /// The schema's version; 0 for an empty database.
    [[nodiscard]] Result<int> currentVersion();
    /// Applies what is missing, up to `target` (all when 0), and replaces the functions after the
    /// last; how many migrations were applied. A file that fails is logged and answered by its
    /// classified error.
    [[nodiscard]] Result<int> migrate(int target = 0);
    /// Whether this program may write: the schema's version, ProgramTooOld (schema or functions are
    /// newer and say that this program may not write) or ProgramTooNew (they must be migrated
    /// first).
    [[nodiscard]] Result<int> check();

private:
    struct Applied
    {
        QString checksum;
        int minCompatible = 0;
    };
    using AppliedMap = QMap<int, Applied>;
    struct AppliedFunctions
    {
        int number = 0;
        int minCompatible = 0;
        int schemaVersion = 0; ///< the migration after which they were run
        QString checksum;
    };
    struct Stored
    {
        AppliedMap migrations;
        AppliedFunctions functions;

        [[nodiscard]] int version() const
        {
            return migrations.isEmpty() ? 0 : migrations.lastKey();
        }
    };

    [[nodiscard]] int ownVersion() const;
    Stored readStored();
    void lockAndPrepareTables();
    Stored beginStep();
    bool applyNext(int target);
    void replaceFunctionsBetweenReaders();
    void replaceFunctions();
    template<typename T> Result<T> guarded(const std::function<Result<T>()> &work);

    Connection &m_connection;
    QList<Migration> m_migrations;
    FunctionSet m_functions;
};

} // namespace ClinicDesk
