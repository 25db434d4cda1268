#pragma once

#include "polytope/faces/bit_matrix.hpp"
#include "tropiary/polytope/graphs.hpp"

namespace tropiary::detail {

/// The edges of a polytope of dimension d ≥ 1 as pairs of vertices, the smaller position first, sorted. With the parts
/// of vertices and facets exchanged, d ≥ 2: the pairs of facets that share a ridge.
EdgeList edges(const BitMatrix& vertices, const BitMatrix& facets, std::size_t d);

}  // namespace tropiary::detail
