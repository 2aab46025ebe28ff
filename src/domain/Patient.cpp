#include "domain/Patient.h"

#include <algorithm>

namespace ClinicDesk {

QString toKey(Sex sex)
{
    switch (sex) {
    case Sex::Unknown:
        return QStringLiteral("unknown");
    case Sex::Female:
        return QStringLiteral("female");
    case Sex::Male:
        return QStringLiteral("male");
    case Sex::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

std::optional<Sex> sexFromKey(QStringView key)
{
    for (const Sex sex : {Sex::Unknown, Sex::Female, Sex::Male, Sex::Other}) {
        if (key == toKey(sex))
            return sex;
    }
    return std::nullopt;
}

namespace {

bool isRightToLeft(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

} // namespace

QString listName(const QString &familyName, const QString &givenName)
{
    const QString family = familyName.toUpper();
    const QString name
        = givenName.isEmpty() ? family : QString(family + QStringLiteral(", ") + givenName);
    // First strong isolate to pop: else the digits of a sentence join an Arabic name.
    return isRightToLeft(name) ? QString(QChar(0x2068) + name + QChar(0x2069)) : name;
}

int ageInYears(QDate birthDate, QDate today)
{
    if (!birthDate.isValid() || birthDate > today)
        return 0;
    const bool hadBirthday = today.month() > birthDate.month()
        || (today.month() == birthDate.month() && today.day() >= birthDate.day());
    return today.year() - birthDate.year() - (hadBirthday ? 0 : 1);
}

} // namespace ClinicDesk
