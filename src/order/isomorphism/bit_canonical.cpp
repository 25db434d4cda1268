#include "order/isomorphism/bit_canonical.hpp"

#include "order/isomorphism/canonical_search.hpp"
#include "order/lanes.hpp"

// Nearly all small posets are told apart without a search. Each point gets a hash of the numbers of points below and
// above it, and twice a hash of the hashes of these points. Sorted by the number of points below and then by hash, all
// points that are not twins mostly have places of their own. A collision of hashes only sends the poset to the search.

namespace tropiary::detail {

namespace {

using Row = Lanes::Row;

/// after[k] is all ones in the lanes after k.
constexpr std::array<Row, ShortOrder::capacity> after = [] {
  std::array<Row, ShortOrder::capacity> rows{};
  for (std::size_t k = 0; k < rows.size(); ++k) {
    for (std::size_t i = k + 1; i < rows.size(); ++i) rows[k][i] = 0xffff;
  }
  return rows;
}();

Lanes everywhere(unsigned x) { return Lanes(static_cast<std::uint16_t>(x)); }

bool are_numbers(const Row& rank, std::size_t n) {
  unsigned seen = 0;
  for (std::size_t k = 0; k < n; ++k) seen |= 1U << rank[k];
  return seen + 1 == 1U << n;
}

bool quick_positions(const ShortOrder& order, Row& position) {
  const std::size_t n = order.size;
  const Lanes below(order.below);
  const Lanes above(order.above);
  const Lanes level = bit_counts(below);
  Lanes hash = (level * everywhere(16) + bit_counts(above) + everywhere(1)) * everywhere(0x9e37);
  for (int round = 0; round < 2; ++round) {
    hash = hash ^ (hash >> 7);
    const Row as_lower = (hash * everywhere(0xb5c3)).row();
    const Row as_upper = ((hash ^ (hash >> 5)) * everywhere(0x6d2b)).row();
    for (std::size_t k = 0; k < n; ++k) {
      hash = hash + (has_bit(below, k) & Lanes(as_lower[k])) + (has_bit(above, k) & Lanes(as_upper[k]));
    }
    hash = hash * everywhere(0xa3d1);
  }
  const Row levels = level.row();
  const Row hashes = hash.row();
  Lanes rank;
  for (std::size_t k = 0; k < n; ++k) {
    const Lanes its_level(levels[k]);
    rank = rank - ((its_level < level) | ((its_level == level) & (Lanes(hashes[k]) < hash)));
  }
  position = rank.row();
  if (are_numbers(position, n)) return true;
  for (std::size_t k = 0; k + 1 < n; ++k) {
    const Lanes twins = (below == Lanes(order.below[k])) & (above == Lanes(order.above[k]));
    rank = rank - (twins & Lanes(after[k]));
  }
  position = rank.row();
  return are_numbers(position, n);
}

}  // namespace

std::array<std::uint8_t, ShortOrder::capacity> canonical_positions(const ShortOrder& order) {
  Row quick;
  if (!quick_positions(order, quick)) return CanonicalSearch<std::uint16_t>(order).position();
  std::array<std::uint8_t, ShortOrder::capacity> position{};
  for (std::size_t k = 0; k < order.size; ++k) position[k] = static_cast<std::uint8_t>(quick[k]);
  return position;
}

std::array<std::uint8_t, LongOrder::capacity> canonical_positions(const LongOrder& order) {
  return CanonicalSearch<std::uint64_t>(order).position();
}

}  // namespace tropiary::detail
