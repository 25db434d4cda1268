#pragma once

#include <cstdint>
#include <vector>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// sums[r]: over the independent sets of r of the integer vectors (none of them zero), the sum of the greatest common
/// divisors of their maximal minors: of the index of their lattice in the integer points of its span. With `only_bases`
/// only sums[dimension] is computed. Throws too_large, naming `function`, after `effort` sets.
std::vector<Integer> sums_of_minors(const char* function, std::size_t dimension,
                                    std::vector<std::vector<Integer>> vectors, bool only_bases, std::uint64_t effort);

}  // namespace tropiary::detail
