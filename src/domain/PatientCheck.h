#pragma once

#include "domain/Error.h"
#include "domain/Patient.h"

namespace ClinicDesk {

/// What can be known of a typed record without the database: missing names, an impossible birth
/// date, texts that are too long, ... Empty: nothing.
[[nodiscard]] ValidationDetails checkPatient(const Patient &patient, QDate today);

} // namespace ClinicDesk
