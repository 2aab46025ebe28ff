#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Result.h"
#include "domain/Session.h"
#include "services/staff/StaffOperations.h"

#include <QCoroTask>

#include <QObject>

namespace ClinicDesk {

/// Sign-in, and the administrator's work on logins. Lives on the caller's thread.
class StaffService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaffService)
public:
    static constexpr int shortestPassword = StaffOperations::shortestPassword;

    explicit StaffService(DatabaseExecutor &executor, QObject *parent = nullptr);

    using Admit = StaffOperations::Admit;
    /// Opens the executor's connection and asks who this is. SignInFailed (rule "password",
    /// "database"), NotPermitted (no active member of staff; rule "unknown_role" for one whose role
    /// this program does not know, "device" for a kiosk or display that is not admitted),
    /// ProgramTooOld, ProgramTooNew, Unreachable.
    QCoro::Task<Result<Session>> signIn(ConnectionSettings settings, Admit admit = Admit::Staff);
    QCoro::Task<Result<bool>> signOut();

    QCoro::Task<Result<QList<Staff>>> staff();
    /// Makes the login; the password goes only as a SCRAM verifier. ValidationFailed
    /// {"login"|"role"|"password"}.
    QCoro::Task<Result<Staff>> add(Staff person, QString password);
    QCoro::Task<Result<bool>> disable(QString login);
    QCoro::Task<Result<bool>> setPassword(QString login, QString password);
    /// The signed-in person's own. `now` connects as that person with the present password, which
    /// is proved by a connection of its own. ValidationFailed {"current": "wrong"} or {"password":
    /// "too_short" | "too_long" | "is_login"}. The open session keeps the old password: sign in
    /// anew.
    QCoro::Task<Result<bool>> changeOwnPassword(ConnectionSettings now, QString password);

private:
    static QCoro::Task<Result<Session>> signedIn(QFuture<Result<bool>> opened,
                                                 QFuture<Result<Session>> session);

    DatabaseExecutor &m_executor;
};

} // namespace ClinicDesk
