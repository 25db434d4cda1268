#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// Numbers of faces by dimension, from the vertices to the facets; the empty face and the polytope itself are not
/// counted, so a point has the empty f-vector. From the vertex–facet incidences alone.
/// Throws too_large when the polytope has more than `max_faces` faces. Cost: O(faces · facets²) bitset operations.
std::vector<std::size_t> f_vector(const Polytope& k, std::size_t max_faces = std::size_t{1} << 22);

}  // namespace tropiary
