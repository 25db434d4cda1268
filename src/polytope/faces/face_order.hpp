#pragma once

#include <cstddef>
#include <vector>

#include "polytope/faces/bit_matrix.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// The faces of a polytope of dimension d ≥ 0, numbered by dimension from the vertices to the polytope itself, and
/// which lie in which.
struct FaceOrder {
  std::vector<std::size_t> first;  ///< the faces of dimension k are first[k], …, first[k + 1] − 1
  BitMatrix below;                 ///< face × face: those strictly inside it, without the empty one
};

/// Throws too_large, naming `function`, beyond `max_faces` faces. Memory: one bit for each pair of faces.
FaceOrder face_order(const Polytope& k, std::size_t max_faces, const char* function);

}  // namespace tropiary::detail
