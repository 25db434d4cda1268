#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The exact volume in the ambient space, 0 for a polytope of lower dimension; the polytope of R⁰ has volume 1. Every
/// face is a union of pyramids over those of its facets that miss its first vertex; each face is measured once.
/// Throws too_large for more than `max_faces` faces. Cost: one d × d determinant per face and facet of it.
Rational volume(const Polytope& k, std::size_t max_faces = std::size_t{1} << 20);

}  // namespace tropiary
