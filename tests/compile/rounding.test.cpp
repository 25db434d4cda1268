#include "../../src/compile/rounding.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cmath>

#include "support/posets.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

using detail::round_to;
using detail::Rounded;

std::uint64_t bits32(float x) { return std::bit_cast<std::uint32_t>(x); }
std::uint64_t bits64(double x) { return std::bit_cast<std::uint64_t>(x); }

/// The exact value of an encoded number, read off the definition of the format.
Rational decode(std::uint64_t bits, Dtype dtype) {
  const detail::Format f = detail::format(dtype);
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << (f.significand - 1)) - 1);
  const auto exponent_bits = static_cast<unsigned>(8 * byte_size(dtype)) - static_cast<unsigned>(f.significand);
  const auto field = static_cast<int>((bits >> (f.significand - 1)) & ((std::uint64_t{1} << exponent_bits) - 1));
  const bool negative = (bits >> (8 * byte_size(dtype) - 1)) != 0;
  const bool normal = field != 0;
  const int scale = (normal ? field : 1) - f.largest_exponent - (f.significand - 1);
  Rational value = Integer(fraction) + (normal ? pow(2, static_cast<std::uint32_t>(f.significand - 1)) : Integer(0));
  const Rational power = pow(2, static_cast<std::uint32_t>(std::abs(scale)));
  value = scale >= 0 ? value * power : value / power;
  return negative ? -value : value;
}

TEST_CASE("a double is rounded to float64 as itself and to float32 as a cast does") {
  const std::uint64_t seed = 7;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 20000; ++round) {
    const double mantissa = static_cast<double>(random.between(-(std::int64_t{1} << 53), std::int64_t{1} << 53));
    const double x = std::ldexp(mantissa, static_cast<int>(random.between(-210, 80)));
    CAPTURE(x);
    const Rational exact = Rational::exactly(x);
    if (x != 0) CHECK(round_to(exact, Dtype::float64).bits == bits64(x));
    CHECK(round_to(exact, Dtype::float64).exact);
    const auto cast = static_cast<float>(x);
    const Rounded rounded = round_to(exact, Dtype::float32);
    if (cast != 0) CHECK(rounded.bits == bits32(cast));
    CHECK(rounded.overflow == std::isinf(cast));
    CHECK(rounded.exact == (static_cast<double>(cast) == x));
  }
}

TEST_CASE("every half and every bfloat16 is rounded to itself and halves of gaps go to the even neighbour") {
  for (const Dtype dtype : {Dtype::float16, Dtype::bfloat16}) {
    const std::uint64_t infinity = dtype == Dtype::float16 ? 0x7c00 : 0x7f80;
    for (std::uint64_t bits = 1; bits + 1 < infinity; ++bits) {
      const Rational value = decode(bits, dtype);
      const Rational next = decode(bits + 1, dtype);
      const Rational middle = (value + next) / 2;
      const Rational nudge = (next - value) / 1000;
      const bool holds = round_to(value, dtype).bits == bits && round_to(value, dtype).exact &&
                         round_to(-value, dtype).bits == (bits | 0x8000) &&
                         round_to(middle, dtype).bits == (bits % 2 == 0 ? bits : bits + 1) &&
                         !round_to(middle, dtype).exact && round_to(middle - nudge, dtype).bits == bits &&
                         round_to(middle + nudge, dtype).bits == bits + 1;
      if (!holds) FAIL(to_string(dtype) << " bits " << bits);
    }
  }
}

TEST_CASE("the largest number of a format is finite and half a gap beyond it overflows") {
  CHECK(round_to(65504, Dtype::float16).bits == 0x7bff);
  CHECK(round_to(Rational("65519.99"), Dtype::float16).bits == 0x7bff);
  CHECK(round_to(65520, Dtype::float16).overflow);
  CHECK(round_to(65520, Dtype::float16).bits == 0x7c00);
  CHECK(round_to(-65520, Dtype::float16).bits == 0xfc00);
  CHECK(round_to(pow(2, 128), Dtype::float32).bits == 0x7f800000);
  CHECK(round_to(pow(2, 127), Dtype::float32).bits == bits32(0x1p127F));
  CHECK(round_to(pow(2, 128), Dtype::bfloat16).overflow);
  CHECK(round_to(pow(2, 2000), Dtype::float64).overflow);
}

TEST_CASE("there is one rounding and not two") {
  // 1 + 2^-11 + 2^-40: in float16 just above a tie; float32 would first round it down to the tie.
  const Rational x = Rational(1) + Rational(1, pow(2, 11)) + Rational(1, pow(2, 40));
  CHECK(round_to(x, Dtype::float16).bits == 0x3c01);
  CHECK(round_to(Rational(1) + Rational(1, pow(2, 11)), Dtype::float16).bits == 0x3c00);
  CHECK(round_to(Rational(1, 3), Dtype::float64).bits == bits64(1.0 / 3.0));
  CHECK(round_to(Rational(1, 3), Dtype::float32).bits == bits32(1.0F / 3.0F));
  CHECK(round_to(Rational(-2, 3), Dtype::bfloat16).bits == 0xbf2b);
}

TEST_CASE("the least subnormal is kept and half of it is zero") {
  CHECK(round_to(Rational(1, pow(2, 149)), Dtype::float32).bits == 1);
  CHECK(round_to(Rational(1, pow(2, 150)), Dtype::float32).bits == 0);
  CHECK_FALSE(round_to(Rational(1, pow(2, 150)), Dtype::float32).exact);
  CHECK(round_to(Rational(3, pow(2, 151)), Dtype::float32).bits == 1);
  CHECK(round_to(Rational(1, pow(2, 1074)), Dtype::float64).bits == 1);
  CHECK(round_to(Rational(1, pow(2, 3000)), Dtype::float64).bits == 0);
}

TEST_CASE("names of number types are read back and unknown ones refused") {
  for (const Dtype type : {Dtype::float64, Dtype::float32, Dtype::float16, Dtype::bfloat16}) {
    CHECK(dtype(to_string(type)) == type);
  }
  CHECK_THROWS_AS(dtype("float8"), Error);
}

}  // namespace
}  // namespace tropiary
