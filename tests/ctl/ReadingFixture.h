#pragma once

#include "ctl/CommandLine.h"
#include "ctl/Commands.h"

#include <gmock/gmock.h>

namespace ClinicDesk::Ctl {

/// Reads command lines as the program does, without a program, a server or a clock.
class Reading : public testing::Test
{
protected:
    static const QList<Command> &commands()
    {
        static const QList<Command> all = allCommands();
        return all;
    }

    /// The arguments behind the command's name; a name that is not known fails the test.
    static CommandLine lineOf(const QString &name, const QStringList &words)
    {
        CommandLine line = CommandLine::read(name.split(QLatin1Char(' ')) + words, commands());
        EXPECT_TRUE(line.command && line.command->name == name) << qPrintable(name);
        return line;
    }
    static Arguments arguments(const QStringList &words)
    {
        return lineOf(words.value(0), words.mid(1)).arguments;
    }

    /// What is wrong with each field; nothing when the command would run.
    static QMap<QString, QString> complaints(const CommandLine &line)
    {
        if (line.wants != CommandLine::Wants::Run)
            return {{QStringLiteral("usage"), line.complaint}};
        const Result<Work> work = line.command->read(line.arguments);
        if (work)
            return {};
        EXPECT_EQ(work.error().kind, ErrorKind::ValidationFailed);
        const auto *details = work.error().as<ValidationDetails>();
        EXPECT_TRUE(details && !details->fields.isEmpty());
        return details ? details->fields : QMap<QString, QString>();
    }
};

} // namespace ClinicDesk::Ctl
