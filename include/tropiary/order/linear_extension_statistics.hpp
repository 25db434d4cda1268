#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tropiary/exact/rational.hpp"
#include "tropiary/order/poset.hpp"

namespace tropiary {

/// A linear extension with as few jumps as possible: neighbours, from bottom to top, that are incomparable.
struct JumpNumber {
  std::size_t jumps = 0;
  std::vector<Element> linear_extension;
};

/// The jump number s(P) with a linear extension that has so many jumps. Unions and ordinal sums by s(P + Q) = s(P) +
/// s(Q) + 1 and s(P * Q) = s(P) + s(Q); the rest by a breadth-first search over the chains of greedy linear extensions,
/// one of which is best [cogis1979]. Throws too_large when the search meets more than `max_states` states.
JumpNumber jump_number(const Poset& p, std::size_t max_states = std::size_t{1} << 22);

// The functions below look at all linear extensions, each as likely as the others, by two sums over all down-sets.
// They throw too_large for more than 64 points or more than `max_down_sets` down-sets.

/// At [x][y] the probability that x comes before y; 0 on the diagonal.
std::vector<std::vector<Rational>> precedence_probabilities(const Poset& p,
                                                            std::size_t max_down_sets = std::size_t{1} << 20);

/// At x the average place of x, counted from 1.
std::vector<Rational> average_heights(const Poset& p, std::size_t max_down_sets = std::size_t{1} << 20);

/// δ(P), the largest of min(Pr[x before y], Pr[y before x]) over the pairs of incomparable points, with a pair: the
/// first one, x < y by number. Nothing for a chain. That δ(P) ≥ 1/3 always is the conjecture of [kislitsyn1968].
struct BalanceConstant {
  Rational value;
  Element x{};
  Element y{};
};
std::optional<BalanceConstant> balance_constant(const Poset& p, std::size_t max_down_sets = std::size_t{1} << 20);

}  // namespace tropiary
