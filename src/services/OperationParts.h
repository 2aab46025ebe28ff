#pragma once

#include "database/Operation.h"
#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QTime>

#include <optional>

namespace ClinicDesk {

/// What an operation's hash takes of one value of a request: its id stands for these and no others.
[[nodiscard]] inline QString part(const QString &text)
{
    return text;
}

[[nodiscard]] inline QString part(int number)
{
    return QString::number(number);
}

[[nodiscard]] inline QString part(QDate date)
{
    return date.toString(Qt::ISODate);
}

[[nodiscard]] inline QString part(QTime time)
{
    return time.toString(Qt::ISODateWithMs);
}

[[nodiscard]] inline QString part(const QDateTime &time)
{
    return time.isValid() ? QString::number(time.toMSecsSinceEpoch()) : QString();
}

template<typename Tag> [[nodiscard]] QString part(Id<Tag> id)
{
    return QString::number(id.value);
}

template<typename T> [[nodiscard]] QString part(const std::optional<T> &value)
{
    return value ? part(*value) : QString();
}

template<typename... Values> [[nodiscard]] QStringList partsOf(const Values &...values)
{
    return {part(values)...};
}

/// A request without an id is nobody's repeat.
[[nodiscard]] inline Operation operationOf(const QUuid &id, const QString &kind,
                                           const QStringList &parts)
{
    return {id.isNull() ? QUuid::createUuid() : id, kind, Operation::hashOf(parts)};
}

} // namespace ClinicDesk
