#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// Σ_A Π_{i∈A} weights[i] over the antichains A of p, the empty one included. With weights 1 this is |J(P)|, with
/// weights |J(Q_i)| − 1 it is |J(P(Q₁, …, Qₙ))|.
///
/// Branches on a point (without it; or with it and without everything comparable), splits the rest into connected
/// components of the comparability graph and remembers every subset met. Exponential in the worst case.
/// Throws dimension_mismatch; too_large when the memo would hold more than 2²⁷ words or p more than 2¹⁵ points.
Integer count_weighted_antichains(const Poset& p, std::span<const Integer> weights);

/// e(P[C₁, …, Cₙ]) with a chain of lengths[i] points in place of point i; a length may be 0.
///
/// Dynamic programming over the down-sets of the sum, two layers at a time. Their number is Σ_A Π lengths[i].
/// Throws dimension_mismatch; too_large when it exceeds `limit`.
Integer count_linear_extensions_of_chains(const Poset& p, std::span<const std::size_t> lengths,
                                          std::size_t limit = std::size_t{1} << 26);

/// The product of the factors, multiplied as a balanced tree; 1 for none.
Integer balanced_product(std::vector<Integer> factors);

}  // namespace tropiary::detail
