#include "ctl/Program.h"

#include "ctl/Commands.h"
#include "ctl/ErrorJson.h"
#include "ctl/ExitCode.h"
#include "ctl/Output.h"
#include "domain/ErrorText.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {

Program::Program(const QStringList &words)
    : m_commands(allCommands())
    , m_line(CommandLine::read(words, m_commands))
{
}

Program::~Program() = default;

int Program::run()
{
    switch (m_line.wants) {
    case CommandLine::Wants::Version:
        printLine(stdout, u"clinicctl "_s + QCoreApplication::applicationVersion());
        return Done;
    case CommandLine::Wants::Overview:
        printLine(stdout, overviewOf(m_commands).join(u'\n'));
        return Done;
    case CommandLine::Wants::Command:
        printLine(stdout, overviewOf(m_commands).join(u'\n'));
        return Usage;
    case CommandLine::Wants::Help:
        printLine(stdout, helpOf(*m_line.command).join(u'\n'));
        return Done;
    case CommandLine::Wants::Correction:
        return usageError(m_line.complaint);
    case CommandLine::Wants::Run:
        break;
    }
    QTimer::singleShot(0, qApp, [this] { execute(); });
    QCoreApplication::exec();
    return m_exitCode;
}

QCoro::Task<void> Program::execute()
{
    try {
        finish(co_await answer());
    } catch (const std::exception &error) {
        qCritical("%s", error.what());
        finish(unexpected(Error {}));
    }
}

CommandTask Program::answer()
{
    const Command &command = *m_line.command;
    const Result<Work> work = command.read(m_line.arguments);
    if (!work)
        co_return unexpected(work.error());
    const Result<ConnectionSettings> settings = Context::settingsFrom(
        m_line.arguments.text(u"url"_s), m_line.arguments.text(u"desk"_s, u"clinicctl"_s));
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
    co_return co_await (*work)(*m_context);
}

void Program::finish(const Result<Answer> &result)
{
    if (!result) {
        const QTimeZone zone = m_context ? m_context->zone() : QTimeZone::utc();
        const QDateTime now = m_context ? m_context->now() : QDateTime::currentDateTimeUtc();
        m_exitCode = printError(result.error(), errorText(result.error(), zone, now));
    } else {
        m_exitCode = result->exitCode;
        print(*result, m_line.json);
    }
    // Deferred: exit() before exec() has begun would be lost.
    QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(); });
}

int Program::printError(const Error &error, const QString &message)
{
    if (m_line.json)
        printJson({{u"error"_s,
                    jsonOf(error, m_context ? m_context->zone() : QTimeZone::utc(), message)}});
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
