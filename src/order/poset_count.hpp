#pragma once

#include <cstddef>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// The number of posets on n ≤ 16 points up to isomorphism (OEIS A000112), from the posets on at most n − 2 points.
Integer count_posets_by_levels(std::size_t n);

}  // namespace tropiary::detail
