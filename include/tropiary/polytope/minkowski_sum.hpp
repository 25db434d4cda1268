#pragma once

#include <span>

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// A Minkowski sum that remembers where its vertices come from.
struct MinkowskiSum {
  Polytope polytope;
  /// summand_vertices[v][k]: the position in summand k's vertices() of its part of vertex v (unique for a vertex).
  std::vector<std::vector<std::size_t>> summand_vertices;
};

/// K₁ + … + K_m = { x₁ + … + x_m : x_i ∈ K_i }, exactly. The sum with the empty polytope is empty; m ≥ 1.
/// Throws dimension_mismatch for different ambient dimensions; too_large before more than some 2²⁷ coordinates are
/// kept. Cost: in the plane the edges, which are in order, are merged; beyond, one cone is computed for each vertex of
/// the sum, from the edges of the summands that meet there, and a progress reports these. An engine other than
/// automatic asks for pairwise sums of vertices and a hull by that engine each time; cgal_planar for CGAL's
/// minkowski_sum_2. Ref [fukuda2004].
MinkowskiSum minkowski_sum(std::span<const Polytope> summands, const HullOptions& options = {});

/// conv(K₁ ∪ … ∪ K_m).
Polytope convex_envelope(std::span<const Polytope> polytopes, const HullOptions& options = {});

}  // namespace tropiary
