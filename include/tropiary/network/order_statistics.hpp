#pragma once

#include <span>

#include "tropiary/network/network.hpp"

namespace tropiary {

/// Puts the smaller of two values at `low`, the larger at `high`.
struct Comparator {
  std::size_t low;
  std::size_t high;
  friend bool operator==(const Comparator&, const Comparator&) = default;
};

/// Comparators that sort any n values ascending: Batcher's merge exchange, O(n log² n) of them. Throws too_large beyond
/// 2²⁰ values. Ref [knuth:taocp3], 5.2.2, algorithm M.
std::vector<Comparator> sorting_network(std::size_t n);

/// The values at the given positions (0 the smallest) of n inputs sorted ascending, one output each. The largest and
/// the smallest are one maximum; else the comparators that the outputs need, each a maximum and a minimum
/// min(a, b) = −max(−a, −b), whose bounds stay those of the inputs. Throws invalid_argument for a position ≥ n.
TropicalNetwork order_statistics(std::size_t n, std::span<const std::size_t> positions);

TropicalNetwork sorted_values(std::size_t n);                  ///< all n, ascending
TropicalNetwork largest_values(std::size_t n, std::size_t k);  ///< the k largest, descending; 1 ≤ k ≤ n
TropicalNetwork sum_of_largest(std::size_t n, std::size_t k);  ///< one output; 1 ≤ k ≤ n
TropicalNetwork median(std::size_t n);                         ///< of an even n the mean of the middle two; n ≥ 1
TropicalNetwork permuted_values(std::span<const std::size_t> positions);  ///< output i is input positions[i]

}  // namespace tropiary
