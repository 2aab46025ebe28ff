#pragma once

#include "domain/Appointment.h"

namespace ClinicDesk {

using NotificationId = Id<struct NotificationTag>;

/// What somebody else did to an appointment that concerns the person signed in.
struct Notification
{
    NotificationId id;
    AppointmentId appointment;
    EventKind kind = EventKind::Edited;
    QString who; ///< display name, else the login
    QDateTime at;
    std::optional<QDateTime> oldStart;
    QDateTime newStart;
    bool sameDoctor = true; ///< as before the change
    QString doctorName; ///< whose it is now
    QString reason;
    QString familyName; ///< empty when the appointment is no longer this person's to see
    QString givenName;
    std::optional<QDateTime> readAt;

    bool operator==(const Notification &) const = default;
};

} // namespace ClinicDesk
