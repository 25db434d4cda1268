#include "rounding.hpp"

#include <algorithm>
#include <bit>

namespace tropiary::detail {

namespace {

Integer power_of_two(int exponent) { return pow(2, static_cast<std::uint32_t>(exponent)); }

/// Sign, biased exponent and fraction put together; `significand` < 2^p counts units of 2^quantum.
std::uint64_t pack(bool negative, std::uint64_t significand, int quantum, const Format& f, Dtype dtype) {
  const std::uint64_t sign = negative ? std::uint64_t{1} << (8 * byte_size(dtype) - 1) : 0;
  const std::uint64_t hidden = std::uint64_t{1} << (f.significand - 1);
  if (significand < hidden) return sign | significand;  // subnormal or zero: quantum is the smallest
  const auto field = static_cast<std::uint64_t>(quantum + f.significand - 1 + f.largest_exponent);
  return sign | (field << (f.significand - 1)) | (significand - hidden);
}

Rounded infinity(bool negative, const Format& f, Dtype dtype) {
  const std::uint64_t sign = negative ? std::uint64_t{1} << (8 * byte_size(dtype) - 1) : 0;
  const auto field = static_cast<std::uint64_t>(2 * f.largest_exponent + 1);
  return {sign | (field << (f.significand - 1)), false, true};
}

}  // namespace

Rounded round_to(const Rational& x, Dtype dtype) {
  if (x.is_zero()) return {};
  const Format f = format(dtype);
  const bool negative = x.sign() < 0;
  if (x.is_integer() && x.numerator().fits_int64()) {  // the ordinary weight: an integer of at most p bits
    const std::int64_t value = x.numerator().to_int64();
    const std::uint64_t magnitude =
        negative ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    const auto width = static_cast<int>(std::bit_width(magnitude));
    if (width <= f.significand && width - 1 <= f.largest_exponent) {
      const int shift = f.significand - width;
      return {pack(negative, magnitude << shift, -shift, f, dtype), true, false};
    }
  }
  Integer numerator = abs(x.numerator());
  Integer denominator = x.denominator();
  // 2^(width−1) < |x| < 2^(width+1), so 2^exponent ≤ |x| < 2^(exponent+1) for one of two exponents.
  const int width = static_cast<int>(numerator.bit_length()) - static_cast<int>(denominator.bit_length());
  const bool smaller =
      width >= 0 ? numerator < denominator * power_of_two(width) : numerator * power_of_two(-width) < denominator;
  const int exponent = smaller ? width - 1 : width;
  int quantum = std::max(exponent, f.smallest_exponent) - (f.significand - 1);
  if (quantum >= 0) {
    denominator *= power_of_two(quantum);
  } else {
    numerator *= power_of_two(-quantum);
  }
  Integer quotient = numerator / denominator;
  const Integer twice_rest = 2 * (numerator % denominator);
  const bool exact = twice_rest.is_zero();
  if (twice_rest > denominator || (twice_rest == denominator && quotient.is_odd())) ++quotient;
  auto significand = static_cast<std::uint64_t>(quotient.to_int64());
  if (significand == std::uint64_t{1} << f.significand) {
    significand >>= 1;
    ++quantum;
  }
  if (quantum + f.significand - 1 > f.largest_exponent) return infinity(negative, f, dtype);
  return {pack(negative, significand, quantum, f, dtype), exact, false};
}

Decoded decoded(std::uint64_t bits, Dtype dtype) noexcept {
  const Format f = format(dtype);
  const std::uint64_t sign = std::uint64_t{1} << (8 * byte_size(dtype) - 1);
  const std::uint64_t hidden = std::uint64_t{1} << (f.significand - 1);
  const std::uint64_t field = (bits & (sign - 1)) / hidden;
  const std::uint64_t fraction = bits & (hidden - 1);
  const int quantum = static_cast<int>(field == 0 ? 1 : field) - f.largest_exponent - (f.significand - 1);
  return {(bits & sign) != 0, field == 0 ? fraction : fraction | hidden, quantum};
}

}  // namespace tropiary::detail
