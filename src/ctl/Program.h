#pragma once

#include "ctl/Command.h"

#include <memory>
#include <optional>

namespace ClinicDesk::Ctl {

/// Finds the command in the arguments, runs it in the event loop and prints its answer: one JSON
/// object on stdout with --json, else lines; messages on stderr. Lives on the main thread.
class Program
{
public:
    explicit Program(QStringList arguments); ///< without the program's name
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    /// The exit code.
    [[nodiscard]] int run();

private:
    void takeGlobalOptions();
    const Command *takeCommand();
    int printOverview() const;
    int printHelp(const Command &command) const;
    std::optional<Arguments> parse(const Command &command);
    QCoro::Task<void> execute(const Command &command, Arguments arguments);
    CommandTask answer(const Command &command, Arguments arguments);
    void finish(const Result<Answer> &result);
    int printError(const Error &error, const QString &message);
    int usageError(const QString &message);

    QStringList m_arguments;
    const QList<Command> m_commands;
    bool m_json = false;
    std::unique_ptr<Context> m_context;
    int m_exitCode = 0;
};

} // namespace ClinicDesk::Ctl
