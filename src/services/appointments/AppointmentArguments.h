#pragma once

#include "database/Operation.h"
#include "services/appointments/AppointmentRequests.h"

#include <QStringList>

namespace ClinicDesk::AppointmentOperations {

/// What a request asks for, part by part: an operation's id stands for these and no others.
[[nodiscard]] QStringList parts(const BookRequest &request);
[[nodiscard]] QStringList parts(const StatusRequest &request);
[[nodiscard]] QStringList parts(const MoveRequest &request);
[[nodiscard]] QStringList parts(const AppointmentRequest &request);

/// A request without an id is nobody's repeat.
[[nodiscard]] Operation operationOf(const QUuid &id, const QString &kind,
                                    const QStringList &arguments);

} // namespace ClinicDesk::AppointmentOperations
