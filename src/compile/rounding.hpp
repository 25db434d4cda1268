#pragma once

#include <cstdint>

#include "tropiary/compile/dtype.hpp"
#include "tropiary/exact/rational.hpp"

namespace tropiary::detail {

/// A number of a binary floating-point format (IEEE 754; bfloat16 is the upper half of float32).
struct Format {
  int significand;        ///< p, the hidden bit included
  int smallest_exponent;  ///< of a normal number, 2^e
  int largest_exponent;
};
constexpr Format format(Dtype dtype) noexcept {
  switch (dtype) {
    case Dtype::float64:
      return {53, -1022, 1023};
    case Dtype::float32:
      return {24, -126, 127};
    case Dtype::float16:
      return {11, -14, 15};
    case Dtype::bfloat16:
      return {8, -126, 127};
  }
  return {};
}

struct Rounded {
  std::uint64_t bits = 0;  ///< in the low byte_size(dtype) bytes
  bool exact = true;
  bool overflow = false;  ///< rounds to an infinity; bits are the infinity's
};

/// Round to nearest, ties to even, once and from the exact value: no intermediate format rounds before.
Rounded round_to(const Rational& x, Dtype dtype);

/// A finite number's bits taken apart: ± significand · 2^exponent.
struct Decoded {
  bool negative = false;
  std::uint64_t significand = 0;
  int exponent = 0;
};
Decoded decoded(std::uint64_t bits, Dtype dtype) noexcept;

}  // namespace tropiary::detail
