#pragma once

#include <string_view>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// The poset called `N`, `diamond`, `chain:4`, `antichain:3`, `boolean:3`, `fence:5`, `crown:3`, `grid:3x4`,
/// `divisors:60` or `paper:12`. Throws invalid_argument naming the known names; too_large beyond 2²⁴ points
/// (`boolean:n`: n ≤ 20).
Poset named_poset(std::string_view name);

/// Whether the word before ':' is one of the names above.
bool is_poset_name(std::string_view name) noexcept;

}  // namespace tropiary
