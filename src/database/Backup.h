#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"

#include <QString>

namespace ClinicDesk {

/// Writes a verified dump of the database into the folder, readable by its owner only, and keeps
/// the newest 14 of that database. A dump appears under its name only when it is complete and
/// pg_restore can read it; a failed one leaves nothing and removes nothing. Blocks for as long as
/// pg_dump runs; any thread.
///
/// ValidationFailed with rule "folder_not_writable" or "disk_full" (field "folder" names it),
/// Unreachable with rule "no_postgresql" (pg_dump is not installed), "pg_dump" (it failed; why is
/// in the log) or "verify".
[[nodiscard]] Result<bool> dumpDatabase(const ConnectionSettings &settings, const QString &folder);

} // namespace ClinicDesk
