#pragma once

#include "tropiary/io/polyhedron_formats.hpp"
#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// The polyhedron of a description, by polyhedron_from_generators or polyhedron_from_inequalities.
Polyhedron to_polyhedron(PolyhedronDescription description, const HullOptions& options = {});

/// The polyhedron in a file; "-" is standard input. Without a format, the file's extension tells it; a name without a
/// known extension is taken for JSON. Throws io_error, and what parse_polyhedron and to_polyhedron throw.
Polyhedron read_polyhedron(const std::string& path, std::optional<PolyhedronFormat> format = std::nullopt,
                           const HullOptions& options = {});

/// Writes a file that read_polyhedron understands, whole or not at all. Throws invalid_argument when the extension
/// tells no format and none is given, and what format_polyhedron and write_files throw.
void write_polyhedron(const std::string& path, const Polyhedron& polyhedron,
                      std::optional<PolyhedronFormat> format = std::nullopt);

}  // namespace tropiary
