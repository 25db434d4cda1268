#include "tropiary/exact/rational.hpp"

#include <gmpxx.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/interop/gmpxx.hpp"

using namespace tropiary;
using tropiary::testing::Random;

namespace {

mpz_class random_part(Random& random) {
  static const std::vector<unsigned> corners{0, 1, 31, 32, 62, 63, 64, 65};
  mpz_class result;
  if (random.chance(0.6)) {
    result = mpz_class(1) << corners[random.below(corners.size())];
    result += static_cast<long>(random.between(-2, 2));
  } else {
    const std::size_t bits = random.below(301);
    for (std::size_t i = 0; i < bits; ++i) result = 2 * result + static_cast<unsigned long>(random.below(2));
  }
  if (random.chance(0.5)) result = -result;
  return result;
}

mpq_class random_number(Random& random) {
  mpz_class denominator = random.chance(0.3) ? mpz_class(1) : random_part(random);
  if (denominator == 0) denominator = 6;
  mpq_class result(random_part(random), denominator);
  result.canonicalize();
  return result;
}

Errc code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error");
  return {};
}

}  // namespace

TEST_CASE("rational arithmetic is GMP's under every aliasing and stays in lowest terms", "[exact]") {
  const std::uint64_t seed = 271828;
  CAPTURE(seed);
  Random random(seed);
  const auto check = [](const Rational& x, const mpq_class& expected) {
    CHECK(x.to_string() == expected.get_str());
    CHECK(to_mpz(x.numerator()) == expected.get_num());
    CHECK(to_mpz(x.denominator()) == expected.get_den());
  };
  for (int round = 0; round < 1500; ++round) {
    const mpq_class a = random_number(random);
    const mpq_class b = random_number(random);
    CAPTURE(round, a.get_str(), b.get_str());
    const Rational x = from_mpq(a);
    const Rational y = from_mpq(b);
    check(x, a);
    check(x + y, a + b);
    check(x - y, a - b);
    check(x * y, a * b);
    if (b != 0) check(x / y, a / b);
    check(-x, -a);
    check(abs(x), abs(a));
    Rational z = x;
    check(z += z, a + a);
    z = x;
    check(z -= z, a - a);
    z = x;
    check(z *= z, a * a);
    z = x;
    if (a != 0) check(z /= z, mpq_class(1));
    z = y;
    z = x * z;
    check(z, a * b);
    z = y;
    z = x - z;
    check(z, a - b);
    z = std::move(z);
    check(z, a - b);
    CHECK((x < y) == (a < b));
    CHECK((x == y) == (a == b));
    CHECK((x >= y) == (a >= b));
    CHECK(x.sign() == sgn(a));
    CHECK(x.is_integer() == (a.get_den() == 1));
    CHECK(Rational(x.to_string()) == x);
    CHECK(std::hash<Rational>{}(Rational(x.to_string())) == std::hash<Rational>{}(x));
    CHECK(Rational(floor(x)) <= x);
    CHECK(x < Rational(floor(x) + 1));
    CHECK(ceil(x) == -floor(-x));
  }
}

TEST_CASE("fractions are reduced with a positive denominator", "[exact]") {
  CHECK(Rational(6, -4).to_string() == "-3/2");
  CHECK(Rational(0, -5) == Rational(0));
  CHECK(Rational(0, -5).denominator() == 1);
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(Rational(least, least) == Rational(1));
  CHECK(Rational(least, -1).to_string() == "9223372036854775808");
  CHECK(Rational(1, least).to_string() == "-1/9223372036854775808");
  CHECK((Rational(1) / Rational(least)).denominator().sign() == 1);
  CHECK(-Rational(least) == Rational(least, -1));
}

TEST_CASE("a double becomes the rational that it is", "[exact]") {
  const std::uint64_t seed = 16180;
  CAPTURE(seed);
  Random random(seed);
  CHECK(Rational::exactly(0.1).to_string() == "3602879701896397/36028797018963968");
  CHECK(Rational::exactly(-0.0) == Rational(0));
  std::vector<double> values{0.0,
                             1.0,
                             -0.5,
                             1e300,
                             -1e-300,
                             std::numeric_limits<double>::denorm_min(),
                             std::numeric_limits<double>::max(),
                             std::numeric_limits<double>::lowest()};
  for (int i = 0; i < 200; ++i) {
    values.push_back(std::ldexp(static_cast<double>(random.between(-1000000007, 1000000007)),
                                static_cast<int>(random.between(-1000, 900))));
  }
  for (const double value : values) {
    CAPTURE(value);
    CHECK(to_mpq(Rational::exactly(value)) == mpq_class(value));
    CHECK(to_double_for_display(Rational::exactly(value)) == value);
  }
  CHECK(code_of([] { Rational::exactly(std::nan("")); }) == Errc::invalid_argument);
  CHECK(code_of([] { Rational::exactly(HUGE_VAL); }) == Errc::invalid_argument);
}

TEST_CASE("texts are read as integers fractions and finite decimals", "[exact]") {
  CHECK(Rational("-7/21") == Rational(-1, 3));
  CHECK(Rational("1.25") == Rational(5, 4));
  CHECK(Rational("-0.5") == Rational(-1, 2));
  CHECK(Rational("+3") == Rational(3));
  for (const std::string text : {"", "/", "1/", "/2", "1/2/3", "1.", "1/2.5", "1.5/2", "a", "1 /2", "1/-2", "1/+2",
                                 "1e5", "--1", "1.-5", "1.2.3", "0x1"}) {
    CAPTURE(text);
    CHECK(code_of([&] { Rational x(text); }) == Errc::parse_error);
  }
  CHECK(code_of([] { Rational x("1/0"); }) == Errc::division_by_zero);
  CHECK(code_of([] { Rational x("1/00"); }) == Errc::division_by_zero);
}

TEST_CASE("division of rationals by zero is an error", "[exact]") {
  CHECK(code_of([] { Rational(1, 0); }) == Errc::division_by_zero);
  CHECK(code_of([] { Rational(1) / Rational(0); }) == Errc::division_by_zero);
  CHECK(code_of([] { from_mpq(mpq_class(mpz_class(1), mpz_class(0))); }) == Errc::division_by_zero);
  Rational x = 5;
  CHECK(code_of([&] { x /= x - x; }) == Errc::division_by_zero);
  CHECK(x == Rational(5));
}
