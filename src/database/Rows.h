#pragma once

#include "domain/Id.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QTime>
#include <QUuid>
#include <QVariant>

#include <memory>
#include <optional>
#include <stdexcept>
#include <type_traits>

namespace ClinicDesk {

/// Where each column of a result stands, by its name; shared by the result's rows.
using ColumnNames = QHash<QByteArray, int>;

/// One row read to the end. Columns are read by their names, or by position in the order of the
/// SELECT list; a name that the statement does not select is a bug and throws std::out_of_range.
class Row
{
public:
    /// Without names it is read by position only.
    explicit Row(QList<QVariant> values,
                 std::shared_ptr<const ColumnNames> names = std::make_shared<ColumnNames>())
        : m_values(std::move(values))
        , m_names(std::move(names))
    {
    }

    template<typename T> [[nodiscard]] T get(const char *column) const
    {
        return get<T>(at(column));
    }
    template<typename T> [[nodiscard]] std::optional<T> optional(const char *column) const
    {
        return optional<T>(at(column));
    }
    [[nodiscard]] bool isNull(const char *column) const { return isNull(at(column)); }

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
    [[nodiscard]] int at(const char *column) const
    {
        const auto found
            = m_names->constFind(QByteArray::fromRawData(column, qsizetype(qstrlen(column))));
        if (found == m_names->cend())
            throw std::out_of_range(column);
        return *found;
    }

    QList<QVariant> m_values;
    std::shared_ptr<const ColumnNames> m_names;
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
