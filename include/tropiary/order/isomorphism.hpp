#pragma once

#include <optional>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary {

/// An isomorphism a → b: for each element of a its image in b; nothing when the posets are not isomorphic. Labels do
/// not count. Cost and errors as for canonical_form.
std::optional<std::vector<Element>> find_isomorphism(const Poset& a, const Poset& b);

}  // namespace tropiary
