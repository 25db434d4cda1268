#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "polytope/faces/bit_matrix.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

/// Rational points with their denominators cleared, so that many affine forms can be evaluated at all of them in
/// machine words: x = (numerators) / denominator, point by point. A form whose values might not fit in 64 bits, by a
/// bound known beforehand, is evaluated in Integers.
class ClearedPoints {
 public:
  ClearedPoints(std::size_t ambient_dimension, std::span<const RationalVector> points);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// At each point the value of the form times the point's positive denominator; nothing when it might not fit.
  /// `values` has one entry per point. Cost: one multiplication per point and non-zero coefficient.
  [[nodiscard]] bool words(const AffineForm& form, std::span<std::int64_t> values) const;
  /// The same without limit.
  [[nodiscard]] Integer integer(const AffineForm& form, std::size_t point) const;
  /// At each point the sign of the form.
  void signs(const AffineForm& form, std::span<std::int8_t> signs) const;
  /// At each point whether the form vanishes there: a value is not zero when it is not zero modulo 2^64, so that
  /// Integers are needed for those that are.
  void zeros(const AffineForm& form, std::span<std::uint8_t> is_zero) const;
  [[nodiscard]] const Integer& denominator(std::size_t point) const { return denominators_[point]; }

 private:
  std::size_t ambient_;
  std::size_t size_;
  std::vector<Integer> denominators_;
  std::vector<std::vector<Integer>> numerators_;    // per point; only when some column is not in words
  std::vector<std::vector<std::int64_t>> columns_;  // numerators by coordinate, then the denominators
  std::vector<std::uint64_t> largest_;              // |entry| of each column
  bool in_words_ = true;
};

/// Which vertices lie on which facets, both ways.
struct Incidence {
  BitMatrix facets;    ///< facet × vertex
  BitMatrix vertices;  ///< vertex × facet
};
Incidence incidence(const Polytope& k);

}  // namespace tropiary::detail
