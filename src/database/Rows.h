#pragma once

#include "domain/Id.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTime>
#include <QUuid>
#include <QVariant>

#include <optional>
#include <type_traits>

namespace ClinicDesk {

/// One row read to the end; columns by position, in the order of the SELECT list.
class Row
{
public:
    explicit Row(QList<QVariant> values)
        : m_values(std::move(values))
    {
    }

    [[nodiscard]] bool isNull(int column) const { return m_values.at(column).isNull(); }
    /// The column as T (bool, int, qint64, double, QString, QByteArray, QUuid, QDate, QTime,
    /// QDateTime in UTC, Id<...>); numeric is exact only as QString.
    /// A NULL gives T{}.
    template<typename T> [[nodiscard]] T get(int column) const;
    template<typename T> [[nodiscard]] std::optional<T> optional(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional<T>(get<T>(column));
    }

private:
    QList<QVariant> m_values;
};

using Rows = QList<Row>;

namespace Detail {
template<typename T> struct IsId : std::false_type
{
};
template<typename Tag> struct IsId<Id<Tag>> : std::true_type
{
};
} // namespace Detail

template<typename T> T Row::get(int column) const
{
    const QVariant &value = m_values.at(column);
    if (value.isNull())
        return T {};
    if constexpr (Detail::IsId<T>::value)
        return T {value.toLongLong()};
    else if constexpr (std::is_same_v<T, qint64>)
        return value.toLongLong();
    else if constexpr (std::is_same_v<T, int>)
        return value.toInt();
    else if constexpr (std::is_same_v<T, bool>)
        return value.toBool();
    else if constexpr (std::is_same_v<T, double>)
        return value.toDouble();
    else if constexpr (std::is_same_v<T, QByteArray>)
        return value.toByteArray();
    else if constexpr (std::is_same_v<T, QString>)
        return value.toString();
    else if constexpr (std::is_same_v<T, QUuid>)
        return QUuid(value.toString());
    else if constexpr (std::is_same_v<T, QDate>)
        return value.toDate();
    else if constexpr (std::is_same_v<T, QTime>)
        return value.toTime();
    else if constexpr (std::is_same_v<T, QDateTime>)
        return value.toDateTime().toUTC();
    else
        static_assert(!sizeof(T), "not a column type");
}

} // namespace ClinicDesk
