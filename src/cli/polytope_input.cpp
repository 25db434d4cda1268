#include "cli/polytope_input.hpp"

#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"

namespace tropiary::cli {

const char* const polytope_file_help =
    "JSON file {\"points\": [[\"1/2\", 0], ...]}, {\"vertices\": ...} or {\"inequalities\": [[b, a_1, ...], ...]} for "
    "b + a·x >= 0, perhaps with \"equations\"; - is standard input, @FILE means FILE";

Polytope read_polytope(const std::string& path, const HullOptions& hull) {
  const std::string name = path.starts_with('@') ? path.substr(1) : path;
  const std::string text = read_file(name);
  if (auto halfspaces = inequalities_from_json(text)) {
    return polytope_from_inequalities(halfspaces->ambient_dimension, std::move(halfspaces->inequalities),
                                      std::move(halfspaces->equations), hull);
  }
  PointsFile file = points_from_json(text);
  return convex_hull(file.ambient_dimension, std::move(file.points), hull);
}

}  // namespace tropiary::cli
