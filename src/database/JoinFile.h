#pragma once

#include "domain/Result.h"

#include <QString>

namespace ClinicDesk {

/// The small text by which an administrator tells other computers where the clinic's server is.
/// Holds no secret: whoever reads it still needs a name and a password.
struct JoinFile
{
    QString clinic;
    QString host;
    QString port; ///< "5432"
    QString database;
    /// Of the authority that the server's certificate must come from, as PEM text; may be empty.
    QString certificate;

    [[nodiscard]] QString toText() const; ///< indented JSON
    /// ValidationFailed with field "file" ("format": not a join file; "secret": it holds a
    /// password; "version": made by a newer program), or the missing one of the fields above.
    [[nodiscard]] static Result<JoinFile> fromText(const QString &text);

    bool operator==(const JoinFile &) const = default;
};

} // namespace ClinicDesk
