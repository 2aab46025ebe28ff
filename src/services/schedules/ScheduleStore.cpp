#include "services/schedules/ScheduleStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::ScheduleStore {

namespace {

constexpr Statement doctorsStatement {
    "doctors", "boolean",
    "SELECT d.id, d.staff_id, s.login, s.display_name, d.specialisation, d.licence_number, "
    "d.colour, s.active, "
    "d.accepts_appointments, d.needs_confirmation, d.verified, d.horizon_days, d.lead_minutes, "
    "d.buffer_minutes, "
    "d.max_per_day, d.end_date FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id "
    "WHERE s.active OR $1 ORDER BY d.id"};
constexpr Statement roomsStatement {
    "rooms", "boolean", "SELECT id, name, active FROM app.room WHERE active OR $1 ORDER BY name"};
constexpr Statement visitTypesStatement {"visit_types", "boolean",
                                         "SELECT id, name, minutes, colour, kiosk_bookable, active "
                                         "FROM app.visit_type WHERE active OR $1 ORDER BY id"};
constexpr Statement weeklyHoursStatement {
    "weekly_hours", "bigint",
    "SELECT id, doctor_id, weekday, from_time, nullif(to_time, time '24:00'), slot_minutes FROM "
    "app.weekly_hours "
    "WHERE doctor_id = $1 AND active ORDER BY weekday, from_time"};
constexpr Statement exceptionsStatement {
    "schedule_exceptions", "bigint, date, date",
    "SELECT id, doctor_id, kind, starts_at, ends_at, slot_minutes, reason FROM "
    "app.schedule_exception "
    "WHERE doctor_id = $1 AND active AND tstzrange(starts_at, ends_at) "
    "&& tstzrange(app.day_start($2), app.day_start($3 + 1)) ORDER BY starts_at"};
constexpr Statement closedDaysStatement {
    "closed_days", "date, date",
    "SELECT day, name FROM app.closed_day WHERE active AND day BETWEEN $1 AND $2 ORDER BY day"};
// Each working span cut to when the doctor is really there, with the grid it came from.
constexpr Statement openSpansStatement {
    "open_spans", "bigint[], date, date",
    "SELECT d.id, lower(piece), upper(piece), h.slot_minutes FROM unnest($1) AS d(id) "
    "CROSS JOIN LATERAL app.hours_of(d.id, $2, $3) h "
    "CROSS JOIN LATERAL unnest(app.open_hours(d.id, $2, $3) * tstzmultirange(h.span)) AS piece "
    "ORDER BY d.id, lower(piece)"};
constexpr Statement loadStatement {
    "day_load", "date, date",
    "SELECT day, doctor_id, visits, kept_minutes, open_minutes, places FROM app.day_load($1, $2)"};
constexpr Statement insertDoctorStatement {
    "doctor_insert",
    "bigint, text, text, text, boolean, boolean, boolean, int, int, int, int, date",
    "INSERT INTO app.doctor(staff_id, specialisation, licence_number, colour, "
    "accepts_appointments, "
    "needs_confirmation, verified, horizon_days, lead_minutes, buffer_minutes, max_per_day, "
    "end_date) "
    "VALUES ($1, coalesce($2, ''), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id"};
constexpr Statement updateDoctorStatement {
    "doctor_update",
    "bigint, text, text, text, boolean, boolean, boolean, int, int, int, int, date",
    "UPDATE app.doctor SET specialisation = coalesce($2, ''), licence_number = $3, colour = $4, "
    "accepts_appointments = $5, "
    "needs_confirmation = $6, verified = $7, horizon_days = $8, lead_minutes = $9, buffer_minutes "
    "= $10, "
    "max_per_day = $11, end_date = $12 WHERE id = $1 RETURNING id"};
constexpr Statement insertRoomStatement {
    "room_insert", "text, boolean",
    "INSERT INTO app.room(name, active) VALUES ($1, $2) RETURNING id"};
constexpr Statement updateRoomStatement {
    "room_update", "bigint, text, boolean",
    "UPDATE app.room SET name = $2, active = $3 WHERE id = $1 RETURNING id"};
constexpr Statement insertTypeStatement {
    "visit_type_insert", "text, int, text, boolean, boolean",
    "INSERT INTO app.visit_type(name, minutes, colour, kiosk_bookable, active) VALUES ($1, $2, $3, "
    "$4, $5) RETURNING id"};
constexpr Statement updateTypeStatement {"visit_type_update",
                                         "bigint, text, int, text, boolean, boolean",
                                         "UPDATE app.visit_type SET name = $2, minutes = $3, "
                                         "colour = $4, kiosk_bookable = $5, active = $6 "
                                         "WHERE id = $1 RETURNING id"};
constexpr Statement insertHoursStatement {
    "weekly_hours_insert", "bigint, int, time, time, int",
    "INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes) "
    "VALUES ($1, $2, $3, coalesce($4, time '24:00'), $5) RETURNING id"};
constexpr Statement removeHoursStatement {
    "weekly_hours_remove", "bigint",
    "UPDATE app.weekly_hours SET active = false WHERE id = $1 AND active RETURNING id"};
constexpr Statement insertExceptionStatement {
    "schedule_exception_insert", "bigint, text, timestamptz, timestamptz, int, text",
    "INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at, slot_minutes, reason) "
    "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id"};
constexpr Statement removeExceptionStatement {
    "schedule_exception_remove", "bigint",
    "UPDATE app.schedule_exception SET active = false WHERE id = $1 AND active RETURNING id"};
constexpr Statement insertClosedDayStatement {
    "closed_day_insert", "date, text",
    "INSERT INTO app.closed_day(day, name) VALUES ($1, $2) RETURNING id"};
constexpr Statement removeClosedDayStatement {
    "closed_day_remove", "date",
    "UPDATE app.closed_day SET active = false WHERE day = $1 AND active RETURNING id"};
constexpr Statement updateClinicStatement {
    "setting_update", "text, text",
    "UPDATE app.setting SET clinic_name = $1, time_zone = $2 RETURNING one"};

std::optional<QTime> timeOrMidnight(QTime time)
{
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

QList<Doctor> doctors(Transaction &transaction, bool alsoInactive)
{
    QList<Doctor> result;
    const Rows rows = transaction.query(doctorsStatement, alsoInactive);
    for (const Row &row : rows) {
        Doctor d;
        d.id = row.get<DoctorId>(0);
        d.staffId = row.get<StaffId>(1);
        d.login = row.get<QString>(2);
        d.displayName = row.get<QString>(3);
        d.specialisation = row.get<QString>(4);
        d.licenceNumber = row.get<QString>(5);
        d.colour = row.get<QString>(6);
        d.active = row.get<bool>(7);
        d.acceptsAppointments = row.get<bool>(8);
        d.needsConfirmation = row.get<bool>(9);
        d.verified = row.get<bool>(10);
        d.horizonDays = row.get<int>(11);
        d.leadMinutes = row.get<int>(12);
        d.bufferMinutes = row.get<int>(13);
        d.maxPerDay = row.get<int>(14);
        d.endDate = row.optional<QDate>(15);
        result.append(d);
    }
    return result;
}

QList<Room> rooms(Transaction &transaction, bool alsoInactive)
{
    QList<Room> result;
    const Rows rows = transaction.query(roomsStatement, alsoInactive);
    for (const Row &row : rows)
        result.append({row.get<RoomId>(0), row.get<QString>(1), row.get<bool>(2)});
    return result;
}

QList<VisitType> visitTypes(Transaction &transaction, bool alsoInactive)
{
    QList<VisitType> result;
    const Rows rows = transaction.query(visitTypesStatement, alsoInactive);
    for (const Row &row : rows)
        result.append({row.get<VisitTypeId>(0), row.get<QString>(1), row.get<int>(2),
                       row.get<QString>(3), row.get<bool>(4), row.get<bool>(5)});
    return result;
}

QList<WeeklyHours> weeklyHours(Transaction &transaction, DoctorId doctor)
{
    QList<WeeklyHours> result;
    const Rows rows = transaction.query(weeklyHoursStatement, doctor);
    for (const Row &row : rows) {
        result.append({row.get<WeeklyHoursId>(0), row.get<DoctorId>(1), row.get<int>(2),
                       row.get<QTime>(3), row.optional<QTime>(4).value_or(QTime()),
                       row.get<int>(5)});
    }
    return result;
}

QList<ScheduleException> exceptions(Transaction &transaction, DoctorId doctor, QDate from, QDate to)
{
    QList<ScheduleException> result;
    const Rows rows = transaction.query(exceptionsStatement, doctor, from, to);
    for (const Row &row : rows) {
        result.append(
            {row.get<ScheduleExceptionId>(0), row.get<DoctorId>(1),
             row.get<QString>(2) == "leave"_L1 ? ExceptionKind::Leave : ExceptionKind::Extra,
             row.get<QDateTime>(3), row.get<QDateTime>(4), row.get<int>(5), row.get<QString>(6)});
    }
    return result;
}

QList<ClosedDay> closedDays(Transaction &transaction, QDate from, QDate to)
{
    QList<ClosedDay> result;
    const Rows rows = transaction.query(closedDaysStatement, from, to);
    for (const Row &row : rows)
        result.append({row.get<QDate>(0), row.get<QString>(1)});
    return result;
}

QList<OpenSpan> openSpans(Transaction &transaction, const QList<DoctorId> &doctors, QDate from,
                          QDate to)
{
    QList<qint64> ids;
    for (const DoctorId doctor : doctors)
        ids.append(doctor.value);
    QList<OpenSpan> result;
    const Rows rows = transaction.query(openSpansStatement, ids, from, to);
    for (const Row &row : rows)
        result.append(
            {row.get<DoctorId>(0), row.get<QDateTime>(1), row.get<QDateTime>(2), row.get<int>(3)});
    return result;
}

QList<DoctorLoad> load(Transaction &transaction, QDate from, QDate to)
{
    QList<DoctorLoad> result;
    const Rows rows = transaction.query(loadStatement, from, to);
    for (const Row &row : rows) {
        result.append({row.get<QDate>(0), row.get<DoctorId>(1), row.get<int>(2), row.get<int>(3),
                       row.get<int>(4), row.get<int>(5)});
    }
    return result;
}

DoctorId insertDoctor(Transaction &transaction, const Doctor &d)
{
    return transaction
        .query(insertDoctorStatement, d.staffId, d.specialisation, d.licenceNumber, d.colour,
               d.acceptsAppointments, d.needsConfirmation, d.verified, d.horizonDays, d.leadMinutes,
               d.bufferMinutes, d.maxPerDay, d.endDate)
        .constFirst()
        .get<DoctorId>(0);
}

bool updateDoctor(Transaction &transaction, const Doctor &d)
{
    return !transaction
                .query(updateDoctorStatement, d.id, d.specialisation, d.licenceNumber, d.colour,
                       d.acceptsAppointments, d.needsConfirmation, d.verified, d.horizonDays,
                       d.leadMinutes, d.bufferMinutes, d.maxPerDay, d.endDate)
                .isEmpty();
}

RoomId insertRoom(Transaction &transaction, const Room &room)
{
    return transaction.query(insertRoomStatement, room.name, room.active)
        .constFirst()
        .get<RoomId>(0);
}

bool updateRoom(Transaction &transaction, const Room &room)
{
    return !transaction.query(updateRoomStatement, room.id, room.name, room.active).isEmpty();
}

VisitTypeId insertVisitType(Transaction &transaction, const VisitType &type)
{
    return transaction
        .query(insertTypeStatement, type.name, type.minutes, type.colour, type.kioskBookable,
               type.active)
        .constFirst()
        .get<VisitTypeId>(0);
}

bool updateVisitType(Transaction &transaction, const VisitType &type)
{
    return !transaction
                .query(updateTypeStatement, type.id, type.name, type.minutes, type.colour,
                       type.kioskBookable, type.active)
                .isEmpty();
}

WeeklyHoursId insertWeeklyHours(Transaction &transaction, const WeeklyHours &hours)
{
    return transaction
        .query(insertHoursStatement, hours.doctor, hours.weekday, hours.from,
               timeOrMidnight(hours.to), hours.slotMinutes)
        .constFirst()
        .get<WeeklyHoursId>(0);
}

bool removeWeeklyHours(Transaction &transaction, WeeklyHoursId id)
{
    return !transaction.query(removeHoursStatement, id).isEmpty();
}

ScheduleExceptionId insertException(Transaction &transaction, const ScheduleException &e)
{
    return transaction
        .query(insertExceptionStatement, e.doctor,
               e.kind == ExceptionKind::Leave ? u"leave"_s : u"extra"_s, e.start, e.end,
               e.slotMinutes, e.reason.isEmpty() ? QString() : e.reason)
        .constFirst()
        .get<ScheduleExceptionId>(0);
}

bool removeException(Transaction &transaction, ScheduleExceptionId id)
{
    return !transaction.query(removeExceptionStatement, id).isEmpty();
}

void insertClosedDay(Transaction &transaction, const ClosedDay &day)
{
    transaction.query(insertClosedDayStatement, day.day, day.name);
}

bool removeClosedDay(Transaction &transaction, QDate day)
{
    return !transaction.query(removeClosedDayStatement, day).isEmpty();
}

bool updateClinic(Transaction &transaction, const Clinic &clinic)
{
    return !transaction
                .query(updateClinicStatement, clinic.name, QString::fromLatin1(clinic.zone.id()))
                .isEmpty();
}

} // namespace ClinicDesk::ScheduleStore
