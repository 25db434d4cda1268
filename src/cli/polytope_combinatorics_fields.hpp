#pragma once

#include <vector>

#include "cli/polytope_output.hpp"

namespace tropiary::cli {

/// What --fields knows of the faces of a polytope; computed when asked for only.
std::vector<LazyField> combinatorics_fields(const Polytope& k);

}  // namespace tropiary::cli
