#pragma once

#include "database/SqlError.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace ClinicDesk {

/// Ends a transaction's body: no such row, or none that this person may see or write.
[[noreturn]] inline void refuseNotFound()
{
    throw Refusal {Error {ErrorKind::NotFound, {}, {}, {}}};
}

template<typename T> [[nodiscard]] T orNotFound(std::optional<T> found)
{
    if (!found)
        refuseNotFound();
    return *std::move(found);
}

/// The element that matches; NotFound.
template<typename T, typename Matches> [[nodiscard]] T theOne(const QList<T> &all, Matches matches)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), matches);
    if (found == all.cend())
        refuseNotFound();
    return *found;
}

} // namespace ClinicDesk
