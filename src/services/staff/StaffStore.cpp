#include "services/staff/StaffStore.h"

#include "database/RowList.h"
#include "database/SqlText.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::StaffStore {

namespace {

constexpr SqlText staffSelect = R"sql(
    SELECT id, login, display_name, role, active, last_sign_in FROM app.staff
)sql";

constexpr Statement signInStatement {"sign_in", "", R"sql(
    SELECT w.staff_id, w.login, w.display_name, w.role, w.doctor_id, w.clinic_name, w.time_zone,
           w.server_now, k.version AS clinic_version, k.cancel_cutoff_minutes, k.hold_seconds, k.undo_seconds,
           (SELECT string_agg(concat_ws(' ', m.from_status, m.to_status, m.by, m.needs_reason), ',')
            FROM app.status_move m WHERE pg_has_role(session_user, m.role, 'MEMBER')) AS moves
    FROM app.sign_in() w CROSS JOIN app.setting k
)sql"};
// Members themselves only: a superuser counts as a member of everything.
constexpr Statement deviceStatement {"sign_in_device", "", R"sql(
    SELECT session_user::text AS login, substr(g.rolname, length('clinic_') + 1) AS kind,
           clock_timestamp() AS server_now
    FROM pg_auth_members m
    JOIN pg_roles g ON g.oid = m.roleid
    WHERE m.member = session_user::regrole AND g.rolname IN ('clinic_kiosk', 'clinic_display')
)sql"};
constexpr Statement staffStatement {"staff_list", "", sqlOf<staffSelect, "ORDER BY id">};
constexpr Statement byLoginStatement {"staff_by_login", "text",
                                      sqlOf<staffSelect, "WHERE login = $1">};
constexpr Statement createStatement {"staff_create", "text, text, text, text", R"sql(
    SELECT app.staff_create($1, $2, $3, $4)
)sql"};
constexpr Statement disableStatement {"staff_disable", "text", R"sql(
    SELECT app.staff_disable($1)
)sql"};
constexpr Statement passwordStatement {"staff_password", "text, text", R"sql(
    SELECT app.staff_password($1, $2)
)sql"};
constexpr Statement ownPasswordStatement {"own_password", "text", R"sql(
    SELECT app.own_password($1)
)sql"};

/// "pending confirmed step f,..."; what this program does not know is left out.
StatusMoves toMoves(const QString &text)
{
    QList<StatusMoves::Move> moves;
    for (const QString &line : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        const auto from = appointmentStatusFromKey(words.value(0));
        const auto to = appointmentStatusFromKey(words.value(1));
        const auto by = StatusMoves::byFromKey(words.value(2));
        if (from && to && by)
            moves.append({*from, *to, *by, words.value(3) == "t"_L1});
    }
    return StatusMoves(moves);
}

Staff toPerson(const Row &row)
{
    const std::optional<StaffRole> role = staffRoleFromKey(row.get<QString>("role"));
    if (!role)
        throw Refusal {Error::of(ErrorKind::NotPermitted, u"unknown_role"_s)};
    Staff person;
    person.id = row.get<StaffId>("staff_id");
    person.login = row.get<QString>("login");
    person.displayName = row.get<QString>("display_name");
    person.role = *role;
    return person;
}

SignedIn toSignedIn(const Row &row)
{
    SignedIn in;
    Session &session = in.session;
    session.who = toPerson(row);
    session.doctor = row.optional<DoctorId>("doctor_id");
    session.clinic.name = row.get<QString>("clinic_name");
    session.clinic.zone = QTimeZone(row.get<QString>("time_zone").toLatin1());
    session.clinic.version = row.get<int>("clinic_version");
    session.settings.cancelCutoffMinutes = row.get<int>("cancel_cutoff_minutes");
    session.settings.holdSeconds = row.get<int>("hold_seconds");
    session.settings.undoSeconds = row.get<int>("undo_seconds");
    session.moves = toMoves(row.get<QString>("moves"));
    in.serverNow = row.get<QDateTime>("server_now");
    return in;
}

Staff toStaff(const Row &row)
{
    Staff person;
    person.id = row.get<StaffId>("id");
    person.login = row.get<QString>("login");
    person.displayName = row.get<QString>("display_name");
    person.role = staffRoleFromKey(row.get<QString>("role")).value_or(StaffRole::Receptionist);
    person.active = row.get<bool>("active");
    person.lastSignIn = row.optional<QDateTime>("last_sign_in");
    return person;
}

} // namespace

std::optional<SignedIn> signIn(Transaction &transaction)
{
    return firstOf(transaction.query(signInStatement), &toSignedIn);
}

std::optional<SignedIn> signInDevice(Transaction &transaction)
{
    const Rows rows = transaction.query(deviceStatement);
    if (rows.isEmpty())
        return std::nullopt;
    const Row &row = rows.constFirst();
    const std::optional<DeviceKind> kind = deviceKindFromKey(row.get<QString>("kind"));
    if (!kind)
        return std::nullopt;
    const auto login = row.get<QString>("login");
    SignedIn in;
    in.session.who = Device {.login = login, .name = login, .kind = *kind};
    in.serverNow = row.get<QDateTime>("server_now");
    return in;
}

QList<Staff> staff(Transaction &transaction)
{
    return listOf(transaction.query(staffStatement), &toStaff);
}

std::optional<Staff> byLogin(Transaction &transaction, const QString &login)
{
    return firstOf(transaction.query(byLoginStatement, login), &toStaff);
}

void create(Transaction &transaction, const Staff &person, const QString &verifier)
{
    transaction.query(createStatement, person.login, verifier, person.displayName,
                      toKey(person.role));
}

void disable(Transaction &transaction, const QString &login)
{
    transaction.query(disableStatement, login);
}

void setPassword(Transaction &transaction, const QString &login, const QString &verifier)
{
    transaction.query(passwordStatement, login, verifier);
}

void setOwnPassword(Transaction &transaction, const QString &verifier)
{
    transaction.query(ownPasswordStatement, verifier);
}

} // namespace ClinicDesk::StaffStore
