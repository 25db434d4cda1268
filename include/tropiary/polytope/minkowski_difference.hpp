#pragma once

#include <optional>

#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {

/// A ⊖ B = { x : x + B ⊆ A }: each inequality of A moved by its least value on B. The difference (A + B) ⊖ B is A.
/// Throws dimension_mismatch, and invalid_argument when B is empty, since every x would do. Ref [schneider2014], §3.1.
Polytope minkowski_difference(const Polytope& a, const Polytope& b, const HullOptions& options = {});

/// Whether B + C = A for some C, with the proof.
struct SummandTest {
  bool holds = false;
  std::optional<Polytope> complement;  ///< C, which is A ⊖ B, when it holds
  /// When it does not: a vertex of A that lies in no translate of B inside A; empty when it holds.
  RationalVector witness;
};
/// B is a summand of A exactly when every vertex of A lies in some translate of B inside A.
/// Throws like minkowski_difference. Ref [schneider2014], §3.2.
SummandTest is_summand(const Polytope& a, const Polytope& b, const HullOptions& options = {});

}  // namespace tropiary
