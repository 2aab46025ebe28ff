#pragma once

#include "database/Rows.h"

namespace ClinicDesk {

/// Each row by `from`, which reads one.
template<typename T> [[nodiscard]] QList<T> listOf(const Rows &rows, T (*from)(const Row &))
{
    QList<T> list;
    list.reserve(rows.size());
    for (const Row &row : rows)
        list.append(from(row));
    return list;
}

/// The only row of a statement that finds one or none.
template<typename T>
[[nodiscard]] std::optional<T> firstOf(const Rows &rows, T (*from)(const Row &))
{
    return rows.isEmpty() ? std::nullopt : std::optional<T>(from(rows.constFirst()));
}

} // namespace ClinicDesk
