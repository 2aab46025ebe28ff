#pragma once

#include "database/TransactionManager.h"
#include "services/Found.h"
#include "services/OperationParts.h"

#include <utility>

namespace ClinicDesk {

/// A recorded write whose result is one row: `body` writes and returns it, in a transaction of its
/// own; asked again under the same id, the answer is that row as this operation left it, which
/// `resultOf` reads.
template<typename T, typename Body>
[[nodiscard]] Result<T> recordedWrite(TransactionManager &manager, const Operation &operation,
                                      Body body,
                                      std::optional<T> (*resultOf)(Transaction &, const QUuid &))
{
    return manager.run<T>(operation, TransactionManager::Body<T>(std::move(body)),
                          [resultOf, id = operation.id](Transaction &transaction) {
                              return orNotFound(resultOf(transaction, id));
                          });
}

} // namespace ClinicDesk
