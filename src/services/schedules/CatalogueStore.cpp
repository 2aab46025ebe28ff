#include "services/schedules/CatalogueStore.h"

#include "database/RowList.h"
#include "database/SqlText.h"

namespace ClinicDesk::CatalogueStore {

namespace {

constexpr SqlText doctorSelect = R"sql(
    SELECT d.id, d.staff_id, s.login, s.display_name, d.specialisation, d.licence_number, d.colour,
           s.active, d.accepts_appointments, d.needs_confirmation, d.verified, d.horizon_days,
           d.lead_minutes, d.buffer_minutes, d.max_per_day, d.end_date, d.version
    FROM d JOIN app.staff s ON s.id = d.staff_id
)sql";
constexpr SqlText roomColumns = "id, name, active, version";
constexpr SqlText typeColumns = "id, name, minutes, colour, kiosk_bookable, active, version";

constexpr Statement doctorsStatement {"doctors", "boolean",
                                      sqlOf<"WITH d AS (SELECT * FROM app.doctor)", doctorSelect,
                                            "WHERE s.active OR $1 ORDER BY d.id">};
constexpr Statement insertDoctorStatement {
    "doctor_insert",
    "bigint, text, text, text, boolean, boolean, boolean, int, int, int, int, date",
    sqlOf<R"sql(
    WITH d AS (
        INSERT INTO app.doctor(staff_id, specialisation, licence_number, colour,
            accepts_appointments, needs_confirmation, verified, horizon_days, lead_minutes,
            buffer_minutes, max_per_day, end_date)
        VALUES ($1, coalesce($2, ''), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING *
    ))sql",
          doctorSelect>};
constexpr Statement updateDoctorStatement {
    "doctor_update",
    "bigint, int, text, text, text, boolean, boolean, boolean, int, int, int, int, date",
    sqlOf<R"sql(
    WITH d AS (
        UPDATE app.doctor SET specialisation = coalesce($3, ''), licence_number = $4, colour = $5,
            accepts_appointments = $6, needs_confirmation = $7, verified = $8, horizon_days = $9,
            lead_minutes = $10, buffer_minutes = $11, max_per_day = $12, end_date = $13
        WHERE id = $1 AND version = $2 RETURNING *
    ))sql",
          doctorSelect>};
constexpr Statement roomsStatement {
    "rooms", "boolean",
    sqlOf<"SELECT ", roomColumns, " FROM app.room WHERE active OR $1 ORDER BY name">};
constexpr Statement insertRoomStatement {
    "room_insert", "text, boolean",
    sqlOf<"INSERT INTO app.room(name, active) VALUES ($1, $2) RETURNING ", roomColumns>};
constexpr Statement updateRoomStatement {"room_update", "bigint, int, text, boolean",
                                         sqlOf<R"sql(
    UPDATE app.room SET name = $3, active = $4 WHERE id = $1 AND version = $2 RETURNING )sql",
                                               roomColumns>};
constexpr Statement visitTypesStatement {
    "visit_types", "boolean",
    sqlOf<"SELECT ", typeColumns, " FROM app.visit_type WHERE active OR $1 ORDER BY id">};
constexpr Statement insertTypeStatement {"visit_type_insert", "text, int, text, boolean, boolean",
                                         sqlOf<R"sql(
    INSERT INTO app.visit_type(name, minutes, colour, kiosk_bookable, active)
    VALUES ($1, $2, $3, $4, $5) RETURNING )sql",
                                               typeColumns>};
constexpr Statement updateTypeStatement {"visit_type_update",
                                         "bigint, int, text, int, text, boolean, boolean",
                                         sqlOf<R"sql(
    UPDATE app.visit_type SET name = $3, minutes = $4, colour = $5, kiosk_bookable = $6, active = $7
    WHERE id = $1 AND version = $2 RETURNING )sql",
                                               typeColumns>};
constexpr Statement updateClinicStatement {"setting_update", "text, text, int", R"sql(
    UPDATE app.setting SET clinic_name = $1, time_zone = $2 WHERE $3 IN (0, version) RETURNING one
)sql"};
constexpr Statement doctorOfStatement {"doctor_of_operation", "uuid",
                                       sqlOf<R"sql(
    WITH d AS (
        SELECT * FROM jsonb_populate_record(NULL::app.doctor, app.written($1, 'doctor'))
    ))sql",
                                             doctorSelect>};
constexpr Statement roomOfStatement {"room_of_operation", "uuid",
                                     sqlOf<"SELECT ", roomColumns, R"sql(
    FROM jsonb_populate_record(NULL::app.room, app.written($1, 'room')) WHERE id IS NOT NULL
)sql">};
constexpr Statement typeOfStatement {"visit_type_of_operation", "uuid",
                                     sqlOf<"SELECT ", typeColumns, R"sql(
    FROM jsonb_populate_record(NULL::app.visit_type, app.written($1, 'visit_type')) WHERE id IS NOT NULL
)sql">};

Doctor toDoctor(const Row &row)
{
    Doctor d;
    d.id = row.get<DoctorId>("id");
    d.staffId = row.get<StaffId>("staff_id");
    d.login = row.get<QString>("login");
    d.displayName = row.get<QString>("display_name");
    d.specialisation = row.get<QString>("specialisation");
    d.licenceNumber = row.get<QString>("licence_number");
    d.colour = row.get<QString>("colour");
    d.active = row.get<bool>("active");
    d.acceptsAppointments = row.get<bool>("accepts_appointments");
    d.needsConfirmation = row.get<bool>("needs_confirmation");
    d.verified = row.get<bool>("verified");
    d.horizonDays = row.get<int>("horizon_days");
    d.leadMinutes = row.get<int>("lead_minutes");
    d.bufferMinutes = row.get<int>("buffer_minutes");
    d.maxPerDay = row.get<int>("max_per_day");
    d.endDate = row.optional<QDate>("end_date");
    d.version = row.get<int>("version");
    return d;
}

Room toRoom(const Row &row)
{
    return {row.get<RoomId>("id"), row.get<QString>("name"), row.get<bool>("active"),
            row.get<int>("version")};
}

VisitType toVisitType(const Row &row)
{
    VisitType type;
    type.id = row.get<VisitTypeId>("id");
    type.name = row.get<QString>("name");
    type.minutes = row.get<int>("minutes");
    type.colour = row.get<QString>("colour");
    type.kioskBookable = row.get<bool>("kiosk_bookable");
    type.active = row.get<bool>("active");
    type.version = row.get<int>("version");
    return type;
}

} // namespace

QList<Doctor> doctors(Transaction &transaction, bool alsoInactive)
{
    return listOf(transaction.query(doctorsStatement, alsoInactive), &toDoctor);
}

QList<Room> rooms(Transaction &transaction, bool alsoInactive)
{
    return listOf(transaction.query(roomsStatement, alsoInactive), &toRoom);
}

QList<VisitType> visitTypes(Transaction &transaction, bool alsoInactive)
{
    return listOf(transaction.query(visitTypesStatement, alsoInactive), &toVisitType);
}

std::optional<Doctor> doctorOf(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(doctorOfStatement, operation), &toDoctor);
}

std::optional<Room> roomOf(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(roomOfStatement, operation), &toRoom);
}

std::optional<VisitType> visitTypeOf(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(typeOfStatement, operation), &toVisitType);
}

Doctor insert(Transaction &transaction, const Doctor &d)
{
    return toDoctor(transaction
                        .query(insertDoctorStatement, d.staffId, d.specialisation, d.licenceNumber,
                               d.colour, d.acceptsAppointments, d.needsConfirmation, d.verified,
                               d.horizonDays, d.leadMinutes, d.bufferMinutes, d.maxPerDay,
                               d.endDate)
                        .constFirst());
}

std::optional<Doctor> update(Transaction &transaction, const Doctor &d)
{
    return firstOf(transaction.query(updateDoctorStatement, d.id, d.version, d.specialisation,
                                     d.licenceNumber, d.colour, d.acceptsAppointments,
                                     d.needsConfirmation, d.verified, d.horizonDays, d.leadMinutes,
                                     d.bufferMinutes, d.maxPerDay, d.endDate),
                   &toDoctor);
}

Room insert(Transaction &transaction, const Room &room)
{
    return toRoom(transaction.query(insertRoomStatement, room.name, room.active).constFirst());
}

std::optional<Room> update(Transaction &transaction, const Room &room)
{
    return firstOf(
        transaction.query(updateRoomStatement, room.id, room.version, room.name, room.active),
        &toRoom);
}

VisitType insert(Transaction &transaction, const VisitType &type)
{
    return toVisitType(transaction
                           .query(insertTypeStatement, type.name, type.minutes, type.colour,
                                  type.kioskBookable, type.active)
                           .constFirst());
}

std::optional<VisitType> update(Transaction &transaction, const VisitType &type)
{
    return firstOf(transaction.query(updateTypeStatement, type.id, type.version, type.name,
                                     type.minutes, type.colour, type.kioskBookable, type.active),
                   &toVisitType);
}

bool update(Transaction &transaction, const Clinic &clinic)
{
    return !transaction
                .query(updateClinicStatement, clinic.name, QString::fromLatin1(clinic.zone.id()),
                       clinic.version)
                .isEmpty();
}

} // namespace ClinicDesk::CatalogueStore
