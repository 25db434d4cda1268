#include "tropiary/exact/integer.hpp"

#include <gmpxx.h>

#include <catch2/catch.hpp>
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

constexpr std::int64_t least_word = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t largest_word = std::numeric_limits<std::int64_t>::max();

/// Numbers around the places where representations change, and anything up to 300 bits.
mpz_class random_number(Random& random) {
  static const std::vector<unsigned> corners{0, 1, 31, 32, 62, 63, 64, 65, 127, 128};
  mpz_class result;
  if (random.chance(0.5)) {
    result = mpz_class(1) << corners[random.below(corners.size())];
    result += static_cast<long>(random.between(-2, 2));
  } else {
    const std::size_t bits = random.below(301);
    for (std::size_t i = 0; i < bits; ++i) result = 2 * result + static_cast<unsigned long>(random.below(2));
  }
  if (random.chance(0.5)) result = -result;
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

/// The value, and that it lives in one word exactly when it fits: equal values have equal representations.
void check_equal(const Integer& x, const mpz_class& expected) {
  CHECK(x.to_string() == expected.get_str());
  CHECK(x.fits_int64() == expected.fits_slong_p());
  CHECK(to_mpz(x) == expected);
  CHECK(from_mpz(expected) == x);
  CHECK(std::hash<Integer>{}(from_mpz(expected)) == std::hash<Integer>{}(x));
  CHECK(x.sign() == sgn(expected));
  CHECK(x.is_zero() == (expected == 0));
  CHECK(x.is_one() == (expected == 1));
  CHECK(x.is_odd() == (mpz_odd_p(expected.get_mpz_t()) != 0));
  CHECK(x.bit_length() == (expected == 0 ? 0 : mpz_sizeinbase(expected.get_mpz_t(), 2)));
}

}  // namespace

TEST_CASE("integer arithmetic is GMP's under every aliasing", "[exact]") {
  const std::uint64_t seed = 1729;
  CAPTURE(seed);
  Random random(seed);
  struct Operation {
    const char* name;
    bool divides;
    std::function<Integer&(Integer&, const Integer&)> ours;
    std::function<mpz_class(const mpz_class&, const mpz_class&)> theirs;
  };
  const std::vector<Operation> operations{
      {"+", false, [](Integer& a, const Integer& b) -> Integer& { return a += b; },
       [](const mpz_class& a, const mpz_class& b) -> mpz_class { return a + b; }},
      {"-", false, [](Integer& a, const Integer& b) -> Integer& { return a -= b; },
       [](const mpz_class& a, const mpz_class& b) -> mpz_class { return a - b; }},
      {"*", false, [](Integer& a, const Integer& b) -> Integer& { return a *= b; },
       [](const mpz_class& a, const mpz_class& b) -> mpz_class { return a * b; }},
      {"/", true, [](Integer& a, const Integer& b) -> Integer& { return a /= b; },
       [](const mpz_class& a, const mpz_class& b) -> mpz_class { return a / b; }},
      {"%", true, [](Integer& a, const Integer& b) -> Integer& { return a %= b; },
       [](const mpz_class& a, const mpz_class& b) -> mpz_class { return a % b; }},
  };
  for (int round = 0; round < 1500; ++round) {
    const mpz_class a = random_number(random);
    const mpz_class b = random_number(random);
    for (const Operation& operation : operations) {
      CAPTURE(round, operation.name, a.get_str(), b.get_str());
      const Integer x = from_mpz(a);
      const Integer y = from_mpz(b);
      if (!operation.divides || b != 0) {
        const mpz_class expected = operation.theirs(a, b);
        Integer left = x;
        CHECK(&operation.ours(left, y) == &left);
        CHECK(to_mpz(left) == expected);
        CHECK(to_mpz(y) == b);
      }
      if (!operation.divides || a != 0) {
        Integer self = x;
        operation.ours(self, self);
        CHECK(to_mpz(self) == operation.theirs(a, a));
      }
    }
  }
}

TEST_CASE("results may be stored into either operand", "[exact]") {
  const std::uint64_t seed = 6174;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 500; ++round) {
    const mpz_class a = random_number(random);
    const mpz_class b = random_number(random);
    Integer x = from_mpz(a);
    Integer y = from_mpz(b);
    y = x * y;
    CHECK(to_mpz(y) == a * b);
    y = from_mpz(b);
    y = x - y;
    CHECK(to_mpz(y) == a - b);
    x = -x;
    CHECK(to_mpz(x) == -a);
    x = from_mpz(a);
    const Integer* same = &x;
    x = *same;
    CHECK(to_mpz(x) == a);
    x = std::move(*const_cast<Integer*>(same));
    CHECK(to_mpz(x) == a);
    const Integer moved = std::move(x);
    CHECK(to_mpz(moved) == a);
    x = moved;
    std::swap(x, x);
    CHECK(to_mpz(x) == a);
    CHECK(to_mpz(gcd(moved, moved)) == abs(a));
  }
}

TEST_CASE("integers know their own properties", "[exact]") {
  const std::uint64_t seed = 65537;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 500; ++round) {
    const mpz_class a = random_number(random);
    const mpz_class b = random_number(random);
    CAPTURE(a.get_str(), b.get_str());
    const Integer x = from_mpz(a);
    const Integer y = from_mpz(b);
    check_equal(x, a);
    check_equal(Integer(a.get_str()), a);
    CHECK((x == y) == (a == b));
    CHECK((x < y) == (a < b));
    CHECK((x > y) == (a > b));
    CHECK(to_mpz(gcd(x, y)) == gcd(a, b));
    CHECK(to_mpz(lcm(x, y)) == lcm(a, b));
    CHECK(to_mpz(abs(x)) == abs(a));
    CHECK(to_mpz(pow(x, 3)) == a * a * a);
    if (b != 0) {
      mpz_class floor_quotient;
      mpz_class ceil_quotient;
      mpz_fdiv_q(floor_quotient.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
      mpz_cdiv_q(ceil_quotient.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
      CHECK(to_mpz(floor_div(x, y)) == floor_quotient);
      CHECK(to_mpz(ceil_div(x, y)) == ceil_quotient);
    }
    std::ostringstream out;
    out << x;
    CHECK(out.str() == a.get_str());
  }
}

TEST_CASE("the least and largest words overflow into GMP and come back", "[exact]") {
  const Integer least = least_word;
  const Integer largest = largest_word;
  CHECK((-least).to_string() == "9223372036854775808");
  CHECK(abs(least).to_string() == "9223372036854775808");
  CHECK((least / -1).to_string() == "9223372036854775808");
  CHECK((least % -1).is_zero());
  CHECK((least * -1).to_string() == "9223372036854775808");
  CHECK((least - 1).to_string() == "-9223372036854775809");
  CHECK((largest + 1).to_string() == "9223372036854775808");
  CHECK(-(largest + 1) == least);
  CHECK((-(largest + 1)).fits_int64());
  CHECK((largest + 1 - 1).fits_int64());
  CHECK(gcd(least, least).to_string() == "9223372036854775808");
  CHECK(gcd(least, 0).to_string() == "9223372036854775808");
  CHECK(lcm(least, -1).to_string() == "9223372036854775808");
  CHECK(floor_div(least, -1) == -least);
  CHECK(Integer(std::numeric_limits<std::uint64_t>::max()).to_string() == "18446744073709551615");
  CHECK(Integer(least_word).to_int64() == least_word);
  CHECK(Integer(std::int8_t{-128}) == Integer(-128));
  CHECK((least * least).to_string() == "85070591730234615865843651857942052864");
  Integer up = largest;
  CHECK((++up).to_string() == "9223372036854775808");
  CHECK(--up == largest);
  CHECK(code_of([&] { static_cast<void>((largest + 1).to_int64()); }) == Errc::too_large);
}

TEST_CASE("binomials and factorials are the tabulated ones", "[exact]") {
  CHECK(factorial(0) == 1);
  CHECK(factorial(20) == Integer("2432902008176640000"));
  CHECK(factorial(25) == Integer("15511210043330985984000000"));
  CHECK(binomial(5, 7) == 0);
  CHECK(binomial(100, 50) == Integer("100891344545564193334812497256"));
  for (std::uint64_t n = 1; n < 80; ++n) {
    for (std::uint64_t k = 1; k <= n; ++k) CHECK(binomial(n, k) == binomial(n - 1, k - 1) + binomial(n - 1, k));
  }
  CHECK(pow(Integer(0), 0) == 1);
}

TEST_CASE("texts that are no integers are refused", "[exact]") {
  for (const std::string text : {"", "+", "-", "1 ", " 1", "1.0", "0x10", "1e3", "--1", "+-1", "1_000", "\xd9\xa3"}) {
    CAPTURE(text);
    CHECK(code_of([&] { Integer x(text); }) == Errc::parse_error);
  }
  CHECK(Integer("+5") == 5);
  CHECK(Integer("-0").is_zero());
  CHECK(Integer("000000000000000000000000000007") == 7);
}

TEST_CASE("division by zero is an error", "[exact]") {
  for (const Integer& x : {Integer(0), Integer(7), pow(Integer(3), 100)}) {
    CHECK(code_of([&] { x / Integer(0); }) == Errc::division_by_zero);
    CHECK(code_of([&] { x % Integer(0); }) == Errc::division_by_zero);
    CHECK(code_of([&] { floor_div(x, 0); }) == Errc::division_by_zero);
    CHECK(code_of([&] { ceil_div(x, 0); }) == Errc::division_by_zero);
  }
}
