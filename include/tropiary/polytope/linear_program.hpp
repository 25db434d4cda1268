#pragma once

#include <optional>
#include <span>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary {

enum class LinearProgramStatus { optimal, unbounded, infeasible };

/// What `maximise` found, with the proof. The constraints are b_i + a_i · x ≥ 0, the objective c · x.
struct LinearProgramSolution {
  LinearProgramStatus status = LinearProgramStatus::infeasible;
  std::optional<Rational> value;  ///< the maximum, when optimal
  RationalVector point;           ///< where it is attained; any feasible point when unbounded; empty when infeasible
  RationalVector direction;       ///< when unbounded: a_i · direction ≥ 0 for all i and c · direction > 0
  /// y ≥ 0, one for each constraint. Optimal: c + Σ y_i a_i = 0 and the maximum is Σ y_i b_i.
  /// Infeasible: Σ y_i a_i = 0 and Σ y_i b_i < 0. Empty when unbounded.
  RationalVector multipliers;
};

/// The maximum of c · x over all rational x with b_i + a_i · x ≥ 0, exactly, by the simplex method with Bland's rule,
/// which ends on degenerate input too. Throws dimension_mismatch unless all constraints have as many coordinates as c;
/// too_large for more than 2²⁴ coefficients. Ref [bland1977].
LinearProgramSolution maximise(std::span<const Rational> objective, std::span<const AffineForm> constraints);

}  // namespace tropiary
