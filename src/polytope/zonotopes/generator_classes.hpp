#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "polytope/affine_span.hpp"

namespace tropiary::detail {

/// Generators of a zonotope sorted out: zero ones left out, parallel ones added up, denominators cleared.
struct GeneratorClasses {
  struct Member {
    std::size_t generator;
    bool reversed;  ///< its direction is opposite to that of its class
  };
  std::vector<Integer> scale;                 ///< coordinate j is multiplied by scale[j]
  std::vector<std::vector<Integer>> vectors;  ///< of each class: the sum of its members, the reversed ones negated
  std::vector<std::vector<Member>> members;   ///< of each class
  std::vector<Integer> translation;           ///< the sum of the reversed generators, times the scale
  AffineSpan span;                            ///< of the zonotope

  [[nodiscard]] std::size_t rank() const { return span.free.size(); }
};

/// Throws dimension_mismatch, naming `function`, for a generator of another length than ambient_dimension.
GeneratorClasses generator_classes(const char* function, std::size_t ambient_dimension,
                                   std::span<const RationalVector> generators);

}  // namespace tropiary::detail
