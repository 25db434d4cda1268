#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// An entry left the words: the computation starts again in Integers.
struct WordOverflow {};

/// Rows of numbers with exact arithmetic: in words, which throw WordOverflow where they would wrap, or in Integers.
template <class Number>
struct RowNumbers;

template <>
struct RowNumbers<std::int64_t> {
  __extension__ using Value = __int128;
  __extension__ using Magnitude = unsigned __int128;
  /// Entries of the rows that are added up, so that no sum of 64 products with words leaves 128 bits.
  static constexpr std::size_t max_entry_bits = 56;
  static constexpr std::size_t max_length = 64;

  static Value dot(const std::int64_t* a, const std::int64_t* b, std::size_t n) {
    Value sum = 0;
    for (std::size_t j = 0; j < n; ++j) sum += static_cast<Value>(a[j]) * b[j];
    return sum;
  }
  static int sign(const Value& x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

  /// out := (p · a + q · b) divided by the greatest common divisor of its entries; it is not zero.
  static void combine(Value p, const std::int64_t* a, Value q, const std::int64_t* b, std::int64_t* out,
                      std::size_t n) {
    if (!fits(p) || !fits(q)) {
      const auto common = static_cast<Value>(gcd(magnitude(p), magnitude(q)));
      p /= common;
      q /= common;
      if (!fits(p) || !fits(q)) throw WordOverflow{};
    }
    Magnitude divisor = 0;
    Value entries[max_length];
    for (std::size_t j = 0; j < n; ++j) {
      // Two products below 2^126: entries stay below 2^63 in absolute value, and so does what is divided out.
      entries[j] = p * a[j] + q * b[j];
      if (divisor != 1) divisor = gcd(magnitude(entries[j]), divisor);
    }
    if (divisor > 1 && divisor >> 63 == 0) {
      const auto by = static_cast<std::int64_t>(divisor);
      for (std::size_t j = 0; j < n; ++j) {
        entries[j] = fits(entries[j]) ? Value{static_cast<std::int64_t>(entries[j]) / by} : entries[j] / by;
      }
    } else if (divisor > 1) {
      for (std::size_t j = 0; j < n; ++j) entries[j] /= static_cast<Value>(divisor);
    }
    for (std::size_t j = 0; j < n; ++j) {
      if (!fits(entries[j])) throw WordOverflow{};
      out[j] = static_cast<std::int64_t>(entries[j]);
    }
  }

 private:
  static bool fits(const Value& x) { return x > INT64_MIN && x <= INT64_MAX; }
  static Magnitude magnitude(const Value& x) { return x < 0 ? -static_cast<Magnitude>(x) : static_cast<Magnitude>(x); }
  static Magnitude gcd(Magnitude a, Magnitude b) {
    while (b != 0) {
      if ((a >> 64) == 0 && (b >> 64) == 0) {
        return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
      }
      a %= b;
      std::swap(a, b);
    }
    return a;
  }
};

template <>
struct RowNumbers<Integer> {
  using Value = Integer;

  static Value dot(const Integer* a, const Integer* b, std::size_t n) {
    Integer sum;
    for (std::size_t j = 0; j < n; ++j) {
      if (!a[j].is_zero() && !b[j].is_zero()) sum += a[j] * b[j];
    }
    return sum;
  }
  static int sign(const Value& x) { return x.sign(); }
  static void combine(const Value& p, const Integer* a, const Value& q, const Integer* b, Integer* out, std::size_t n) {
    Integer divisor;
    for (std::size_t j = 0; j < n; ++j) {
      out[j] = p * a[j] + q * b[j];
      if (!divisor.is_one()) divisor = tropiary::gcd(divisor, out[j]);
    }
    if (divisor.is_one()) return;
    for (std::size_t j = 0; j < n; ++j) out[j] /= divisor;
  }
};

}  // namespace tropiary::detail
