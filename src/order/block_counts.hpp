#pragma once

#include <cstddef>
#include <span>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary::detail {

/// The number of non-empty up-sets of P(Q₁, …, Qₙ) from those of the Q_i, P given by its decomposition.
Integer count_nonempty_up_sets_of_blocks(const ModularDecomposition& tree, std::span<const Integer> nonempty);

/// e(P[C₁, …, Cₙ]) with a chain of lengths[i] ≥ 1 points in place of point i, P given by its decomposition.
/// Throws too_large when a prime part that is no tree needs more than `limit` states.
Integer count_linear_extensions_of_blocks(const ModularDecomposition& tree, std::span<const std::size_t> lengths,
                                          std::size_t limit);

/// The quotient with a chain of lengths[i] ≥ 1 points in place of point i, the chains one after the other. Throws
/// too_large beyond most_countable_points.
Poset with_chains(const Poset& quotient, std::span<const std::size_t> lengths);

}  // namespace tropiary::detail
