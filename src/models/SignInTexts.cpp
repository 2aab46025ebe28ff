#include "models/SignInTexts.h"

#include "domain/ErrorText.h"
#include "models/SignInLock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(ClinicDesk::SignInTexts)
};

} // namespace

QString SignInTexts::wrongPassword(int triesLeft)
{
    return Sentences::tr("Name or password is wrong. %n tries left before a %1-minute lock.",
                         nullptr, triesLeft)
        .arg(SignInLock::lockMinutes);
}

QString SignInTexts::locked(const QDateTime &until)
{
    return Sentences::tr("%1 wrong passwords. This name is locked on this computer until %2. "
                         "Another name can sign in meanwhile.")
        .arg(SignInLock::allowedTries)
        .arg(until.toLocalTime().addSecs(59).toString(u"HH:mm"_s));
}

QString SignInTexts::refusal(const Error &error, const QString &host, const QString &database)
{
    switch (error.kind) {
    case ErrorKind::SignInFailed:
        return Sentences::tr(
                   "The server has no database \"%1\". Correct it under \"Other server\".")
            .arg(database);
    case ErrorKind::NotPermitted:
        if (error.rule == "device"_L1)
            return Sentences::tr(
                "This is the name of a kiosk or a display. It cannot sign in here: use "
                "the name of a person.");
        if (error.rule == "unknown_role"_L1)
            return Sentences::tr("This program does not know your role. Update ClinicDesk on this "
                                 "computer, or ask an administrator.");
        return Sentences::tr(
            "This name is not an active member of staff. An administrator can change that.");
    case ErrorKind::Unreachable:
        return Sentences::tr(
                   "The clinic's server does not answer at %1. Check the network, or test "
                   "the connection under \"Other server\".")
            .arg(host);
    case ErrorKind::ProgramTooOld:
        return Sentences::tr(
            "The clinic's database is newer than this program. Update ClinicDesk on "
            "this computer.");
    case ErrorKind::ProgramTooNew:
        return Sentences::tr("The clinic's database is older than this program. An administrator "
                             "updates the database with \"clinicctl migrate\".");
    default:
        return errorText(error, QTimeZone::systemTimeZone(), QDateTime::currentDateTimeUtc());
    }
}

QString SignInTexts::serverFailure(const Error &error)
{
    const auto *details = error.as<ValidationDetails>();
    const QString folder = details ? details->fields.value(u"folder"_s) : QString();
    if (error.rule == u"no_postgresql"_s)
        return Sentences::tr("PostgreSQL is not installed on this computer. Install the package "
                             "\"postgresql\", then try again.");
    if (error.rule == u"not_empty"_s)
        return Sentences::tr("The folder already holds something. Choose a new one.");
    if (error.rule == u"folder_not_reachable"_s)
        return Sentences::tr("The clinic's server may not pass through %1. Choose another folder.")
            .arg(folder);
    if (error.rule == u"folder"_s)
        return Sentences::tr("The folder cannot be written. Choose another one.");
    return Sentences::tr(
        "This computer's own server did not start. Restart the computer, or ask the "
        "administrator. The program's log says more.");
}

} // namespace ClinicDesk
