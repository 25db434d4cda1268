#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// Points whose hull is the Minkowski sum of two polygons of dimension 2 in the plane.
std::vector<RationalVector> minkowski_planar_points(const Polytope& a, const Polytope& b);

}  // namespace tropiary::detail
