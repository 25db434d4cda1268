#pragma once

#include <cstddef>
#include <vector>

#include "polytope/faces/face_walk.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// A face by its vertices, with the positions of its own facets in the level below.
struct Face {
  Bits vertices;
  std::vector<std::size_t> facets;
};

/// levels[i]: the faces of dimension d − i, from the polytope itself down to the vertices (d ≥ 0).
using FaceLevels = std::vector<std::vector<Face>>;

/// Throws too_large, naming `function`, beyond `max_faces` faces.
FaceLevels face_levels(const Polytope& k, std::size_t max_faces, const char* function);

}  // namespace tropiary::detail
