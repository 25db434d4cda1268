#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// The edges of O(P), sorted pairs i < j of positions in order_polytope(p).vertices(): the indicators of two up-sets
/// are adjacent iff one contains the other and the difference is connected. Ref [stanley1986], [hibili2017].
/// Throws too_large for more than 64 points or more than `max_edges` edges, before they are listed.
/// Cost: O(n) for each pair of an up-set in an up-set.
std::vector<std::pair<std::size_t, std::size_t>> order_polytope_edges(const Poset& p,
                                                                      std::size_t max_edges = std::size_t{1} << 24);
/// The edges of C(P), sorted pairs of positions in chain_polytope(p).vertices(): two antichains are adjacent iff their
/// symmetric difference is connected (in the comparability graph). Ref [chvatal1975], [hibili2017].
/// Throws like order_polytope_edges, or for more than 2¹⁵ antichains. Cost: O(width²) words for each pair of
/// antichains.
std::vector<std::pair<std::size_t, std::size_t>> chain_polytope_edges(const Poset& p,
                                                                      std::size_t max_edges = std::size_t{1} << 24);
/// The number of edges of O(P), which is that of C(P) [hibili2017]. Cost and errors as order_polytope_f_vector.
Integer count_order_polytope_edges(const Poset& p);

/// The greatest distance of two vertices along edges. Diameters add up over connected components; for one of N up-sets
/// and E edges, O(N · E). Throws too_large for more than 2³³ of these steps, and like order_polytope_edges.
std::size_t order_polytope_diameter(const Poset& p);
std::size_t chain_polytope_diameter(const Poset& p);

}  // namespace tropiary
