#include "services/staff/StaffService.h"

#include "database/MigrationRunner.h"
#include "database/ScramVerifier.h"
#include "services/Answer.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr Statement signInStatement {"sign_in", "",
                                     "SELECT staff_id, login, display_name, role, doctor_id, "
                                     "clinic_name, time_zone, server_now FROM app.sign_in()"};
// Members themselves only: a superuser counts as a member of everything.
constexpr Statement deviceStatement {"sign_in_device", "", R"sql(
    SELECT session_user::text AS login, substr(g.rolname, length('clinic_') + 1) AS kind,
           clock_timestamp() AS server_now
    FROM pg_auth_members m
    JOIN pg_roles g ON g.oid = m.roleid
    WHERE m.member = session_user::regrole AND g.rolname IN ('clinic_kiosk', 'clinic_display'))sql"};
constexpr Statement staffStatement {
    "staff_list", "",
    "SELECT id, login, display_name, role, active, last_sign_in FROM app.staff ORDER BY id"};
constexpr Statement createStatement {"staff_create", "text, text, text, text",
                                     "SELECT app.staff_create($1, $2, $3, $4)"};
constexpr Statement disableStatement {"staff_disable", "text", "SELECT app.staff_disable($1)"};
constexpr Statement passwordStatement {"staff_password", "text, text",
                                       "SELECT app.staff_password($1, $2)"};

constexpr Statement ownPasswordStatement {"own_password", "text", "SELECT app.own_password($1)"};

[[noreturn]] void refuse(const QString &rule)
{
    throw Refusal {Error::of(ErrorKind::NotPermitted, rule)};
}

/// What the server's clock is ahead by, asked between `asked` and now.
qint64 aheadMs(const QDateTime &serverNow, const QDateTime &asked)
{
    return asked.addMSecs(asked.msecsTo(QDateTime::currentDateTimeUtc()) / 2).msecsTo(serverNow);
}

Session personSession(const Row &row, const QDateTime &asked)
{
    const std::optional<StaffRole> role = staffRoleFromKey(row.get<QString>("role"));
    if (!role)
        refuse(u"unknown_role"_s);
    Staff person;
    person.id = row.get<StaffId>("staff_id");
    person.login = row.get<QString>("login");
    person.displayName = row.get<QString>("display_name");
    person.role = *role;
    Session session;
    session.who = person;
    session.doctor = row.optional<DoctorId>("doctor_id");
    session.clinic.name = row.get<QString>("clinic_name");
    session.clinic.zone = QTimeZone(row.get<QString>("time_zone").toLatin1());
    session.serverAheadMs = aheadMs(row.get<QDateTime>("server_now"), asked);
    return session;
}

std::optional<Session> deviceSession(Transaction &t, const QDateTime &asked)
{
    const Rows rows = t.query(deviceStatement);
    if (rows.isEmpty())
        return std::nullopt;
    const Row &row = rows.constFirst();
    const std::optional<DeviceKind> kind = deviceKindFromKey(row.get<QString>("kind"));
    if (!kind)
        return std::nullopt;
    const auto login = row.get<QString>("login");
    Session session;
    session.who = Device {.login = login, .name = login, .kind = *kind};
    session.serverAheadMs = aheadMs(row.get<QDateTime>("server_now"), asked);
    return session;
}

/// Whoever is no member of staff may be a device; else what was said of the staff holds.
Result<Session> signInDevice(TransactionManager &manager, const Error &notStaff,
                             StaffService::Admit admit)
{
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    return manager.read<Session>(u"sign-in-device"_s, [&](Transaction &t) {
        const std::optional<Session> session = deviceSession(t, asked);
        if (!session)
            throw Refusal {notStaff};
        if (admit == StaffService::Admit::Staff)
            refuse(u"device"_s);
        return *session;
    });
}

Result<Session> signInNow(TransactionManager &manager, const ConnectionSettings &settings,
                          StaffService::Admit admit)
{
    MigrationRunner schema(manager.connection());
    if (const Result<int> version = schema.check(); !version)
        return unexpected(version.error());
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    Result<Session> session = manager.runIdempotent<Session>(u"sign-in"_s, [&](Transaction &t) {
        const Rows rows = t.query(signInStatement);
        if (rows.isEmpty())
            refuse(u"not_staff"_s);
        return personSession(rows.constFirst(), asked);
    });
    if (!session && session.error().kind == ErrorKind::NotPermitted
        && session.error().rule != u"unknown_role")
        session = signInDevice(manager, session.error(), admit);
    if (session)
        session->deskName = settings.deskName;
    return session;
}

Error fieldError(const QString &field, const QString &why)
{
    return {ErrorKind::ValidationFailed, {}, ValidationDetails {{{field, why}}}, {}};
}

Result<bool> checkPassword(const QString &password)
{
    if (password.size() >= StaffService::shortestPassword && password.size() <= 200)
        return true;
    return unexpected(
        fieldError(u"password"_s, password.size() > 200 ? u"too_long"_s : u"too_short"_s));
}

Result<bool> provePassword(const ConnectionSettings &settings)
{
    try {
        Connection proof(settings);
        proof.open();
        return true;
    } catch (const SqlError &error) {
        const Error why = classify(error);
        return unexpected(why.kind == ErrorKind::SignInFailed ? fieldError(u"current"_s, u"wrong"_s)
                                                              : why);
    }
}

Result<bool> changeOwnNow(TransactionManager &manager, const ConnectionSettings &now,
                          const QString &password)
{
    if (const auto fine = checkPassword(password); !fine)
        return fine;
    if (password.compare(now.user, Qt::CaseInsensitive) == 0)
        return unexpected(fieldError(u"password"_s, u"is_login"_s));
    if (const auto proved = provePassword(now); !proved)
        return proved;
    const QString verifier = scramVerifier(manager.connection(), now.user, password);
    Result<bool> changed
        = manager.runIdempotent<bool>(u"own-password"_s, [&verifier](Transaction &t) {
              t.query(ownPasswordStatement, verifier);
              return true;
          });
    // Lost during COMMIT, and with the old password there is no way back in: the new one tells.
    if (!changed && changed.error().kind == ErrorKind::Unreachable) {
        ConnectionSettings anew = now;
        anew.password = password;
        if (provePassword(anew))
            return true;
    }
    return changed;
}

/// The constraint names of staff_create in the words of the form.
Error withFields(Error error)
{
    static const QMap<QString, QString> names {{u"staff_login_key"_s, u"login"_s},
                                               {u"staff_login_format"_s, u"login"_s},
                                               {u"staff_role"_s, u"role"_s},
                                               {u"name_check"_s, u"displayName"_s}};
    if (auto *details = std::get_if<ValidationDetails>(&error.details)) {
        QMap<QString, QString> fields;
        for (const auto &[field, why] : details->fields.asKeyValueRange())
            fields.insert(names.value(field, field),
                          field == "staff_login_format"_L1 ? u"format"_s : why);
        details->fields = fields;
    }
    return error;
}

Result<Staff> addNow(TransactionManager &manager, const Staff &person, const QString &password)
{
    if (const auto fine = checkPassword(password); !fine)
        return unexpected(fine.error());
    const QString verifier = scramVerifier(manager.connection(), person.login, password);
    const Operation operation {
        QUuid::createUuid(), u"staff-add"_s,
        Operation::hashOf({person.login, person.displayName, toKey(person.role)})};
    const auto listed = [&person](Transaction &t) {
        for (const Row &row : t.query(staffStatement)) {
            if (row.get<QString>(1) == person.login)
                return Staff {row.get<StaffId>(0), person.login,     row.get<QString>(2),
                              person.role,         row.get<bool>(4), {}};
        }
        throw Refusal {Error {ErrorKind::NotFound, {}, {}, {}}};
    };
    Result<Staff> result = manager.run<Staff>(
        operation,
        [&](Transaction &t) {
            t.query(createStatement, person.login, verifier, person.displayName,
                    toKey(person.role));
            return listed(t);
        },
        listed);
    return result ? result : Result<Staff>(unexpected(withFields(std::move(result.error()))));
}

} // namespace

StaffService::StaffService(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
}

QCoro::Task<Result<Session>> StaffService::signIn(ConnectionSettings settings, Admit admit)
{
    // Jobs of an executor run in order: the second one meets the opened session, or tells why there
    // is none.
    QFuture<Result<bool>> opened = m_executor.open(settings);
    QFuture<Result<Session>> session
        = m_executor.submit<Session>([settings, admit](TransactionManager &manager) {
              return signInNow(manager, settings, admit);
          });
    return signedIn(opened, session);
}

QCoro::Task<Result<Session>> StaffService::signedIn(QFuture<Result<bool>> opened,
                                                    QFuture<Result<Session>> session)
{
    const Result<bool> open = co_await opened;
    Result<Session> result = co_await session;
    if (!open)
        co_return unexpected(open.error());
    co_return result;
}

QCoro::Task<Result<bool>> StaffService::signOut()
{
    return answer(m_executor.close());
}

QCoro::Task<Result<QList<Staff>>> StaffService::staff()
{
    return answer(submitRead<QList<Staff>>(m_executor, u"staff"_s, [](Transaction &t) {
        QList<Staff> result;
        for (const Row &row : t.query(staffStatement)) {
            result.append({row.get<StaffId>(0), row.get<QString>(1), row.get<QString>(2),
                           staffRoleFromKey(row.get<QString>(3)).value_or(StaffRole::Receptionist),
                           row.get<bool>(4), row.optional<QDateTime>(5)});
        }
        return result;
    }));
}

QCoro::Task<Result<Staff>> StaffService::add(Staff person, QString password)
{
    return answer(m_executor.submit<Staff>([person, password](TransactionManager &manager) {
        return addNow(manager, person, password);
    }));
}

QCoro::Task<Result<bool>> StaffService::disable(QString login)
{
    return answer(m_executor.submit<bool>([login](TransactionManager &manager) {
        return manager.runIdempotent<bool>(u"staff-disable"_s, [&login](Transaction &t) {
            t.query(disableStatement, login);
            return true;
        });
    }));
}

QCoro::Task<Result<bool>> StaffService::setPassword(QString login, QString password)
{
    return answer(
        m_executor.submit<bool>([login, password](TransactionManager &manager) -> Result<bool> {
            if (const auto fine = checkPassword(password); !fine)
                return fine;
            const QString verifier = scramVerifier(manager.connection(), login, password);
            return manager.runIdempotent<bool>(u"staff-password"_s, [&](Transaction &t) {
                t.query(passwordStatement, login, verifier);
                return true;
            });
        }));
}

QCoro::Task<Result<bool>> StaffService::changeOwnPassword(ConnectionSettings now, QString password)
{
    return answer(m_executor.submit<bool>([now, password](TransactionManager &manager) {
        return changeOwnNow(manager, now, password);
    }));
}

} // namespace ClinicDesk
