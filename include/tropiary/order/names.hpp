#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// The poset called `N`, `diamond`, `chain:4`, `boolean:3`, `grid:3x4`, `divisors:60`, `young:4-3-1` (or
/// `young:4,3,1`), `root:A7`, `bruhat:4`, `bruhat:B3`, …: `poset_families()` lists them, the functions are those of
/// constructions.hpp and families.hpp. Throws invalid_argument naming the known names; too_large beyond 2²⁴ points
/// (`boolean:n`: n ≤ 20).
Poset named_poset(std::string_view name);

/// Whether the word before ':' is one of the names above.
bool is_poset_name(std::string_view name) noexcept;

struct NamedFamily {
  std::string name;     ///< with what stands after its colon, "chain:n"
  std::string meaning;  ///< in a few words
};

/// Every name that named_poset knows.
std::vector<NamedFamily> poset_families();

}  // namespace tropiary
