#pragma once

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// { x : inequality(x) ≥ 0 and equation(x) = 0 for all given forms }, which must be bounded; it may be empty or of any
/// dimension, and the forms may repeat or imply each other. By polarity: around a point in the relative interior, found
/// by linear programming, the vertices are the facets of the hull of the normals divided by their slacks.
/// Throws dimension_mismatch for a form of another length; invalid_argument, giving a direction, when unbounded; and
/// what convex_hull and maximise throw. Ref [ziegler1995], §2.3.
Polytope polytope_from_inequalities(std::size_t ambient_dimension, std::vector<AffineForm> inequalities,
                                    std::vector<AffineForm> equations = {}, const HullOptions& options = {});

}  // namespace tropiary
