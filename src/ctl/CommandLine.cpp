#include "ctl/CommandLine.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

/// A complaint repeats what was typed, but not 10,000 characters of it.
QString shortened(const QString &typed)
{
    constexpr qsizetype most = 120;
    return typed.size() <= most ? typed : typed.left(most) + u"..."_s;
}

const QList<OptionSpec> &globalOptions()
{
    static const QList<OptionSpec> options {
        {u"json"_s, {}, u"Print one JSON object."_s},
        {u"url"_s, u"URL"_s, u"postgresql://user@host:port/database, without a password."_s},
        {u"desk"_s, u"NAME"_s, u"The desk others see (default: clinicctl)."_s},
    };
    return options;
}

bool isGlobal(const QString &word)
{
    const auto &options = globalOptions();
    return std::any_of(options.cbegin(), options.cend(), [&](const OptionSpec &option) {
        return word == u"--"_s + option.name
            || (!option.value.isEmpty() && word.startsWith(u"--"_s + option.name + u'='));
    });
}

bool takesNextWord(const QString &word)
{
    return isGlobal(word) && word != "--json"_L1 && !word.contains(u'=');
}

/// Takes the global options off the front.
QStringList takeGlobals(QStringList &words)
{
    QStringList globals;
    while (!words.isEmpty() && isGlobal(words.constFirst())) {
        globals.append(words.takeFirst());
        if (takesNextWord(globals.constLast()) && !words.isEmpty())
            globals.append(words.takeFirst());
    }
    return globals;
}

/// Takes a command's name off the front, of two words or of one; none: it names no command.
const Command *takeCommand(QStringList &words, const QList<Command> &commands)
{
    for (const int count : {2, 1}) {
        const QString name = words.mid(0, count).join(u' ');
        const auto command = std::find_if(commands.cbegin(), commands.cend(),
                                          [&](const Command &c) { return c.name == name; });
        if (words.size() >= count && command != commands.cend()) {
            words.remove(0, count);
            return &*command;
        }
    }
    return nullptr;
}

CommandLine correction(CommandLine line, const QString &complaint)
{
    line.wants = CommandLine::Wants::Correction;
    line.complaint = complaint;
    return line;
}

/// `words` are those after the command's name.
CommandLine readOptions(CommandLine line, const QStringList &words)
{
    const Command &command = *line.command;
    const QList<OptionSpec> specs = command.options + globalOptions();
    QCommandLineParser parser;
    parser.addHelpOption();
    for (const OptionSpec &option : specs)
        parser.addOption(QCommandLineOption(option.name, option.help, option.value));
    if (!parser.parse(QStringList {u"clinicctl"_s} + words))
        return correction(line, shortened(parser.errorText()));
    if (parser.isSet(u"help"_s)) {
        line.wants = CommandLine::Wants::Help;
        return line;
    }
    line.json = parser.isSet(u"json"_s);
    const QStringList positional = parser.positionalArguments();
    const bool takesAll = !command.words.isEmpty() && command.words.constLast().endsWith("..."_L1);
    if (!takesAll && positional.size() > command.words.size())
        return correction(
            line,
            u"unexpected argument \"%1\""_s.arg(shortened(positional.at(command.words.size()))));
    QHash<QString, QStringList> options;
    for (const OptionSpec &option : specs) {
        if (parser.isSet(option.name))
            options.insert(option.name,
                           option.value.isEmpty() ? QStringList {u"yes"_s}
                                                  : parser.values(option.name));
    }
    line.arguments = Arguments(options, positional);
    for (const OptionSpec &option : specs) {
        if (!option.repeats && options.value(option.name).size() > 1)
            line.arguments.complain(option.name, u"doubled"_s);
    }
    line.wants = CommandLine::Wants::Run;
    return line;
}

} // namespace

CommandLine CommandLine::read(QStringList words, const QList<Ctl::Command> &commands)
{
    CommandLine line;
    const QStringList globals = takeGlobals(words);
    line.json = globals.contains(u"--json"_s) || words.contains(u"--json"_s);
    const QString first = words.value(0);
    line.command = takeCommand(words, commands);
    // In front of the rest, so that a "--" keeps its meaning.
    if (line.command)
        return readOptions(line, globals + words);
    if (first == "--version"_L1)
        line.wants = Wants::Version;
    else if (words.isEmpty())
        line.wants = Wants::Command;
    else if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1)
        line.wants = Wants::Overview;
    else
        line.complaint = u"unknown command \"%1\"; see clinicctl --help"_s.arg(shortened(first));
    return line;
}

QStringList overviewOf(const QList<Command> &commands)
{
    QStringList lines {
        u"clinicctl COMMAND [options]; clinicctl COMMAND --help tells more."_s,
        u"The server is found as by every libpq program: PGHOST, PGPORT, PGDATABASE, PGUSER, "
        "PGPASSFILE, PGSERVICE, or --url."_s,
        QString()};
    for (const Command &command : commands)
        lines.append(u"  %1 %2"_s.arg(command.name, -22).arg(command.help));
    lines.append(
        {QString(),
         u"Exit codes: 0 done, 1 failed, 2 wrong usage or entry, 3 refused by a rule, 4 busy or "
         "unreachable,\n            5 outcome unknown, 6 not permitted or sign-in refused."_s});
    return lines;
}

QStringList helpOf(const Command &command)
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
    return lines;
}

} // namespace ClinicDesk::Ctl
