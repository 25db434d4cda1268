#include "polytope/faces/incidence.hpp"

#include <algorithm>
#include <utility>

#include "exact/gmp_access.hpp"

namespace tropiary::detail {
namespace {

std::uint64_t magnitude(std::int64_t x) {
  return x < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
}

// Modulo 2^64.
std::uint64_t low_word(const Integer& x) {
  if (x.fits_int64()) return static_cast<std::uint64_t>(x.to_int64());
  const std::uint64_t low = mpz_get_ui(MpzView(x));
  return x.sign() < 0 ? std::uint64_t{0} - low : low;
}

// Adds factor · column; the caller knows that nothing overflows.
void add_multiple(std::span<std::int64_t> values, std::int64_t factor, const std::vector<std::int64_t>& column) {
  const std::size_t n = values.size();
  if (factor == 1) {
    for (std::size_t i = 0; i < n; ++i) values[i] += column[i];
  } else if (factor == -1) {
    for (std::size_t i = 0; i < n; ++i) values[i] -= column[i];
  } else {
    for (std::size_t i = 0; i < n; ++i) values[i] += factor * column[i];
  }
}

}  // namespace

ClearedPoints::ClearedPoints(std::size_t ambient_dimension, std::span<const RationalVector> points)
    : ambient_(ambient_dimension), size_(points.size()), denominators_(points.size(), 1) {
  for (std::size_t i = 0; i < size_; ++i) {
    for (const Rational& x : points[i]) {
      if (!x.is_integer()) denominators_[i] = lcm(denominators_[i], x.denominator());
    }
  }
  columns_.assign(ambient_ + 1, std::vector<std::int64_t>(size_));
  largest_.assign(ambient_ + 1, 0);
  const auto numerator = [&](std::size_t i, std::size_t j) {
    if (j == ambient_) return denominators_[i];
    const Rational& x = points[i][j];
    return denominators_[i].is_one() ? x.numerator() : x.numerator() * (denominators_[i] / x.denominator());
  };
  for (std::size_t j = 0; j <= ambient_ && in_words_; ++j) {
    for (std::size_t i = 0; i < size_; ++i) {
      const Integer entry = numerator(i, j);
      if (!entry.fits_int64()) {
        in_words_ = false;
        break;
      }
      columns_[j][i] = entry.to_int64();
      largest_[j] = std::max(largest_[j], magnitude(columns_[j][i]));
    }
  }
  if (in_words_) return;
  columns_.clear();
  numerators_.resize(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t j = 0; j < ambient_; ++j) numerators_[i].push_back(numerator(i, j));
  }
}

bool ClearedPoints::words(const AffineForm& form, std::span<std::int64_t> values) const {
  if (!in_words_) return false;
  const auto coefficient = [&](std::size_t j) -> const Integer& {
    return j == ambient_ ? form.constant : form.normal[j];
  };
  // |value| ≤ Σ |coefficient| · largest entry of the column, and so are all partial sums.
  std::uint64_t bound = 0;
  for (std::size_t j = 0; j <= ambient_; ++j) {
    if (!coefficient(j).fits_int64()) return false;
    std::uint64_t term = 0;
    if (__builtin_mul_overflow(magnitude(coefficient(j).to_int64()), largest_[j], &term) ||
        __builtin_add_overflow(bound, term, &bound) || bound > std::uint64_t{INT64_MAX}) {
      return false;
    }
  }
  std::fill(values.begin(), values.end(), 0);
  for (std::size_t j = 0; j <= ambient_; ++j) {
    if (!coefficient(j).is_zero()) add_multiple(values, coefficient(j).to_int64(), columns_[j]);
  }
  return true;
}

Integer ClearedPoints::integer(const AffineForm& form, std::size_t point) const {
  Integer value = form.constant * denominators_[point];
  for (std::size_t j = 0; j < ambient_; ++j) {
    if (form.normal[j].is_zero()) continue;
    value += form.normal[j] * (in_words_ ? Integer(columns_[j][point]) : numerators_[point][j]);
  }
  return value;
}

void ClearedPoints::signs(const AffineForm& form, std::span<std::int8_t> signs) const {
  std::vector<std::int64_t> values(size_);
  if (words(form, values)) {
    for (std::size_t i = 0; i < size_; ++i) signs[i] = static_cast<std::int8_t>((values[i] > 0) - (values[i] < 0));
  } else {
    for (std::size_t i = 0; i < size_; ++i) signs[i] = static_cast<std::int8_t>(integer(form, i).sign());
  }
}

void ClearedPoints::zeros(const AffineForm& form, std::span<std::uint8_t> is_zero) const {
  std::vector<std::int64_t> values(size_);
  if (words(form, values)) {
    for (std::size_t i = 0; i < size_; ++i) is_zero[i] = values[i] == 0 ? 1 : 0;
    return;
  }
  std::vector<std::uint64_t> residues(size_);
  for (std::size_t j = 0; j <= ambient_ && in_words_; ++j) {
    const std::uint64_t factor = low_word(j == ambient_ ? form.constant : form.normal[j]);
    for (std::size_t i = 0; i < size_; ++i) residues[i] += factor * static_cast<std::uint64_t>(columns_[j][i]);
  }
  for (std::size_t i = 0; i < size_; ++i) is_zero[i] = residues[i] == 0 && integer(form, i).is_zero() ? 1 : 0;
}

Incidence incidence(const Polytope& k) {
  const ClearedPoints points(k.ambient_dimension(), k.vertices());
  Incidence result{{k.facets().size(), k.vertices().size()}, {}};
  std::vector<std::uint8_t> is_zero(points.size());
  for (std::size_t f = 0; f < k.facets().size(); ++f) {
    points.zeros(k.facets()[f], is_zero);
    const std::span<std::uint64_t> row = result.facets.row(f);
    for (std::size_t v = 0; v < is_zero.size(); ++v) row[v / 64] |= std::uint64_t{is_zero[v]} << (v % 64);
  }
  result.vertices = result.facets.transposed();
  return result;
}

}  // namespace tropiary::detail
