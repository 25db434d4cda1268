#pragma once

#include <cstdint>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::detail {

/// How f of one sub-poset S of a prime factor Q is made from f of smaller ones. s(X) is the sum of all coordinates in
/// X.
struct PlanStep {
  enum class Rule : std::uint8_t {
    empty,    ///< 0
    block,    ///< f of the one block in S
    sum,      ///< S = disjoint union of the parts: Σ f(part)
    ordinal,  ///< S = ordinal sum of the parts, bottom to top
    point,    ///< i a point:             max( f(S∖↓i), s(>i) + x_i + f(S∖↑i) )
    low,      ///< M a minimal module:    max( f(S∖M), s(>M) + f(M) + f(S∖M∖>M) )
    high,     ///< M a maximal module:    max( f(M) + f(S∖M∖<M), s(M) + f(S∖M) )
    middle    ///< M any module:  max( f(S∖M∖<M), s(>M) + f(M) + f(S∖M∖<M∖>M), s(>M) + s(M) + f(S∖M∖>M) )
  };
  Rule rule = Rule::empty;
  ElementSet alive;                  ///< S
  ElementSet module;                 ///< i or M
  ElementSet above;                  ///< > M within S
  std::vector<std::uint32_t> parts;  ///< steps, in the order of the formula: for the branching rules f(M) last if used
};

/// Steps in an order in which parts come first; the last one is Q itself.
struct PrimePlan {
  std::vector<PlanStep> steps;
  std::size_t maxima = 0;  ///< two-argument maxima it will need, those of blocks that are no points not counted
};

/// Branching with memo on sub-posets. Small factors: every branch is considered, and of each sub-poset the branch with
/// the fewest maxima, shared ones counted once, is kept. Larger ones: several orders of branching compete.
/// Throws too_large beyond 2²⁰ sub-posets.
PrimePlan plan_prime(const Poset& q, const std::vector<bool>& is_point);

}  // namespace tropiary::detail
