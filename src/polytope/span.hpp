#pragma once

#include "tropiary/exact/linear_algebra.hpp"

namespace tropiary::detail {

/// The span of the vectors inserted so far: answers "is this one new?" one vector at a time, so that a rank can stop
/// being computed once it is large enough.
class Span {
 public:
  [[nodiscard]] std::size_t dimension() const noexcept { return rows_.size(); }

  /// Whether `vector` was outside the span, which then contains it. Cost: O(dimension · length).
  bool insert(RationalVector vector) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Rational factor = vector[pivots_[i]];
      if (factor.is_zero()) continue;
      for (std::size_t j = pivots_[i]; j < vector.size(); ++j) {
        if (!rows_[i][j].is_zero()) vector[j] -= factor * rows_[i][j];
      }
    }
    std::size_t pivot = 0;
    while (pivot < vector.size() && vector[pivot].is_zero()) ++pivot;
    if (pivot == vector.size()) return false;
    const Rational scale = vector[pivot];
    for (std::size_t j = pivot; j < vector.size(); ++j) vector[j] /= scale;
    rows_.push_back(std::move(vector));
    pivots_.push_back(pivot);
    return true;
  }

 private:
  RationalMatrix rows_;  // row i is 1 at pivots_[i] and 0 before it
  std::vector<std::size_t> pivots_;
};

/// Whether the points a[i] for i in `chosen` affinely span a space of at least the given dimension.
template <class Positions>
bool spans_affinely(const RationalMatrix& points, const Positions& chosen, std::size_t dimension) {
  if (chosen.empty()) return false;
  Span span;
  const RationalVector& origin = points[*chosen.begin()];
  for (auto it = chosen.begin(); span.dimension() < dimension && it != chosen.end(); ++it) {
    RationalVector difference = points[*it];
    for (std::size_t j = 0; j < difference.size(); ++j) difference[j] -= origin[j];
    span.insert(std::move(difference));
  }
  return span.dimension() >= dimension;
}

}  // namespace tropiary::detail
