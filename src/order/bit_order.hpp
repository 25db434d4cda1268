#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// An order on at most as many points as a word has bits: bit i of below[j] and bit j of above[i] say i < j. Rows from
/// `size` on are zero.
template <class Word>
struct BitOrder {
  static constexpr std::size_t capacity = 8 * sizeof(Word);
  std::size_t size = 0;
  std::array<Word, capacity> below{};
  std::array<Word, capacity> above{};
};

using ShortOrder = BitOrder<std::uint16_t>;
using LongOrder = BitOrder<std::uint64_t>;

template <class Word>
constexpr Word bit_of(std::size_t i) {
  return static_cast<Word>(Word{1} << i);
}

template <class Word>
std::size_t lowest(Word set) {
  return static_cast<std::size_t>(std::countr_zero(set));
}

template <class Word>
std::size_t count_bits(Word set) {
  return static_cast<std::size_t>(std::popcount(set));
}

/// Calls f(i) for every bit i of the set, ascending.
template <class Word, class F>
void for_each_member(Word set, F&& f) {
  for (; set != 0; set = static_cast<Word>(set & (set - 1))) f(lowest(set));
}

/// The same order; p has at most `capacity` points.
template <class Word>
BitOrder<Word> bit_order(const Poset& p);

/// `above` holds the rows of a relation and becomes its transitive closure, `below` the transpose. Whether the relation
/// has no cycles.
bool close(ShortOrder& order);
bool close(LongOrder& order);

/// At each point its upper covers.
std::array<std::uint16_t, ShortOrder::capacity> upper_covers(const ShortOrder& order);
std::array<std::uint64_t, LongOrder::capacity> upper_covers(const LongOrder& order);

}  // namespace tropiary::detail
