#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// The edges of a polytope as pairs of vertices, the smaller position first, sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> polytope_edges(const Polytope& k);

}  // namespace tropiary::detail
