#include "widgets/DateWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int farthestDays = 36500;
constexpr int daysBack = 90;
constexpr int fewestLetters = 2;

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(DateWords)
};

/// What was typed, apart: the numbers and, in between, the words.
struct Parts
{
    QList<int> numbers;
    QList<int> digits; ///< of each number as typed
    QStringList words;
};

/// Lower case, digits of any script as 0 to 9, no marks of direction.
QString plain(const QString &typed)
{
    QString text;
    for (const QChar c : typed.toLower().simplified()) {
        if (c.isDigit())
            text += QChar(u'0' + c.digitValue());
        else if (c == QChar(0x2212))
            text += u'-';
        else if (c.category() != QChar::Other_Format)
            text += c;
    }
    return text;
}

Parts split(const QString &text)
{
    Parts parts;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at;
        if (text.at(at).isDigit()) {
            while (end < text.size() && text.at(end).isDigit())
                ++end;
            parts.numbers << QStringView(text).sliced(at, std::min<qsizetype>(end - at, 8)).toInt();
            parts.digits << int(end - at);
        } else if (text.at(at).isLetter()) {
            while (end < text.size() && (text.at(end).isLetter() || text.at(end).isMark()))
                ++end;
            parts.words << text.sliced(at, end - at);
        } else {
            end = at + 1;
        }
        at = end;
    }
    return parts;
}

/// The only one of `count` names that begins so, from 1 on; 0 when none or several do.
template<typename NameOf> int uniquelyNamed(const QString &typed, int count, NameOf nameOf)
{
    if (typed.size() < fewestLetters)
        return 0;
    int found = 0;
    for (int number = 1; number <= count; ++number) {
        const QStringList names = nameOf(number);
        const bool whole = std::ranges::any_of(
            names, [&](const QString &name) { return plain(name).remove(u'.') == typed; });
        if (whole)
            return number;
        if (std::ranges::none_of(
                names, [&](const QString &name) { return plain(name).startsWith(typed); }))
            continue;
        if (found)
            return 0;
        found = number;
    }
    return found;
}

int weekdayOf(const QString &typed, const QLocale &locale)
{
    for (const QLocale &names : {locale, QLocale::c()}) {
        const int day = uniquelyNamed(typed, 7, [&](int number) {
            return QStringList {names.standaloneDayName(number, QLocale::LongFormat),
                                names.dayName(number, QLocale::ShortFormat),
                                names.dayName(number, QLocale::LongFormat)};
        });
        if (day)
            return day;
    }
    return 0;
}

int monthOf(const QString &typed, const QLocale &locale)
{
    for (const QLocale &names : {locale, QLocale::c()}) {
        const int month = uniquelyNamed(typed, 12, [&](int number) {
            return QStringList {names.standaloneMonthName(number, QLocale::LongFormat),
                                names.monthName(number, QLocale::ShortFormat),
                                names.monthName(number, QLocale::LongFormat)};
        });
        if (month)
            return month;
    }
    return 0;
}

/// Of last, this and next year's, the first that is not further back than the desk looks.
QDate nearest(int day, int month, QDate today)
{
    for (int year = today.year() - 1; year <= today.year() + 8; ++year) {
        const QDate date(year, month, day);
        if (date.isValid() && today.daysTo(date) >= -daysBack)
            return date;
    }
    return {};
}

QDate dated(int day, int month, std::optional<int> year, QDate today)
{
    if (!year)
        return nearest(day, month, today);
    return {*year < 100 ? 2000 + *year : *year, month, day};
}

bool monthComesFirst(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd') && !format.startsWith(u'y');
}

QDate fromNumbers(const Parts &parts, QDate today, const QLocale &locale)
{
    const QList<int> &n = parts.numbers;
    if (n.size() == 1) {
        QDate first(today.year(), today.month(), 1);
        for (int month = 0; month < 12; ++month, first = first.addMonths(1)) {
            const QDate date(first.year(), first.month(), n.at(0));
            if (date.isValid() && date >= today)
                return date;
        }
        return {};
    }
    if (n.size() == 3 && parts.digits.at(0) == 4)
        return {n.at(0), n.at(1), n.at(2)};
    const std::optional<int> year = n.size() == 3 ? std::optional(n.at(2)) : std::nullopt;
    const bool swapped = monthComesFirst(locale) ? n.at(0) <= 12 : n.at(1) > 12 && n.at(0) <= 12;
    return swapped ? dated(n.at(1), n.at(0), year, today) : dated(n.at(0), n.at(1), year, today);
}

std::optional<QDate> fromWord(const QString &text, QDate today, const QLocale &locale)
{
    const auto is = [&text](const char *english, const QString &translated) {
        return text == QLatin1StringView(english) || text == plain(translated);
    };
    if (is("today", Words::tr("today")))
        return today;
    if (is("tomorrow", Words::tr("tomorrow")))
        return today.addDays(1);
    if (is("yesterday", Words::tr("yesterday")))
        return today.addDays(-1);
    if (const int weekday = weekdayOf(text, locale))
        return today.addDays((weekday - today.dayOfWeek() + 7) % 7);
    return std::nullopt;
}

/// "+3", "-1".
std::optional<QDate> fromSteps(QString text, QDate today)
{
    text.remove(u' ');
    if (!text.startsWith(u'+') && !text.startsWith(u'-'))
        return std::nullopt;
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    return isNumber && std::abs(days) <= farthestDays ? std::optional(today.addDays(days))
                                                      : std::nullopt;
}

/// A month by name with one or two numbers, a weekday before it or not.
std::optional<QDate> fromMonth(const Parts &parts, QDate today, const QLocale &locale)
{
    if (parts.words.isEmpty() || parts.numbers.isEmpty() || parts.numbers.size() > 2)
        return std::nullopt;
    int month = monthOf(parts.words.join(u' '), locale);
    if (!month && parts.words.size() > 1 && weekdayOf(parts.words.constFirst(), locale))
        month = monthOf(parts.words.sliced(1).join(u' '), locale);
    if (!month)
        return std::nullopt;
    const std::optional<int> year
        = parts.numbers.size() == 2 ? std::optional(parts.numbers.at(1)) : std::nullopt;
    return dated(parts.numbers.at(0), month, year, today);
}

DateWords checked(QDate day)
{
    if (day.isValid() && day.year() >= 1900 && day.year() <= 2199)
        return {day, {}};
    return {{}, Words::tr("There is no such day.")};
}

} // namespace

DateWords DateWords::read(const QString &typed, QDate today, const QLocale &locale)
{
    const QString text = plain(typed);
    if (text.isEmpty())
        return {};
    if (const std::optional<QDate> day = fromSteps(text, today))
        return checked(*day);
    const Parts parts = split(text);
    if (parts.numbers.isEmpty() && !parts.words.isEmpty()) {
        if (const std::optional<QDate> day = fromWord(parts.words.join(u' '), today, locale))
            return checked(*day);
    } else if (const std::optional<QDate> day = fromMonth(parts, today, locale)) {
        return checked(*day);
    }
    if (parts.words.isEmpty() && !parts.numbers.isEmpty() && parts.numbers.size() <= 3
        && text.at(0).isDigit())
        return checked(fromNumbers(parts, today, locale));
    return {{}, Words::tr("Type a day as 24/11, 24 nov, tue, +3 or today.")};
}

} // namespace ClinicDesk
