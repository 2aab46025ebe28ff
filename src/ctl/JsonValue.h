#pragma once

#include "ctl/ClinicTime.h"

#include <QJsonArray>
#include <QJsonObject>

/// The parts of the program's stable JSON: ids are numbers, times ISO 8601 with the clinic's
/// offset, what is absent is null. Each feature's objects are made by its own jsonOf().
namespace ClinicDesk::Ctl {

/// Null for an invalid or absent instant.
[[nodiscard]] inline QJsonValue jsonTime(const std::optional<QDateTime> &instant,
                                         const QTimeZone &zone)
{
    return instant && instant->isValid() ? QJsonValue(isoText(*instant, zone)) : QJsonValue();
}

[[nodiscard]] inline QJsonValue jsonDate(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

template<typename Id> [[nodiscard]] QJsonValue jsonId(const std::optional<Id> &id)
{
    return id ? QJsonValue(id->value) : QJsonValue();
}

inline void addMembers(QJsonObject &into, const QJsonObject &from)
{
    for (auto member = from.begin(); member != from.end(); ++member)
        into.insert(member.key(), member.value());
}

/// Calls the jsonOf() that stands in the values' namespace.
template<typename T, typename... Zone>
[[nodiscard]] QJsonArray jsonList(const QList<T> &values, const Zone &...zone)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(jsonOf(value, zone...));
    return array;
}

} // namespace ClinicDesk::Ctl
