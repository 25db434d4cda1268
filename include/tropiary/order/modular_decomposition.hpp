#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// The modular decomposition (Gallai tree) of a poset: every poset is uniquely a tree of disjoint unions, ordinal sums
/// and prime posets. Nodes lie in one array, children before parents, the root last; nothing is recursive, so trees of
/// any depth are safe.
struct ModularDecomposition {
  enum class Kind : std::uint8_t { point, disjoint_union, ordinal_sum, prime };
  struct Node {
    Kind kind;
    Element point{};                    ///< for Kind::point
    std::vector<std::size_t> children;  ///< node indices; an ordinal sum's from bottom to top
    Poset quotient;                     ///< for Kind::prime: the prime poset on the children, in their order
  };
  std::vector<Node> nodes;  ///< empty for the empty poset

  [[nodiscard]] std::size_t root() const noexcept { return nodes.size() - 1; }
};

/// Children of unions and primes come by their smallest element. Throws too_large for a prime part on more than
/// Poset::closure_limit points. Cost: O(n + covers) for each of the first levels, which are all of a shallow
/// series-parallel poset; expected O(n² log n) comparisons for the rest, whatever the depth of the tree.
/// Ref [gallai1967], [ehrenfeucht1994].
ModularDecomposition modular_decomposition(const Poset& p);

bool is_series_parallel(const Poset& p);  ///< no prime nodes (the empty poset and the point are)
bool is_prime(const Poset& p);            ///< at least three points and only trivial modules
/// Whether every point outside compares the same way to all points of the set.
bool is_module(const Poset& p, const ElementSet& set);

}  // namespace tropiary
