#pragma once

#include <QList>
#include <QString>

namespace ClinicDesk {

/// What the schema does, as against what it stores: functions, triggers, policies and grants, a
/// file of resources/sql/functions a topic. MigrationRunner replaces the whole set at once.
struct FunctionSet
{
    struct File
    {
        QString name;
        QString sql;
    };

    /// The files in the order of their names. "-- number: N" and "-- min-compatible: N" (the number
    /// when it is not said) stand in one of them; a set without a number is 0.
    [[nodiscard]] static FunctionSet fromFiles(QList<File> files);
    /// The program's own, from its resources.
    [[nodiscard]] static FunctionSet builtIn();

    [[nodiscard]] bool isEmpty() const { return files.isEmpty(); }

    int number = 0; ///< rises with each release that changes a file
    int minCompatible = 0; ///< the oldest set whose program may still write beside this one
    QList<File> files;
    QString checksum; ///< hex SHA-256 of names and texts
};

} // namespace ClinicDesk
