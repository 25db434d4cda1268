#pragma once

#include <span>
#include <vector>

#include "tropiary/polytope/lattice_points.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// The polynomials of which L(t) = number of integer points of t · K consists for t ≥ 0: the r-th one, coefficients
/// ascending and without trailing zeros, holds for t ≡ r modulo their number, which is the least period.
/// L(−t) = (−1)^d · points in the relative interior of t · K. Ref [ehrhart1962].
using QuasiPolynomial = std::vector<std::vector<Rational>>;

/// The Ehrhart quasi-polynomial of K; one polynomial when the vertices are integer (and sometimes otherwise); that of
/// the empty polytope is 0. Products factor by factor; otherwise from unimodular cones at the vertices (Brion's theorem
/// and Barvinok's decomposition, evaluated modulo primes), or from the integer points of half-open parallelepipeds over
/// a triangulation, whichever is the shorter way, or by counting dilations. Throws too_large when these take more than
/// `effort` steps, or for a period beyond 2²⁰. Ref [brion1988], [barvinok1994], [koeppe2008], [stanley1980].
QuasiPolynomial ehrhart_quasi_polynomial(const Polytope& k, std::uint64_t effort = 100'000'000);

/// The Ehrhart polynomial of K, coefficients ascending; empty for the empty polytope. Throws invalid_argument when L is
/// no polynomial (then ask for the quasi-polynomial), too_large like ehrhart_quasi_polynomial.
std::vector<Rational> ehrhart_polynomial(const Polytope& k, std::uint64_t effort = 100'000'000);

/// The value at t ≥ 0, and at negative t what the polynomial of t's residue says.
Rational evaluate(const QuasiPolynomial& quasi, const Integer& t);

/// h*₀, h*₁, … with Σ L(t) z^t = h*(z)/(1 − z)^{d+1}, d the degree of L; without trailing zeros. They are not negative
/// and add up to d! · relative volume. Ref [stanley1980].
std::vector<Integer> h_star(std::span<const Rational> ehrhart);

/// The same for a quasi-polynomial of period p and a polytope of dimension d: Σ L(t) z^t = h*(z)/(1 − z^p)^{d+1}.
std::vector<Integer> h_star(const QuasiPolynomial& quasi);

}  // namespace tropiary
