#include "models/ServerTestTexts.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ClinicDesk::ServerTestTexts {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerTestTexts)
};

QString networkText(const QString &code, const ConnectionSettings &settings)
{
    if (code == u"no_such_host")
        return Words::tr(
                   "No server \"%1\" is known on this network. Check the spelling, or ask the "
                   "administrator.")
            .arg(settings.host);
    if (code == u"refused")
        return Words::
            tr("The server is there, but nothing answers at port %1. Check the port, or ask the "
               "administrator to start the clinic's server.")
                .arg(settings.port.isEmpty() ? u"5432"_s : settings.port);
    if (code == u"no_route")
        return Words::tr("No way to the server. Check this computer's network cable or Wi-Fi.");
    return Words::tr(
        "No answer within 3 s. The server may be off, or a firewall is in the way. Ask the "
        "administrator.");
}

QString tlsText(const QString &code)
{
    if (code == u"tls_not_offered")
        return Words::tr(
            "The server does not encrypt the connection. Ask the administrator to switch it on.");
    if (code == u"not_postgresql")
        return Words::tr(
            "Something else than the clinic's server answers at this port. Check the port.");
    if (code == u"timeout")
        return Words::tr("The server stopped answering. Try again, or ask the administrator.");
    return Words::tr("The server cannot prove that it is the clinic's. Do not sign in. Ask the "
                     "administrator for "
                     "the clinic's certificate and choose it below.");
}

QString signInText(const QString &code, const ConnectionSettings &settings)
{
    if (code == u"wrong_password")
        return settings.password.isEmpty()
            ? Words::tr("Sign-in: enter name and password above to test it too.")
            : Words::tr("Name or password is wrong. Type both again.");
    if (code == u"no_such_database")
        return Words::tr("The server has no database \"%1\". Check its name.")
            .arg(settings.database);
    if (code == u"not_permitted")
        return Words::tr(
                   "\"%1\" may not use this clinic's database. An administrator can allow it.")
            .arg(settings.user);
    if (code == u"too_many_connections")
        return Words::tr("The server has no free connection. Try again in a minute.");
    if (code == u"starting")
        return Words::tr("The server is just starting. Try again in a minute.");
    if (code == u"wrong_certificate")
        return tlsText(code);
    return Words::tr(
        "The server did not let this computer in. Ask the administrator to look at the "
        "server's log.");
}

QString schemaText(const QString &code)
{
    if (code == u"schema_too_old")
        return Words::tr(
            "The clinic's database is older than this program. An administrator updates it with "
            "\"clinicctl migrate\".");
    if (code == u"schema_too_new")
        return Words::tr(
            "The clinic's database is newer than this program. Update ClinicDesk on this "
            "computer.");
    return Words::tr("This database is not a clinic's. Check the database's name.");
}

QString clockText(int secondsAhead)
{
    const int minutes = (std::abs(secondsAhead) + 30) / 60;
    return secondsAhead > 0
        ? Words::tr("This computer's clock is %1 min behind the server's. Set it; "
                    "appointments follow the server's.")
              .arg(minutes)
        : Words::tr("This computer's clock is %1 min ahead of the server's. Set it; "
                    "appointments follow the server's.")
              .arg(minutes);
}

} // namespace

QString stepName(ProbeStep::Step step)
{
    switch (step) {
    case ProbeStep::Name:
        return Words::tr("Server's name");
    case ProbeStep::Port:
        return Words::tr("Server answers");
    case ProbeStep::Tls:
        return Words::tr("Encrypted and the clinic's own");
    case ProbeStep::SignIn:
        return Words::tr("Name and password");
    case ProbeStep::Schema:
        return Words::tr("Version of the clinic's database");
    case ProbeStep::Clock:
        return Words::tr("Clock");
    }
    Q_UNREACHABLE();
}

QString outcome(const ProbeStep &step, const ConnectionSettings &settings)
{
    if (step.outcome == ProbeStep::Ok || step.outcome == ProbeStep::Skipped)
        return stepName(step.step);
    switch (step.step) {
    case ProbeStep::Name:
    case ProbeStep::Port:
        return networkText(step.code, settings);
    case ProbeStep::Tls:
        return tlsText(step.code);
    case ProbeStep::SignIn:
        return signInText(step.code, settings);
    case ProbeStep::Schema:
        return schemaText(step.code);
    case ProbeStep::Clock:
        return clockText(step.seconds);
    }
    Q_UNREACHABLE();
}

} // namespace ClinicDesk::ServerTestTexts
