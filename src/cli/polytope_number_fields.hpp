#pragma once

#include <vector>

#include "cli/polytope_output.hpp"

namespace tropiary::cli {

/// Volume, centroid, lattice points, Ehrhart function, h* and the Gorenstein property.
std::vector<LazyField> number_fields(const Polytope& k, std::uint64_t effort);

}  // namespace tropiary::cli
