#pragma once
// e(P) of a poset as it stands, by one method each; count_linear_extensions chooses.

#include <cstddef>
#include <optional>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// A number of bits that is enough for e(P): e(P) ≤ n! / Π lᵢ! for every partition into chains of lᵢ points.
std::size_t bits_for_linear_extensions(const Poset& p);

constexpr std::size_t most_countable_points = 8192;
constexpr std::size_t most_countable_bits = 8192;

/// Throws too_large for more points, or a number of more bits, than the methods below can do.
void require_countable(const Poset& p);

/// By whichever method below is the fastest for this poset.
Integer count_linear_extensions_of_prime(const Poset& p, std::size_t limit);

/// By recursion over the connected up-sets of p or of its dual, whichever are fewer at first; up to symmetry when that
/// pays. Ref [kangas2016]. Throws too_large for more than `limit` states, or 4 GiB.
Integer count_linear_extensions_by_components(const Poset& p, std::size_t limit);

/// By sums over the down-sets of p, level by level; only two levels are alive. A self-dual poset costs half, as the
/// ways from both ends meet in the middle. Throws too_large for more than `limit` down-sets in two levels, or 4 GiB.
Integer count_linear_extensions_by_levels(const Poset& p, std::size_t limit);
/// The same; nothing beyond the limit, or for more than `enough` down-sets in all.
std::optional<Integer> count_few_linear_extensions_by_levels(const Poset& p, std::size_t limit, std::size_t enough);

}  // namespace tropiary::detail
