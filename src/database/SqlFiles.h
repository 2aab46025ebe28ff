#pragma once

#include <QString>
#include <QStringList>

namespace ClinicDesk {

/// The program's own SQL text, compiled in. Callable from any thread.
class SqlFiles
{
public:
    /// File names of a folder of resources/sql ("migrations"), in order.
    [[nodiscard]] static QStringList names(const QString &folder);
    /// The text of "bootstrap/01_roles.sql"; empty when there is no such file.
    [[nodiscard]] static QString read(const QString &path);
};

} // namespace ClinicDesk
