#include "domain/Appointment.h"

#include <array>

namespace ClinicDesk {

namespace {
constexpr std::array allStatuses {
    AppointmentStatus::Pending,   AppointmentStatus::Confirmed, AppointmentStatus::InProgress,
    AppointmentStatus::Completed, AppointmentStatus::Cancelled, AppointmentStatus::Rejected,
    AppointmentStatus::NoShow,
};
}

QString toKey(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Pending:
        return QStringLiteral("pending");
    case AppointmentStatus::Confirmed:
        return QStringLiteral("confirmed");
    case AppointmentStatus::InProgress:
        return QStringLiteral("in_progress");
    case AppointmentStatus::Completed:
        return QStringLiteral("completed");
    case AppointmentStatus::Cancelled:
        return QStringLiteral("cancelled");
    case AppointmentStatus::Rejected:
        return QStringLiteral("rejected");
    case AppointmentStatus::NoShow:
        return QStringLiteral("no_show");
    }
    Q_UNREACHABLE();
}

std::optional<AppointmentStatus> appointmentStatusFromKey(QStringView key)
{
    for (const AppointmentStatus status : allStatuses) {
        if (key == toKey(status))
            return status;
    }
    return std::nullopt;
}

bool holdsSlot(AppointmentStatus status)
{
    return status == AppointmentStatus::Pending || status == AppointmentStatus::Confirmed
        || status == AppointmentStatus::InProgress;
}

} // namespace ClinicDesk
