#pragma once

namespace ClinicDesk {

/// A statement as the server keeps it: PREPAREd under `name` once per connection, then EXECUTEd
/// with literals. `types` are the parameters' SQL types in order, comma separated ("bigint,
/// timestamptz").
struct Statement
{
    const char *name;
    const char *types;
    const char *sql; ///< with $1, $2, ...
};

} // namespace ClinicDesk
