#pragma once

#include <span>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

// New polytopes from old ones whose two descriptions follow from those of the old ones: no hull is computed.

/// K × L. Vertices are the pairs, facets those of both.
Polytope product(const Polytope& k, const Polytope& l);
/// conv(K × 0 × 0 ∪ 0 × L × 1) in R^(m+n+1), of dimension dim K + dim L + 1: vertices are those of both, a facet is the
/// join of a facet of one with the other. Ref [ziegler1995], §0 and exercise 9.9.
Polytope join(const Polytope& k, const Polytope& l);
/// conv(K × 0 ∪ 0 × L) for polytopes with 0 in their relative interiors: vertices are those of both, facets the pairs;
/// polar to the product. Throws invalid_argument when 0 lies elsewhere. Ref [henk2004], §15.1.
Polytope free_sum(const Polytope& k, const Polytope& l);

/// conv(K × 0 ∪ (0, …, 0, 1)): the join with a point.
Polytope pyramid(const Polytope& k);
/// K × [0, 1].
Polytope prism(const Polytope& k);
/// conv(K × 0 ∪ (c, 1) ∪ (c, −1)), c the mean of the vertices. Throws invalid_argument for the empty polytope.
Polytope bipyramid(const Polytope& k);

/// { y : x · y ≤ 1 for all x in K }, vertices and facets exchanged. Throws invalid_argument unless 0 is an interior
/// point of K. Ref [ziegler1995], §2.3.
Polytope polar(const Polytope& k);

/// K + v. Throws dimension_mismatch.
Polytope translation(const Polytope& k, std::span<const Rational> by);
/// λ · K, a point for λ = 0.
Polytope dilation(const Polytope& k, const Rational& factor);

}  // namespace tropiary
