#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// What stands beside the vertices of a picture.
enum class VertexLabels : std::uint8_t {
  positions,    ///< counted from 1, as in face_lattice
  coordinates,  ///< "011" when all are digits, else "(1/2, 0, 1)"
  none,
};
std::string_view to_string(VertexLabels labels) noexcept;
VertexLabels vertex_labels(std::string_view name);  ///< Throws invalid_argument, listing the names

struct PolytopeDrawOptions {
  VertexLabels labels = VertexLabels::positions;
  /// From where a picture in space is seen, as a direction in coordinates of the affine hull: the polytope's own
  /// coordinates when it is full-dimensional, the Schlegel diagram's otherwise. Without it, from where vertices and
  /// edges are best told apart.
  std::optional<std::array<double, 3>> view = {};
  /// The facet through which the Schlegel diagram of a polytope of dimension four looks; without it one with the most
  /// vertices.
  std::optional<std::size_t> facet = {};
};

/// A self-contained SVG of a polytope of dimension 0 to 4, seen in its affine hull: a polygon; a body with its visible
/// faces shaded and its hidden edges dashed; in dimension four the Schlegel diagram, the outer facet as a body and the
/// other edges inside it. Edges and faces are exact, places are rounded. The same input gives the same text.
/// Throws invalid_argument for another dimension, a facet that does not exist or a view of length 0; too_large beyond
/// 1,000 vertices. Ref [ziegler1995], §5.2.
std::string to_svg(const Polytope& k, const PolytopeDrawOptions& options = {});

}  // namespace tropiary
