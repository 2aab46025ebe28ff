#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace ClinicDesk {

enum class AppointmentStatus {
    Pending,
    Confirmed,
    InProgress,
    Completed,
    Cancelled,
    Rejected,
    NoShow,
};

/// The database's word for a status ("in_progress"), and back; nullopt for an unknown word.
[[nodiscard]] QString toKey(AppointmentStatus status);
[[nodiscard]] std::optional<AppointmentStatus> appointmentStatusFromKey(QStringView key);

/// Pending, confirmed and in progress keep the time for themselves.
[[nodiscard]] bool holdsSlot(AppointmentStatus status);

/// What happened to an appointment at one of its versions.
enum class EventKind {
    Booked,
    Moved,
    Confirmed,
    Rejected,
    Cancelled,
    Started,
    Completed,
    NoShow,
    CheckedIn,
    Edited,
    Undone,
};

/// The database's word for it ("checked_in"), and back; nullopt for an unknown word.
[[nodiscard]] QString toKey(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromKey(QStringView key);

/// One appointment as stored; times are instants (UTC).
struct Appointment
{
    AppointmentId id;
    int version = 0;
    AppointmentStatus status = AppointmentStatus::Pending;
    DoctorId doctor;
    PatientId patient;
    std::optional<RoomId> room;
    std::optional<VisitTypeId> visitType;
    QDateTime start;
    QDateTime end;
    QString reason;
    QString statusNote; ///< why it was cancelled or rejected
    QString source; ///< "desk", "doctor" or "kiosk"
    std::optional<QDateTime> requestedAt;
    std::optional<QDateTime> confirmedAt;
    std::optional<QDateTime> checkedInAt;
    std::optional<QDateTime> startedAt;
    std::optional<QDateTime> endedAt;
    std::optional<QDateTime> cancelledAt;

    bool operator==(const Appointment &) const = default;
};

/// An appointment with what a screen shows beside it.
struct AppointmentRow
{
    Appointment appointment;
    QString familyName;
    QString givenName;
    QDate birthDate;
    QString recordNumber;
    QString phone;
    QString visitTypeName;
    QString visitTypeColour;
    QString roomName;

    bool operator==(const AppointmentRow &) const = default;
};

/// One line of an appointment's history.
struct AppointmentEvent
{
    AppointmentId appointment;
    int version = 0;
    EventKind kind = EventKind::Edited;
    QString who; ///< display name, else the login
    QString desk;
    QDateTime at;
    std::optional<AppointmentStatus> oldStatus;
    AppointmentStatus newStatus = AppointmentStatus::Pending;
    std::optional<QDateTime> oldStart;
    QDateTime newStart;
    std::optional<QDateTime> oldEnd;
    QDateTime newEnd;
    std::optional<DoctorId> oldDoctor;
    DoctorId newDoctor;
    QString reason;
    QString overrideRule;
    QString overrideBecause;

    bool operator==(const AppointmentEvent &) const = default;
};

} // namespace ClinicDesk
