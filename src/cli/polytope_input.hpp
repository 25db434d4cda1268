#pragma once

#include <optional>
#include <string>

#include "tropiary/io/polyhedron_files.hpp"

namespace tropiary::cli {

/// What a FILE argument of the polytope commands may be, for the help texts.
extern const char* const polytope_file_help;

/// The polyhedron in a file. "-" is standard input, @FILE means FILE; FORMAT:FILE or `from`, a format's name unless
/// empty, says how to read it, else the extension does.
Polyhedron read_polyhedron_argument(const std::string& argument, const HullOptions& hull = {},
                                    const std::string& from = "");

/// The same for commands that need a bounded one. Throws invalid_argument for the others, giving a direction.
Polytope read_polytope(const std::string& argument, const HullOptions& hull = {}, const std::string& from = "");

}  // namespace tropiary::cli
