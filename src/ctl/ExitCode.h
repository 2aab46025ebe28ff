#pragma once

#include "domain/Error.h"

namespace ClinicDesk::Ctl {

/// Stable: scripts rely on them.
enum ExitCode {
    Done = 0,
    Failed = 1, ///< Internal, ShuttingDown
    Usage = 2, ///< wrong command line, ValidationFailed
    Refused = 3, ///< a rule said no, or the row is not as expected
    TryAgain = 4, ///< Busy, RetriesExhausted, Unreachable
    Unknown = 5, ///< OutcomeUnknown: ask again with the same --operation
    NotAllowed = 6, ///< NotPermitted, SignInFailed
};

[[nodiscard]] ExitCode exitCodeOf(ErrorKind kind);

} // namespace ClinicDesk::Ctl
