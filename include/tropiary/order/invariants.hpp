#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/rational.hpp"
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

bool is_lattice(const Poset& p);  ///< bounded, with all meets; the empty poset counts as one. Throws too_large
bool is_graded(const Poset& p);   ///< all maximal chains have the same length

/// Ω with Ω(m) = number of order-preserving maps P → {1..m}; coefficients of t⁰, t¹, … up to degree |P|.
/// Throws too_large, saying what, beyond some seconds of work: union and ordinal sums by formulas, prime parts by sums
/// over their up-sets.
std::vector<Rational> order_polynomial(const Poset& p);
/// Z with Z(2) = |P|, Z(3) = number of pairs x ≤ y, …; coefficients of q⁰, q¹, … up to degree height − 1 (0 for the
/// empty poset). Throws too_large beyond some seconds of work.
std::vector<Rational> zeta_polynomial(const Poset& p);
/// μ(0̂, 1̂) of P with both bounds adjoined; −1 for the empty poset.
Integer reduced_euler_characteristic(const Poset& p);
/// The least number of linear orders whose intersection is P (0 for the empty poset, 1 for a chain).
/// Throws too_large, saying why, when the search exceeds `effort` nodes.
std::size_t dimension(const Poset& p, std::size_t effort = 50'000'000);

// The two below cost what modular_decomposition costs, and nauty on each prime quotient coloured by the isomorphism
// types of its blocks. They throw too_large where modular_decomposition does. Ref [mckay2014].

Integer automorphism_group_order(const Poset& p);
/// A poset on the same number of points, equal for isomorphic posets and for no others; without labels.
Poset canonical_form(const Poset& p);

}  // namespace tropiary
