#pragma once

#include <span>

#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

// Chain-order polytopes lie between O(P) and C(P): for a set C of points, the chain part,
//   O_C(P) = { y : y_p ≥ 0 for p ∈ C, and y_{p₁} + … + y_{pᵣ} ≤ y_b − y_a for saturated chains a < p₁ < … < pᵣ < b
//              with all pᵢ ∈ C and a, b ∉ C }, where P has bounds 0̂ and 1̂ with y = 0 and y = 1, not in C.
// O_∅(P) = O(P) and O_P(P) = C(P). All have the volume and the Ehrhart polynomial of O(P). Ref [fang2016], [fang2020].

/// O_C(P). Vertices are the images of the up-sets under the transfer map; facets as above. No hull is computed.
/// Throws too_large like order_polytope, for the chains too; dimension_mismatch for a set of another universe.
Polytope chain_order_polytope(const Poset& p, const ElementSet& chain_part,
                              std::size_t max_vertices = std::size_t{1} << 22);
/// |C| and the saturated chains above; O(n + covers).
Integer count_chain_order_polytope_facets(const Poset& p, const ElementSet& chain_part);

/// The transfer map O(P) → O_C(P), y_p = x_p − max { x_q : p covers q } for p ∈ C and y_p = x_p else, where a minimal
/// point covers 0̂. Piecewise linear, on all of R^P, and a bijection of the lattice points. Throws dimension_mismatch.
RationalVector transfer_map(const Poset& p, const ElementSet& chain_part, std::span<const Rational> x);
RationalVector inverse_transfer_map(const Poset& p, const ElementSet& chain_part, std::span<const Rational> y);
// Stanley's maps O(P) → C(P) and back: C is all of P. Ref [stanley1986].
RationalVector transfer_map(const Poset& p, std::span<const Rational> x);
RationalVector inverse_transfer_map(const Poset& p, std::span<const Rational> y);

}  // namespace tropiary
