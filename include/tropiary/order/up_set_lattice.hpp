#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// How the points of an up-set lattice are called: `{1,3}` by the elements, the minimal elements, or not at all.
enum class UpSetLabels : std::uint8_t { up_sets, antichains, none };
std::string_view to_string(UpSetLabels labels) noexcept;
UpSetLabels up_set_labels(std::string_view name);  ///< Throws invalid_argument, naming the three

/// J(P): the up-sets of P ordered by inclusion, a distributive lattice; points in the order of `up_sets(p)`.
/// Throws too_large, before memory is taken, when there are more than `max_points`.
Poset up_set_lattice(const Poset& p, UpSetLabels labels = UpSetLabels::up_sets,
                     std::size_t max_points = std::size_t{1} << 20);

/// The elements with exactly one lower cover: in a lattice those that are no join of others; ascending.
std::vector<Element> join_irreducibles(const Poset& p);
/// The elements with exactly one upper cover: in a lattice those that are no meet of others; ascending.
std::vector<Element> meet_irreducibles(const Poset& p);

/// The poset whose lattice of up-sets is isomorphic to the distributive lattice: its join-irreducible elements in the
/// opposite order, with their labels. Ref [birkhoff1937].
/// Throws invalid_argument, naming an obstruction, for anything but a non-empty distributive lattice; too_large like
/// is_distributive.
Poset birkhoff_poset(const Poset& lattice);

}  // namespace tropiary
