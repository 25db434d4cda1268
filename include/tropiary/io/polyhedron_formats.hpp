#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tropiary/polytope/polyhedron.hpp"

namespace tropiary {

/// The file formats of polyhedra; docs/formats.md says what is read and written of each.
enum class PolyhedronFormat {
  json,      ///< .json, of our own: {"points" or "vertices", "rays", "lines"} or {"inequalities", "equations"}
  polymake,  ///< .poly, the JSON of polymake 4
  ext,       ///< .ext, generators for cdd and lrs
  ine,       ///< .ine, inequalities for cdd and lrs
  normaliz,  ///< .in
  latte,     ///< .latte or .hrep, inequalities for LattE
  vrep,      ///< .vrep, vertices for LattE
  off,       ///< .off, a surface of the Object File Format
  stl,       ///< .stl, triangles, as text
  ply,       ///< .ply, a surface, as text
};
std::string_view to_string(PolyhedronFormat format) noexcept;
PolyhedronFormat polyhedron_format(std::string_view name);  ///< Throws invalid_argument, listing the names
/// By the extension of a file's name; nothing when it is none of the above.
std::optional<PolyhedronFormat> polyhedron_format_of_path(std::string_view path);

/// One description of a polyhedron as a file gives it, perhaps redundant: conv(points) + cone(rays) + span(lines), or
/// the solutions of inequalities ≥ 0 and equations.
struct PolyhedronDescription {
  std::size_t ambient_dimension = 0;
  bool by_inequalities = false;
  std::vector<RationalVector> points;
  std::vector<RationalVector> rays;
  std::vector<RationalVector> lines;
  std::vector<AffineForm> inequalities;
  std::vector<AffineForm> equations;

  friend bool operator==(const PolyhedronDescription&, const PolyhedronDescription&) = default;
};

/// Reads the text of a file. Where a format allows both kinds of description and the text has both, the generators are
/// taken. Throws parse_error with line and column; for the two JSON formats also invalid_argument and
/// dimension_mismatch, naming the field. Sizes that a text declares are checked against its length before memory is
/// taken.
PolyhedronDescription parse_polyhedron(std::string_view text, PolyhedronFormat format);

/// The text of a file. Formats of one kind of description get that one, normaliz the generators, the two JSON formats
/// both. Throws invalid_argument when the format cannot hold the polyhedron: surfaces are of bounded polyhedra of
/// dimension 3 in R³, LattE's vertices of bounded ones; generators cannot tell an empty polyhedron's space.
std::string format_polyhedron(const Polyhedron& polyhedron, PolyhedronFormat format);

}  // namespace tropiary
