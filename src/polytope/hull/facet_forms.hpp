#pragma once

#include <cstdint>
#include <vector>

#include "polytope/hull/hull_engine.hpp"

namespace tropiary::detail {

/// The affine forms of the facets of a growing hull, in numbered slots, and their signs at the given points.
///
/// A form is kept exactly, in 64-bit words while its entries fit and as Integers otherwise, and once more in doubles: a
/// double value further from zero than its error bound has the right sign, and where no entry or partial sum can pass
/// 2⁵³ the doubles are exact. Everything else is computed again in 128 bits or Integers.
class FacetForms {
 public:
  explicit FacetForms(const IntegerPoints& points);

  void resize(std::size_t slots);
  void set(std::size_t slot, const AffineForm& form);
  [[nodiscard]] AffineForm form(std::size_t slot) const;
  /// Machine words that one more form may take, the largest so far the measure.
  [[nodiscard]] std::size_t words_of_a_form() const noexcept { return 2 * width_ + largest_form_; }

  /// The sign of a form at a point.
  [[nodiscard]] int sign(std::size_t slot, std::size_t point) const;

  /// Puts into `slot` the form of the pencil of a and b that vanishes at the point, where a is negative and b positive
  /// there: b(x) · a − a(x) · b, made primitive.
  void set_from_pencil(std::size_t slot, std::size_t a, std::size_t b, std::size_t point);

 private:
  [[nodiscard]] const double* row(std::size_t slot) const { return approximations_.data() + slot * width_; }
  [[nodiscard]] double approximate_value(std::size_t slot, std::size_t point) const;
  [[nodiscard]] Integer value(std::size_t slot, std::size_t point) const;
  [[nodiscard]] bool small_value(std::size_t slot, std::size_t point, std::int64_t& result) const;
  bool set_from_small_pencil(std::size_t slot, std::size_t a, std::size_t b, std::size_t point);
  void store_words(std::size_t slot, const std::int64_t* words);

  const IntegerPoints& points_;
  std::size_t dimension_;
  std::size_t width_;                  // dimension + 1: the constant comes first
  bool points_fit_words_ = true;       // int64
  bool points_fit_doubles_ = true;     // at most 2^53
  std::vector<double> largest_;        // of the absolute coordinates
  std::vector<double> point_doubles_;  // rows of dimension
  std::vector<std::int64_t> point_words_;
  std::vector<double> approximations_;  // rows of width
  std::vector<double> errors_;          // 0: the doubles are exact
  std::vector<double> bounds_;          // of |value| at every point, rounded up
  std::vector<std::int64_t> words_;     // rows of width, where big_ is empty
  std::vector<std::vector<Integer>> big_;
  std::size_t largest_form_ = 0;
  std::vector<std::int64_t> scratch_;
};

}  // namespace tropiary::detail
