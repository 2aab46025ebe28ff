#include "ctl/StaffCommands.h"

#include "ctl/Json.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

/// The first line of --password-file, or of stdin: a password never stands on the command line,
/// where everybody on the computer could read it.
QString readPassword(Arguments &arguments)
{
    QFile file(arguments.text(u"password-file"_s));
    const bool opened = arguments.has(u"password-file"_s) ? file.open(QIODevice::ReadOnly)
                                                          : file.open(stdin, QIODevice::ReadOnly);
    if (!opened) {
        arguments.complain(u"password-file"_s, u"format"_s);
        return {};
    }
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        arguments.complain(u"password"_s, u"missing"_s);
    return QString::fromUtf8(line);
}

CommandTask add(Context &context, Arguments arguments)
{
    Staff person;
    person.login = arguments.required(u"login"_s);
    person.displayName = arguments.required(u"name"_s);
    const std::optional<StaffRole> role = staffRoleFromKey(arguments.required(u"role"_s));
    if (!role)
        arguments.complain(u"role"_s, u"format"_s);
    person.role = role.value_or(StaffRole::Receptionist);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const QString password = readPassword(arguments);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<Staff> added = co_await context.staff.add(person, password);
    if (!added)
        co_return unexpected(added.error());
    co_return Answer {{{u"staff"_s, Json::of(*added, context.zone())}},
                      {u"%1 may sign in as %2."_s.arg(added->displayName, added->login)}};
}

CommandTask list(Context &context, Arguments)
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
    answer.json = {{u"staff"_s, Json::list(*people, context.zone())}};
    co_return answer;
}

CommandTask disable(Context &context, Arguments arguments)
{
    const QString login = arguments.word(u"login"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<bool> done = co_await context.staff.disable(login);
    if (!done)
        co_return unexpected(done.error());
    co_return Answer {{{u"login"_s, login}, {u"active"_s, false}},
                      {u"%1 can no longer sign in."_s.arg(login)}};
}

CommandTask password(Context &context, Arguments arguments)
{
    const QString login = arguments.word(u"login"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const QString text = readPassword(arguments);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<bool> done = co_await context.staff.setPassword(login, text);
    if (!done)
        co_return unexpected(done.error());
    co_return Answer {{{u"login"_s, login}}, {u"%1 has a new password."_s.arg(login)}};
}

} // namespace

QList<Command> staffCommands()
{
    const OptionSpec passwordFile {u"password-file"_s, u"FILE"_s,
                                   u"Its first line is the password (default: stdin)."_s};
    return {
        {u"staff add"_s,
         u"Make a login; the password is read from stdin or a file."_s,
         {},
         {{u"login"_s, u"NAME"_s, u"The login name."_s},
          {u"name"_s, u"NAME"_s, u"The name others see."_s},
          {u"role"_s, u"ROLE"_s, u"receptionist, doctor or administrator."_s},
          passwordFile},
         Command::Needs::SignInOrOwner,
         &add},
        {u"staff list"_s, u"List the staff."_s, {}, {}, Command::Needs::SignIn, &list},
        {u"staff disable"_s,
         u"Close a login."_s,
         {u"LOGIN"_s},
         {},
         Command::Needs::SignIn,
         &disable},
        {u"staff password"_s,
         u"Give a login a new password."_s,
         {u"LOGIN"_s},
         {passwordFile},
         Command::Needs::SignIn,
         &password},
    };
}

} // namespace ClinicDesk::Ctl
