#include "ctl/ExitCode.h"
#include "ctl/ReadingFixture.h"
#include "domain/ErrorText.h"

using namespace ClinicDesk;
using namespace ClinicDesk::Ctl;
using namespace Qt::StringLiterals;

namespace {

/// Of one command: the words that are needed, and a good value for every option that takes one.
struct Example
{
    QString command;
    QStringList words;
    QStringList needed; ///< options without which it is refused
};

const QList<Example> &examples()
{
    static const QList<Example> all {
        {u"serve"_s, {}, {u"data"_s}},
        {u"init"_s, {}, {}},
        {u"migrate"_s, {}, {}},
        {u"schema-version"_s, {}, {}},
        {u"check"_s, {}, {}},
        {u"join-file"_s, {}, {}},
        {u"backup"_s, {u"folder"_s}, {}},
        {u"locks"_s, {}, {}},
        {u"prove"_s, {}, {}},
        {u"demo-data"_s, {}, {}},
        {u"slots"_s, {}, {}},
        {u"day"_s, {}, {}},
        {u"history"_s, {u"7"_s}, {}},
        {u"book"_s, {}, {u"doctor"_s, u"patient"_s, u"start"_s}},
        {u"confirm"_s, {u"7"_s}, {}},
        {u"reject"_s, {u"7"_s}, {}},
        {u"cancel"_s, {u"7"_s}, {}},
        {u"move"_s, {u"7"_s}, {}},
        {u"check-in"_s, {u"7"_s}, {}},
        {u"start"_s, {u"7"_s}, {}},
        {u"complete"_s, {u"7"_s}, {}},
        {u"no-show"_s, {u"7"_s}, {}},
        {u"undo"_s, {u"7"_s}, {}},
        {u"patients add"_s, {}, {}},
        {u"patients edit"_s, {u"7"_s}, {}},
        {u"patients find"_s, {u"kim"_s}, {}},
        {u"hours add"_s, {}, {u"doctor"_s, u"weekday"_s, u"from"_s, u"to"_s}},
        {u"hours set"_s, {u"7"_s}, {}},
        {u"hours list"_s, {}, {}},
        {u"hours remove"_s, {u"7"_s}, {}},
        {u"exceptions add"_s, {}, {u"doctor"_s, u"kind"_s, u"start"_s, u"end"_s}},
        {u"exceptions set"_s, {u"7"_s}, {}},
        {u"exceptions list"_s, {}, {}},
        {u"exceptions remove"_s, {u"7"_s}, {}},
        {u"closed-days add"_s, {}, {u"date"_s, u"name"_s}},
        {u"closed-days set"_s, {}, {u"date"_s, u"name"_s}},
        {u"closed-days list"_s, {}, {}},
        {u"closed-days remove"_s, {}, {u"date"_s}},
        {u"doctors add"_s, {}, {u"login"_s, u"licence"_s}},
        {u"doctors set"_s, {u"7"_s}, {}},
        {u"doctors list"_s, {}, {}},
        {u"doctors remove"_s, {u"7"_s}, {}},
        {u"rooms add"_s, {}, {u"name"_s}},
        {u"rooms set"_s, {u"7"_s}, {}},
        {u"rooms list"_s, {}, {}},
        {u"rooms remove"_s, {u"7"_s}, {}},
        {u"types add"_s, {}, {u"name"_s}},
        {u"types set"_s, {u"7"_s}, {}},
        {u"types list"_s, {}, {}},
        {u"types remove"_s, {u"7"_s}, {}},
        {u"clinic set"_s, {}, {}},
        {u"staff add"_s, {}, {u"login"_s, u"name"_s, u"role"_s}},
        {u"staff list"_s, {}, {}},
        {u"staff disable"_s, {u"ana"_s}, {}},
        {u"staff password"_s, {u"ana"_s}, {}},
    };
    return all;
}

/// By what stands for an option's value in --help: one that can be read, and some that cannot.
struct Value
{
    QString good;
    QStringList malformed;
};

Value valueOf(const OptionSpec &option)
{
    if (option.name == "role"_L1)
        return {u"doctor"_s, {u"surgeon"_s, u"Doctor"_s, u""_s}};
    if (option.name == "sex"_L1)
        return {u"female"_s, {u"f"_s, u""_s}};
    if (option.name == "override"_L1)
        return {u"hours"_s, {u"overlap"_s, u""_s}};
    if (option.name == "zone"_L1 && option.help.startsWith("Its"_L1))
        return {u"Europe/Berlin"_s, {u"Nowhere/Such"_s, u""_s}};
    if (option.name == "port"_L1)
        return {u"5433"_s, {u"0"_s, u"65536"_s, u"http"_s, u""_s}};
    if (option.value == "N"_L1 || option.value == "MINUTES"_L1)
        return {option.name == "doctors"_L1 || option.name == "slot"_L1 ? u"5"_s : u"7"_s,
                {u"x"_s, u"1.5"_s, u"-1"_s, u"99999999999999999999"_s, u"7 8"_s, u""_s}};
    if (option.value == "DATE"_L1)
        return {u"2026-11-24"_s,
                {u"2026-02-30"_s, u"24.11.2026"_s, u"tomorrow"_s, u"2026-11-24T10:00"_s,
                 u"2026-11-24x"_s, u""_s}};
    if (option.value == "TIME"_L1)
        return {u"2026-11-24T10:20"_s,
                {u"2026-11-24"_s, u"10:20"_s, u"2026-11-24T24:01"_s, u"2026-02-30T10:20"_s,
                 u"2026-11-24T10:20+99:00"_s, u"soon"_s, u""_s}};
    if (option.value == "HH:MM"_L1)
        return {u"10:20"_s, {u"8"_s, u"8:00"_s, u"25:00"_s, u"10:60"_s, u"10:20:30"_s, u""_s}};
    if (option.value == "UUID"_L1)
        return {u"1f0c0f0e-5f0a-4a63-9d5f-0123456789ab"_s,
                {u"1"_s, u"1f0c0f0e-5f0a-4a63-9d5f-0123456789a"_s,
                 u"00000000-0000-0000-0000-000000000000"_s,
                 u"1f0c0f0e-5f0a-4a63-9d5f-0123456789abc"_s, u""_s}};
    if (option.value.contains(u'|'))
        return {option.value.section(u'|', 0, 0), {u"maybe"_s, option.value, u""_s}};
    return {u"text"_s, {}};
}

QString fieldOf(QString option)
{
    return option.replace(u'-', u'_');
}

/// Every command in turn, with what it needs.
class EveryCommand : public Reading
{
protected:
    /// `spare` is an option that the caller gives itself.
    static QStringList goodWords(const Example &example, const QString &spare = {})
    {
        QStringList words = example.words;
        const auto add = [&](const QString &name) {
            if (name != spare)
                words += {u"--"_s + name, valueOf(option(example, name)).good};
        };
        for (const QString &name : example.needed)
            add(name);
        // A move names something; a reason and its rule come together.
        if (example.command == "move"_L1)
            add(u"start"_s);
        if (spare == "override"_L1)
            add(u"because"_s);
        if (spare == "because"_L1)
            add(u"override"_s);
        return words;
    }
    static OptionSpec option(const Example &example, const QString &name)
    {
        for (const OptionSpec &spec : specs(example)) {
            if (spec.name == name)
                return spec;
        }
        ADD_FAILURE() << qPrintable(example.command) << " has no --" << qPrintable(name);
        return {};
    }
    static QList<OptionSpec> specs(const Example &example)
    {
        return lineOf(example.command, {}).command->options;
    }
    static QMap<QString, QString> complaintsOf(const Example &example, const QStringList &words)
    {
        return complaints(lineOf(example.command, words));
    }
    /// `why` is wrong with `field`, and a person is told so in words of that field.
    static void expectComplaint(const Example &example, const QStringList &words,
                                const QString &field, const QString &why)
    {
        const auto found = complaintsOf(example, words);
        const std::string where
            = QString(example.command + u' ' + words.join(u' ').left(100)).toStdString();
        EXPECT_EQ(found.value(fieldOf(field)), why) << where;
        const Error error = validationError(fieldOf(field), why);
        EXPECT_EQ(exitCodeOf(error.kind), Usage);
        const QString sentence = errorText(error, QTimeZone::utc(), {});
        EXPECT_FALSE(sentence.contains(u"his entry"_s)) << where << ": " << sentence.toStdString();
    }
};

} // namespace

TEST_F(EveryCommand, hasAnExample)
{
    QStringList names;
    for (const Example &example : examples())
        names.append(example.command);
    QStringList registered;
    for (const Command &command : commands())
        registered.append(command.name);
    EXPECT_EQ(names, registered) << "each command needs its example here, in the order of --help";
}

TEST_F(EveryCommand, isReadWithWhatItNeedsAndWithEachOption)
{
    for (const Example &example : examples()) {
        EXPECT_TRUE(complaintsOf(example, goodWords(example)).isEmpty())
            << qPrintable(example.command);
        for (const OptionSpec &spec : specs(example)) {
            QStringList words = goodWords(example, spec.name);
            words += u"--"_s + spec.name;
            if (!spec.value.isEmpty())
                words += valueOf(spec).good;
            EXPECT_TRUE(complaintsOf(example, words).isEmpty())
                << qPrintable(example.command) << " --" << qPrintable(spec.name);
        }
    }
}

TEST_F(EveryCommand, saysWhatIsMissing)
{
    for (const Example &example : examples()) {
        for (const QString &needed : example.needed)
            expectComplaint(example, goodWords(example, needed), needed, u"missing"_s);
        if (!example.words.isEmpty()) {
            QString name = lineOf(example.command, {}).command->words.constFirst().toLower();
            name.remove(u"..."_s);
            for (const QStringList &none : {QStringList {}, QStringList {u" "_s}})
                expectComplaint(example, none + goodWords(example).mid(1), name, u"missing"_s);
        }
    }
}

TEST_F(EveryCommand, refusesWhatItDoesNotKnow)
{
    for (const Example &example : examples()) {
        for (const QStringList &more :
             {QStringList {u"--nonsense"_s}, QStringList {u"--"_s + u"x"_s.repeated(10'000)}}) {
            const CommandLine line = lineOf(example.command, goodWords(example) + more);
            EXPECT_EQ(line.wants, CommandLine::Wants::Correction) << qPrintable(example.command);
            EXPECT_TRUE(line.complaint.contains(u"Unknown option"_s)) << qPrintable(line.complaint);
            EXPECT_LT(line.complaint.size(), 200);
        }
        if (example.command == "patients find"_L1)
            continue;
        const CommandLine line
            = lineOf(example.command, goodWords(example) + QStringList {u"y"_s.repeated(10'000)});
        EXPECT_EQ(line.wants, CommandLine::Wants::Correction) << qPrintable(example.command);
        EXPECT_TRUE(line.complaint.startsWith(u"unexpected argument \"y"_s));
        EXPECT_LT(line.complaint.size(), 200);
    }
}

TEST_F(EveryCommand, refusesAnOptionWithoutItsValue)
{
    for (const Example &example : examples()) {
        for (const OptionSpec &spec : specs(example)) {
            if (spec.value.isEmpty())
                continue;
            const CommandLine line = lineOf(
                example.command, goodWords(example, spec.name) + QStringList {u"--"_s + spec.name});
            EXPECT_EQ(line.wants, CommandLine::Wants::Correction)
                << qPrintable(example.command) << " --" << qPrintable(spec.name);
        }
    }
}

TEST_F(EveryCommand, refusesAnOptionGivenTwiceUnlessItIsAList)
{
    int lists = 0;
    for (const Example &example : examples()) {
        for (const OptionSpec &spec : specs(example)) {
            if (spec.value.isEmpty())
                continue;
            const QString good = valueOf(spec).good;
            const QStringList words = goodWords(example, spec.name)
                + QStringList {u"--"_s + spec.name, good, u"--"_s + spec.name, good};
            if (spec.repeats) {
                EXPECT_TRUE(complaintsOf(example, words).isEmpty());
                ++lists;
            } else {
                expectComplaint(example, words, spec.name, u"doubled"_s);
            }
        }
    }
    EXPECT_EQ(lists, 1) << "the doctors of \"slots\"";
}

TEST_F(EveryCommand, refusesWhatCannotBeReadAsItsKind)
{
    for (const Example &example : examples()) {
        for (const OptionSpec &spec : specs(example)) {
            QStringList malformed = valueOf(spec).malformed;
            if (!malformed.isEmpty())
                malformed.append(u"9"_s.repeated(10'000));
            for (const QString &value : malformed) {
                const QStringList words = goodWords(example, spec.name)
                    + QStringList {u"--"_s + spec.name + u'=' + value};
                // Of the clinic, the field has the database's name.
                const QString field = example.command == "clinic set"_L1 && spec.name == "zone"_L1
                    ? u"time_zone"_s
                    : spec.name;
                const QString why = complaintsOf(example, words).value(fieldOf(field));
                EXPECT_TRUE(why == "format"_L1 || why == "range"_L1
                            || (value.isEmpty() && why == "missing"_L1))
                    << qPrintable(example.command) << " --" << qPrintable(spec.name) << ' '
                    << qPrintable(value.left(40)) << ": " << qPrintable(why);
                expectComplaint(example, words, field, why);
            }
        }
    }
}

TEST_F(EveryCommand, refusesNumbersThatAreNone)
{
    for (const Example &example : examples()) {
        if (example.words != QStringList {u"7"_s})
            continue;
        const QString name = lineOf(example.command, {}).command->words.constFirst().toLower();
        // Patients and doctors also have a key of letters.
        if (name == "patient"_L1 || name == "doctor"_L1)
            continue;
        for (const QString &word : {u"first"_s, u"0"_s, u"7.5"_s, u"7x"_s,
                                    u"99999999999999999999"_s, u"9"_s.repeated(10'000)})
            expectComplaint(example, QStringList {word} + goodWords(example).mid(1), name,
                            u"format"_s);
    }
}

TEST_F(EveryCommand, refusesControlCharacters)
{
    for (const Example &example : examples()) {
        for (const OptionSpec &spec : specs(example)) {
            if (!spec.value.isEmpty())
                expectComplaint(example,
                                goodWords(example, spec.name)
                                    + QStringList {u"--"_s + spec.name, u"bell \x07"_s},
                                spec.name, u"control_character"_s);
        }
        if (!example.words.isEmpty())
            expectComplaint(example, QStringList {u"1\x01"_s} + goodWords(example).mid(1),
                            u"argument"_s, u"control_character"_s);
    }
}

/// How long a text may be, the clinic's database says: the command is read, and refused later.
TEST_F(EveryCommand, readsLongTexts)
{
    const QString text = u"x"_s.repeated(10'000);
    for (const Example &example : examples()) {
        for (const OptionSpec &spec : specs(example)) {
            if (spec.value.isEmpty() || !valueOf(spec).malformed.isEmpty())
                continue;
            const QStringList words
                = goodWords(example, spec.name) + QStringList {u"--"_s + spec.name, text};
            EXPECT_TRUE(complaintsOf(example, words).isEmpty())
                << qPrintable(example.command) << " --" << qPrintable(spec.name);
        }
    }
}

TEST_F(EveryCommand, helpNamesItsWordsAndOptions)
{
    const QString overview = overviewOf(commands()).join(u'\n');
    for (const Command &command : commands()) {
        EXPECT_TRUE(overview.contains(u"  "_s + command.name + u' '));
        const QString help = helpOf(command).join(u'\n');
        EXPECT_TRUE(help.startsWith(u"clinicctl "_s + command.name)) << qPrintable(help);
        EXPECT_TRUE(help.contains(command.help));
        for (const QString &word : command.words)
            EXPECT_TRUE(help.contains(word)) << qPrintable(help);
        for (const OptionSpec &spec : command.options) {
            EXPECT_TRUE(help.contains(u"--"_s + spec.name)) << qPrintable(help);
            EXPECT_TRUE(spec.help.endsWith(u'.')) << qPrintable(spec.help);
        }
    }
}
