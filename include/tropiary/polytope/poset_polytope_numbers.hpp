#pragma once

#include <optional>
#include <vector>

#include "tropiary/exact/rational.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

// Numbers that the order polytope O(P) and the chain polytope C(P) share [stanley1986], from the poset alone: no
// polytope is built. For a prime poset on n points with N up-sets of at most w minimal points each, the polynomials
// cost N·w·(n + 1 − height) additions.

/// e(P)/n!. Cost and errors as count_linear_extensions. Ref [stanley1986].
Rational order_polytope_volume(const Poset& p);
/// L(t) = Ω(P, t + 1), coefficients of t⁰, t¹, …. Cost and errors as order_polynomial. Ref [stanley1986].
std::vector<Rational> order_polytope_ehrhart_polynomial(const Poset& p);
/// h*: linear extensions by descents, without trailing zeros. Cost and errors as order_series. Ref [stanley2012].
std::vector<Integer> order_polytope_h_star(const Poset& p);

/// The degree of h*, |P| − height(P). O(n + covers).
std::size_t order_polytope_degree(const Poset& p);
/// The least t such that t · O(P) has a lattice point in its interior: height(P) + 1, as the strict order-preserving
/// maps to {1..t − 1} are those points. O(n + covers).
std::size_t order_polytope_codegree(const Poset& p);

/// Whether O(P), equivalently C(P), is Gorenstein: some multiple of it, the index, is reflexive up to a translation.
/// It is so iff all maximal chains of P are equally long; the index is then the codegree. O(n + covers).
/// Ref [hibi1987], [stanley1978].
bool is_order_polytope_gorenstein(const Poset& p);
/// The one lattice point in the interior of index · O(P), x ↦ 1 + rank of x, when O(P) is Gorenstein; else nothing.
/// Moved by it to the origin, index · O(P) is reflexive.
std::optional<std::vector<Integer>> order_polytope_gorenstein_point(const Poset& p);

}  // namespace tropiary
