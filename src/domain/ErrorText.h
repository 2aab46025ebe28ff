#pragma once

#include "domain/Error.h"

#include <QTimeZone>

namespace ClinicDesk {

/// An error in a person's words (shared wording: what happened, who or when, what to do), without
/// codes or technical text. Times are shown in the clinic's zone. `now` gives "2 s ago".
[[nodiscard]] QString errorText(const Error &error, const QTimeZone &zone, const QDateTime &now);

/// The same for one field of a ValidationFailed ("Enter the patient's birth date.").
[[nodiscard]] QString fieldErrorText(const QString &field, const QString &why);

} // namespace ClinicDesk
