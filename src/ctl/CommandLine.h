#pragma once

#include "ctl/Command.h"

namespace ClinicDesk::Ctl {

/// What the words after the program's name ask for. Pure: no database, no file, no output.
struct CommandLine
{
    enum class Wants {
        Run, ///< `command` with `arguments`
        Help, ///< of `command`
        Overview, ///< of all commands, asked for
        Command, ///< nothing was named
        Version,
        Correction, ///< `complaint` says of what
    };

    Wants wants = Wants::Correction;
    bool json = false;
    const Command *command = nullptr; ///< one of `commands`
    Arguments arguments;
    QString complaint; ///< a sentence without full stop

    /// Global options may also stand before the command.
    [[nodiscard]] static CommandLine read(QStringList words, const QList<Ctl::Command> &commands);
};

/// The lines of `clinicctl --help`.
[[nodiscard]] QStringList overviewOf(const QList<Command> &commands);
/// The lines of `clinicctl COMMAND --help`.
[[nodiscard]] QStringList helpOf(const Command &command);

} // namespace ClinicDesk::Ctl
