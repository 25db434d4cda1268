#pragma once

#include <optional>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

// Two polytopes among the O(P) and C(P) are combinatorially isomorphic iff affinely equivalent iff unimodularly so: a
// facet is at distance 0 or 1 from every vertex, so the incidences are the slack matrix, and the facets' forms generate
// the integer affine forms.

/// Points a, b, c, d, e with a, b < c < d, e, where a, b and d, e are incomparable, if there are any. Ref [hibili2016].
/// Cost: O(n³) comparisons.
std::optional<std::vector<Element>> find_x_subposet(const Poset& p);
/// Whether O(P) and C(P) are unimodularly equivalent: iff P has no X-subposet, iff they have as many facets.
/// Ref [hibili2016].
bool are_order_and_chain_polytope_equivalent(const Poset& p);

/// The posets Q on the points of P that one flip makes of P ∪ {0̂, 1̂}: for u < v and a component S of what is left of
/// the Hasse diagram without u and v, without the bounds, S is turned upside down between u and v. The map
/// x_s ↦ x_u + x_v − x_s for s ∈ S takes O(P) to O(Q). Repetitions are left out. Throws too_large beyond
/// Poset::closure_limit points. Cost: O(n² (n + covers)).
std::vector<Poset> order_polytope_flips(const Poset& p);
/// All posets Q with O(Q) equivalent to O(P), one of each isomorphism type, as canonical forms, sorted: the equivalence
/// type of O(P). Flips lead to all of them: the facets of O(P) are the edges of the Hasse diagram of P ∪ {0̂, 1̂}, an
/// equivalence is an isomorphism of the oriented cycle matroid of this graph with the edge 0̂ 1̂, and these come from
/// twists [whitney1933]. Throws too_large for more than `max_posets` posets.
std::vector<Poset> order_polytope_equivalence_class(const Poset& p, std::size_t max_posets = 10'000);
/// Whether O(P) and O(Q) are unimodularly equivalent, by an isomorphism of the incidences of up-sets and covers.
/// Throws too_large for more than 2¹⁶ up-sets. Cost as in isomorphism.hpp, for as many points.
bool are_order_polytopes_equivalent(const Poset& p, const Poset& q);

}  // namespace tropiary
