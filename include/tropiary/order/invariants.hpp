#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tropiary/exact/rational.hpp"
#include "tropiary/order/classes.hpp"
#include "tropiary/order/order_complex.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

std::size_t height(const Poset& p);  ///< elements of a longest chain; O(n + covers)
std::size_t width(const Poset& p);   ///< elements of a largest antichain, by Dilworth's theorem and bipartite matching
std::vector<Element> maximum_antichain(const Poset& p);  ///< a largest antichain, from a minimum vertex cover (Kőnig)
std::size_t count_connected_components(const Poset& p);  ///< of the Hasse diagram; 0 for the empty poset

/// e(P). Cost: closed formulas on the modular decomposition; for a prime factor see LinearExtensionMethod::automatic.
/// Throws too_large when such a factor needs more than `memory_limit_states` states, or 4 GiB.
Integer count_linear_extensions(const Poset& p, std::size_t memory_limit_states = std::size_t{1} << 26);

/// How e(P) is counted. All methods but the first two take the poset as it stands, without its modular decomposition.
enum class LinearExtensionMethod : std::uint8_t {
  automatic,      ///< decomposition; then, for each prime factor, the method that is the fastest for it
  decomposition,  ///< closed formulas alone; Throws invalid_argument unless the poset is series-parallel
  tree,           ///< O(n²) products; Throws invalid_argument unless the Hasse diagram is a tree. Ref [atkinson1990]
  components,     ///< recursion over the connected up-sets, up to symmetry when that pays. Ref [kangas2016]
  levels,         ///< sums over all down-sets, of which those of two sizes are in memory; half for a self-dual poset
};
/// The method of that name; Throws invalid_argument, listing the names.
LinearExtensionMethod linear_extension_method(std::string_view name);

/// e(P) by the given method. Throws as above, and as the method says.
Integer count_linear_extensions(const Poset& p, LinearExtensionMethod method,
                                std::size_t memory_limit_states = std::size_t{1} << 26);

/// Ω with Ω(m) = number of order-preserving maps P → {1..m}; coefficients of t⁰, t¹, … up to degree |P|.
/// Throws too_large, saying what, beyond some seconds of work: union and ordinal sums by formulas, prime parts by sums
/// over their up-sets.
std::vector<Rational> order_polynomial(const Poset& p);
/// Ω° with Ω°(m) = number of maps P → {1..m} with x < y ⇒ f(x) < f(y); throws like order_polynomial.
std::vector<Rational> strict_order_polynomial(const Poset& p);
/// The numerator N, coefficients of x⁰, x¹, …, x^|P|, of Σ_{m≥0} Ω(m) x^m = N(x) / (1 − x)^(|P|+1); for a non-empty P
/// it is x times the h*-polynomial of the order polytope. Throws like order_polynomial.
std::vector<Integer> order_series(const Poset& p);
/// Σ x^descents over the linear extensions of P written in a numbering along one of them: the h*-polynomial of the
/// order polytope, without trailing zeros. By dynamic programming over the down-sets and the last element, two levels
/// at a time. Ref [stanley2012]. Throws too_large for more than 64 points or more than `max_down_sets` down-sets.
std::vector<Integer> descent_polynomial(const Poset& p, std::size_t max_down_sets = std::size_t{1} << 18);
/// χ with χ(q) = Σ_x μ(0̂, x) q^(r − ρ(x)), r = height − 1 the rank of P and ρ(x) that of x; coefficients of q⁰, q¹, ….
/// Throws invalid_argument unless P is graded with a least element; too_large beyond Poset::closure_limit points.
std::vector<Integer> characteristic_polynomial(const Poset& p);
/// Z with Z(2) = |P|, Z(3) = number of pairs x ≤ y, …; coefficients of q⁰, q¹, … up to degree height − 1 (0 for the
/// empty poset). Throws too_large beyond some seconds of work.
std::vector<Rational> zeta_polynomial(const Poset& p);
/// The least number of linear orders whose intersection is P (0 for the empty poset, 1 for a chain).
/// Throws too_large, with the bounds found so far, when the search exceeds `effort` nodes (about a microsecond each).
std::size_t dimension(const Poset& p, std::size_t effort = 50'000'000);
/// Linear extensions, `dimension(p)` of them, whose intersection is P: x < y in P iff x comes before y in each. Throws
/// like dimension; where the dimension is at its upper bound the search for a realiser may take more effort.
std::vector<std::vector<Element>> realiser(const Poset& p, std::size_t effort = 50'000'000);
/// Whether the arrangements are linear extensions of P with intersection P; at least one unless P is empty.
/// Throws too_large beyond Poset::closure_limit points. Cost: O(n²) comparisons for each.
bool is_realiser(const Poset& p, std::span<const std::vector<Element>> arrangements);

Integer automorphism_group_order(const Poset& p);  ///< |Aut(P)|; cost and errors as in isomorphism.hpp
/// A poset on the same number of points, equal for isomorphic posets and for no others, and the same in every run of
/// one version; its numbering is a linear extension. Without labels. Cost and errors as in isomorphism.hpp.
Poset canonical_form(const Poset& p);

}  // namespace tropiary
