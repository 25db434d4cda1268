#pragma once

#include <vector>

#include "tropiary/exact/linear_algebra.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// A basis of the ambient space: first of the directions of a polytope's affine hull, then of a complement.
struct Frame {
  RationalMatrix directions;
  RationalMatrix complement;
};

/// Both parts together a basis of Zⁿ.
Frame lattice_frame_of(const Polytope& k);
/// The complement consists of unit vectors.
Frame affine_frame_of(const Polytope& k);

/// The Hermite normal form of the lattice that the rows generate: rows in echelon form with positive pivots, entries
/// above a pivot reduced modulo it. Lattices are equal exactly when these are.
RationalMatrix hermite_normal_form(RationalMatrix generators);

/// The matrix, given by rows, of the linear map with from[i] ↦ to[i]; `from` is a basis.
RationalMatrix linear_map(const RationalMatrix& from, const RationalMatrix& to);

RationalVector image(const RationalMatrix& map, const RationalVector& x);
RationalMatrix images(const RationalMatrix& map, RationalMatrix vectors);

}  // namespace tropiary::detail
