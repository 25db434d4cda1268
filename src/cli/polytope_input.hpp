#pragma once

#include <string>

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary::cli {

/// What a FILE argument of the polytope commands may be, for the help texts.
extern const char* const polytope_file_help;

/// The polytope in a file, by points or by inequalities; "-" is standard input, @FILE means FILE.
Polytope read_polytope(const std::string& path, const HullOptions& hull = {});

}  // namespace tropiary::cli
