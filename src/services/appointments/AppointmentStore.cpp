#include "services/appointments/AppointmentStore.h"

using namespace Qt::StringLiterals;

#define APPOINTMENT_COLUMNS                                                                        \
    "a.id, a.version, a.status, a.doctor_id, a.patient_id, a.room_id, a.visit_type_id, "           \
    "a.starts_at, "                                                                                \
    "a.ends_at, a.reason, a.status_note, a.source, a.requested_at, a.confirmed_at, "               \
    "a.checked_in_at, "                                                                            \
    "a.started_at, a.ended_at, a.cancelled_at"
#define APPOINTMENT_ROW_SELECT                                                                     \
    "SELECT " APPOINTMENT_COLUMNS                                                                  \
    ", p.family_name, p.given_name, p.birth_date, p.record_number, p.phone, "                      \
    "v.name, v.colour, r.name FROM app.appointment a JOIN app.patient p ON p.id = a.patient_id "   \
    "LEFT JOIN app.visit_type v ON v.id = a.visit_type_id LEFT JOIN app.room r ON r.id = "         \
    "a.room_id "

namespace ClinicDesk::AppointmentStore {

namespace {

constexpr int columnCount = 18;

constexpr Statement overrideStatement {
    "appointment_override", "text, text",
    "SELECT set_config('clinic.override', $1, true), set_config('clinic.because', $2, true)"};
constexpr Statement insertStatement {
    "appointment_insert", "bigint, bigint, bigint, bigint, timestamptz, timestamptz, text",
    "INSERT INTO app.appointment AS a (doctor_id, patient_id, room_id, visit_type_id, starts_at, "
    "ends_at, reason) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement parentsStatement {
    "appointment_parents", "bigint",
    "SELECT doctor_id, patient_id, room_id FROM app.appointment WHERE id = $1"};
constexpr Statement lockStatement {"appointment_lock", "bigint",
                                   "SELECT " APPOINTMENT_COLUMNS
                                   " FROM app.appointment a WHERE a.id = $1 FOR UPDATE OF a"};
constexpr Statement statusStatement {"appointment_status", "bigint, text, text",
                                     "UPDATE app.appointment a SET status = $2, status_note = "
                                     "coalesce($3, a.status_note) WHERE a.id = $1 "
                                     "RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement placeStatement {"appointment_place",
                                    "bigint, bigint, bigint, timestamptz, timestamptz",
                                    "UPDATE app.appointment a SET doctor_id = $2, room_id = $3, "
                                    "starts_at = $4, ends_at = $5 WHERE a.id = $1 "
                                    "RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement ownPlaceStatement {
    "appointment_own_place", "bigint, bigint, timestamptz, timestamptz",
    "UPDATE app.appointment a SET room_id = $2, starts_at = $3, ends_at = $4 WHERE a.id = $1 "
    "RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement checkInStatement {
    "appointment_check_in", "bigint",
    "UPDATE app.appointment a SET checked_in_at = app.clinic_now() WHERE a.id = $1 "
    "RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement lastChangeStatement {
    "appointment_last_change", "bigint",
    "SELECT e.version, e.who = session_user, "
    "app.undo_open(e.at), "
    "e.before IS NULL, app.my_doctor() IS NOT NULL, a.doctor_id, (e.before ->> "
    "'doctor_id')::bigint, a.patient_id, "
    "(e.before ->> 'patient_id')::bigint, a.room_id, (e.before ->> 'room_id')::bigint, "
    "(e.before ->> 'starts_at')::timestamptz, (e.before ->> 'ends_at')::timestamptz "
    "FROM app.appointment a JOIN app.appointment_event e ON e.appointment_id = a.id AND e.version "
    "= a.version "
    "WHERE a.id = $1"};
constexpr Statement undoBookingStatement {
    "appointment_undo_booking", "bigint",
    "UPDATE app.appointment a SET status = 'cancelled', status_note = 'undone' WHERE a.id = $1 "
    "RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement undoStatement {
    "appointment_undo", "bigint",
    "UPDATE app.appointment a SET status = b.status, status_note = b.status_note, doctor_id = "
    "b.doctor_id, "
    "patient_id = b.patient_id, room_id = b.room_id, starts_at = b.starts_at, ends_at = b.ends_at, "
    "checked_in_at = b.checked_in_at "
    "FROM app.appointment_event e, jsonb_to_record(e.before) AS b(status text, status_note text, "
    "doctor_id bigint, "
    "patient_id bigint, room_id bigint, starts_at timestamptz, ends_at timestamptz, checked_in_at "
    "timestamptz) "
    "WHERE a.id = $1 AND e.appointment_id = a.id AND e.version = a.version "
    "RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement ownUndoStatement {"appointment_own_undo", "bigint",
                                      "UPDATE app.appointment a SET status = b.status, status_note "
                                      "= b.status_note, room_id = b.room_id, "
                                      "starts_at = b.starts_at, ends_at = b.ends_at "
                                      "FROM app.appointment_event e, jsonb_to_record(e.before) AS "
                                      "b(status text, status_note text, room_id bigint, "
                                      "starts_at timestamptz, ends_at timestamptz) "
                                      "WHERE a.id = $1 AND e.appointment_id = a.id AND e.version = "
                                      "a.version RETURNING " APPOINTMENT_COLUMNS};
constexpr Statement recordedStatement {
    "operation_recorded", "uuid",
    "SELECT 1 FROM app.operation WHERE id = $1 AND who = session_user"};
// The row as this operation left it: what the next change found, else what stands there now.
constexpr Statement byOperationStatement {
    "appointment_by_operation", "uuid",
    "SELECT " APPOINTMENT_COLUMNS " FROM app.appointment_event e "
    "LEFT JOIN app.appointment_event n ON n.appointment_id = e.appointment_id AND n.version = "
    "e.version + 1 "
    "LEFT JOIN app.appointment r ON r.id = e.appointment_id AND n.id IS NULL "
    "CROSS JOIN LATERAL jsonb_to_record(coalesce(n.before, to_jsonb(r))) AS a(id bigint, version "
    "int, status text, "
    "doctor_id bigint, patient_id bigint, room_id bigint, visit_type_id bigint, starts_at "
    "timestamptz, "
    "ends_at timestamptz, reason text, status_note text, source text, requested_at timestamptz, "
    "confirmed_at timestamptz, checked_in_at timestamptz, started_at timestamptz, ended_at "
    "timestamptz, "
    "cancelled_at timestamptz) WHERE e.op_id = $1 ORDER BY e.id"};
constexpr Statement isDoctorStatement {"session_is_doctor", "",
                                       "SELECT app.my_doctor() IS NOT NULL"};
// (SELECT ...) is asked once a statement; a function in a filter once a row.
constexpr Statement dayStatement {
    "appointment_day", "date",
    APPOINTMENT_ROW_SELECT
    "WHERE a.starts_at >= app.day_start($1) - interval '12 hours' AND a.starts_at < "
    "app.day_start($1 + 1) "
    "AND a.ends_at > (SELECT app.day_start($1)) ORDER BY a.starts_at, a.doctor_id, a.id"};
constexpr Statement daysStatement {
    "appointment_days", "date, date, bigint",
    APPOINTMENT_ROW_SELECT
    "WHERE a.starts_at >= app.day_start($1) - interval '12 hours' AND a.starts_at < "
    "app.day_start($2 + 1) AND a.ends_at > (SELECT app.day_start($1)) AND a.doctor_id = $3 "
    "ORDER BY a.starts_at, a.id"};
constexpr Statement byIdsStatement {"appointment_by_ids", "bigint[]",
                                    APPOINTMENT_ROW_SELECT "WHERE a.id = ANY ($1)"};
constexpr Statement ofPatientStatement {
    "appointment_of_patient", "bigint, timestamptz, bigint, int",
    APPOINTMENT_ROW_SELECT
    "WHERE a.patient_id = $1 AND (a.starts_at, a.id) < (coalesce($2, 'infinity'), coalesce($3, 0)) "
    "ORDER BY a.starts_at DESC, a.id DESC LIMIT $4"};
constexpr Statement pendingStatement {"appointment_pending", "",
                                      APPOINTMENT_ROW_SELECT
                                      "WHERE a.status = 'pending' ORDER BY a.starts_at > "
                                      "(SELECT app.clinic_now()), a.requested_at, a.id LIMIT 500"};
constexpr Statement eventsStatement {
    "appointment_events", "bigint",
    "SELECT e.appointment_id, e.version, e.kind, coalesce(s.display_name, e.who::text), e.desk, "
    "e.at, e.old_status, "
    "e.new_status, e.old_starts_at, e.new_starts_at, e.old_ends_at, e.new_ends_at, "
    "e.old_doctor_id, e.new_doctor_id, "
    "e.reason, e.override_rules, e.override_because "
    "FROM app.appointment_event e LEFT JOIN app.staff s ON s.login = e.who WHERE e.appointment_id "
    "= $1 ORDER BY e.version"};
constexpr Statement cursorStatement {
    "appointment_cursor", "", "SELECT pg_snapshot_xmin(pg_current_snapshot())::text, NULL::bigint"};
constexpr Statement changesStatement {
    "appointment_changes", "text",
    "SELECT next_since::text, appointment_id FROM app.changes_since($1::xid8)"};
constexpr Statement nextFreeStatement {
    "next_free", "bigint[], timestamptz, int, int, int",
    "SELECT doctor_id, starts_at, ends_at FROM app.next_free($1, $2, $3, $4, $5)"};
constexpr Statement checkStatement {"book_check",
                                    "bigint, bigint, bigint, timestamptz, timestamptz, bigint",
                                    "SELECT app.book_check($1, $2, $3, $4, $5, $6)"};
constexpr Statement roomsStatement {
    "appointment_rooms", "bigint, timestamptz, timestamptz, bigint",
    "SELECT r.id, r.name, $2 IS NULL OR f.id IS NOT NULL, coalesce(r.id = (SELECT CASE WHEN "
    "count(DISTINCT a.room_id) = 1 THEN min(a.room_id) END FROM app.appointment a "
    "WHERE a.doctor_id = $1 AND a.room_id IS NOT NULL AND a.id IS DISTINCT FROM $4 "
    "AND a.starts_at >= app.day_start(app.clinic_day($2)) "
    "AND a.starts_at < app.day_start(app.clinic_day($2) + 1) "
    "AND a.status NOT IN ('cancelled', 'rejected')), false) "
    "FROM app.room r LEFT JOIN app.free_rooms($2, $3, $4) f ON f.id = r.id "
    "WHERE r.active ORDER BY r.name"};
constexpr Statement takeHoldStatement {"hold_take", "bigint, timestamptz, timestamptz",
                                       "SELECT app.hold_take($1, $2, $3)"};
constexpr Statement releaseHoldStatement {"hold_release", "", "SELECT app.hold_release()"};
constexpr Statement holdsStatement {
    "slot_holds", "date, date",
    "SELECT h.doctor_id, lower(h.during), upper(h.during), h.expires_at, h.desk_id::text, h.desk, "
    "coalesce(s.display_name, h.who::text), h.who = session_user AND h.desk_id IS NOT DISTINCT "
    "FROM app.desk_id() "
    "FROM app.slot_hold h LEFT JOIN app.staff s ON s.login = h.who WHERE h.expires_at > "
    "app.clinic_now() "
    "AND h.during && tstzrange(app.day_start($1), app.day_start($2 + 1))"};

AppointmentStatus statusOf(const Row &row, int column)
{
    return appointmentStatusFromKey(row.get<QString>(column)).value_or(AppointmentStatus::Pending);
}

Appointment toAppointment(const Row &row)
{
    Appointment a;
    a.id = row.get<AppointmentId>(0);
    a.version = row.get<int>(1);
    a.status = statusOf(row, 2);
    a.doctor = row.get<DoctorId>(3);
    a.patient = row.get<PatientId>(4);
    a.room = row.optional<RoomId>(5);
    a.visitType = row.optional<VisitTypeId>(6);
    a.start = row.get<QDateTime>(7);
    a.end = row.get<QDateTime>(8);
    a.reason = row.get<QString>(9);
    a.statusNote = row.get<QString>(10);
    a.source = row.get<QString>(11);
    a.requestedAt = row.optional<QDateTime>(12);
    a.confirmedAt = row.optional<QDateTime>(13);
    a.checkedInAt = row.optional<QDateTime>(14);
    a.startedAt = row.optional<QDateTime>(15);
    a.endedAt = row.optional<QDateTime>(16);
    a.cancelledAt = row.optional<QDateTime>(17);
    return a;
}

QList<AppointmentRow> toRows(const Rows &rows)
{
    QList<AppointmentRow> result;
    result.reserve(rows.size());
    for (const Row &row : rows) {
        AppointmentRow r;
        r.appointment = toAppointment(row);
        r.familyName = row.get<QString>(columnCount);
        r.givenName = row.get<QString>(columnCount + 1);
        r.birthDate = row.get<QDate>(columnCount + 2);
        r.recordNumber = row.get<QString>(columnCount + 3);
        r.phone = row.get<QString>(columnCount + 4);
        r.visitTypeName = row.get<QString>(columnCount + 5);
        r.visitTypeColour = row.get<QString>(columnCount + 6);
        r.roomName = row.get<QString>(columnCount + 7);
        result.append(r);
    }
    return result;
}

/// A write that found no row met row security: the appointment is not this person's to change.
Appointment written(const Rows &rows)
{
    if (rows.isEmpty())
        throw Refusal {Error {ErrorKind::NotPermitted, {}, {}, {}}};
    return toAppointment(rows.constFirst());
}

QList<qint64> present(std::initializer_list<std::optional<qint64>> ids)
{
    QList<qint64> result;
    for (const std::optional<qint64> &id : ids) {
        if (id && !result.contains(*id))
            result.append(*id);
    }
    return result;
}

QList<qint64> valuesOf(const QList<DoctorId> &ids)
{
    QList<qint64> result;
    for (const DoctorId id : ids)
        result.append(id.value);
    return result;
}

} // namespace

void setOverride(Transaction &transaction, const RuleOverride &override)
{
    transaction.query(overrideStatement, override.rule, override.because);
}

Appointment insert(Transaction &transaction, const BookRequest &request)
{
    return written(transaction.query(insertStatement, request.doctor, request.patient, request.room,
                                     request.visitType, request.start, request.end,
                                     request.reason.isEmpty() ? QString() : request.reason));
}

std::optional<Parents> parents(Transaction &transaction, AppointmentId id)
{
    const Rows rows = transaction.query(parentsStatement, id);
    if (rows.isEmpty())
        return std::nullopt;
    const Row &row = rows.constFirst();
    return Parents {row.get<DoctorId>(0), row.get<PatientId>(1), row.optional<RoomId>(2)};
}

std::optional<Appointment> lock(Transaction &transaction, AppointmentId id)
{
    const Rows rows = transaction.lockAndRead(LockRank::Appointment, id.value, lockStatement, id);
    return rows.isEmpty() ? std::nullopt : std::optional(toAppointment(rows.constFirst()));
}

Appointment setStatus(Transaction &transaction, AppointmentId id, AppointmentStatus to,
                      const QString &note)
{
    return written(
        transaction.query(statusStatement, id, toKey(to), note.isEmpty() ? QString() : note));
}

Appointment setPlace(Transaction &transaction, const Appointment &wanted, bool asDoctor)
{
    if (asDoctor)
        return written(
            transaction.query(ownPlaceStatement, wanted.id, wanted.room, wanted.start, wanted.end));
    return written(transaction.query(placeStatement, wanted.id, wanted.doctor, wanted.room,
                                     wanted.start, wanted.end));
}

Appointment setCheckedIn(Transaction &transaction, AppointmentId id)
{
    return written(transaction.query(checkInStatement, id));
}

std::optional<LastChange> lastChange(Transaction &transaction, AppointmentId id)
{
    const Rows rows = transaction.query(lastChangeStatement, id);
    if (rows.isEmpty())
        return std::nullopt;
    const Row &row = rows.constFirst();
    LastChange change;
    change.version = row.get<int>(0);
    change.mine = row.get<bool>(1);
    change.fresh = row.get<bool>(2);
    change.wasBooking = row.get<bool>(3);
    change.asDoctor = row.get<bool>(4);
    change.oldDoctor = row.optional<DoctorId>(6);
    change.oldStart = row.optional<QDateTime>(11);
    change.oldEnd = row.optional<QDateTime>(12);
    change.doctors = present({row.optional<qint64>(5), row.optional<qint64>(6)});
    change.patients = present({row.optional<qint64>(7), row.optional<qint64>(8)});
    change.rooms = present({row.optional<qint64>(9), row.optional<qint64>(10)});
    return change;
}

Appointment undo(Transaction &transaction, AppointmentId id, const LastChange &change)
{
    if (change.wasBooking)
        return written(transaction.query(undoBookingStatement, id));
    return written(transaction.query(change.asDoctor ? ownUndoStatement : undoStatement, id));
}

QList<Appointment> byOperation(Transaction &transaction, const QUuid &operation)
{
    QList<Appointment> result;
    const Rows rows = transaction.query(byOperationStatement, operation);
    for (const Row &row : rows)
        result.append(toAppointment(row));
    return result;
}

bool isRecorded(Transaction &transaction, const QUuid &operation)
{
    return !transaction.query(recordedStatement, operation).isEmpty();
}

bool isDoctor(Transaction &transaction)
{
    return transaction.query(isDoctorStatement).constFirst().get<bool>(0);
}

QList<AppointmentRow> rowsOfDay(Transaction &transaction, QDate day)
{
    return toRows(transaction.query(dayStatement, day));
}

QList<AppointmentRow> rowsOfDays(Transaction &transaction, QDate from, QDate to, DoctorId doctor)
{
    return toRows(transaction.query(daysStatement, from, to, doctor));
}

QList<AppointmentRow> rowsByIds(Transaction &transaction, const QList<AppointmentId> &ids)
{
    QList<qint64> values;
    for (const AppointmentId id : ids)
        values.append(id.value);
    return toRows(transaction.query(byIdsStatement, values));
}

QList<AppointmentRow> rowsOfPatient(Transaction &transaction, PatientId patient,
                                    const std::optional<VisitCursor> &before, int limit)
{
    std::optional<QDateTime> start;
    std::optional<AppointmentId> id;
    if (before) {
        start = before->start;
        id = before->id;
    }
    return toRows(transaction.query(ofPatientStatement, patient, start, id, limit));
}

QList<AppointmentRow> pendingRows(Transaction &transaction)
{
    return toRows(transaction.query(pendingStatement));
}

QList<AppointmentEvent> events(Transaction &transaction, AppointmentId id)
{
    QList<AppointmentEvent> result;
    const Rows rows = transaction.query(eventsStatement, id);
    for (const Row &row : rows) {
        AppointmentEvent e;
        e.appointment = row.get<AppointmentId>(0);
        e.version = row.get<int>(1);
        e.kind = row.get<QString>(2);
        e.who = row.get<QString>(3);
        e.desk = row.get<QString>(4);
        e.at = row.get<QDateTime>(5);
        if (!row.isNull(6))
            e.oldStatus = statusOf(row, 6);
        e.newStatus = statusOf(row, 7);
        e.oldStart = row.optional<QDateTime>(8);
        e.newStart = row.get<QDateTime>(9);
        e.oldEnd = row.optional<QDateTime>(10);
        e.newEnd = row.get<QDateTime>(11);
        e.oldDoctor = row.optional<DoctorId>(12);
        e.newDoctor = row.get<DoctorId>(13);
        e.reason = row.get<QString>(14);
        e.overrideRule = row.get<QString>(15);
        e.overrideBecause = row.get<QString>(16);
        result.append(e);
    }
    return result;
}

ChangedAppointments changesSince(Transaction &transaction, const ChangeCursor &cursor)
{
    const Rows rows = cursor.transaction.isEmpty()
        ? transaction.query(cursorStatement)
        : transaction.query(changesStatement, cursor.transaction);
    ChangedAppointments result;
    for (const Row &row : rows) {
        result.next.transaction = row.get<QString>(0);
        if (!row.isNull(1))
            result.appointments.append(row.get<AppointmentId>(1));
    }
    return result;
}

QList<FreeSlot> nextFree(Transaction &transaction, const QList<DoctorId> &doctors,
                         const QDateTime &from, int days, int minutes, int limit)
{
    const std::optional<int> length = minutes > 0 ? std::optional(minutes) : std::nullopt;
    QList<FreeSlot> result;
    const Rows rows
        = transaction.query(nextFreeStatement, valuesOf(doctors), from, days, length, limit);
    for (const Row &row : rows)
        result.append({row.get<DoctorId>(0), row.get<QDateTime>(1), row.get<QDateTime>(2)});
    return result;
}

std::optional<QString> check(Transaction &transaction, DoctorId doctor, PatientId patient,
                             std::optional<RoomId> room, const QDateTime &start,
                             const QDateTime &end, std::optional<AppointmentId> self)
{
    return transaction.query(checkStatement, doctor, patient, room, start, end, self)
        .constFirst()
        .optional<QString>(0);
}

QList<RoomChoice> rooms(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                        const QDateTime &end, std::optional<AppointmentId> self)
{
    const std::optional<QDateTime> from = start.isValid() ? std::optional(start) : std::nullopt;
    const std::optional<QDateTime> to = end.isValid() ? std::optional(end) : std::nullopt;
    QList<RoomChoice> result;
    for (const Row &row : transaction.query(roomsStatement, doctor, from, to, self))
        result.append(
            {{row.get<RoomId>(0), row.get<QString>(1), true}, row.get<bool>(2), row.get<bool>(3)});
    return result;
}

QDateTime takeHold(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                   const QDateTime &end)
{
    return transaction.query(takeHoldStatement, doctor, start, end).constFirst().get<QDateTime>(0);
}

bool releaseHold(Transaction &transaction)
{
    return transaction.query(releaseHoldStatement).constFirst().get<bool>(0);
}

QList<SlotHold> holds(Transaction &transaction, QDate from, QDate to)
{
    QList<SlotHold> result;
    const Rows rows = transaction.query(holdsStatement, from, to);
    for (const Row &row : rows) {
        result.append({row.get<DoctorId>(0), row.get<QDateTime>(1), row.get<QDateTime>(2),
                       row.get<QDateTime>(3), row.get<QString>(4), row.get<QString>(5),
                       row.get<QString>(6), row.get<bool>(7)});
    }
    return result;
}

} // namespace ClinicDesk::AppointmentStore
