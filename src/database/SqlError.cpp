#include "database/SqlError.h"

#include "database/Logging.h"

#include <QHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

Error ofKind(ErrorKind kind, const QString &rule = {})
{
    Error error;
    error.kind = kind;
    error.rule = rule;
    return error;
}

Error invalidField(const QString &field, const QString &why)
{
    Error error = ofKind(ErrorKind::ValidationFailed);
    error.details = ValidationDetails {{{field, why}}};
    return error;
}

Error internal(const SqlError &error, const QString &rule = {})
{
    Error result = ofKind(ErrorKind::Internal, rule);
    result.incident = newIncident();
    qCCritical(lcDatabase).noquote()
        << "incident" << result.incident << "SQLSTATE" << error.sqlState << "constraint"
        << error.constraint << "statement" << error.statementIndex << error.message;
    return result;
}

/// CD001: the database's booking rules, named by the constraint field.
Error refusedByRule(const SqlError &error)
{
    static const QHash<QString, ErrorKind> kinds {
        {u"doctor_busy"_s, ErrorKind::SlotTaken},
        {u"held"_s, ErrorKind::SlotTaken},
        {u"patient_busy"_s, ErrorKind::PatientBusy},
        {u"room_busy"_s, ErrorKind::RoomBusy},
        {u"patient_unavailable"_s, ErrorKind::PatientUnavailable},
        {u"doctor_unavailable"_s, ErrorKind::DoctorUnavailable},
        {u"past"_s, ErrorKind::TooSoon},
        {u"lead_time"_s, ErrorKind::TooSoon},
        {u"horizon"_s, ErrorKind::TooLate},
        {u"clinic_closed"_s, ErrorKind::ClinicClosed},
        {u"outside_hours"_s, ErrorKind::OutsideHours},
        {u"on_leave"_s, ErrorKind::OutsideHours},
        {u"off_grid"_s, ErrorKind::OutsideHours},
        {u"day_full"_s, ErrorKind::DayFull},
        {u"not_today"_s, ErrorKind::TooSoon},
        {u"not_yet"_s, ErrorKind::TooSoon},
        {u"too_many_holds"_s, ErrorKind::Busy},
    };
    const auto kind = kinds.constFind(error.constraint);
    if (kind == kinds.cend())
        return internal(error, error.constraint);
    Error result = ofKind(*kind, error.constraint);
    result.overridable = error.overridable;
    if (*kind == ErrorKind::SlotTaken) {
        SlotTakenDetails details;
        details.held = error.constraint == "held"_L1;
        result.details = details;
    }
    return result;
}

Error overlap(const SqlError &error)
{
    if (error.constraint == "appointment_doctor_free"_L1) {
        Error result = ofKind(ErrorKind::SlotTaken, u"doctor_busy"_s);
        result.details = SlotTakenDetails {};
        return result;
    }
    if (error.constraint == "appointment_patient_free"_L1)
        return ofKind(ErrorKind::PatientBusy, u"patient_busy"_s);
    if (error.constraint == "appointment_room_free"_L1)
        return ofKind(ErrorKind::RoomBusy, u"room_busy"_s);
    return invalidField(error.constraint, u"taken"_s);
}

Error duplicate(const SqlError &error)
{
    if (error.constraint == "appointment_one_in_progress"_L1)
        return ofKind(ErrorKind::VisitInProgress, error.constraint);
    if (error.constraint == "patient_national_id_key"_L1)
        return ofKind(ErrorKind::DuplicatePatient, error.constraint);
    return invalidField(error.constraint, u"taken"_s);
}

Error badValue(const SqlError &error)
{
    const QString field = error.constraint.isEmpty() ? error.column : error.constraint;
    if (error.sqlState == "23502"_L1)
        return invalidField(field, u"missing"_s);
    if (error.sqlState == "22001"_L1)
        return invalidField(field, u"too_long"_s);
    return invalidField(field, u"range"_s);
}

Error transition(const SqlError &error)
{
    if (error.constraint == "reason_required"_L1)
        return invalidField(u"reason"_s, u"missing"_s);
    return ofKind(ErrorKind::InvalidTransition, error.constraint);
}

std::optional<Error> ofSession(const SqlError &error)
{
    const QString &state = error.sqlState;
    if (isUnreachable(error))
        return ofKind(ErrorKind::Unreachable, error.constraint);
    if (state.startsWith("28"_L1))
        return ofKind(ErrorKind::SignInFailed, u"password"_s);
    if (state == "3D000"_L1)
        return ofKind(ErrorKind::SignInFailed, u"database"_s);
    if (state == "53300"_L1)
        return ofKind(ErrorKind::Busy, u"too_many_connections"_s);
    if (state == "53100"_L1)
        return ofKind(ErrorKind::Busy, u"disk_full"_s);
    if (state == "57014"_L1)
        return ofKind(ErrorKind::Busy, u"timeout"_s);
    if (isLockTimeout(error)) {
        Error result = ofKind(ErrorKind::Busy);
        result.details = BusyDetails {};
        return result;
    }
    if (isRetryable(error)) {
        Error result = ofKind(ErrorKind::RetriesExhausted);
        result.details = AttemptsDetails {1};
        return result;
    }
    return std::nullopt;
}

} // namespace

Error classify(const SqlError &error)
{
    if (const std::optional<Error> result = ofSession(error))
        return *result;
    const QString &state = error.sqlState;
    if (state == "CD001"_L1)
        return refusedByRule(error);
    if (state == "CD002"_L1)
        return transition(error);
    if (state == "CD003"_L1)
        return ofKind(ErrorKind::TooLate, error.constraint);
    if (state == "23P01"_L1)
        return overlap(error);
    if (state == "23505"_L1)
        return duplicate(error);
    if (state == "23503"_L1)
        return ofKind(ErrorKind::NotFound, error.constraint);
    if (state == "23502"_L1 || state == "23514"_L1 || state.startsWith("22"_L1))
        return badValue(error);
    if (state == "42501"_L1)
        return ofKind(ErrorKind::NotPermitted);
    return internal(error);
}

bool isRetryable(const SqlError &error)
{
    return error.sqlState == "40001"_L1 || error.sqlState == "40P01"_L1;
}

bool isLockTimeout(const SqlError &error)
{
    return error.sqlState == "55P03"_L1;
}

bool isUnreachable(const SqlError &error)
{
    static const QStringList shutDowns {u"57P01"_s, u"57P02"_s, u"57P03"_s};
    return error.connectionLost || error.sqlState.startsWith("08"_L1)
        || shutDowns.contains(error.sqlState);
}

} // namespace ClinicDesk
