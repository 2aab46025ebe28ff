#pragma once

#include "domain/Error.h"

#include <tl/expected.hpp>

namespace ClinicDesk {

/// What every call above the transaction manager returns: the value, or a typed Error.
template<typename T> using Result = tl::expected<T, Error>;

using tl::unexpected;

} // namespace ClinicDesk
