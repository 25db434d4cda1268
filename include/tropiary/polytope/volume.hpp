#pragma once

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The exact volume in the ambient space, 0 for a polytope of lower dimension; the polytope of R⁰ has volume 1.
/// A product is measured factor by factor; a simplicial polytope by a fan of determinants from one vertex; a simple one
/// by a sum over its vertices; others by triangulating the polytope or its normal cones, whichever has fewer cells, or
/// else face by face. Throws too_large for more than `max_faces` faces in that last case.
/// Cost: one d × d elimination for each cell. Ref [lawrence1991], [bueler2000].
Rational volume(const Polytope& k, std::size_t max_faces = std::size_t{1} << 20);

/// The volume in the affine hull of K, in units of a fundamental parallelepiped of its integer directions: the leading
/// coefficient of the Ehrhart function when the affine hull contains an integer point. Equals `volume` in full
/// dimension; 1 for a point, 0 for the empty polytope. Throws and costs like `volume`.
Rational relative_volume(const Polytope& k, std::size_t max_faces = std::size_t{1} << 20);

}  // namespace tropiary
