#pragma once

#include "ctl/Arguments.h"

namespace ClinicDesk::Ctl {

/// A booking as typed: doctor, patient, room and type are ids or names that the run looks up.
struct TypedBooking
{
    QUuid operation;
    QString doctor;
    QString patient;
    std::optional<QString> room;
    std::optional<QString> visitType;
    TypedTime start;
    std::optional<int> minutes; ///< none: the type's, else the doctor's slot
    QString reason;
    std::optional<RuleOverride> override;
};

/// A move as typed; what is not named stays as it is. At least one thing is named.
struct TypedMove
{
    QUuid operation;
    AppointmentId appointment;
    std::optional<QString> doctor;
    std::optional<QString> room;
    bool clearRoom = false;
    std::optional<TypedTime> start;
    std::optional<int> minutes;
    std::optional<int> version;
    std::optional<RuleOverride> override;
};

/// Free slots of these doctors (ids or logins; none: of all).
struct SlotsRequest
{
    QStringList doctors;
    std::optional<QDate> from; ///< none: today
    int days = 1;
    int minutes = 0; ///< 0: each doctor's slot
};

[[nodiscard]] Result<TypedBooking> readBooking(Arguments arguments);
[[nodiscard]] Result<TypedMove> readMove(Arguments arguments);
[[nodiscard]] Result<StatusRequest> readStatus(Arguments arguments, AppointmentStatus to);
template<AppointmentStatus to> Result<StatusRequest> readStatusTo(Arguments arguments)
{
    return readStatus(std::move(arguments), to);
}
/// Check-in and undo.
[[nodiscard]] Result<AppointmentRequest> readAppointmentRequest(Arguments arguments);

[[nodiscard]] Result<SlotsRequest> readSlots(Arguments arguments);
[[nodiscard]] Result<std::optional<QDate>> readDay(Arguments arguments); ///< none: today
[[nodiscard]] Result<AppointmentId> readHistory(Arguments arguments);

} // namespace ClinicDesk::Ctl
