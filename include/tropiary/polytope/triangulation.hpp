#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// Simplices as the ascending positions of their dimension + 1 vertices in K's `vertices()`.
using Simplices = std::vector<std::vector<std::size_t>>;

/// The pulling triangulation of K by its vertices in their order: every face is cut into the joins of its first vertex
/// with the simplices of its facets that miss it. The simplices meet in common faces; the empty polytope has none.
/// Throws too_large for more than `max_cells`. Cost: O(facets²) bitset operations per face on the way. Ref
/// [deloera2010].
Simplices triangulation(const Polytope& k, std::size_t max_cells = std::size_t{1} << 20);

/// d! · volume of each simplex relative to the lattice of the affine hull of K, where K is a lattice polytope.
/// Throws invalid_argument for a vertex that is not integer or positions that are no simplex of K.
std::vector<Integer> normalised_volumes(const Polytope& k, const Simplices& simplices);

/// Whether all these simplices have normalised volume 1; throws like normalised_volumes.
bool is_unimodular(const Polytope& k, const Simplices& simplices);

/// The barycentre of the mass spread evenly over K, exactly. Throws invalid_argument for the empty polytope; too_large
/// when neither K nor its normal cones are cut into fewer than 2¹⁷ cells. Cost: like `volume`, times the dimension when
/// the normal cones are used. Ref [lasserre2001].
RationalVector centroid(const Polytope& k);

}  // namespace tropiary
