#include "services/staff/StaffOperations.h"

#include "database/MigrationRunner.h"
#include "database/ScramVerifier.h"
#include "services/Found.h"
#include "services/OperationParts.h"
#include "services/staff/StaffStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::StaffOperations {

namespace {

Error fieldError(const QString &field, const QString &why)
{
    return {ErrorKind::ValidationFailed, {}, ValidationDetails {{{field, why}}}, {}};
}

Result<bool> checkPassword(const QString &password)
{
    if (password.size() >= shortestPassword && password.size() <= 200)
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

[[noreturn]] void refuse(const QString &rule)
{
    throw Refusal {Error::of(ErrorKind::NotPermitted, rule)};
}

/// With what the server's clock is ahead by; it was asked between `asked` and now.
Session timed(const StaffStore::SignedIn &in, const QDateTime &asked)
{
    const QDateTime middle = asked.addMSecs(asked.msecsTo(QDateTime::currentDateTimeUtc()) / 2);
    Session session = in.session;
    session.serverAheadMs = middle.msecsTo(in.serverNow);
    return session;
}

/// Whoever is no member of staff may be a device; else what was said of the staff holds.
Result<Session> signInDevice(TransactionManager &manager, const Error &notStaff, Admit admit)
{
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    return manager.read<Session>(u"sign-in-device"_s, [&](Transaction &t) {
        const std::optional<StaffStore::SignedIn> in = StaffStore::signInDevice(t);
        if (!in)
            throw Refusal {notStaff};
        if (admit == Admit::Staff)
            refuse(u"device"_s);
        return timed(*in, asked);
    });
}

} // namespace

Result<Session> signIn(TransactionManager &manager, const ConnectionSettings &settings, Admit admit)
{
    MigrationRunner schema(manager.connection());
    if (const Result<int> version = schema.check(); !version)
        return unexpected(version.error());
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    Result<Session> session = manager.runIdempotent<Session>(u"sign-in"_s, [&](Transaction &t) {
        const std::optional<StaffStore::SignedIn> in = StaffStore::signIn(t);
        if (!in)
            refuse(u"not_staff"_s);
        return timed(*in, asked);
    });
    if (!session && session.error().kind == ErrorKind::NotPermitted
        && session.error().rule != u"unknown_role")
        session = signInDevice(manager, session.error(), admit);
    if (session)
        session->deskName = settings.deskName;
    return session;
}

Result<Staff> add(TransactionManager &manager, const Staff &person, const QString &password)
{
    if (const auto fine = checkPassword(password); !fine)
        return unexpected(fine.error());
    const QString verifier = scramVerifier(manager.connection(), person.login, password);
    const auto stored
        = [&person](Transaction &t) { return orNotFound(StaffStore::byLogin(t, person.login)); };
    Result<Staff> result = manager.run<Staff>(
        operationOf({}, u"staff-add"_s,
                    partsOf(person.login, person.displayName, toKey(person.role))),
        [&](Transaction &t) {
            StaffStore::create(t, person, verifier);
            return stored(t);
        },
        stored);
    return result ? result : Result<Staff>(unexpected(withFields(std::move(result.error()))));
}

Result<bool> disable(TransactionManager &manager, const QString &login)
{
    return manager.runIdempotent<bool>(u"staff-disable"_s, [&login](Transaction &t) {
        StaffStore::disable(t, login);
        return true;
    });
}

Result<bool> setPassword(TransactionManager &manager, const QString &login, const QString &password)
{
    if (const auto fine = checkPassword(password); !fine)
        return fine;
    const QString verifier = scramVerifier(manager.connection(), login, password);
    return manager.runIdempotent<bool>(u"staff-password"_s, [&](Transaction &t) {
        StaffStore::setPassword(t, login, verifier);
        return true;
    });
}

Result<bool> changeOwnPassword(TransactionManager &manager, const ConnectionSettings &now,
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
              StaffStore::setOwnPassword(t, verifier);
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

} // namespace ClinicDesk::StaffOperations
