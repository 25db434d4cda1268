#pragma once

#include "tropiary/polytope/polytope.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

/// h_K(x) = max over v in K of v · x, as a tropical polynomial with one monomial of coefficient 0 per vertex of K;
/// −∞ for the empty polytope.
TropicalPolynomial support_function(const Polytope& k);

}  // namespace tropiary
