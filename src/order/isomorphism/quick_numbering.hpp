#pragma once

#include <optional>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// A canonical numbering found without a search.
struct QuickNumbering {
  std::vector<Element> position;            ///< of each point; a linear extension
  std::vector<std::vector<Element>> twins;  ///< ascending; the automorphisms are the permutations inside these classes
};

/// Tells points apart by hashes of what lies below and above them in the Hasse diagram. Nothing unless all points that
/// stay together are twins: points with the same covers, which are interchangeable. Whether it succeeds depends on the
/// isomorphism type alone. Cost: O(n log n + covers).
std::optional<QuickNumbering> quick_numbering(const Poset& p);

}  // namespace tropiary::detail
