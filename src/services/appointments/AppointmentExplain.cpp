#include "services/appointments/AppointmentExplain.h"

#include "services/appointments/AppointmentOperations.h"
#include "services/appointments/AppointmentRows.h"
#include "services/appointments/AppointmentStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int alternatives = 5;
constexpr int searchDays = 30;

constexpr Statement inTheWayStatement {
    "in_the_way", "bigint, bigint, bigint, timestamptz, timestamptz, bigint", R"sql(
    SELECT what, appointment_id, starts_at, ends_at, doctor_name, who, desk, since
    FROM app.in_the_way($1, $2, $3, $4, $5, $6)
)sql"};
constexpr Statement freeRoomsStatement {"free_rooms", "timestamptz, timestamptz, bigint", R"sql(
    SELECT id, name FROM app.free_rooms($1, $2, $3)
)sql"};
constexpr Statement doctorNameStatement {"doctor_name", "bigint", R"sql(
    SELECT s.display_name FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id WHERE d.id = $1
)sql"};
constexpr Statement inProgressStatement {"visit_in_progress", "bigint", R"sql(
    SELECT a.id, a.starts_at, a.ends_at FROM app.appointment a
    WHERE a.doctor_id = $1 AND a.status = 'in_progress'
)sql"};
constexpr Statement nowStatement {"appointment_now", "bigint", R"sql(
    SELECT a.status, a.version, coalesce(s.display_name, e.who::text) AS who, e.at
    FROM app.appointment a
    LEFT JOIN app.appointment_event e ON e.appointment_id = a.id AND e.version = a.version
    LEFT JOIN app.staff s ON s.login = e.who
    WHERE a.id = $1
)sql"};
constexpr Statement holderStatement {"lock_holder", "text, bigint", R"sql(
    SELECT who, desk FROM app.lock_holder($1, $2)
)sql"};
constexpr Statement clockStatement {"clinic_clock", "", "SELECT app.clinic_now() AS now"};

QList<FreeSlot> freeNext(Transaction &t, const Attempted &wanted)
{
    if (!wanted.doctor)
        return {};
    const auto now = t.query(clockStatement).constFirst().get<QDateTime>("now");
    const QDateTime from = wanted.start && *wanted.start > now ? *wanted.start : now;
    const int minutes
        = wanted.start && wanted.end ? int(wanted.start->secsTo(*wanted.end) / 60) : 0;
    return AppointmentOperations::soonestFree(t, {*wanted.doctor}, from, searchDays, minutes,
                                              alternatives);
}

std::optional<Row> obstacle(Transaction &t, const Attempted &wanted, QLatin1StringView first,
                            QLatin1StringView second = {})
{
    if (!wanted.start || !wanted.end)
        return std::nullopt;
    const Rows rows = t.query(inTheWayStatement, wanted.doctor, wanted.patient, wanted.room,
                              wanted.start, wanted.end, wanted.appointment);
    for (const QLatin1StringView what : {first, second}) {
        for (const Row &row : rows) {
            if (row.get<QString>("what") == what)
                return row;
        }
    }
    return std::nullopt;
}

QString nameOf(Transaction &t, DoctorId doctor)
{
    const Rows rows = t.query(doctorNameStatement, doctor);
    return rows.isEmpty() ? QString() : rows.constFirst().get<QString>("display_name");
}

void explainSlot(Transaction &t, const Attempted &wanted, Error &error)
{
    SlotTakenDetails details;
    details.doctor = wanted.doctor.value_or(DoctorId {});
    details.doctorName = nameOf(t, details.doctor);
    details.start = wanted.start.value_or(QDateTime());
    details.held = error.rule == "held"_L1;
    if (const auto row = obstacle(t, wanted, details.held ? "hold"_L1 : "doctor"_L1,
                                  details.held ? "doctor"_L1 : "hold"_L1)) {
        details.takenBy = row->get<QString>("who");
        details.desk = row->get<QString>("desk");
        details.since = row->optional<QDateTime>("since");
    }
    details.nextFree = freeNext(t, wanted);
    error.details = details;
}

void explainOther(Transaction &t, const Attempted &wanted, Error &error)
{
    OtherVisitDetails details;
    const bool room = error.kind == ErrorKind::RoomBusy;
    if (const auto row = obstacle(t, wanted, room ? "room"_L1 : "patient"_L1)) {
        details.appointment = row->get<AppointmentId>("appointment_id");
        details.start = row->get<QDateTime>("starts_at");
        details.end = row->get<QDateTime>("ends_at");
        details.doctorName = row->get<QString>("doctor_name");
    }
    if (room) {
        for (const Row &row :
             t.query(freeRoomsStatement, wanted.start, wanted.end, wanted.appointment))
            details.freeRooms.append({row.get<RoomId>("id"), row.get<QString>("name"), true});
    }
    details.nextFree = freeNext(t, wanted);
    error.details = details;
}

void explainInProgress(Transaction &t, const Attempted &wanted, Error &error)
{
    OtherVisitDetails details;
    if (wanted.doctor) {
        const Rows rows = t.query(inProgressStatement, wanted.doctor);
        if (!rows.isEmpty()) {
            details.appointment = rows.constFirst().get<AppointmentId>("id");
            details.start = rows.constFirst().get<QDateTime>("starts_at");
            details.end = rows.constFirst().get<QDateTime>("ends_at");
        }
    }
    error.details = details;
}

void explainRule(Transaction &t, const Attempted &wanted, Error &error)
{
    RuleDetails details;
    if (wanted.doctor)
        details.doctorName = nameOf(t, *wanted.doctor);
    details.nextFree = freeNext(t, wanted);
    error.details = details;
}

void explainRow(Transaction &t, const Attempted &wanted, Error &error)
{
    if (!wanted.appointment)
        return;
    const Rows rows = t.query(nowStatement, wanted.appointment);
    if (rows.isEmpty()) {
        error = Error {ErrorKind::NotFound, {}, {}, {}};
        return;
    }
    const Row &row = rows.constFirst();
    RowDetails details;
    details.now = AppointmentRows::statusOf(row, "status");
    details.wanted = wanted.status.value_or(details.now);
    details.actualVersion = row.get<int>("version");
    details.expectedVersion = wanted.version.value_or(details.actualVersion);
    details.changedBy = row.get<QString>("who");
    details.changedAt = row.optional<QDateTime>("at");
    error.details = details;
    if (error.kind == ErrorKind::StaleRow && error.rule.isEmpty())
        error.rule = u"appointment"_s;
}

/// A right to write is asked for before the row is looked for: who does not see the row, or saw
/// another version of it, is told that.
void explainRight(Transaction &t, const Attempted &wanted, Error &error)
{
    if (!wanted.appointment)
        return;
    const std::optional<Appointment> row = AppointmentStore::row(t, *wanted.appointment);
    if (!row) {
        error = Error {ErrorKind::NotFound, {}, {}, {}};
    } else if (wanted.version && *wanted.version != row->version) {
        error.kind = ErrorKind::StaleRow;
        explainRow(t, wanted, error);
    }
}

void explainBusy(Transaction &t, const Attempted &wanted, Error &error)
{
    BusyDetails details = error.as<BusyDetails>() ? *error.as<BusyDetails>() : BusyDetails {};
    const std::pair<QString, qint64> candidates[]
        = {{u"doctor"_s, wanted.doctor ? wanted.doctor->value : 0},
           {u"patient"_s, wanted.patient ? wanted.patient->value : 0},
           {u"room"_s, wanted.room ? wanted.room->value : 0},
           {u"appointment"_s, wanted.appointment ? wanted.appointment->value : 0}};
    for (const auto &[entity, id] : candidates) {
        if (id == 0)
            continue;
        const Rows rows = t.query(holderStatement, entity, id);
        if (!rows.isEmpty()) {
            details.heldBy = rows.constFirst().get<QString>("who");
            details.desk = rows.constFirst().get<QString>("desk");
            break;
        }
    }
    error.details = details;
}

void explain(Transaction &t, const Attempted &wanted, Error &error)
{
    switch (error.kind) {
    case ErrorKind::SlotTaken:
        return explainSlot(t, wanted, error);
    case ErrorKind::PatientBusy:
    case ErrorKind::RoomBusy:
        return explainOther(t, wanted, error);
    case ErrorKind::VisitInProgress:
        return explainInProgress(t, wanted, error);
    case ErrorKind::DoctorUnavailable:
    case ErrorKind::ClinicClosed:
    case ErrorKind::OutsideHours:
    case ErrorKind::TooSoon:
    case ErrorKind::TooLate:
    case ErrorKind::DayFull:
        return explainRule(t, wanted, error);
    case ErrorKind::InvalidTransition:
    case ErrorKind::StaleRow:
        return explainRow(t, wanted, error);
    case ErrorKind::NotPermitted:
        return explainRight(t, wanted, error);
    case ErrorKind::Busy:
        return explainBusy(t, wanted, error);
    default:
        return;
    }
}

} // namespace

Error explained(TransactionManager &manager, Error error, const Attempted &attempted)
{
    const Result<Error> richer = manager.read<Error>(u"explain"_s, [&](Transaction &t) {
        Attempted wanted = attempted;
        if (wanted.appointment && !wanted.doctor) {
            if (const auto row = AppointmentStore::row(t, *wanted.appointment))
                wanted.doctor = row->doctor;
        }
        Error copy = error;
        explain(t, wanted, copy);
        return copy;
    });
    return richer ? *richer : error;
}

} // namespace ClinicDesk
