#pragma once

#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

/// O(P) = { x ∈ [0,1]^P : x_i ≤ x_j whenever i < j }. Vertices are the indicators of up-sets; facets x_m ≥ 0 for m
/// minimal, x_M ≤ 1 for M maximal, x_i ≤ x_j for j covering i. No hull is computed.
/// Throws too_large for more than `max_vertices` up-sets, before memory is taken. Ref [stanley1986].
Polytope order_polytope(const Poset& p, std::size_t max_vertices = std::size_t{1} << 22);

/// The facets of O(P) as order_polytope(p).facets() has them; no vertex is listed. Throws too_large for more than 2²⁷
/// coefficients.
std::vector<AffineForm> order_polytope_facets(const Poset& p);

/// C(P) = { x ≥ 0 : Σ_{i∈C} x_i ≤ 1 for every chain C }. Vertices are the indicators of antichains; facets x_i ≥ 0 and
/// the maximal chains. Throws too_large like order_polytope, for the chains too. Ref [stanley1986].
Polytope chain_polytope(const Poset& p, std::size_t max_vertices = std::size_t{1} << 22);

Integer count_order_polytope_facets(const Poset& p);  ///< #min + #max + #covers; no polytope is built
Integer count_chain_polytope_facets(const Poset& p);  ///< n + #maximal chains; O(n + covers)

}  // namespace tropiary
