#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// A poset on at most 16 points in machine words: bit i of below[j] says i < j. Points come level by level, so the
/// numbering is a linear extension.
struct SmallPoset {
  static constexpr std::size_t max_size = 16;
  std::size_t size = 0;
  std::array<std::uint16_t, max_size> below{};
};

Poset to_poset(const SmallPoset& p);

/// Which posets an enumeration shows. `height` is pushed into the search; the others are tests of every poset that
/// the search finds, so they save no time yet.
struct EnumerationOptions {
  bool connected = false;  ///< exactly one connected component
  bool series_parallel = false;
  bool lattice = false;
  bool graded = false;
  std::optional<std::size_t> height = {};
  std::optional<std::size_t> width = {};
  /// Only part shard of the `shards` parts: 0 ≤ shard < shards. The parts are disjoint, their union is the whole, and
  /// they depend on the size and on these two numbers alone.
  std::size_t shard = 0;
  std::size_t shards = 1;
};

/// Every poset on n points once up to isomorphism, always in the same order, until the visitor returns false. Returns
/// whether the end was reached. Throws too_large for n > 16, invalid_argument unless shard < shards.
///
/// A poset is the part under its last level together with the multiset of the down-sets under the points of that
/// level, and two of them are isomorphic when an automorphism of the part takes one multiset to the other. The search
/// visits the least multiset of each orbit; it keeps no table of posets. Cost: some tens of nanoseconds a
/// poset without filters. Compare [brinkmann2002], which adds single points and tests canonical forms.
bool for_each_poset(std::size_t n, const EnumerationOptions& options,
                    const std::function<bool(const SmallPoset&)>& visitor);

/// How many posets `for_each_poset` visits. Throws like it.
///
/// Without filters and shards the last one or two levels are counted and not listed: for each poset L on fewer points
/// by the lemma of Burnside over the automorphisms of L, so that n needs the posets on n − 2 points and some
/// microseconds for each; the connected ones follow by the inverse Euler transform.
Integer count_posets(std::size_t n, const EnumerationOptions& options = {});

}  // namespace tropiary
