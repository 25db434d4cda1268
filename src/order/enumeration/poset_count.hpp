#pragma once

#include <cstddef>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/enumeration.hpp"

namespace tropiary::detail {

/// The number of posets on n ≤ 16 points, unlabelled (OEIS A000112) or labelled (A001035), from the unlabelled posets
/// on at most n − 2 points: the share of the options' part of the search for these. The parts' shares add up.
Integer count_posets_by_levels(std::size_t n, const EnumerationOptions& options);

/// OEIS A003430, from the generating function.
Integer count_series_parallel(std::size_t n);

}  // namespace tropiary::detail
