#pragma once

#include <cstddef>
#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// An affine subspace: its equations, and as many coordinates as its dimension in which it can be seen without loss, so
/// that forms in these alone are in the normal form of Polytope.
struct AffineSpan {
  std::vector<AffineForm> equations;
  std::vector<std::size_t> free;
};

/// The subspace through a point in the given directions. Throws too_large, naming `function`, when the equations would
/// have more than 2²⁴ entries.
AffineSpan affine_span(const char* function, const RationalVector& origin, RationalMatrix directions);

}  // namespace tropiary::detail
