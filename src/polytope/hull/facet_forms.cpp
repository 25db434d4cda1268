#include "polytope/hull/facet_forms.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tropiary::detail {
namespace {

__extension__ using Wide = __int128;

constexpr double two53 = 9007199254740992.0;
constexpr double two62 = 4611686018427387904.0;
constexpr double two120 = 1329227995784915872903807060280344576.0;

// |x| rounded up, infinite beyond the doubles.
double magnitude(const Integer& x) {
  if (x.fits_int64()) return std::abs(static_cast<double>(x.to_int64())) * (1 + 0x1p-52);
  const std::size_t bits = x.bit_length();
  return bits > 1000 ? std::numeric_limits<double>::infinity() : std::ldexp(1.0, static_cast<int>(bits));
}

// x within one part in 2^52; infinite beyond the doubles.
double nearly(const Integer& x) {
  if (x.fits_int64()) return static_cast<double>(x.to_int64());
  const std::size_t bits = x.bit_length();
  if (bits > 1000) return std::numeric_limits<double>::infinity();
  const Integer head = x / pow(Integer(2), static_cast<std::uint32_t>(bits - 62));
  return std::ldexp(static_cast<double>(head.to_int64()), static_cast<int>(bits - 62));
}

std::uint64_t unsigned_abs(std::int64_t x) {
  return x < 0 ? ~static_cast<std::uint64_t>(x) + 1 : static_cast<std::uint64_t>(x);
}

Integer integer_from(Wide x) {
  const bool negative = x < 0;
  const Wide rest = negative ? -x : x;
  constexpr int half = 62;
  const auto low = static_cast<std::int64_t>(rest & ((Wide{1} << half) - 1));
  const auto middle = static_cast<std::int64_t>((rest >> half) & ((Wide{1} << half) - 1));
  const auto high = static_cast<std::int64_t>(rest >> (2 * half));
  const Integer base = std::int64_t{1} << half;
  const Integer result = (Integer(high) * base + Integer(middle)) * base + Integer(low);
  return negative ? -result : result;
}

}  // namespace

FacetForms::FacetForms(const IntegerPoints& points)
    : points_(points), dimension_(points[0].size()), width_(dimension_ + 1), largest_(dimension_), scratch_(width_) {
  point_doubles_.reserve(points.size() * dimension_);
  for (const auto& point : points) {
    for (std::size_t j = 0; j < dimension_; ++j) {
      const double size = magnitude(point[j]);
      largest_[j] = std::max(largest_[j], size);
      points_fit_words_ = points_fit_words_ && point[j].fits_int64();
      points_fit_doubles_ = points_fit_doubles_ && size <= two53;
      point_doubles_.push_back(nearly(point[j]));
    }
  }
  if (!points_fit_words_) return;
  point_words_.reserve(points.size() * dimension_);
  for (const auto& point : points) {
    for (const Integer& x : point) point_words_.push_back(x.to_int64());
  }
}

void FacetForms::resize(std::size_t slots) {
  approximations_.resize(slots * width_);
  words_.resize(slots * width_);
  errors_.resize(slots);
  bounds_.resize(slots);
  big_.resize(slots);
}

void FacetForms::store_words(std::size_t slot, const std::int64_t* words) {
  big_[slot].clear();
  double* approximation = approximations_.data() + slot * width_;
  double bound = 0;
  for (std::size_t j = 0; j < width_; ++j) {
    words_[slot * width_ + j] = words[j];
    approximation[j] = static_cast<double>(words[j]);
    bound += std::abs(approximation[j]) * (j == 0 ? 1.0 : largest_[j - 1]);
  }
  bounds_[slot] = bound * (1 + 0x1p-40);
  const bool exact = points_fit_doubles_ && bounds_[slot] < two53;
  // Rounding of entries, of coordinates, of products and of sums: fewer than width + 4 relative errors of 2^-53 each
  // on terms whose absolute values add up to at most the bound.
  errors_[slot] = exact ? 0.0 : bounds_[slot] * static_cast<double>(width_ + 4) * 0x1p-52;
}

void FacetForms::set(std::size_t slot, const AffineForm& form) {
  std::vector<Integer> entries = {form.constant};
  entries.insert(entries.end(), form.normal.begin(), form.normal.end());
  if (std::all_of(entries.begin(), entries.end(), [](const Integer& x) { return x.fits_int64(); })) {
    for (std::size_t j = 0; j < width_; ++j) scratch_[j] = entries[j].to_int64();
    store_words(slot, scratch_.data());
    return;
  }
  double bound = 0;
  for (std::size_t j = 0; j < width_; ++j) {
    approximations_[slot * width_ + j] = nearly(entries[j]);
    bound += magnitude(entries[j]) * (j == 0 ? 1.0 : largest_[j - 1]);
  }
  bounds_[slot] = bound * (1 + 0x1p-40);
  errors_[slot] = bounds_[slot] * static_cast<double>(width_ + 4) * 0x1p-51;
  std::size_t words = 0;
  for (const Integer& x : entries) words += 4 + x.bit_length() / 64;
  largest_form_ = std::max(largest_form_, words);
  big_[slot] = std::move(entries);
}

AffineForm FacetForms::form(std::size_t slot) const {
  AffineForm result;
  if (!big_[slot].empty()) {
    result.constant = big_[slot][0];
    result.normal.assign(big_[slot].begin() + 1, big_[slot].end());
    return result;
  }
  const std::int64_t* words = words_.data() + slot * width_;
  result.constant = words[0];
  result.normal.assign(words + 1, words + width_);
  return result;
}

double FacetForms::approximate_value(std::size_t slot, std::size_t point) const {
  const double* h = row(slot);
  const double* x = point_doubles_.data() + point * dimension_;
  double value = h[0];
  for (std::size_t j = 0; j < dimension_; ++j) value += h[j + 1] * x[j];
  return value;
}

bool FacetForms::small_value(std::size_t slot, std::size_t point, std::int64_t& result) const {
  if (errors_[slot] == 0) {
    result = static_cast<std::int64_t>(approximate_value(slot, point));
    return true;
  }
  if (!big_[slot].empty() || !points_fit_words_ || !(bounds_[slot] < two120)) return false;
  const std::int64_t* h = words_.data() + slot * width_;
  const std::int64_t* x = point_words_.data() + point * dimension_;
  Wide value = h[0];
  for (std::size_t j = 0; j < dimension_; ++j) value += static_cast<Wide>(h[j + 1]) * x[j];
  result = static_cast<std::int64_t>(value);
  return result == value;
}

Integer FacetForms::value(std::size_t slot, std::size_t point) const {
  std::int64_t small = 0;
  if (small_value(slot, point, small)) return small;
  return value_at(form(slot), points_[point]);
}

int FacetForms::sign(std::size_t slot, std::size_t point) const {
  const double approximation = approximate_value(slot, point);
  if (approximation > errors_[slot]) return 1;
  if (approximation < -errors_[slot]) return -1;
  if (errors_[slot] == 0) return 0;
  return value(slot, point).sign();
}

bool FacetForms::set_from_small_pencil(std::size_t slot, std::size_t a, std::size_t b, std::size_t point) {
  if (!big_[a].empty() || !big_[b].empty()) return false;
  std::int64_t at_a = 0;
  std::int64_t at_b = 0;
  if (!small_value(a, point, at_a) || !small_value(b, point, at_b)) return false;
  const std::uint64_t common = std::gcd(unsigned_abs(at_a), unsigned_abs(at_b));
  const Wide times_a = at_b / static_cast<std::int64_t>(common);
  const Wide times_b = -static_cast<Wide>(at_a) / static_cast<std::int64_t>(common);
  const std::int64_t* words_a = words_.data() + a * width_;
  const std::int64_t* words_b = words_.data() + b * width_;
  std::uint64_t divisor = 0;
  bool fits = true;
  for (std::size_t j = 0; j < width_; ++j) {
    const Wide entry = times_a * words_a[j] + times_b * words_b[j];
    scratch_[j] = static_cast<std::int64_t>(entry);
    // −2^63 is left to the Integers: as a common divisor it would not fit.
    if (scratch_[j] != entry || scratch_[j] == std::numeric_limits<std::int64_t>::min()) {
      fits = false;
      break;
    }
    if (divisor != 1) divisor = std::gcd(divisor, unsigned_abs(scratch_[j]));
  }
  if (!fits) {
    std::vector<Integer> entries;
    for (std::size_t j = 0; j < width_; ++j) {
      entries.push_back(integer_from(times_a * words_a[j] + times_b * words_b[j]));
    }
    entries = primitive(std::move(entries));
    AffineForm form{entries[0], {entries.begin() + 1, entries.end()}};
    set(slot, form);
    return true;
  }
  if (divisor > 1) {
    for (std::int64_t& x : scratch_) x /= static_cast<std::int64_t>(divisor);
  }
  store_words(slot, scratch_.data());
  return true;
}

void FacetForms::set_from_pencil(std::size_t slot, std::size_t a, std::size_t b, std::size_t point) {
  if (set_from_small_pencil(slot, a, b, point)) return;
  Integer times_a = value(b, point);
  Integer times_b = -value(a, point);
  const Integer common = gcd(times_a, times_b);
  times_a /= common;
  times_b /= common;
  const AffineForm form_a = form(a);
  const AffineForm form_b = form(b);
  std::vector<Integer> entries = {times_a * form_a.constant + times_b * form_b.constant};
  for (std::size_t j = 0; j < dimension_; ++j) {
    entries.push_back(times_a * form_a.normal[j] + times_b * form_b.normal[j]);
  }
  entries = primitive(std::move(entries));
  set(slot, {entries[0], {entries.begin() + 1, entries.end()}});
}

}  // namespace tropiary::detail
