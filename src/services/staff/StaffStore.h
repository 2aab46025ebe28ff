#pragma once

#include "database/Transaction.h"
#include "domain/Session.h"

#include <optional>

/// SQL and row mapping of sign-in and of logins; one statement each, on an open Transaction. A
/// password comes here as a SCRAM verifier only.
namespace ClinicDesk::StaffStore {

/// Who signs in, and the server's clock at that moment.
struct SignedIn
{
    Session session;
    QDateTime serverNow;
};

/// A person, with the clinic's settings and the moves that the database allows them. Nothing for a
/// login that is no active member of staff; NotPermitted (rule "unknown_role").
std::optional<SignedIn> signIn(Transaction &transaction);
/// A kiosk or display; nothing for any other login.
std::optional<SignedIn> signInDevice(Transaction &transaction);
QList<Staff> staff(Transaction &transaction);
std::optional<Staff> byLogin(Transaction &transaction, const QString &login);
void create(Transaction &transaction, const Staff &person, const QString &verifier);
void disable(Transaction &transaction, const QString &login);
void setPassword(Transaction &transaction, const QString &login, const QString &verifier);
void setOwnPassword(Transaction &transaction, const QString &verifier);

} // namespace ClinicDesk::StaffStore
