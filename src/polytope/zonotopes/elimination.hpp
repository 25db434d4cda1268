#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

// One step of fraction-free elimination (Bareiss), (p · x − q · y) / previous, in which every division is exact. All
// numbers that occur are minors of the vectors; the type is chosen by Hadamard's bound on these.

/// Integers below 2^53 in absolute value, as are the products: no operation rounds.
inline double eliminated(double p, double x, double q, double y, double previous) { return (p * x - q * y) / previous; }
inline std::int64_t eliminated(std::int64_t p, std::int64_t x, std::int64_t q, std::int64_t y, std::int64_t previous) {
  __extension__ using Wide = __int128;
  return static_cast<std::int64_t>((static_cast<Wide>(p) * x - static_cast<Wide>(q) * y) / previous);
}
inline Integer eliminated(const Integer& p, const Integer& x, const Integer& q, const Integer& y,
                          const Integer& previous) {
  return (p * x - q * y) / previous;
}

inline int sign_of(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }
inline int sign_of(std::int64_t x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }
inline int sign_of(const Integer& x) { return x.sign(); }

inline Integer integer_of(double x) { return static_cast<std::int64_t>(x); }
inline Integer integer_of(std::int64_t x) { return x; }
inline const Integer& integer_of(const Integer& x) { return x; }

/// An upper bound of the bits of all minors of up to `rank` vectors, unit vectors among the columns.
inline double minor_bits(const std::vector<std::vector<Integer>>& vectors, std::size_t rank) {
  std::vector<double> bits;
  for (const auto& vector : vectors) {
    std::size_t most = 0;
    std::size_t entries = 0;
    for (const Integer& x : vector) {
      most = std::max(most, x.bit_length());
      if (!x.is_zero()) ++entries;
    }
    double exact = 0;
    if (most <= 62) {
      for (const Integer& x : vector) exact += std::pow(static_cast<double>(x.to_int64()), 2);
      bits.push_back(0.5 * std::log2(std::max(1.0, exact)) + 1e-6);
    } else {
      bits.push_back(static_cast<double>(most) + 0.5 * std::log2(static_cast<double>(entries)));
    }
  }
  std::sort(bits.begin(), bits.end(), std::greater<>());
  double sum = 0;
  for (std::size_t i = 0; i < std::min(rank, bits.size()); ++i) sum += bits[i];
  return sum;
}

/// Calls f with a value of the type in which the elimination is exact.
template <class F>
auto with_elimination_type(double bits, F&& f) {
  if (2 * bits + 1 < 52.9) return f(double{});
  if (bits < 61.9) return f(std::int64_t{});
  return f(Integer{});
}

template <class Scalar>
Scalar scalar_of(const Integer& x) {
  if constexpr (std::is_same_v<Scalar, Integer>) {
    return x;
  } else {
    return static_cast<Scalar>(x.to_int64());
  }
}

/// Rows of one length in one piece of memory.
template <class Scalar>
struct Rows {
  std::size_t width = 0;
  std::vector<Scalar> entries;
  Rows() = default;
  Rows(std::size_t count, std::size_t row_width) : width(row_width), entries(count * row_width) {}
  Scalar* row(std::size_t i) { return entries.data() + i * width; }
  [[nodiscard]] const Scalar* row(std::size_t i) const { return entries.data() + i * width; }
  [[nodiscard]] std::size_t count() const { return width == 0 ? 0 : entries.size() / width; }
};

/// Eliminates coordinate `pivot` of `from` (width w) by the row p with p[pivot] ≠ 0: what is left has w − 1 entries.
template <class Scalar>
void eliminate(const Scalar* p, std::size_t pivot, const Scalar& previous, const Scalar* from, std::size_t w,
               Scalar* to) {
  const Scalar& head = p[pivot];
  const Scalar& factor = from[pivot];
  for (std::size_t k = 0; k < pivot; ++k) to[k] = eliminated(head, from[k], factor, p[k], previous);
  for (std::size_t k = pivot + 1; k < w; ++k) to[k - 1] = eliminated(head, from[k], factor, p[k], previous);
}

template <class Scalar>
bool is_zero_row(const Scalar* row, std::size_t w) {
  for (std::size_t k = 0; k < w; ++k) {
    if (sign_of(row[k]) != 0) return false;
  }
  return true;
}

}  // namespace tropiary::detail
