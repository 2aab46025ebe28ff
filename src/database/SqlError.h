#pragma once

#include "domain/Error.h"

#include <QString>

namespace ClinicDesk {

/// What the server or the driver said. Thrown only between a Connection and the TransactionManager.
struct SqlError
{
    QString sqlState; ///< empty when the server did not answer
    QString constraint; ///< constraint name of the server's error report (field 'n'), never parsed
                        ///< from text
    QString column; ///< column of a NOT NULL violation (field 'c')
    QString overridable; ///< of a refusal: the rule that staff may override (field 'd')
    QString message; ///< the report's first line, for the log only
    bool connectionLost = false;
    int statementIndex = -1; ///< which statement of the message failed, from 0
};

/// Thrown by a body to refuse: rolls back, and becomes the operation's Error.
struct Refusal
{
    Error error;
};

/// The one place that maps SQLSTATE and constraint to a kind; never reads message text. The details
/// a screen wants (who took it, what is free) are asked by the service in a second transaction.
[[nodiscard]] Error classify(const SqlError &error);

/// 40001 and 40P01: run the whole body again.
[[nodiscard]] bool isRetryable(const SqlError &error);
/// 55P03: a lock was not granted in time.
[[nodiscard]] bool isLockTimeout(const SqlError &error);
/// The session is gone or never came to be.
[[nodiscard]] bool isUnreachable(const SqlError &error);

} // namespace ClinicDesk
