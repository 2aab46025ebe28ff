#pragma once

#include "database/Connection.h"
#include "services/demo/DemoData.h"

namespace ClinicDesk {

/// The people of a demo clinic, in the order in which they are made.
[[nodiscard]] QList<DemoLogin> demoStaff(int doctors);

/// Makes their logins, or attaches those the server has already and gives them the password.
/// `owner` acts as clinic_owner, `superuser` as what it is. Throws SqlError and Refusal.
void createDemoStaff(Connection &owner, Connection &superuser, const QList<DemoLogin> &people,
                     const QString &password);

} // namespace ClinicDesk
