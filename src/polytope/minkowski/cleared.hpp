#pragma once

#include <span>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// The vertices of polytopes in one space as integers: coordinate j of a vertex x is x_j · scale[j].
struct ClearedSummands {
  std::vector<Integer> scale;                               ///< positive; 1 for integer vertices
  std::vector<std::vector<std::vector<Integer>>> vertices;  ///< by summand and vertex
  /// Bits that suffice for the absolute value of any sum of one coordinate of a vertex of each, and of any difference.
  std::size_t bits = 0;
};
ClearedSummands cleared(std::span<const Polytope> summands);

}  // namespace tropiary::detail
