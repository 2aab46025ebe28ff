#include "domain/RuleText.h"

#include <QCoreApplication>

namespace ClinicDesk {
namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// A code's text, looked up when it is shown, so that it follows the language.
struct RuleText
{
    const char *rule;
    const char *text;
};

constexpr RuleText ruleTexts[] = {
    {"unchanged",
     QT_TRANSLATE_NOOP("ErrorText", "The appointment is there already. Nothing was changed.")},
    {"no_postgresql",
     QT_TRANSLATE_NOOP("ErrorText",
                       "PostgreSQL is not installed on this computer. Install it and try again.")},
    {"no_postgres_user",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This computer has no user \"postgres\" to run the server as. Install "
                       "PostgreSQL and try again.")},
    {"folder",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The data folder cannot be created or written. Choose another folder.")},
    {"folder_not_reachable",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server's user cannot reach the data folder. Choose another folder.")},
    {"folder_not_writable",
     QT_TRANSLATE_NOOP("ErrorText", "The folder cannot be written. Choose another folder.")},
    {"disk_full",
     QT_TRANSLATE_NOOP("ErrorText", "The disk is full. Free some space or choose another folder.")},
    {"in_use",
     QT_TRANSLATE_NOOP("ErrorText",
                       "Another program already runs this clinic's server. Close that one first.")},
    {"initdb",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The clinic's database could not be created. The log says why.")},
    {"passfile",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server's password file cannot be written. Check the data folder.")},
    {"socket_folder",
     QT_TRANSLATE_NOOP(
         "ErrorText", "The server has no folder for its connections. Check the temporary folder.")},
    {"port",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server's port is used by another program. Choose another port.")},
    {"start",
     QT_TRANSLATE_NOOP("ErrorText", "The clinic's server did not start. The log says why.")},
    {"tls",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server answered, but it is not certain that it is the clinic's. Ask "
                       "the administrator for its certificate.")},
    {"pg_dump", QT_TRANSLATE_NOOP("ErrorText", "The backup was not made. The log says why.")},
    {"verify",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The backup could not be read back, so it was not kept. Try again.")},
    {"past", QT_TRANSLATE_NOOP("ErrorText", "That time has passed. Choose a later time.")},
    {"not_yet",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This appointment has not begun. Mark a no-show after its start.")},
    {"cut_off",
     QT_TRANSLATE_NOOP("ErrorText",
                       "It is too late to cancel this appointment here. Ask reception.")},
    {"unanswered",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This request's time has passed, so it can no longer be confirmed. Move it "
                       "or reject it.")},
    {"not_today",
     QT_TRANSLATE_NOOP("ErrorText", "This appointment is not today. Move it to today first.")},
    {"too_many_holds",
     QT_TRANSLATE_NOOP("ErrorText",
                       "You hold times at too many desks. Release one of them first.")},
    {"clinic_closed", QT_TRANSLATE_NOOP("ErrorText", "The clinic is closed that day.")},
    {"not_saved",
     QT_TRANSLATE_NOOP("ErrorText", "It is certain now: this was not saved. Book it again.")},
    {"confirms_first",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This doctor confirms each request, and cannot once its time has begun. "
                       "Choose another doctor or a later time.")},
    {"off_grid", QT_TRANSLATE_NOOP("ErrorText", "That time does not begin a slot.")},
    {"undo",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This change can no longer be undone. Change the appointment itself.")},
    {"check_in",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Only a confirmed appointment can be checked in, and only once. Look at it again.")},
    {"timeout",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server took too long, so nothing was changed. Try again.")},
    {"disk_full",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server's disk is full, so nothing was changed. Ask your administrator "
                       "to make room, then try again.")},
    {"too_many_connections",
     QT_TRANSLATE_NOOP("ErrorText", "The server has no free connection. Try again in a minute.")},
    {"database",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no clinic of that name on this server. Check the database's name.")},
    {"not_empty",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The clinic already holds data. Demo data needs an empty one.")},
    {"not_staff",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This login is not an active member of the staff. Ask an administrator.")},
    {"checksum",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The clinic's database was set up by other files than this program's. "
                       "Install the right version.")},
};

} // namespace

QString textOfRule(const QString &rule)
{
    for (const RuleText &entry : ruleTexts) {
        if (rule == QLatin1StringView(entry.rule))
            return ErrorText::tr(entry.text);
    }
    return {};
}

} // namespace ClinicDesk
