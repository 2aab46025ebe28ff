#pragma once

#include "ctl/Command.h"

/// The table of the program's commands. Each feature's list stands in its own folder, with the
/// reading of its arguments and its JSON beside it; --help is made from this table.
namespace ClinicDesk::Ctl {

[[nodiscard]] QList<Command> serveCommands(); ///< serve
[[nodiscard]] QList<Command> databaseCommands(); ///< init, migrate, check, backup, ...
[[nodiscard]] QList<Command> lockCommands(); ///< locks
[[nodiscard]] QList<Command> proofCommands(); ///< prove
[[nodiscard]] QList<Command> demoCommands(); ///< demo-data
[[nodiscard]] QList<Command> readingCommands(); ///< slots, day, history
[[nodiscard]] QList<Command> appointmentCommands(); ///< book, confirm, move, undo, ...
[[nodiscard]] QList<Command> patientCommands(); ///< patients ...
[[nodiscard]] QList<Command> scheduleCommands(); ///< hours, exceptions, closed-days ...
[[nodiscard]] QList<Command> settingCommands(); ///< doctors, rooms, types, clinic ...
[[nodiscard]] QList<Command> staffCommands(); ///< staff ...

/// All of them, in the order of --help.
[[nodiscard]] inline QList<Command> allCommands()
{
    return serveCommands() + databaseCommands() + lockCommands() + proofCommands() + demoCommands()
        + readingCommands() + appointmentCommands() + patientCommands() + scheduleCommands()
        + settingCommands() + staffCommands();
}

} // namespace ClinicDesk::Ctl
