#include "services/schedules/ScheduleStore.h"

#include "database/RowList.h"
#include "database/SqlText.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::ScheduleStore {

namespace {

// A range that ends at 24:00 has no end that QTime knows.
constexpr SqlText hoursColumns = R"sql(
    id, doctor_id, weekday, from_time, nullif(to_time, time '24:00') AS to_time, slot_minutes,
    version
)sql";
constexpr SqlText exceptionColumns = R"sql(
    id, doctor_id, kind, starts_at, ends_at, slot_minutes, reason, version
)sql";
constexpr SqlText closedDayColumns = "day, name, version";

constexpr Statement weeklyHoursStatement {"weekly_hours", "bigint",
                                          sqlOf<"SELECT ", hoursColumns, R"sql(
    FROM app.weekly_hours WHERE doctor_id = $1 AND active
    ORDER BY weekday, from_time
)sql">};
constexpr Statement exceptionsStatement {"schedule_exceptions", "bigint, date, date",
                                         sqlOf<"SELECT ", exceptionColumns, R"sql(
    FROM app.schedule_exception
    WHERE doctor_id = $1 AND active
      AND tstzrange(starts_at, ends_at) && tstzrange(app.day_start($2), app.day_start($3 + 1))
    ORDER BY starts_at
)sql">};
constexpr Statement closedDaysStatement {"closed_days", "date, date",
                                         sqlOf<"SELECT ", closedDayColumns, R"sql(
    FROM app.closed_day WHERE active AND day BETWEEN $1 AND $2 ORDER BY day
)sql">};
// Each working span cut to when the doctor is really there, with the grid it came from.
constexpr Statement openSpansStatement {"open_spans", "bigint[], date, date", R"sql(
    SELECT d.id AS doctor_id, lower(piece) AS starts_at, upper(piece) AS ends_at, h.slot_minutes
    FROM unnest($1) AS d(id)
    CROSS JOIN LATERAL app.hours_of(d.id, $2, $3) h
    CROSS JOIN LATERAL unnest(app.open_hours(d.id, $2, $3) * tstzmultirange(h.span)) AS piece
    ORDER BY d.id, lower(piece)
)sql"};
constexpr Statement loadStatement {"day_load", "date, date", R"sql(
    SELECT day, doctor_id, visits, kept_minutes, open_minutes, places FROM app.day_load($1, $2)
)sql"};
constexpr Statement hoursOfStatement {"weekly_hours_of_operation", "uuid",
                                      sqlOf<"SELECT ", hoursColumns, R"sql(
    FROM jsonb_populate_record(NULL::app.weekly_hours, app.written($1, 'weekly_hours'))
    WHERE id IS NOT NULL
)sql">};
constexpr Statement exceptionOfStatement {"schedule_exception_of_operation", "uuid",
                                          sqlOf<"SELECT ", exceptionColumns, R"sql(
    FROM jsonb_populate_record(NULL::app.schedule_exception, app.written($1, 'schedule_exception'))
    WHERE id IS NOT NULL
)sql">};
constexpr Statement closedDayOfStatement {"closed_day_of_operation", "uuid",
                                          sqlOf<"SELECT ", closedDayColumns, R"sql(
    FROM jsonb_populate_record(NULL::app.closed_day, app.written($1, 'closed_day'))
    WHERE id IS NOT NULL
)sql">};
constexpr Statement insertHoursStatement {"weekly_hours_insert", "bigint, int, time, time, int",
                                          sqlOf<R"sql(
    INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes)
    VALUES ($1, $2, $3, coalesce($4, time '24:00'), $5) RETURNING )sql",
                                                hoursColumns>};
constexpr Statement updateHoursStatement {"weekly_hours_update",
                                          "bigint, int, int, time, time, int",
                                          sqlOf<R"sql(
    UPDATE app.weekly_hours SET weekday = $3, from_time = $4, to_time = coalesce($5, time '24:00'),
        slot_minutes = $6
    WHERE id = $1 AND version = $2 AND active RETURNING )sql",
                                                hoursColumns>};
constexpr Statement removeHoursStatement {"weekly_hours_remove", "bigint, int", R"sql(
    UPDATE app.weekly_hours SET active = false WHERE id = $1 AND version = $2 AND active RETURNING id
)sql"};
constexpr Statement insertExceptionStatement {"schedule_exception_insert",
                                              "bigint, text, timestamptz, timestamptz, int, text",
                                              sqlOf<R"sql(
    INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at, slot_minutes, reason)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING )sql",
                                                    exceptionColumns>};
constexpr Statement updateExceptionStatement {
    "schedule_exception_update", "bigint, int, text, timestamptz, timestamptz, int, text",
    sqlOf<R"sql(
    UPDATE app.schedule_exception SET kind = $3, starts_at = $4, ends_at = $5, slot_minutes = $6,
        reason = $7
    WHERE id = $1 AND version = $2 AND active RETURNING )sql",
          exceptionColumns>};
constexpr Statement removeExceptionStatement {"schedule_exception_remove", "bigint, int", R"sql(
    UPDATE app.schedule_exception SET active = false
    WHERE id = $1 AND version = $2 AND active RETURNING id
)sql"};
constexpr Statement insertClosedDayStatement {"closed_day_insert", "date, text",
                                              sqlOf<R"sql(
    INSERT INTO app.closed_day(day, name) VALUES ($1, $2) RETURNING )sql",
                                                    closedDayColumns>};
constexpr Statement updateClosedDayStatement {"closed_day_update", "date, int, text",
                                              sqlOf<R"sql(
    UPDATE app.closed_day SET name = $3 WHERE day = $1 AND version = $2 AND active RETURNING )sql",
                                                    closedDayColumns>};
constexpr Statement closedDayIdStatement {"closed_day_id", "date", R"sql(
    SELECT id FROM app.closed_day WHERE day = $1 AND active
)sql"};
constexpr Statement removeClosedDayStatement {"closed_day_remove", "date, int", R"sql(
    UPDATE app.closed_day SET active = false WHERE day = $1 AND version = $2 AND active RETURNING id
)sql"};

WeeklyHours toHours(const Row &row)
{
    WeeklyHours hours;
    hours.id = row.get<WeeklyHoursId>("id");
    hours.doctor = row.get<DoctorId>("doctor_id");
    hours.weekday = row.get<int>("weekday");
    hours.from = row.get<QTime>("from_time");
    hours.to = row.get<QTime>("to_time");
    hours.slotMinutes = row.get<int>("slot_minutes");
    hours.version = row.get<int>("version");
    return hours;
}

QString toKey(ExceptionKind kind)
{
    return kind == ExceptionKind::Leave ? u"leave"_s : u"extra"_s;
}

ScheduleException toException(const Row &row)
{
    ScheduleException exception;
    exception.id = row.get<ScheduleExceptionId>("id");
    exception.doctor = row.get<DoctorId>("doctor_id");
    exception.kind = row.get<QString>("kind") == toKey(ExceptionKind::Leave) ? ExceptionKind::Leave
                                                                             : ExceptionKind::Extra;
    exception.start = row.get<QDateTime>("starts_at");
    exception.end = row.get<QDateTime>("ends_at");
    exception.slotMinutes = row.get<int>("slot_minutes");
    exception.reason = row.get<QString>("reason");
    exception.version = row.get<int>("version");
    return exception;
}

ClosedDay toClosedDay(const Row &row)
{
    return {row.get<QDate>("day"), row.get<QString>("name"), row.get<int>("version")};
}

OpenSpan toOpenSpan(const Row &row)
{
    return {row.get<DoctorId>("doctor_id"), row.get<QDateTime>("starts_at"),
            row.get<QDateTime>("ends_at"), row.get<int>("slot_minutes")};
}

DoctorLoad toLoad(const Row &row)
{
    return {row.get<QDate>("day"),        row.get<DoctorId>("doctor_id"), row.get<int>("visits"),
            row.get<int>("kept_minutes"), row.get<int>("open_minutes"),   row.get<int>("places")};
}

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

std::optional<QTime> timeOrMidnight(QTime time)
{
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

QList<WeeklyHours> weeklyHours(Transaction &transaction, DoctorId doctor)
{
    return listOf(transaction.query(weeklyHoursStatement, doctor), &toHours);
}

QList<ScheduleException> exceptions(Transaction &transaction, DoctorId doctor, QDate from, QDate to)
{
    return listOf(transaction.query(exceptionsStatement, doctor, from, to), &toException);
}

QList<ClosedDay> closedDays(Transaction &transaction, QDate from, QDate to)
{
    return listOf(transaction.query(closedDaysStatement, from, to), &toClosedDay);
}

QList<OpenSpan> openSpans(Transaction &transaction, const QList<DoctorId> &doctors, QDate from,
                          QDate to)
{
    QList<qint64> ids;
    for (const DoctorId doctor : doctors)
        ids.append(doctor.value);
    return listOf(transaction.query(openSpansStatement, ids, from, to), &toOpenSpan);
}

QList<DoctorLoad> load(Transaction &transaction, QDate from, QDate to)
{
    return listOf(transaction.query(loadStatement, from, to), &toLoad);
}

std::optional<WeeklyHours> hoursOf(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(hoursOfStatement, operation), &toHours);
}

std::optional<ScheduleException> exceptionOf(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(exceptionOfStatement, operation), &toException);
}

std::optional<ClosedDay> closedDayOf(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(closedDayOfStatement, operation), &toClosedDay);
}

WeeklyHours insert(Transaction &transaction, const WeeklyHours &hours)
{
    return toHours(transaction
                       .query(insertHoursStatement, hours.doctor, hours.weekday, hours.from,
                              timeOrMidnight(hours.to), hours.slotMinutes)
                       .constFirst());
}

std::optional<WeeklyHours> update(Transaction &transaction, const WeeklyHours &hours)
{
    return firstOf(transaction.query(updateHoursStatement, hours.id, hours.version, hours.weekday,
                                     hours.from, timeOrMidnight(hours.to), hours.slotMinutes),
                   &toHours);
}

bool remove(Transaction &transaction, const WeeklyHours &seen)
{
    return !transaction.query(removeHoursStatement, seen.id, seen.version).isEmpty();
}

ScheduleException insert(Transaction &transaction, const ScheduleException &e)
{
    return toException(transaction
                           .query(insertExceptionStatement, e.doctor, toKey(e.kind), e.start, e.end,
                                  e.slotMinutes, orNull(e.reason))
                           .constFirst());
}

std::optional<ScheduleException> update(Transaction &transaction, const ScheduleException &e)
{
    return firstOf(transaction.query(updateExceptionStatement, e.id, e.version, toKey(e.kind),
                                     e.start, e.end, e.slotMinutes, orNull(e.reason)),
                   &toException);
}

bool remove(Transaction &transaction, const ScheduleException &seen)
{
    return !transaction.query(removeExceptionStatement, seen.id, seen.version).isEmpty();
}

ClosedDay insert(Transaction &transaction, const ClosedDay &day)
{
    return toClosedDay(transaction.query(insertClosedDayStatement, day.day, day.name).constFirst());
}

std::optional<ClosedDay> update(Transaction &transaction, const ClosedDay &day)
{
    return firstOf(transaction.query(updateClosedDayStatement, day.day, day.version, day.name),
                   &toClosedDay);
}

qint64 closedDayId(Transaction &transaction, QDate day)
{
    const Rows rows = transaction.query(closedDayIdStatement, day);
    return rows.isEmpty() ? 0 : rows.constFirst().get<qint64>("id");
}

bool remove(Transaction &transaction, const ClosedDay &seen)
{
    return !transaction.query(removeClosedDayStatement, seen.day, seen.version).isEmpty();
}

} // namespace ClinicDesk::ScheduleStore
