#include "domain/Appointment.h"

#include <array>

namespace ClinicDesk {

namespace {
constexpr std::array allStatuses {
    AppointmentStatus::Pending,   AppointmentStatus::Confirmed, AppointmentStatus::InProgress,
    AppointmentStatus::Completed, AppointmentStatus::Cancelled, AppointmentStatus::Rejected,
    AppointmentStatus::NoShow,
};
constexpr std::array allEventKinds {
    EventKind::Booked,    EventKind::Moved,   EventKind::Confirmed, EventKind::Rejected,
    EventKind::Cancelled, EventKind::Started, EventKind::Completed, EventKind::NoShow,
    EventKind::CheckedIn, EventKind::Edited,  EventKind::Undone,
};
} // namespace

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

QString toKey(EventKind kind)
{
    switch (kind) {
    case EventKind::Booked:
        return QStringLiteral("booked");
    case EventKind::Moved:
        return QStringLiteral("moved");
    case EventKind::Confirmed:
        return QStringLiteral("confirmed");
    case EventKind::Rejected:
        return QStringLiteral("rejected");
    case EventKind::Cancelled:
        return QStringLiteral("cancelled");
    case EventKind::Started:
        return QStringLiteral("started");
    case EventKind::Completed:
        return QStringLiteral("completed");
    case EventKind::NoShow:
        return QStringLiteral("no_show");
    case EventKind::CheckedIn:
        return QStringLiteral("checked_in");
    case EventKind::Edited:
        return QStringLiteral("edited");
    case EventKind::Undone:
        return QStringLiteral("undone");
    }
    Q_UNREACHABLE();
}

std::optional<EventKind> eventKindFromKey(QStringView key)
{
    for (const EventKind kind : allEventKinds) {
        if (key == toKey(kind))
            return kind;
    }
    return std::nullopt;
}

bool holdsSlot(AppointmentStatus status)
{
    return status == AppointmentStatus::Pending || status == AppointmentStatus::Confirmed
        || status == AppointmentStatus::InProgress;
}

} // namespace ClinicDesk
