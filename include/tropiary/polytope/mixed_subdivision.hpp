#pragma once

#include <span>

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// conv(∪ K_i × e_i) in R^(n+m) for K_1, …, K_m in R^n. Its facets follow from those of K_1 + … + K_m: besides the
/// y_i ≥ 0 they are a·x + Σ c_i y_i ≥ 0 for each facet normal a of the sum, −c_i its least value on K_i.
/// Throws dimension_mismatch; invalid_argument when a K_i is empty or there are none. Ref [huber2000].
Polytope cayley_polytope(std::span<const Polytope> polytopes, const HullOptions& options = {});

/// A cell F_1 + … + F_m of a mixed subdivision.
struct MixedCell {
  std::vector<std::vector<std::size_t>> points;  ///< points[k]: the positions in point set k of those in F_k, ascending
  std::vector<std::size_t> type;                 ///< type[k]: the dimension of F_k
  Rational volume;                               ///< in the ambient space
};

/// The coherent mixed subdivision of conv A_1 + … + conv A_m that a height for every point induces, by the Cayley
/// trick: its cells are the lower facets of the sum of the lifted polytopes, each with its faces of the summands.
struct MixedSubdivision {
  std::vector<MixedCell> cells;  ///< those of full dimension in the sum, sorted by their points
  bool fine = false;             ///< whether in each cell the F_k are simplices whose dimensions add up to the sum's
};
/// heights[k][i] is that of point i of A_k. Throws dimension_mismatch unless all points have one length and there is a
/// height for each; invalid_argument when there is no point set, or an empty one. Ref [huber2000].
MixedSubdivision mixed_subdivision(std::span<const RationalMatrix> point_sets, std::span<const RationalVector> heights,
                                   const HullOptions& options = {});

}  // namespace tropiary
