#pragma once

#include "domain/Error.h"

#include <QDateTime>
#include <QString>

namespace ClinicDesk {

/// What a person reads when a sign-in was refused, at the start and at the locked screen.
namespace SignInTexts {

/// "Name or password is wrong. 2 tries left ..."
[[nodiscard]] QString wrongPassword(int triesLeft);
[[nodiscard]] QString locked(const QDateTime &until);
[[nodiscard]] QString refusal(const Error &error, const QString &host, const QString &database);

/// Why this computer's own server could not be made or started.
[[nodiscard]] QString serverFailure(const Error &error);

} // namespace SignInTexts

} // namespace ClinicDesk
