#pragma once

#include "tropiary/operad/compose.hpp"
#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// A polytope with its chosen top point b, which need not lie in it.
struct PointedPolytope {
  Polytope k;
  RationalVector b;
  friend bool operator==(const PointedPolytope&, const PointedPolytope&) = default;
};

/// P(K₁, …, Kₙ) = conv ∪_A (Σ_{i∈A} K_i + Σ_{i above A} b_i) over the antichains A of P, new b = Σ b_i. The antichain
/// gives the Minkowski sum, the 2-chain the convex envelope. Throws dimension_mismatch.
PointedPolytope act(const Poset& p, std::span<const PointedPolytope> arguments, Action action = Action::pointed,
                    const HullOptions& options = {});

}  // namespace tropiary
