#pragma once

#include <Qt>

namespace ClinicDesk {

/// Roles of a model of visits, one row a visit, column 0: what a model offers and the day grid
/// reads, so that neither knows the other. Times are instants.
namespace AgendaRole {
enum Role {
    Id = Qt::UserRole + 100, ///< AppointmentId
    Doctor, ///< DoctorId: the column it stands in
    Start, ///< QDateTime
    End, ///< QDateTime
    Title, ///< QString, as short as the slot: "KIM S"
    FullName, ///< QString, for the tooltip and for speech: "Kim Soo"
    Status, ///< int: AppointmentStatus
    CheckedInAt, ///< QDateTime, invalid when not checked in
    Detail, ///< QString, visit type: "Check-up"
    CornerColour, ///< QColor of the visit type; none if invalid
    Saving, ///< bool: sent, not yet committed
    Stale, ///< bool: changed while the connection was lost and not yet looked at
};
}

} // namespace ClinicDesk
