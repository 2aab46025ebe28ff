#pragma once

#include <array>
#include <cstddef>

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

/// One SQL text of several pieces, put together by the compiler; its data() is a Statement's `sql`.
template<std::size_t... Sizes> consteval auto sqlText(const char (&...pieces)[Sizes])
{
    std::array<char, (Sizes + ...) - sizeof...(Sizes) + 1> text {};
    std::size_t end = 0;
    const auto append = [&text, &end](const auto &piece, std::size_t length) {
        for (std::size_t i = 0; i < length; ++i)
            text[end++] = piece[i];
    };
    (append(pieces, Sizes - 1), ...);
    return text;
}

} // namespace ClinicDesk
