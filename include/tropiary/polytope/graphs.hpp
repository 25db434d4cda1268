#pragma once

#include <utility>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// Edges as pairs of positions, the smaller one first, in ascending order.
using EdgeList = std::vector<std::pair<std::size_t, std::size_t>>;

/// The graph of the polytope: which vertices are the two ends of an edge. Cost: one count for each facet
/// and pair of vertices on it, and O(vertices / 64) words for each facet around a pair that may be an edge.
/// Ref [ziegler1995].
EdgeList vertex_graph(const Polytope& k);

/// The graph of the polar: which facets meet in a ridge.
EdgeList dual_graph(const Polytope& k);

}  // namespace tropiary
