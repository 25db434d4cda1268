#pragma once

#include <algorithm>
#include <random>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// Uniform in 0 … bound − 1, by rejection.
inline Integer random_below(const Integer& bound, std::mt19937_64& generator) {
  const std::size_t bits = (bound - 1).bit_length();
  for (;;) {
    Integer value;
    for (std::size_t done = 0; done < bits; done += 32) {
      const std::size_t width = std::min<std::size_t>(32, bits - done);
      value = value * Integer(std::uint64_t{1} << width) + Integer(generator() >> (64 - width));
    }
    if (value < bound) return value;
  }
}

/// The same for a bound in one word.
inline std::uint64_t random_below(std::uint64_t bound, std::mt19937_64& generator) {
  const std::uint64_t excess = (~std::uint64_t{0} % bound + 1) % bound;  // 2⁶⁴ modulo the bound
  for (;;) {
    const std::uint64_t value = generator();
    if (value <= ~std::uint64_t{0} - excess) return value % bound;
  }
}

}  // namespace tropiary::detail
