#pragma once

#include <cstddef>
#include <vector>

#include "polytope/hull/hull_engine.hpp"
#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary::detail {

/// What rays that span Q^k generate: a pointed cone, given by its facets, or a cone with a line in it.
struct ConeFacets {
  std::vector<AffineForm> facets;    ///< without constants, primitive, non-negative on the rays
  std::vector<std::size_t> extreme;  ///< positions of the extreme rays, ascending
  std::vector<std::size_t> opposed;  ///< if not empty: rays whose opposites lie in the cone too
};

/// By double description of the cone itself, without a hyperplane that cuts it. The rays are primitive, different,
/// sorted and span Q^k, k ≥ 1. Throws too_large; Interrupted.
ConeFacets double_description_cone(const IntegerPoints& rays, const HullOptions& options);

/// The same by a hyperplane that cuts all rays, found by linear programming, and the hull of the points where it does.
ConeFacets cut_cone(const IntegerPoints& rays, const HullOptions& options);

}  // namespace tropiary::detail
