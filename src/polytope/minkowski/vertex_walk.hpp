#pragma once

#include <optional>
#include <span>

#include "tropiary/polytope/minkowski_sum.hpp"

namespace tropiary::detail {

/// The sum of non-empty polytopes by walking along its edges from vertex to vertex. A vertex of the sum is a sum of
/// vertices, one of each summand; its normal cone is given by the edges of the summands at these, and computed exactly
/// by the double description method: the rays are the facets there, the edges that bound it lead to the neighbours.
/// Nothing when the edges of the summands at one vertex may be too many. Throws too_large before more is stored than a
/// polytope may take, Interrupted when a stop is requested; reports the vertices visited. Cost: for each vertex of the
/// sum one cone with as many conditions as edges meet there. Ref [fukuda2004].
std::optional<MinkowskiSum> vertex_walk(std::span<const Polytope> summands, const Progress& progress = {});

}  // namespace tropiary::detail
