#include "polytope/minkowski/cleared.hpp"

#include <algorithm>
#include <bit>

namespace tropiary::detail {

ClearedSummands cleared(std::span<const Polytope> summands) {
  ClearedSummands result;
  const std::size_t ambient = summands[0].ambient_dimension();
  result.scale.assign(ambient, 1);
  for (const Polytope& summand : summands) {
    for (const RationalVector& x : summand.vertices()) {
      for (std::size_t j = 0; j < ambient; ++j) {
        if (!x[j].is_integer()) result.scale[j] = lcm(result.scale[j], x[j].denominator());
      }
    }
  }
  std::size_t largest = 0;
  for (const Polytope& summand : summands) {
    auto& rows = result.vertices.emplace_back();
    rows.reserve(summand.vertices().size());
    for (const RationalVector& x : summand.vertices()) {
      auto& row = rows.emplace_back();
      row.reserve(ambient);
      for (std::size_t j = 0; j < ambient; ++j) {
        if (result.scale[j].is_one()) {
          row.push_back(x[j].numerator());
        } else {
          row.push_back(x[j].numerator() * (result.scale[j] / x[j].denominator()));
        }
        largest = std::max(largest, row.back().bit_length());
      }
    }
  }
  result.bits = largest + 1 + std::bit_width(summands.size());
  return result;
}

}  // namespace tropiary::detail
