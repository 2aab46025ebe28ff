#pragma once

#include "domain/Appointment.h"
#include "domain/Schedule.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

#include <optional>
#include <variant>

namespace ClinicDesk {

/// Every way an operation can fail that a user or caller can tell apart.
enum class ErrorKind {
    SlotTaken,
    PatientBusy,
    RoomBusy,
    DoctorUnavailable,
    PatientUnavailable,
    ClinicClosed,
    OutsideHours,
    TooSoon,
    TooLate,
    DayFull,
    VisitInProgress,
    NotFound,
    OperationMismatch,
    InvalidTransition,
    StaleRow,
    DuplicatePatient,
    ValidationFailed,
    NotPermitted,
    Busy,
    RetriesExhausted,
    Unreachable,
    OutcomeUnknown,
    ProgramTooOld,
    ProgramTooNew,
    SignInFailed,
    ShuttingDown,
    Internal,
};

/// The stable name scripts and tests see, e.g. "SlotTaken".
[[nodiscard]] QString toKey(ErrorKind kind);

struct SlotTakenDetails
{
    DoctorId doctor;
    QString doctorName;
    QDateTime start;
    QString takenBy; ///< display name of who holds the time; empty when it is free again
    QString desk;
    std::optional<QDateTime> since;
    bool held = false; ///< a hold, not a booking
    QList<FreeSlot> nextFree;

    bool operator==(const SlotTakenDetails &) const = default;
};

/// The other visit that is in the way (PatientBusy, RoomBusy, VisitInProgress).
struct OtherVisitDetails
{
    AppointmentId appointment;
    QDateTime start;
    QDateTime end;
    QString doctorName;
    QList<Room> freeRooms; ///< RoomBusy only
    QList<FreeSlot> nextFree;

    bool operator==(const OtherVisitDetails &) const = default;
};

/// A rule said no: `Error::rule` names it, here is what is free next.
struct RuleDetails
{
    QString doctorName;
    QList<FreeSlot> nextFree;

    bool operator==(const RuleDetails &) const = default;
};

/// InvalidTransition and StaleRow: what the row is now and who made it so.
struct RowDetails
{
    AppointmentStatus wanted = AppointmentStatus::Pending;
    AppointmentStatus now = AppointmentStatus::Pending;
    int expectedVersion = 0;
    int actualVersion = 0;
    QString changedBy;
    std::optional<QDateTime> changedAt;

    bool operator==(const RowDetails &) const = default;
};

struct DuplicatePatientDetails
{
    PatientId existing;

    bool operator==(const DuplicatePatientDetails &) const = default;
};

struct ValidationDetails
{
    QMap<QString, QString> fields; ///< field -> why: "missing", "too_long", "format", "range", ...

    bool operator==(const ValidationDetails &) const = default;
};

struct BusyDetails
{
    QString heldBy;
    QString desk;
    int waitedMs = 0;

    bool operator==(const BusyDetails &) const = default;
};

struct AttemptsDetails
{
    int attempts = 0;

    bool operator==(const AttemptsDetails &) const = default;
};

struct OperationDetails
{
    QUuid operation;

    bool operator==(const OperationDetails &) const = default;
};

struct SchemaDetails
{
    int program = 0;
    int database = 0;

    bool operator==(const SchemaDetails &) const = default;
};

/// A typed failure. Holds nothing technical: SQL and SQLSTATE go to the log under `incident`.
struct Error
{
    using Details = std::variant<std::monostate, SlotTakenDetails, OtherVisitDetails, RuleDetails,
                                 RowDetails, DuplicatePatientDetails, ValidationDetails,
                                 BusyDetails, AttemptsDetails, OperationDetails, SchemaDetails>;

    ErrorKind kind = ErrorKind::Internal;
    QString rule = {}; ///< the refusing rule's code, e.g. "doctor_busy", "lead_time"; may be empty
    Details details = {};
    QString incident = {}; ///< Internal: what to look for in the log
    /// The rule that staff may override to have this lifted, as the database says ("hours",
    /// "lead_time"); empty: nobody may.
    QString overridable = {};

    /// One that its kind, or the rule that said no, describes.
    [[nodiscard]] static Error of(ErrorKind kind, const QString &rule = {})
    {
        return {.kind = kind, .rule = rule};
    }

    template<typename T> [[nodiscard]] const T *as() const { return std::get_if<T>(&details); }

    bool operator==(const Error &) const = default;
};

} // namespace ClinicDesk
