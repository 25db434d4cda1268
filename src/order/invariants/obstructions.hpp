#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tropiary/order/classes.hpp"

namespace tropiary::detail {

// One for each class, or family of classes; see `obstruction`.
std::optional<Obstruction> disconnectedness(const Poset& p);
std::optional<Obstruction> unboundedness(const Poset& p);
std::optional<Obstruction> not_interval_order(const Poset& p);
std::optional<Obstruction> not_semiorder(const Poset& p);
std::optional<Obstruction> not_n_free(const Poset& p);
std::optional<Obstruction> not_series_parallel(const Poset& p);
std::optional<Obstruction> not_lattice(const Poset& p);
std::optional<Obstruction> not_modular(const Poset& p);
std::optional<Obstruction> not_distributive(const Poset& p);
std::optional<Obstruction> not_graded(const Poset& p);
std::optional<Obstruction> not_eulerian(const Poset& p);

/// The number of elements of a longest chain that ends in each element.
std::vector<std::size_t> heights(const Poset& p);

/// Throws too_large beyond Poset::closure_limit points, in the name of a function that compares all pairs.
void check_pairs(const Poset& p, const char* function);

}  // namespace tropiary::detail
