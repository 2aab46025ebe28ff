#include "services/appointments/AppointmentStore.h"

#include "database/SqlError.h"
#include "services/appointments/AppointmentRows.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::AppointmentStore {

using AppointmentRows::columns;
using AppointmentRows::toAppointment;

namespace {

constexpr Statement overrideStatement {"appointment_override", "text, text", R"sql(
    SELECT set_config('clinic.override', $1, true), set_config('clinic.because', $2, true)
)sql"};
constexpr const char *insertText = sqlOf<R"sql(
    INSERT INTO app.appointment AS a
        (doctor_id, patient_id, room_id, visit_type_id, starts_at, ends_at, reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING
)sql",
                                         columns>;
constexpr Statement insertStatement {
    "appointment_insert", "bigint, bigint, bigint, bigint, timestamptz, timestamptz, text",
    insertText};
constexpr const char *rowText = sqlOf<"SELECT", columns, "FROM app.appointment a WHERE a.id = $1">;
constexpr Statement rowStatement {"appointment_row", "bigint", rowText};

/// The version that was seen, and the parents that were locked.
constexpr SqlText asLocked = R"sql(
    WHERE a.id = $1 AND a.version = coalesce($2, a.version)
      AND a.doctor_id = coalesce($3, a.doctor_id)
      AND ($4 IS NULL OR (a.patient_id = $4 AND a.room_id IS NOT DISTINCT FROM $5))
)sql";
constexpr const char *statusText = sqlOf<R"sql(
    UPDATE app.appointment a SET status = $6, status_note = coalesce($7, a.status_note)
)sql",
                                         asLocked, "AND a.status <> $6 RETURNING", columns>;
constexpr Statement statusStatement {"appointment_status",
                                     "bigint, int, bigint, bigint, bigint, text, text", statusText};

constexpr SqlText place = R"sql(
        room_id = CASE WHEN $6 THEN $7 ELSE a.room_id END,
        starts_at = coalesce($8, a.starts_at),
        ends_at = coalesce($9, coalesce($8, a.starts_at) + (a.ends_at - a.starts_at))
)sql";
constexpr const char *placeText
    = sqlOf<"UPDATE app.appointment a SET", place, asLocked, "RETURNING", columns>;
constexpr Statement placeStatement {
    "appointment_place",
    "bigint, int, bigint, bigint, bigint, boolean, bigint, timestamptz, timestamptz", placeText};
constexpr const char *doctorText
    = sqlOf<"UPDATE app.appointment a SET doctor_id = $10,", place, asLocked, "RETURNING", columns>;
constexpr Statement doctorStatement {
    "appointment_doctor",
    "bigint, int, bigint, bigint, bigint, boolean, bigint, timestamptz, timestamptz, bigint",
    doctorText};

constexpr const char *checkInText = sqlOf<R"sql(
    UPDATE app.appointment a SET checked_in_at = app.clinic_now()
    WHERE a.id = $1 AND a.version = coalesce($2, a.version) RETURNING
)sql",
                                          columns>;
constexpr Statement checkInStatement {"appointment_check_in", "bigint, int", checkInText};

/// What an event's row was before it, as far as a person may have set it.
constexpr SqlText before = R"sql(
    jsonb_to_record(e.before) AS b(status text, status_note text, doctor_id bigint,
        patient_id bigint, room_id bigint, starts_at timestamptz, ends_at timestamptz,
        checked_in_at timestamptz)
)sql";
constexpr const char *lastChangeText = sqlOf<"SELECT", columns, R"sql(,
        e.before IS NOT NULL AS has_before, b.status AS old_status, b.doctor_id AS old_doctor_id,
        b.patient_id AS old_patient_id, b.room_id AS old_room_id, b.starts_at AS old_starts_at,
        b.ends_at AS old_ends_at, b.checked_in_at AS old_checked_in_at,
        e.who = session_user AS mine, app.undo_open(e.at) AS fresh
    FROM app.appointment a
    JOIN app.appointment_event e ON e.appointment_id = a.id AND e.version = a.version
    CROSS JOIN LATERAL
)sql",
                                             before, "WHERE a.id = $1">;
constexpr Statement lastChangeStatement {"appointment_last_change", "bigint", lastChangeText};

/// This person's last change, in time, of an appointment with the parents that were locked.
constexpr SqlText ownChange = R"sql(
    WHERE a.id = $1 AND a.version = coalesce($2, a.version)
      AND a.doctor_id = $3 AND a.patient_id = $4 AND a.room_id IS NOT DISTINCT FROM $5
      AND e.appointment_id = a.id AND e.version = a.version AND e.who = session_user
      AND app.undo_open(e.at)
)sql";
constexpr SqlText beforeAsLocked = R"sql(
      AND b.doctor_id = $6 AND b.patient_id = $7 AND b.room_id IS NOT DISTINCT FROM $8
)sql";
constexpr const char *undoBookingText = sqlOf<R"sql(
    UPDATE app.appointment a SET status = 'cancelled', status_note = 'undone'
    FROM app.appointment_event e
)sql",
                                              ownChange, "AND e.before IS NULL RETURNING", columns>;
constexpr Statement undoBookingStatement {"appointment_undo_booking",
                                          "bigint, int, bigint, bigint, bigint", undoBookingText};

constexpr const char *undoTypes = "bigint, int, bigint, bigint, bigint, bigint, bigint, bigint";
constexpr const char *undoText = sqlOf<R"sql(
    UPDATE app.appointment a SET status = b.status, status_note = b.status_note,
        doctor_id = b.doctor_id, patient_id = b.patient_id, room_id = b.room_id,
        starts_at = b.starts_at, ends_at = b.ends_at, checked_in_at = b.checked_in_at
    FROM app.appointment_event e,
)sql",
                                       before, ownChange, beforeAsLocked, "RETURNING", columns>;
constexpr Statement undoStatement {"appointment_undo", undoTypes, undoText};

// Doctors may set no more. A check-in comes back with what cleared it.
constexpr const char *ownUndoText = sqlOf<R"sql(
    UPDATE app.appointment a SET status = b.status, status_note = b.status_note,
        room_id = b.room_id, starts_at = b.starts_at, ends_at = b.ends_at
    FROM app.appointment_event e,
)sql",
                                          before, ownChange, beforeAsLocked, R"sql(
      AND b.doctor_id = a.doctor_id AND b.patient_id = a.patient_id
      AND ((b.status, b.room_id, b.starts_at, b.ends_at)
               IS DISTINCT FROM (a.status, a.room_id, a.starts_at, a.ends_at)
           OR b.checked_in_at IS NOT DISTINCT FROM a.checked_in_at)
    RETURNING
)sql",
                                          columns>;
constexpr Statement ownUndoStatement {"appointment_own_undo", undoTypes, ownUndoText};

constexpr Statement recordedStatement {"operation_recorded", "uuid", R"sql(
    SELECT 1 FROM app.operation WHERE id = $1 AND who = session_user
)sql"};
// The row as this operation left it: what the next change found, else what stands there now.
constexpr const char *byOperationText = sqlOf<"SELECT", columns, R"sql(
    FROM app.appointment_event e
    LEFT JOIN app.appointment_event n
        ON n.appointment_id = e.appointment_id AND n.version = e.version + 1
    LEFT JOIN app.appointment r ON r.id = e.appointment_id AND n.id IS NULL
    CROSS JOIN LATERAL jsonb_to_record(coalesce(n.before, to_jsonb(r))) AS a(id bigint,
        version int, status text, doctor_id bigint, patient_id bigint, room_id bigint,
        visit_type_id bigint, starts_at timestamptz, ends_at timestamptz, reason text,
        status_note text, source text, requested_at timestamptz, confirmed_at timestamptz,
        checked_in_at timestamptz, started_at timestamptz, ended_at timestamptz,
        cancelled_at timestamptz)
    WHERE e.op_id = $1 ORDER BY e.id
)sql">;
constexpr Statement byOperationStatement {"appointment_by_operation", "uuid", byOperationText};

constexpr Statement checkStatement {"book_check",
                                    "bigint, bigint, bigint, timestamptz, timestamptz, bigint",
                                    R"sql(
    SELECT c.code, app.override_of(c.code) AS overridable
    FROM app.book_check($1, $2, $3, $4, $5, $6) AS c(code)
)sql"};
constexpr Statement takeHoldStatement {"hold_take", "bigint, timestamptz, timestamptz", R"sql(
    SELECT app.hold_take($1, $2, $3) AS until
)sql"};
constexpr Statement releaseHoldStatement {"hold_release", "", R"sql(
    SELECT app.hold_release() AS released
)sql"};

std::optional<Appointment> firstOf(const Rows &rows)
{
    return rows.isEmpty() ? std::nullopt : std::optional(toAppointment(rows.constFirst()));
}

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

/// Whether taking it back writes a column that doctors may not set.
bool isOfDesk(const Appointment &now, const Appointment &before)
{
    if (now.doctor != before.doctor || now.patient != before.patient)
        return true;
    const bool onlyCheckIn = now.status == before.status && now.room == before.room
        && now.start == before.start && now.end == before.end;
    return onlyCheckIn && now.checkedInAt != before.checkedInAt;
}

} // namespace

void setOverride(Transaction &transaction, const RuleOverride &override)
{
    transaction.enqueue(overrideStatement, override.rule, override.because);
}

Appointment insert(Transaction &transaction, const BookRequest &request)
{
    const Rows rows
        = transaction.query(insertStatement, request.doctor, request.patient, request.room,
                            request.visitType, request.start, request.end, orNull(request.reason));
    return toAppointment(rows.constFirst());
}

std::optional<Appointment> row(Transaction &transaction, AppointmentId id)
{
    return firstOf(transaction.query(rowStatement, id));
}

std::optional<Appointment> setStatus(Transaction &transaction, const StatusRequest &request,
                                     const LockedParents &locked)
{
    return firstOf(transaction.query(statusStatement, request.appointment, request.version,
                                     locked.doctor, locked.patient, locked.room, toKey(request.to),
                                     orNull(request.reason)));
}

std::optional<Appointment> setPlace(Transaction &transaction, const MoveRequest &request,
                                    std::optional<DoctorId> doctor, const LockedParents &locked)
{
    const bool setsRoom = request.clearRoom || request.room;
    const std::optional<RoomId> room = request.clearRoom ? std::nullopt : request.room;
    if (doctor)
        return firstOf(transaction.query(doctorStatement, request.appointment, request.version,
                                         locked.doctor, locked.patient, locked.room, setsRoom, room,
                                         request.start, request.end, doctor));
    return firstOf(transaction.query(placeStatement, request.appointment, request.version,
                                     locked.doctor, locked.patient, locked.room, setsRoom, room,
                                     request.start, request.end));
}

std::optional<Appointment> setCheckedIn(Transaction &transaction, const AppointmentRequest &request)
{
    return firstOf(transaction.query(checkInStatement, request.appointment, request.version));
}

std::optional<LastChange> lastChange(Transaction &transaction, AppointmentId id)
{
    const Rows rows = transaction.query(lastChangeStatement, id);
    if (rows.isEmpty())
        return std::nullopt;
    const Row &row = rows.constFirst();
    LastChange last;
    last.change.now = toAppointment(row);
    last.mine = row.get<bool>("mine");
    last.fresh = row.get<bool>("fresh");
    if (!row.get<bool>("has_before"))
        return last;
    Appointment &before = last.change.before.emplace(last.change.now);
    before.status = AppointmentRows::statusOf(row, "old_status");
    before.doctor = row.get<DoctorId>("old_doctor_id");
    before.patient = row.get<PatientId>("old_patient_id");
    before.room = row.optional<RoomId>("old_room_id");
    before.start = row.get<QDateTime>("old_starts_at");
    before.end = row.get<QDateTime>("old_ends_at");
    before.checkedInAt = row.optional<QDateTime>("old_checked_in_at");
    return last;
}

std::optional<Appointment> undo(Transaction &transaction, const AppointmentRequest &request,
                                const SeenChange &change)
{
    const Appointment &now = change.now;
    if (!change.before)
        return firstOf(transaction.query(undoBookingStatement, request.appointment, request.version,
                                         now.doctor, now.patient, now.room));
    const Appointment &before = *change.before;
    return firstOf(transaction.query(isOfDesk(now, before) ? undoStatement : ownUndoStatement,
                                     request.appointment, request.version, now.doctor, now.patient,
                                     now.room, before.doctor, before.patient, before.room));
}

QList<Appointment> byOperation(Transaction &transaction, const QUuid &operation)
{
    QList<Appointment> result;
    for (const Row &row : transaction.query(byOperationStatement, operation))
        result.append(toAppointment(row));
    return result;
}

bool isRecorded(Transaction &transaction, const QUuid &operation)
{
    return !transaction.query(recordedStatement, operation).isEmpty();
}

std::optional<Error> check(Transaction &transaction, DoctorId doctor, PatientId patient,
                           std::optional<RoomId> room, const QDateTime &start, const QDateTime &end,
                           std::optional<AppointmentId> self)
{
    const Row row
        = transaction.query(checkStatement, doctor, patient, room, start, end, self).constFirst();
    const auto code = row.optional<QString>("code");
    if (!code)
        return std::nullopt;
    SqlError refusal;
    refusal.sqlState = u"CD001"_s;
    refusal.constraint = *code;
    refusal.overridable = row.optional<QString>("overridable").value_or(QString());
    return classify(refusal);
}

QDateTime takeHold(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                   const QDateTime &end)
{
    return transaction.query(takeHoldStatement, doctor, start, end)
        .constFirst()
        .get<QDateTime>("until");
}

bool releaseHold(Transaction &transaction)
{
    return transaction.query(releaseHoldStatement).constFirst().get<bool>("released");
}

} // namespace ClinicDesk::AppointmentStore
