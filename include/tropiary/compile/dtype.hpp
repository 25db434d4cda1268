#pragma once

#include <cstdint>
#include <string_view>

namespace tropiary {

/// The number type of compiled weights and of the arithmetic on them.
enum class Dtype : std::uint8_t { float64, float32, float16, bfloat16 };

std::string_view to_string(Dtype dtype) noexcept;  ///< "float32", …
Dtype dtype(std::string_view name);                ///< Throws invalid_argument, listing the names

/// p: every integer of absolute value at most 2^p is representable, and sums of such below 2^p are exact.
constexpr int significand_bits(Dtype dtype) noexcept {
  switch (dtype) {
    case Dtype::float64: return 53;
    case Dtype::float32: return 24;
    case Dtype::float16: return 11;
    case Dtype::bfloat16: return 8;
  }
  return 0;
}
constexpr std::size_t byte_size(Dtype dtype) noexcept {
  switch (dtype) {
    case Dtype::float64: return 8;
    case Dtype::float32: return 4;
    case Dtype::float16:
    case Dtype::bfloat16: return 2;
  }
  return 0;
}

}  // namespace tropiary
