#include "domain/Error.h"

namespace ClinicDesk {

QString toKey(ErrorKind kind)
{
    switch (kind) {
#define CLINICDESK_KIND(name)                                                                      \
    case ErrorKind::name:                                                                          \
        return QStringLiteral(#name);
        CLINICDESK_KIND(SlotTaken)
        CLINICDESK_KIND(PatientBusy)
        CLINICDESK_KIND(RoomBusy)
        CLINICDESK_KIND(DoctorUnavailable)
        CLINICDESK_KIND(PatientUnavailable)
        CLINICDESK_KIND(ClinicClosed)
        CLINICDESK_KIND(OutsideHours)
        CLINICDESK_KIND(TooSoon)
        CLINICDESK_KIND(TooLate)
        CLINICDESK_KIND(DayFull)
        CLINICDESK_KIND(VisitInProgress)
        CLINICDESK_KIND(NotFound)
        CLINICDESK_KIND(OperationMismatch)
        CLINICDESK_KIND(InvalidTransition)
        CLINICDESK_KIND(StaleRow)
        CLINICDESK_KIND(DuplicatePatient)
        CLINICDESK_KIND(ValidationFailed)
        CLINICDESK_KIND(NotPermitted)
        CLINICDESK_KIND(Busy)
        CLINICDESK_KIND(RetriesExhausted)
        CLINICDESK_KIND(Unreachable)
        CLINICDESK_KIND(OutcomeUnknown)
        CLINICDESK_KIND(ProgramTooOld)
        CLINICDESK_KIND(ProgramTooNew)
        CLINICDESK_KIND(SignInFailed)
        CLINICDESK_KIND(ShuttingDown)
        CLINICDESK_KIND(Internal)
#undef CLINICDESK_KIND
    }
    Q_UNREACHABLE();
}

} // namespace ClinicDesk
