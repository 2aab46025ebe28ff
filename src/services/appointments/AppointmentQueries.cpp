#include "services/appointments/AppointmentQueries.h"

#include "services/appointments/AppointmentRows.h"

namespace ClinicDesk::AppointmentQueries {

namespace {

/// Appointments with what a list shows beside them; each statement adds its condition.
constexpr SqlText beside = R"sql(,
        p.family_name, p.given_name, p.birth_date, p.record_number, p.phone,
        v.name AS visit_type_name, v.colour AS visit_type_colour, r.name AS room_name
    FROM app.appointment a
    JOIN app.patient p ON p.id = a.patient_id
    LEFT JOIN app.visit_type v ON v.id = a.visit_type_id
    LEFT JOIN app.room r ON r.id = a.room_id
)sql";

// (SELECT ...) is asked once a statement; a function in a filter once a row.
constexpr const char *dayText = sqlOf<"SELECT ", AppointmentRows::columns, beside, R"sql(
    WHERE a.starts_at >= app.day_start($1) - interval '12 hours'
      AND a.starts_at < app.day_start($1 + 1)
      AND a.ends_at > (SELECT app.day_start($1))
    ORDER BY a.starts_at, a.doctor_id, a.id
)sql">;
constexpr Statement dayStatement {"appointment_day", "date", dayText};

constexpr const char *daysText = sqlOf<"SELECT ", AppointmentRows::columns, beside, R"sql(
    WHERE a.starts_at >= app.day_start($1) - interval '12 hours'
      AND a.starts_at < app.day_start($2 + 1)
      AND a.ends_at > (SELECT app.day_start($1)) AND a.doctor_id = $3
    ORDER BY a.starts_at, a.id
)sql">;
constexpr Statement daysStatement {"appointment_days", "date, date, bigint", daysText};

constexpr const char *byIdsText = sqlOf<"SELECT ", AppointmentRows::columns, beside, R"sql(
    WHERE a.id = ANY ($1)
)sql">;
constexpr Statement byIdsStatement {"appointment_by_ids", "bigint[]", byIdsText};

constexpr const char *ofPatientText = sqlOf<"SELECT ", AppointmentRows::columns, beside, R"sql(
    WHERE a.patient_id = $1
      AND (a.starts_at, a.id) < (coalesce($2, 'infinity'), coalesce($3, 0))
    ORDER BY a.starts_at DESC, a.id DESC LIMIT $4
)sql">;
constexpr Statement ofPatientStatement {"appointment_of_patient",
                                        "bigint, timestamptz, bigint, int", ofPatientText};

constexpr const char *pendingText = sqlOf<"SELECT ", AppointmentRows::columns, beside, R"sql(
    WHERE a.status = 'pending'
    ORDER BY a.starts_at > (SELECT app.clinic_now()), a.requested_at, a.id LIMIT 500
)sql">;
constexpr Statement pendingStatement {"appointment_pending", "", pendingText};

constexpr Statement eventsStatement {"appointment_events", "bigint", R"sql(
    SELECT e.appointment_id, e.version, e.kind, coalesce(s.display_name, e.who::text) AS who,
        e.desk, e.at, e.old_status, e.new_status, e.old_starts_at, e.new_starts_at,
        e.old_ends_at, e.new_ends_at, e.old_doctor_id, e.new_doctor_id, e.reason,
        e.override_rules, e.override_because
    FROM app.appointment_event e LEFT JOIN app.staff s ON s.login = e.who
    WHERE e.appointment_id = $1 ORDER BY e.version
)sql"};
constexpr Statement cursorStatement {"appointment_cursor", "", R"sql(
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next_since,
        NULL::bigint AS appointment_id
)sql"};
constexpr Statement changesStatement {"appointment_changes", "text", R"sql(
    SELECT next_since::text AS next_since, appointment_id FROM app.changes_since($1::xid8)
)sql"};
constexpr Statement nextFreeStatement {"next_free", "bigint[], timestamptz, int, int, int", R"sql(
    SELECT doctor_id, starts_at, ends_at FROM app.next_free($1, $2, $3, $4, $5)
)sql"};
constexpr Statement roomsStatement {"appointment_rooms", "bigint, timestamptz, timestamptz, bigint",
                                    R"sql(
    SELECT r.id, r.name, $2 IS NULL OR f.id IS NOT NULL AS free,
        coalesce(r.id = (SELECT CASE WHEN count(DISTINCT a.room_id) = 1 THEN min(a.room_id) END
            FROM app.appointment a
            WHERE a.doctor_id = $1 AND a.room_id IS NOT NULL AND a.id IS DISTINCT FROM $4
              AND a.starts_at >= app.day_start(app.clinic_day($2))
              AND a.starts_at < app.day_start(app.clinic_day($2) + 1)
              AND a.status NOT IN ('cancelled', 'rejected')), false) AS usual
    FROM app.room r LEFT JOIN app.free_rooms($2, $3, $4) f ON f.id = r.id
    WHERE r.active ORDER BY r.name
)sql"};
constexpr Statement holdsStatement {"slot_holds", "date, date", R"sql(
    SELECT h.doctor_id, lower(h.during) AS starts_at, upper(h.during) AS ends_at, h.expires_at,
        h.desk_id::text AS desk_id, h.desk, coalesce(s.display_name, h.who::text) AS who,
        h.who = session_user AND h.desk_id IS NOT DISTINCT FROM app.desk_id() AS mine
    FROM app.slot_hold h LEFT JOIN app.staff s ON s.login = h.who
    WHERE h.expires_at > app.clinic_now()
      AND h.during && tstzrange(app.day_start($1), app.day_start($2 + 1))
)sql"};

QList<AppointmentRow> toRows(const Rows &rows)
{
    QList<AppointmentRow> result;
    result.reserve(rows.size());
    for (const Row &row : rows) {
        AppointmentRow r;
        r.appointment = AppointmentRows::toAppointment(row);
        r.familyName = row.get<QString>("family_name");
        r.givenName = row.get<QString>("given_name");
        r.birthDate = row.get<QDate>("birth_date");
        r.recordNumber = row.get<QString>("record_number");
        r.phone = row.get<QString>("phone");
        r.visitTypeName = row.get<QString>("visit_type_name");
        r.visitTypeColour = row.get<QString>("visit_type_colour");
        r.roomName = row.get<QString>("room_name");
        result.append(r);
    }
    return result;
}

AppointmentEvent toEvent(const Row &row)
{
    AppointmentEvent e;
    e.appointment = row.get<AppointmentId>("appointment_id");
    e.version = row.get<int>("version");
    e.kind = eventKindFromKey(row.get<QString>("kind")).value_or(EventKind::Edited);
    e.who = row.get<QString>("who");
    e.desk = row.get<QString>("desk");
    e.at = row.get<QDateTime>("at");
    if (!row.isNull("old_status"))
        e.oldStatus = AppointmentRows::statusOf(row, "old_status");
    e.newStatus = AppointmentRows::statusOf(row, "new_status");
    e.oldStart = row.optional<QDateTime>("old_starts_at");
    e.newStart = row.get<QDateTime>("new_starts_at");
    e.oldEnd = row.optional<QDateTime>("old_ends_at");
    e.newEnd = row.get<QDateTime>("new_ends_at");
    e.oldDoctor = row.optional<DoctorId>("old_doctor_id");
    e.newDoctor = row.get<DoctorId>("new_doctor_id");
    e.reason = row.get<QString>("reason");
    e.overrideRule = row.get<QString>("override_rules");
    e.overrideBecause = row.get<QString>("override_because");
    return e;
}

template<typename Tag> QList<qint64> valuesOf(const QList<Id<Tag>> &ids)
{
    QList<qint64> result;
    for (const Id<Tag> id : ids)
        result.append(id.value);
    return result;
}

} // namespace

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
    return toRows(transaction.query(byIdsStatement, valuesOf(ids)));
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
    for (const Row &row : transaction.query(eventsStatement, id))
        result.append(toEvent(row));
    return result;
}

ChangedAppointments changesSince(Transaction &transaction, const ChangeCursor &cursor)
{
    const Rows rows = cursor.transaction.isEmpty()
        ? transaction.query(cursorStatement)
        : transaction.query(changesStatement, cursor.transaction);
    ChangedAppointments result;
    for (const Row &row : rows) {
        result.next.transaction = row.get<QString>("next_since");
        if (!row.isNull("appointment_id"))
            result.appointments.append(row.get<AppointmentId>("appointment_id"));
    }
    return result;
}

QList<FreeSlot> nextFree(Transaction &transaction, const QList<DoctorId> &doctors,
                         const QDateTime &from, int days, int minutes, int limit)
{
    const std::optional<int> length = minutes > 0 ? std::optional(minutes) : std::nullopt;
    QList<FreeSlot> result;
    for (const Row &row :
         transaction.query(nextFreeStatement, valuesOf(doctors), from, days, length, limit))
        result.append({row.get<DoctorId>("doctor_id"), row.get<QDateTime>("starts_at"),
                       row.get<QDateTime>("ends_at")});
    return result;
}

QList<RoomChoice> rooms(Transaction &transaction, DoctorId doctor, const QDateTime &start,
                        const QDateTime &end, std::optional<AppointmentId> self)
{
    const std::optional<QDateTime> from = start.isValid() ? std::optional(start) : std::nullopt;
    const std::optional<QDateTime> to = end.isValid() ? std::optional(end) : std::nullopt;
    QList<RoomChoice> result;
    for (const Row &row : transaction.query(roomsStatement, doctor, from, to, self)) {
        RoomChoice choice;
        choice.room.id = row.get<RoomId>("id");
        choice.room.name = row.get<QString>("name");
        choice.free = row.get<bool>("free");
        choice.usual = row.get<bool>("usual");
        result.append(choice);
    }
    return result;
}

QList<SlotHold> holds(Transaction &transaction, QDate from, QDate to)
{
    QList<SlotHold> result;
    for (const Row &row : transaction.query(holdsStatement, from, to))
        result.append({row.get<DoctorId>("doctor_id"), row.get<QDateTime>("starts_at"),
                       row.get<QDateTime>("ends_at"), row.get<QDateTime>("expires_at"),
                       row.get<QString>("desk_id"), row.get<QString>("desk"),
                       row.get<QString>("who"), row.get<bool>("mine")});
    return result;
}

} // namespace ClinicDesk::AppointmentQueries
