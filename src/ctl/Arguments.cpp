#include "ctl/Arguments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

bool holdsControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\t' && c != u'\n') || c.unicode() == 0x7f;
    });
}

std::optional<qint64> positive(const QString &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

Error validationError(const QString &field, const QString &why)
{
    return Error {ErrorKind::ValidationFailed, {}, ValidationDetails {{{field, why}}}, {}};
}

Arguments::Arguments(QHash<QString, QStringList> options, QStringList words)
    : m_options(std::move(options))
    , m_words(std::move(words))
{
    for (auto option = m_options.cbegin(); option != m_options.cend(); ++option) {
        if (std::any_of(option->cbegin(), option->cend(), holdsControls))
            complain(option.key(), u"control_character"_s);
    }
    if (std::any_of(m_words.cbegin(), m_words.cend(), holdsControls))
        complain(u"argument"_s, u"control_character"_s);
}

QString Arguments::text(const QString &option, const QString &otherwise) const
{
    const QStringList values = m_options.value(option);
    return values.isEmpty() ? otherwise : values.constLast();
}

std::optional<QString> Arguments::optionalText(const QString &option) const
{
    return has(option) ? std::optional(text(option)) : std::nullopt;
}

QString Arguments::required(const QString &option)
{
    const QString value = text(option);
    if (value.trimmed().isEmpty())
        complain(option, u"missing"_s);
    return value;
}

QString Arguments::word(const QString &name)
{
    const QString value = m_words.value(0);
    if (value.trimmed().isEmpty())
        complain(name, u"missing"_s);
    return value;
}

std::optional<int> Arguments::optionalNumber(const QString &option, int least, int most)
{
    if (!has(option))
        return std::nullopt;
    bool isNumber = false;
    const int value = text(option).toInt(&isNumber);
    if (!isNumber)
        complain(option, u"format"_s);
    else if (value < least || value > most)
        complain(option, u"range"_s);
    return value;
}

int Arguments::number(const QString &option, int least, int most, int otherwise)
{
    return optionalNumber(option, least, most).value_or(otherwise);
}

std::optional<bool> Arguments::yesNo(const QString &option)
{
    if (!has(option))
        return std::nullopt;
    const QString value = text(option);
    if (value != "yes"_L1 && value != "no"_L1)
        complain(option, u"format"_s);
    return value == "yes"_L1;
}

std::optional<QDate> Arguments::optionalDate(const QString &option)
{
    if (!has(option))
        return std::nullopt;
    const QString typed = text(option);
    const QDate value = QDate::fromString(typed, Qt::ISODate);
    // Qt reads a date also where more follows.
    if (!value.isValid() || typed.size() != 10)
        complain(option, u"format"_s);
    return value;
}

QDate Arguments::date(const QString &option)
{
    required(option);
    return optionalDate(option).value_or(QDate());
}

std::optional<QTime> Arguments::time(const QString &option)
{
    if (!has(option))
        return std::nullopt;
    const QTime value = QTime::fromString(text(option), u"HH:mm"_s);
    if (!value.isValid())
        complain(option, u"format"_s);
    return value;
}

std::optional<QTime> Arguments::endTime(const QString &option)
{
    return text(option) == "24:00"_L1 ? QTime() : time(option);
}

std::optional<TypedTime> Arguments::optionalInstant(const QString &option)
{
    if (!has(option))
        return std::nullopt;
    std::optional<TypedTime> typed = TypedTime::parse(text(option));
    if (!typed)
        complain(option, u"format"_s);
    return typed;
}

TypedTime Arguments::instant(const QString &option)
{
    required(option);
    return optionalInstant(option).value_or(TypedTime());
}

QUuid Arguments::operation()
{
    if (!has(u"operation"_s))
        return QUuid::createUuid();
    const QString typed = text(u"operation"_s).trimmed();
    const QUuid id(typed);
    // Qt reads an id also where more follows; with braces it has 38 characters.
    if (id.isNull() || (typed.size() != 36 && typed.size() != 38))
        complain(u"operation"_s, u"format"_s);
    return id;
}

std::optional<int> Arguments::version()
{
    constexpr int highest = 1'000'000;
    return optionalNumber(u"version"_s, 1, highest);
}

qint64 Arguments::id(const QString &name)
{
    const QString typed = word(name);
    const std::optional<qint64> value = positive(typed);
    if (!value)
        complain(name, u"format"_s);
    return value.value_or(0);
}

AppointmentId Arguments::appointment()
{
    return AppointmentId {id(u"appointment"_s)};
}

std::optional<RuleOverride> Arguments::ruleOverride()
{
    static const QStringList rules {u"hours"_s, u"lead_time"_s, u"horizon"_s, u"day_full"_s};
    if (!has(u"override"_s)) {
        if (has(u"because"_s))
            complain(u"override"_s, u"missing"_s);
        return std::nullopt;
    }
    RuleOverride result {text(u"override"_s), required(u"because"_s)};
    if (!rules.contains(result.rule))
        complain(u"override"_s, u"format"_s);
    return result;
}

void Arguments::complain(const QString &field, const QString &why)
{
    const QString name = QString(field).replace(u'-', u'_');
    if (!m_complaints.contains(name))
        m_complaints.insert(name, why);
}

Result<NoArguments> readNothing(Arguments arguments)
{
    return arguments.checked(NoArguments {});
}

} // namespace ClinicDesk::Ctl
