#pragma once

#include <QString>

namespace ClinicDesk {

class Connection;

/// The SCRAM-SHA-256 verifier of a new password, made on this computer, so that the password itself
/// never travels. The connection must be open; its thread. Empty when libpq could not make one.
[[nodiscard]] QString scramVerifier(const Connection &connection, const QString &user,
                                    const QString &password);

} // namespace ClinicDesk
