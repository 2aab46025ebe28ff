#pragma once

#include "database/Transaction.h"
#include "domain/Error.h"

namespace ClinicDesk {

/// Why a row of master data with this id and the version that was seen could not be written:
/// another desk has changed it (StaleRow with what it is now and who made it so), or it is not
/// there, or not this person's to write (NotFound). `entity` is the table's name; the setting has
/// no id.
[[noreturn]] void refuseUnwritten(Transaction &transaction, const QString &entity, qint64 id,
                                  int seenVersion);

} // namespace ClinicDesk
