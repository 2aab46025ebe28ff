#pragma once

#include "database/TransactionManager.h"
#include "domain/Session.h"

/// Sign-in and the transactions on logins, on the executor's thread. Errors as StaffService says.
namespace ClinicDesk::StaffOperations {

inline constexpr int shortestPassword = 8;

enum class Admit { Staff, StaffAndDevices };

[[nodiscard]] Result<Session> signIn(TransactionManager &manager,
                                     const ConnectionSettings &settings, Admit admit);
[[nodiscard]] Result<Staff> add(TransactionManager &manager, const Staff &person,
                                const QString &password);
[[nodiscard]] Result<bool> disable(TransactionManager &manager, const QString &login);
[[nodiscard]] Result<bool> setPassword(TransactionManager &manager, const QString &login,
                                       const QString &password);
[[nodiscard]] Result<bool> changeOwnPassword(TransactionManager &manager,
                                             const ConnectionSettings &now,
                                             const QString &password);

} // namespace ClinicDesk::StaffOperations
