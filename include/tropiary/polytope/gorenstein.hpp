#pragma once

#include <optional>
#include <vector>

#include "tropiary/polytope/ehrhart.hpp"

namespace tropiary {

/// A lattice polytope K is Gorenstein when some dilation index · K has exactly one integer point in its relative
/// interior, at lattice distance 1 from all its facets.
struct GorensteinPoint {
  Integer index;               ///< the least t for which t · K has inner integer points: the codegree
  std::vector<Integer> point;  ///< the inner point of index · K
  friend bool operator==(const GorensteinPoint&, const GorensteinPoint&) = default;
};

/// The index and the point when K is Gorenstein, from its facets alone: they determine both by linear equations.
/// Distances are measured in the lattice of the affine hull. Nothing for the empty polytope or vertices that are not
/// integer. Equivalent to a palindromic h*. Ref [hibi1992].
std::optional<GorensteinPoint> gorenstein_point(const Polytope& k);

/// Gorenstein of index 1: after moving that point to the origin, the polar polytope has integer vertices too.
/// Ref [hibi1992].
bool is_reflexive(const Polytope& k);

/// The least t ≥ 1 for which t · K has integer points in its relative interior; d + 1 − degree of h* for a lattice
/// polytope. Throws invalid_argument for the empty polytope and what ehrhart_quasi_polynomial throws.
Integer codegree(const Polytope& k, std::uint64_t effort = 100'000'000);

}  // namespace tropiary
