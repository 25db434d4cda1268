#pragma once

#include <span>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The number of integer points. Exact; by fixing one coordinate after another inside the bounds that the facets and
/// the bounding box leave. Throws too_large after `effort` partial assignments.
Integer count_lattice_points(const Polytope& k, std::uint64_t effort = 100'000'000);

/// L with L(t) = number of integer points of t · K for t ≥ 0, coefficients ascending: of a polytope with integer
/// vertices, by counting dilations of it and of its interior (L(−t) = (−1)^d · interior points of t · K) and
/// interpolating. Throws invalid_argument when a vertex is not integer (that function is a quasi-polynomial), too_large
/// like count_lattice_points. Ref [ehrhart1962].
std::vector<Rational> ehrhart_polynomial(const Polytope& k, std::uint64_t effort = 100'000'000);

/// h*₀, h*₁, … with Σ L(t) z^t = h*(z)/(1 − z)^{d+1}, d the degree of L; without trailing zeros.
std::vector<Integer> h_star(std::span<const Rational> ehrhart);

}  // namespace tropiary
