#pragma once

#include <cstddef>
#include <span>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// Whether the Hasse diagram, as an undirected graph, is a tree.
bool hasse_diagram_is_tree(const Poset& p);

/// e(P[C₁, …, Cₙ]) with a chain of lengths[i] ≥ 1 points in place of point i, for a P whose Hasse diagram is a tree.
/// Ref [atkinson1990]. Cost: O(N²) products of integers, N the sum of the lengths. Throws too_large beyond about
/// a minute of work.
Integer count_linear_extensions_of_tree(const Poset& p, std::span<const std::size_t> lengths);

}  // namespace tropiary::detail
