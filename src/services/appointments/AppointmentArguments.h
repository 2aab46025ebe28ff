#pragma once

#include "services/OperationParts.h"
#include "services/appointments/AppointmentRequests.h"

namespace ClinicDesk::AppointmentOperations {

/// What a request asks for, part by part: an operation's id stands for these and no others.
[[nodiscard]] QStringList parts(const BookRequest &request);
[[nodiscard]] QStringList parts(const StatusRequest &request);
[[nodiscard]] QStringList parts(const MoveRequest &request);
[[nodiscard]] QStringList parts(const AppointmentRequest &request);

} // namespace ClinicDesk::AppointmentOperations
