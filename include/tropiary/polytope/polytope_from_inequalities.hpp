#pragma once

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// { x : inequality(x) ≥ 0 and equation(x) = 0 for all given forms }, which must be bounded; it may be empty or of any
/// dimension, and the forms may repeat or imply each other: polyhedron_from_inequalities as a Polytope.
/// Throws invalid_argument, giving a direction, when unbounded; and what that function throws. Ref [ziegler1995], §2.3.
Polytope polytope_from_inequalities(std::size_t ambient_dimension, std::vector<AffineForm> inequalities,
                                    std::vector<AffineForm> equations = {}, const HullOptions& options = {});

}  // namespace tropiary
