#pragma once

#include <optional>
#include <span>

#include "tropiary/polytope/minkowski_sum.hpp"

namespace tropiary::detail {

/// The sum of non-empty polytopes in the plane by merging their edges in the order of direction; nothing when the sum
/// is not a polygon. Cost: O(E log E) for E edges, plus the size of the result.
std::optional<MinkowskiSum> planar_sum(std::span<const Polytope> summands);

}  // namespace tropiary::detail
