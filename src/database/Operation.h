#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace ClinicDesk {

/// What makes a repeated request happen once: the id is made by the form when it opens, the hash is
/// of every argument that matters.
struct Operation
{
    QUuid id;
    QString kind; ///< "book", "confirm", "move", ...
    QString argsHash; ///< hex SHA-256; see hashOf()

    /// Hashes the parts with their lengths, so ("ab", "c") and ("a", "bc") differ.
    [[nodiscard]] static QString hashOf(const QStringList &parts);
};

} // namespace ClinicDesk
