#include "cli/polytope_input.hpp"

namespace tropiary::cli {

const char* const polytope_file_help =
    "file with a polyhedron by generators or inequalities: JSON {\"points\": [[\"1/2\", 0], ...], \"rays\": ..., "
    "\"lines\": ...} or {\"inequalities\": [[b, a_1, ...], ...], \"equations\": ...} for b + a·x >= 0; by their "
    "extension "
    "also .poly, .ext, .ine, .in, .latte, .hrep, .vrep, .off, .stl, .ply; - is standard input, @FILE means FILE and "
    "FORMAT:FILE says the format (ext:-)";

namespace {

/// FORMAT:FILE, where FORMAT is the name of one.
std::optional<PolyhedronFormat> take_format(std::string& argument) {
  const std::size_t colon = argument.find(':');
  if (colon == std::string::npos || argument.starts_with('@')) return std::nullopt;
  for (const PolyhedronFormat format :
       {PolyhedronFormat::json, PolyhedronFormat::polymake, PolyhedronFormat::ext, PolyhedronFormat::ine,
        PolyhedronFormat::normaliz, PolyhedronFormat::latte, PolyhedronFormat::vrep, PolyhedronFormat::off,
        PolyhedronFormat::stl, PolyhedronFormat::ply}) {
    if (argument.substr(0, colon) != to_string(format)) continue;
    argument.erase(0, colon + 1);
    return format;
  }
  return std::nullopt;
}

}  // namespace

Polyhedron read_polyhedron_argument(const std::string& argument, const HullOptions& hull, const std::string& from) {
  std::string path = argument;
  std::optional<PolyhedronFormat> format = take_format(path);
  if (path.starts_with('@')) path.erase(0, 1);
  if (!from.empty()) format = polyhedron_format(from);
  return read_polyhedron(path, format, hull);
}

Polytope read_polytope(const std::string& argument, const HullOptions& hull, const std::string& from) {
  return to_polytope(read_polyhedron_argument(argument, hull, from));
}

}  // namespace tropiary::cli
