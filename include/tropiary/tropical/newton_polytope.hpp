#pragma once

#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

/// N(f) = hull of the exponents of f; empty for −∞. N(f ⊕ g) = conv(N(f) ∪ N(g)), N(f ⊙ g) = N(f) + N(g).
Polytope newton_polytope(const TropicalPolynomial& f, const HullOptions& options = {});

/// Hull of the points (v, a_v); its upper faces determine the function.
Polytope lifted_newton_polytope(const TropicalPolynomial& f, const HullOptions& options = {});

/// The same function with only its essential monomials: those that alone attain the maximum somewhere, which are the
/// vertices of the upper hull of the points (v, a_v).
TropicalPolynomial remove_redundant_terms(const TropicalPolynomial& f);

}  // namespace tropiary
