#pragma once

#include "ctl/CommandLine.h"

#include <memory>

namespace ClinicDesk::Ctl {

/// Runs the command that the words name in the event loop and prints its answer: one JSON object
/// on stdout with --json, else lines; messages on stderr. Lives on the main thread.
class Program
{
public:
    explicit Program(const QStringList &words); ///< without the program's name
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    /// The exit code.
    [[nodiscard]] int run();

private:
    QCoro::Task<void> execute();
    CommandTask answer();
    void finish(const Result<Answer> &result);
    int printError(const Error &error, const QString &message);
    int usageError(const QString &message);

    const QList<Command> m_commands;
    const CommandLine m_line;
    std::unique_ptr<Context> m_context;
    int m_exitCode = 0;
};

} // namespace ClinicDesk::Ctl
