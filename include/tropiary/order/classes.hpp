#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// Classes of posets with a test each: `is_interval_order(p)` and so on.
enum class PosetClass : std::uint8_t {
  connected,        ///< exactly one connected component
  bounded,          ///< with a least and a greatest element
  interval_order,   ///< real intervals, one below another when it lies entirely to the left; no 2+2 [fishburn1970]
  semiorder,        ///< the same with intervals of one length; no 2+2 and no 3+1 [scott1958]
  n_free,           ///< no N of covers: elements with a common upper cover have all upper covers in common [habib1985]
  series_parallel,  ///< no N as induced subposet [valdes1982]
  lattice,          ///< any two elements have a meet and a join; the empty poset counts as one
  modular,          ///< a lattice without a pentagon as sublattice
  distributive,     ///< a lattice without a pentagon or a diamond as sublattice
  graded,           ///< all maximal chains have the same length
  eulerian,         ///< bounded, graded, and μ(x, y) = (−1)^(length of [x, y]) for all x ≤ y
};
inline constexpr std::array poset_classes = {PosetClass::connected, PosetClass::bounded, PosetClass::interval_order,
                                             PosetClass::semiorder, PosetClass::n_free,  PosetClass::series_parallel,
                                             PosetClass::lattice,   PosetClass::modular, PosetClass::distributive,
                                             PosetClass::graded,    PosetClass::eulerian};
std::string_view to_string(PosetClass c) noexcept;  ///< the enumerator's name
/// Throws invalid_argument, naming the classes.
PosetClass poset_class(std::string_view name);

/// A reason why a poset is not in a class: a kind of configuration and the elements that form it.
struct Obstruction {
  enum class Kind : std::uint8_t {
    no_points,             ///< the poset is empty
    two_components,        ///< x, y in different components
    two_minimal_elements,  ///< x, y
    two_maximal_elements,  ///< x, y
    two_plus_two,          ///< a < b, c < d, and no other relation between a, b, c, d
    three_plus_one,        ///< a < b < c, d incomparable to all three
    covering_n,            ///< a < b > c < d, all three covers, and no other relation between a, b, c, d
    induced_n,             ///< a < b > c < d, and no other relation between a, b, c, d
    no_meet,               ///< x, y, and two maximal common lower bounds
    no_join,               ///< x, y, and two minimal common upper bounds
    pentagon,        ///< o < a < b < i, c: the sublattice N₅ with a ∧ c = b ∧ c = o and a ∨ c = b ∨ c = i
    diamond,         ///< o, a, b, c, i: the sublattice M₃, any two of a, b, c have meet o and join i
    unequal_chains,  ///< a maximal chain from bottom to top, then another one of different length
    interval,        ///< x ≤ y, the maximal chains of [x, y] are equally long, and μ(x, y) is not (−1)^length
  };
  Kind kind{};
  std::vector<Element> points;  ///< in the order that the kind says
  friend bool operator==(const Obstruction&, const Obstruction&) = default;
};
std::string_view to_string(Obstruction::Kind kind) noexcept;  ///< the enumerator's name
/// Throws invalid_argument, naming the kinds.
Obstruction::Kind obstruction_kind(std::string_view name);

/// Nothing when the poset is in the class, else why it is not; the obstruction of a subclass may be that of the class
/// around it (a poset that is no lattice is not modular).
/// Cost: at most O(n² · n/64) words. Throws too_large beyond Poset::closure_limit points where pairs must be compared.
std::optional<Obstruction> obstruction(const Poset& p, PosetClass c);
/// Whether the elements form in P what the kind says: by definition, without the algorithms of `obstruction`.
bool is_obstruction(const Poset& p, const Obstruction& o);

// Each says whether `obstruction` finds none, some of them faster.
bool is_connected(const Poset& p);
bool is_bounded(const Poset& p);
bool is_interval_order(const Poset& p);
bool is_semiorder(const Poset& p);
bool is_n_free(const Poset& p);
bool is_lattice(const Poset& p);  ///< Throws too_large for a bounded poset beyond Poset::closure_limit, unless a chain
bool is_modular(const Poset& p);
bool is_distributive(const Poset& p);
bool is_graded(const Poset& p);
bool is_eulerian(const Poset& p);

}  // namespace tropiary
