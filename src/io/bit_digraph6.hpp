#pragma once

#include <string>
#include <string_view>

#include "order/bit_order.hpp"

namespace tropiary::io {

/// The number of vertices that a digraph6 text announces, if it is "&", a number up to 62 in one character, and rows of
/// the right length.
std::size_t short_digraph6_size(std::string_view text);
inline constexpr std::size_t no_size = static_cast<std::size_t>(-1);

/// Reads digraph6 of at most as many vertices as Word has bits (and 62) into the rows of `above`, as relations: not
/// closed yet. False for anything that parse_digraph6 would refuse for its characters or padding, or reads more slowly.
template <class Word>
bool read_digraph6(std::string_view text, detail::BitOrder<Word>& relation);

/// Appends the order relabelled by `position`, as to_digraph6 writes it.
template <class Word>
void append_digraph6(const detail::BitOrder<Word>& order,
                     const std::array<std::uint8_t, detail::BitOrder<Word>::capacity>& position, std::string& text);

/// Appends what canonical_digraph6 returns.
void append_canonical_digraph6(std::string_view digraph6, std::string& text);

}  // namespace tropiary::io
