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
constexpr Statement staffStatement {
    "staff_list", "",
    "SELECT id, login, display_name, role, active, last_sign_in FROM app.staff ORDER BY id"};
constexpr Statement createStatement {"staff_create", "text, text, text, text",
                                     "SELECT app.staff_create($1, $2, $3, $4)"};
constexpr Statement disableStatement {"staff_disable", "text", "SELECT app.staff_disable($1)"};
constexpr Statement passwordStatement {"staff_password", "text, text",
                                       "SELECT app.staff_password($1, $2)"};

constexpr Statement ownPasswordStatement {"own_password", "text", "SELECT app.own_password($1)"};

Session toSession(const Row &row, const ConnectionSettings &settings, const QDateTime &asked)
{
    Session session;
    session.staff.id = row.get<StaffId>(0);
    session.staff.login = row.get<QString>(1);
    session.staff.displayName = row.get<QString>(2);
    session.staff.role = staffRoleFromKey(row.get<QString>(3)).value_or(StaffRole::Receptionist);
    session.doctor = row.optional<DoctorId>(4);
    session.clinic.name = row.get<QString>(5);
    session.clinic.zone = QTimeZone(row.get<QString>(6).toLatin1());
    session.deskName = settings.deskName;
    const QDateTime middle = asked.addMSecs(asked.msecsTo(QDateTime::currentDateTimeUtc()) / 2);
    session.serverAheadMs = middle.msecsTo(row.get<QDateTime>(7));
    return session;
}

Result<Session> signInNow(TransactionManager &manager, const ConnectionSettings &settings)
{
    MigrationRunner schema(manager.connection());
    if (const Result<int> version = schema.check(); !version)
        return unexpected(version.error());
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    return manager.runIdempotent<Session>(u"sign-in"_s, [&](Transaction &t) {
        const Rows rows = t.query(signInStatement);
        if (rows.isEmpty())
            throw Refusal {Error {ErrorKind::NotPermitted, u"not_staff"_s, {}, {}}};
        return toSession(rows.constFirst(), settings, asked);
    });
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

QCoro::Task<Result<Session>> StaffService::signIn(ConnectionSettings settings)
{
    // Jobs of an executor run in order: the second one meets the opened session, or tells why there
    // is none.
    QFuture<Result<bool>> opened = m_executor.open(settings);
    QFuture<Result<Session>> session = m_executor.submit<Session>(
        [settings](TransactionManager &manager) { return signInNow(manager, settings); });
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
