#include "ctl/ExitCode.h"

namespace ClinicDesk::Ctl {

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ValidationFailed:
        return Usage;
    case ErrorKind::Busy:
    case ErrorKind::RetriesExhausted:
    case ErrorKind::Unreachable:
        return TryAgain;
    case ErrorKind::OutcomeUnknown:
        return Unknown;
    case ErrorKind::NotPermitted:
    case ErrorKind::SignInFailed:
        return NotAllowed;
    case ErrorKind::ShuttingDown:
    case ErrorKind::Internal:
        return Failed;
    case ErrorKind::SlotTaken:
    case ErrorKind::PatientBusy:
    case ErrorKind::RoomBusy:
    case ErrorKind::DoctorUnavailable:
    case ErrorKind::PatientUnavailable:
    case ErrorKind::ClinicClosed:
    case ErrorKind::OutsideHours:
    case ErrorKind::TooSoon:
    case ErrorKind::TooLate:
    case ErrorKind::DayFull:
    case ErrorKind::VisitInProgress:
    case ErrorKind::NotFound:
    case ErrorKind::OperationMismatch:
    case ErrorKind::InvalidTransition:
    case ErrorKind::StaleRow:
    case ErrorKind::DuplicatePatient:
    case ErrorKind::ProgramTooOld:
    case ErrorKind::ProgramTooNew:
        return Refused;
    }
    Q_UNREACHABLE();
}

} // namespace ClinicDesk::Ctl
