#pragma once

#include "domain/Appointment.h"
#include "domain/Schedule.h"

#include <QList>
#include <QUuid>

#include <optional>
#include <variant>

namespace ClinicDesk {

/// A rule that staff may override by an explicit, recorded act: "hours", "lead_time", "horizon",
/// "day_full"; several divided by commas.
struct RuleOverride
{
    QString rule;
    QString because;

    bool operator==(const RuleOverride &) const = default;
};

/// `operation` is made when the form opens, so a repeated request books once.
struct BookRequest
{
    QUuid operation;
    DoctorId doctor;
    PatientId patient;
    std::optional<RoomId> room;
    std::optional<VisitTypeId> visitType;
    QDateTime start;
    QDateTime end;
    QString reason;
    std::optional<RuleOverride> override;
};

/// A new status, with the version the person saw (none: whatever it is now).
/// `seen`, here and below, is the appointment as the screen shows it. It tells whose locks to ask
/// for, so that nothing need be read first; it is a guess: where it proves wrong the operation
/// reads and goes on. No part of what is asked for, so a repeat may have another.
struct StatusRequest
{
    QUuid operation;
    AppointmentId appointment;
    AppointmentStatus to = AppointmentStatus::Confirmed;
    QString reason;
    std::optional<int> version;
    std::optional<Appointment> seen = {};
};

/// What is left empty stays as it is; without `end` the length stays.
struct MoveRequest
{
    QUuid operation;
    AppointmentId appointment;
    std::optional<DoctorId> doctor;
    std::optional<RoomId> room;
    bool clearRoom = false;
    std::optional<QDateTime> start;
    std::optional<QDateTime> end;
    std::optional<int> version;
    std::optional<RuleOverride> override;
    std::optional<Appointment> seen = {};
};

/// The last change of an appointment, as the screen that made it knows it.
struct SeenChange
{
    Appointment now;
    std::optional<Appointment> before; ///< none: it was booked

    bool operator==(const SeenChange &) const = default;
};

/// Check-in and undo name only the appointment.
struct AppointmentRequest
{
    QUuid operation;
    AppointmentId appointment;
    std::optional<int> version;
    std::optional<SeenChange> seen = {}; ///< for undo; a check-in asks for no other lock
};

/// One step of AppointmentService::runAtomically; the steps' own operation ids are ignored.
using AtomicStep = std::variant<BookRequest, StatusRequest, MoveRequest>;

/// The last visit of a page; the next page goes on before it.
struct VisitCursor
{
    QDateTime start;
    AppointmentId id;
};

/// Where a reader of changes stands; opaque, from one changesSince() to the next.
struct ChangeCursor
{
    QString transaction; ///< an xid8; empty: from now on
};

/// What became of an operation, asked for by its id.
struct OperationOutcome
{
    bool recorded = false; ///< false: it was never saved
    QList<AppointmentRow> appointments; ///< those it wrote, as they are now

    bool operator==(const OperationOutcome &) const = default;
};

/// A room as a choice for one time.
struct RoomChoice
{
    Room room;
    bool free = true; ///< then; also true while no time is asked about
    bool usual = false; ///< where all of the doctor's other visits of that day take place

    bool operator==(const RoomChoice &) const = default;
};

struct ChangedAppointments
{
    ChangeCursor next;
    QList<AppointmentId> appointments;
};

} // namespace ClinicDesk
