#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace ClinicDesk {

/// A piece of a statement that several statements share, such as a list of columns.
template<std::size_t size> struct SqlText
{
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is one.
    constexpr SqlText(const char (&literal)[size]) { std::copy_n(literal, size, text.begin()); }

    std::array<char, size> text {}; ///< ends with a zero
};

namespace Detail {
template<SqlText... pieces> struct JoinedSql
{
    static constexpr auto text = [] {
        std::array<char, ((pieces.text.size() - 1) + ... + 1)> joined {};
        auto end = joined.begin();
        ((end = std::copy_n(pieces.text.begin(), pieces.text.size() - 1, end)), ...);
        return joined;
    }();
};
} // namespace Detail

/// The pieces one after the other, put together by the compiler: `sqlOf<"SELECT ", columns,
/// "...">`.
template<SqlText... pieces>
inline constexpr const char *sqlOf = Detail::JoinedSql<pieces...>::text.data();

} // namespace ClinicDesk
