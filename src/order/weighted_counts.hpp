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

/// The product of the factors, multiplied as a balanced tree; 1 for none.
Integer balanced_product(std::vector<Integer> factors);

}  // namespace tropiary::detail
