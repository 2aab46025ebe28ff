#include "ctl/Commands.h"
#include "ctl/JsonValue.h"
#include "ctl/staff/StaffArguments.h"
#include "ctl/staff/StaffJson.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

/// The first line of the file, or of stdin: a password never stands on the command line, where
/// everybody on the computer could read it.
Result<QString> passwordFrom(const std::optional<QString> &path)
{
    QFile file(path.value_or(QString()));
    const bool opened
        = path ? file.open(QIODevice::ReadOnly) : file.open(stdin, QIODevice::ReadOnly);
    if (!opened)
        return unexpected(validationError(u"password_file"_s, u"format"_s));
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return unexpected(validationError(u"password"_s, u"missing"_s));
    return QString::fromUtf8(line);
}

CommandTask addStaff(Context &context, NewStaff request)
{
    const Result<QString> password = passwordFrom(request.passwordFile);
    if (!password)
        co_return unexpected(password.error());
    const Result<Staff> added = co_await context.staff.add(request.person, *password);
    if (!added)
        co_return unexpected(added.error());
    co_return Answer {{{u"staff"_s, jsonOf(*added, context.zone())}},
                      {u"%1 may sign in as %2."_s.arg(added->displayName, added->login)}};
}

CommandTask listStaff(Context &context, NoArguments)
{
    const Result<QList<Staff>> people = co_await context.staff.staff();
    if (!people)
        co_return unexpected(people.error());
    Answer answer;
    for (const Staff &person : *people)
        answer.lines.append(
            u"%1 %2 %3%4"_s.arg(person.login, -14)
                .arg(toKey(person.role), -14)
                .arg(person.displayName, person.active ? QString() : u" (closed)"_s));
    answer.json = {{u"staff"_s, jsonList(*people, context.zone())}};
    co_return answer;
}

CommandTask disableStaff(Context &context, QString login)
{
    const Result<bool> done = co_await context.staff.disable(login);
    if (!done)
        co_return unexpected(done.error());
    co_return Answer {{{u"login"_s, login}, {u"active"_s, false}},
                      {u"%1 can no longer sign in."_s.arg(login)}};
}

CommandTask setPassword(Context &context, NewPassword request)
{
    const Result<QString> password = passwordFrom(request.passwordFile);
    if (!password)
        co_return unexpected(password.error());
    const Result<bool> done = co_await context.staff.setPassword(request.login, *password);
    if (!done)
        co_return unexpected(done.error());
    co_return Answer {{{u"login"_s, request.login}},
                      {u"%1 has a new password."_s.arg(request.login)}};
}

} // namespace

QList<Command> staffCommands()
{
    const OptionSpec passwordFile {u"password-file"_s, u"FILE"_s,
                                   u"Its first line is the password (default: stdin)."_s};
    return {
        {.name = u"staff add"_s,
         .help = u"Make a login; the password is read from stdin or a file."_s,
         .options = {{u"login"_s, u"NAME"_s, u"The login name."_s},
                     {u"name"_s, u"NAME"_s, u"The name others see."_s},
                     {u"role"_s, u"ROLE"_s, u"receptionist, doctor or administrator."_s},
                     passwordFile},
         .needs = Command::Needs::SignInOrOwner,
         .read = &readThenRun<&readNewStaff, &addStaff>},
        {.name = u"staff list"_s,
         .help = u"List the staff."_s,
         .read = &readThenRun<&readNothing, &listStaff>},
        {.name = u"staff disable"_s,
         .help = u"Close a login."_s,
         .words = {u"LOGIN"_s},
         .read = &readThenRun<&readLogin, &disableStaff>},
        {.name = u"staff password"_s,
         .help = u"Give a login a new password."_s,
         .words = {u"LOGIN"_s},
         .options = {passwordFile},
         .read = &readThenRun<&readNewPassword, &setPassword>},
    };
}

} // namespace ClinicDesk::Ctl
