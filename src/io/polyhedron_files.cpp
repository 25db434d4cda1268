#include "tropiary/io/polyhedron_files.hpp"

#include <utility>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/polytope/polyhedron_from.hpp"

namespace tropiary {

Polyhedron to_polyhedron(PolyhedronDescription d, const HullOptions& options) {
  if (d.by_inequalities) {
    return polyhedron_from_inequalities(d.ambient_dimension, std::move(d.inequalities), std::move(d.equations),
                                        options);
  }
  return polyhedron_from_generators(d.ambient_dimension, std::move(d.points), std::move(d.rays), std::move(d.lines),
                                    options);
}

Polyhedron read_polyhedron(const std::string& path, std::optional<PolyhedronFormat> format,
                           const HullOptions& options) {
  if (!format) format = polyhedron_format_of_path(path).value_or(PolyhedronFormat::json);
  return to_polyhedron(parse_polyhedron(read_file(path), *format), options);
}

void write_polyhedron(const std::string& path, const Polyhedron& polyhedron, std::optional<PolyhedronFormat> format) {
  if (!format) format = polyhedron_format_of_path(path);
  if (!format) {
    throw Error(Errc::invalid_argument, "write_polyhedron: the extension of " + io::quote(path, 200) +
                                            " is none of .json, .poly, .ext, .ine, .in, .latte, .hrep, .vrep, .off, "
                                            ".stl, .ply");
  }
  write_files({{path, format_polyhedron(polyhedron, *format)}});
}

}  // namespace tropiary
