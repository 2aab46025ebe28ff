#include "ctl/Program.h"

#include "ctl/AppointmentCommands.h"
#include "ctl/DemoCommands.h"
#include "ctl/ExitCode.h"
#include "ctl/Json.h"
#include "ctl/LocksCommand.h"
#include "ctl/Output.h"
#include "ctl/PatientCommands.h"
#include "ctl/ProveCommand.h"
#include "ctl/ReadingCommands.h"
#include "ctl/ScheduleCommands.h"
#include "ctl/ServeCommand.h"
#include "ctl/ServerCommands.h"
#include "ctl/SettingCommands.h"
#include "ctl/StaffCommands.h"
#include "domain/ErrorText.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

const QList<OptionSpec> &globalOptions()
{
    static const QList<OptionSpec> options {
        {u"json"_s, {}, u"Print one JSON object."_s},
        {u"url"_s, u"URL"_s, u"postgresql://user@host:port/database, without a password."_s},
        {u"desk"_s, u"NAME"_s, u"The desk others see (default: clinicctl)."_s},
    };
    return options;
}

QList<Command> allCommands()
{
    return serveCommands() + serverCommands() + locksCommands() + proveCommands() + demoCommands()
        + readingCommands() + appointmentCommands() + patientCommands() + scheduleCommands()
        + settingCommands() + staffCommands();
}

void declare(QCommandLineParser &parser, const Command &command)
{
    parser.addHelpOption();
    for (const OptionSpec &option : command.options + globalOptions())
        parser.addOption(QCommandLineOption(option.name, option.help, option.value));
    for (const QString &word : command.words)
        parser.addPositionalArgument(word, {}, word);
}

} // namespace

Program::Program(QStringList arguments)
    : m_arguments(std::move(arguments))
    , m_commands(allCommands())
{
}

Program::~Program() = default;

int Program::run()
{
    takeGlobalOptions();
    if (m_arguments.value(0) == "--version"_L1) {
        printLine(stdout, u"clinicctl "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    const Command *command = takeCommand();
    if (!command) {
        if (!m_arguments.isEmpty()
            && !QStringList {u"--help"_s, u"-h"_s, u"help"_s}.contains(m_arguments.constFirst()))
            return usageError(
                u"unknown command \"%1\"; see clinicctl --help"_s.arg(m_arguments.constFirst()));
        const int shown = printOverview();
        return m_arguments.isEmpty() ? int(Usage) : shown;
    }
    std::optional<Arguments> arguments = parse(*command);
    if (!arguments)
        return m_exitCode;
    QTimer::singleShot(0, qApp,
                       [this, command, &arguments] { execute(*command, std::move(*arguments)); });
    QCoreApplication::exec();
    return m_exitCode;
}

/// Global options may also stand before the command.
void Program::takeGlobalOptions()
{
    QStringList moved;
    while (!m_arguments.isEmpty()) {
        const QString first = m_arguments.constFirst();
        const bool takesValue = first == "--url"_L1 || first == "--desk"_L1;
        if (first != "--json"_L1 && !takesValue && !first.startsWith("--url="_L1)
            && !first.startsWith("--desk="_L1))
            break;
        moved.append(m_arguments.takeFirst());
        if (takesValue && !m_arguments.isEmpty())
            moved.append(m_arguments.takeFirst());
    }
    // In front of the rest, so that a "--" keeps its meaning.
    m_json = moved.contains(u"--json"_s) || m_arguments.contains(u"--json"_s);
    if (!moved.isEmpty() && !m_arguments.isEmpty()) {
        const QString word = m_arguments.takeFirst();
        const bool hasSubject
            = std::any_of(m_commands.cbegin(), m_commands.cend(), [&](const Command &c) {
                  return !m_arguments.isEmpty() && c.name == word + u' ' + m_arguments.constFirst();
              });
        QStringList head {word};
        if (hasSubject)
            head.append(m_arguments.takeFirst());
        m_arguments = head + moved + m_arguments;
    }
}

const Command *Program::takeCommand()
{
    for (const int count : {2, 1}) {
        if (m_arguments.size() < count)
            continue;
        const QString name = m_arguments.mid(0, count).join(u' ');
        const auto command = std::find_if(m_commands.cbegin(), m_commands.cend(),
                                          [&](const Command &c) { return c.name == name; });
        if (command != m_commands.cend()) {
            m_arguments.remove(0, count);
            return &*command;
        }
    }
    return nullptr;
}

int Program::printOverview() const
{
    QStringList lines {
        u"clinicctl COMMAND [options]; clinicctl COMMAND --help tells more."_s,
        u"The server is found as by every libpq program: PGHOST, PGPORT, PGDATABASE, PGUSER, "
        "PGPASSFILE, PGSERVICE, or --url."_s,
        QString()};
    for (const Command &command : m_commands)
        lines.append(u"  %1 %2"_s.arg(command.name, -22).arg(command.help));
    lines.append(
        {QString(),
         u"Exit codes: 0 done, 1 failed, 2 wrong usage or entry, 3 refused by a rule, 4 busy or "
         "unreachable,\n            5 outcome unknown, 6 not permitted or sign-in refused."_s});
    printLine(stdout, lines.join(u'\n'));
    return Done;
}

int Program::printHelp(const Command &command) const
{
    QStringList lines {u"clinicctl "_s + command.name
                           + (command.words.isEmpty() ? QString() : u' ' + command.words.join(u' '))
                           + u" [options]"_s,
                       command.help, QString()};
    for (const OptionSpec &option : command.options + globalOptions()) {
        const QString usage
            = option.value.isEmpty() ? option.name : QString(option.name + u' ' + option.value);
        lines.append(u"  --%1 %2"_s.arg(usage, -26).arg(option.help));
    }
    printLine(stdout, lines.join(u'\n'));
    return Done;
}

/// Nothing when there is nothing to run; m_exitCode is set then.
std::optional<Arguments> Program::parse(const Command &command)
{
    QCommandLineParser parser;
    declare(parser, command);
    if (!parser.parse(QStringList {u"clinicctl"_s} + m_arguments)) {
        m_exitCode = usageError(parser.errorText());
        return std::nullopt;
    }
    if (parser.isSet(u"help"_s)) {
        m_exitCode = printHelp(command);
        return std::nullopt;
    }
    const QStringList words = parser.positionalArguments();
    const bool takesAll = !command.words.isEmpty() && command.words.constLast().endsWith("..."_L1);
    if (!takesAll && words.size() > command.words.size()) {
        m_exitCode
            = usageError(u"unexpected argument \"%1\""_s.arg(words.at(command.words.size())));
        return std::nullopt;
    }
    m_json = parser.isSet(u"json"_s);
    QHash<QString, QStringList> options;
    for (const OptionSpec &option : command.options + globalOptions()) {
        if (parser.isSet(option.name))
            options.insert(option.name,
                           option.value.isEmpty() ? QStringList {u"yes"_s}
                                                  : parser.values(option.name));
    }
    return Arguments(options, words);
}

QCoro::Task<void> Program::execute(const Command &command, Arguments arguments)
{
    try {
        finish(co_await answer(command, std::move(arguments)));
    } catch (const std::exception &error) {
        qCritical("%s", error.what());
        finish(unexpected(Error {}));
    }
}

CommandTask Program::answer(const Command &command, Arguments arguments)
{
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<ConnectionSettings> settings = Context::settingsFrom(
        arguments.text(u"url"_s), arguments.text(u"desk"_s, u"clinicctl"_s));
    if (!settings)
        co_return unexpected(settings.error());
    m_context = std::make_unique<Context>();
    m_context->settings = *settings;
    Result<bool> ready = true;
    if (command.needs == Command::Needs::Connection)
        ready = co_await m_context->connect();
    else if (command.needs != Command::Needs::Nothing)
        ready = co_await m_context->signIn();
    if (!ready && ready.error().kind == ErrorKind::NotPermitted
        && command.needs == Command::Needs::SignInOrOwner) {
        m_context->settings.setRole = u"clinic_owner"_s;
        const Result<bool> owner = co_await m_context->connect();
        if (owner)
            ready = owner;
    }
    if (!ready)
        co_return unexpected(ready.error());
    co_return co_await command.run(*m_context, std::move(arguments));
}

void Program::finish(const Result<Answer> &result)
{
    if (!result) {
        const QTimeZone zone = m_context ? m_context->zone() : QTimeZone::utc();
        const QDateTime now = m_context ? m_context->now() : QDateTime::currentDateTimeUtc();
        m_exitCode = printError(result.error(), errorText(result.error(), zone, now));
    } else {
        m_exitCode = result->exitCode;
        print(*result, m_json);
    }
    // Deferred: exit() before exec() has begun would be lost.
    QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(); });
}

int Program::printError(const Error &error, const QString &message)
{
    if (m_json)
        printJson({{u"error"_s,
                    Json::of(error, m_context ? m_context->zone() : QTimeZone::utc(), message)}});
    printLine(stderr, u"clinicctl: "_s + message);
    return exitCodeOf(error.kind);
}

int Program::usageError(const QString &message)
{
    Error error;
    error.kind = ErrorKind::ValidationFailed;
    error.rule = u"usage"_s;
    return printError(error, message);
}

} // namespace ClinicDesk::Ctl
