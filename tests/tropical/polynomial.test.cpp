#include "tropiary/tropical/polynomial.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/error.hpp"

using namespace tropiary;
using tropiary::testing::Random;

namespace {

TropicalPolynomial random_polynomial(Random& random, std::size_t variables) {
  std::vector<Monomial> monomials(random.below(6));
  for (Monomial& monomial : monomials) {
    for (std::size_t i = 0; i < variables; ++i) monomial.exponent.emplace_back(random.between(0, 3));
    monomial.coefficient = Rational(random.between(-6, 6), random.between(1, 4));
  }
  return {variables, std::move(monomials)};
}

RationalVector random_point(Random& random, std::size_t n) {
  RationalVector x;
  for (std::size_t i = 0; i < n; ++i) x.emplace_back(random.between(-9, 9), random.between(1, 5));
  return x;
}

TropicalPolynomial parsed(const std::string& text) { return parse_tropical_polynomial(text); }

Errc code_of(const std::string& text, std::size_t variables = 0) {
  try {
    parse_tropical_polynomial(text, variables);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error for " << text);
  return {};
}

std::string message_of(const std::string& text) {
  try {
    parse_tropical_polynomial(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("tropical numbers are a semiring with minus infinity as its zero", "[tropical]") {
  const Tropical infinite = Tropical::zero();
  CHECK(!infinite.is_finite());
  CHECK(infinite.to_string() == "-inf");
  CHECK(oplus(infinite, Tropical(3)) == Tropical(3));
  CHECK(otimes(infinite, Tropical(3)) == infinite);
  CHECK(otimes(Tropical::one(), Tropical(3)) == Tropical(3));
  CHECK(infinite < Tropical(-1000));
  CHECK_THROWS_AS(infinite.value(), Error);
}

TEST_CASE("tropical polynomials are a semiring and evaluation respects it", "[tropical]") {
  const std::uint64_t seed = 31415;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = random.below(4);
    const TropicalPolynomial f = random_polynomial(random, n);
    const TropicalPolynomial g = random_polynomial(random, n);
    const TropicalPolynomial h = random_polynomial(random, n);
    CAPTURE(round, to_string(f), to_string(g), to_string(h));
    CHECK(oplus(f, g) == oplus(g, f));
    CHECK(otimes(f, g) == otimes(g, f));
    CHECK(otimes(f, oplus(g, h)) == oplus(otimes(f, g), otimes(f, h)));
    CHECK(otimes(otimes(f, g), h) == otimes(f, otimes(g, h)));
    CHECK(oplus(f, f) == f);
    CHECK(otimes(f, TropicalPolynomial::constant(n, 0)) == f);
    CHECK(otimes(f, TropicalPolynomial(n)) == TropicalPolynomial(n));
    CHECK(pow(f, 0) == TropicalPolynomial::constant(n, 0));
    CHECK(pow(f, 1) == f);
    CHECK(pow(f, 3) == otimes(f, otimes(f, f)));
    const RationalVector x = random_point(random, n);
    CHECK(oplus(f, g)(x) == oplus(f(x), g(x)));
    CHECK(otimes(f, g)(x) == otimes(f(x), g(x)));
    CHECK(parse_tropical_polynomial(to_string(f), n) == f);
    for (const std::size_t k : f.maximizers(x)) {
      CHECK(Tropical(f.monomials()[k].coefficient + dot(f.monomials()[k].exponent, x)) == f(x));
    }
    CHECK(f.maximizers(x).empty() == f.monomials().empty());
  }
}

TEST_CASE("substitution is composition of functions", "[tropical]") {
  const std::uint64_t seed = 2718;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random.below(2);
    const std::size_t m = random.below(3);
    const TropicalPolynomial f = random_polynomial(random, n);
    std::vector<TropicalPolynomial> arguments;
    for (std::size_t i = 0; i < n; ++i) {
      arguments.push_back(oplus(random_polynomial(random, m), TropicalPolynomial::constant(m, -20)));
    }
    const RationalVector x = random_point(random, m);
    RationalVector y;
    for (const TropicalPolynomial& argument : arguments) y.push_back(argument(x).value());
    CHECK(substitute(f, arguments)(x) == f(y));
  }
  const std::vector<TropicalPolynomial> one{parsed("x1")};
  CHECK_THROWS_AS(substitute(parsed("1/2*x1"), one), Error);
  CHECK_THROWS_AS(substitute(parsed("-x1"), one), Error);
  CHECK_THROWS_AS(substitute(parsed("x1 + x2"), one), Error);
}

TEST_CASE("polynomials are written as maxima of linear forms", "[tropical]") {
  CHECK(to_string(TropicalPolynomial(2)) == "-inf");
  CHECK(to_string(TropicalPolynomial::constant(2, Rational(-1, 2))) == "-1/2");
  CHECK(to_string(TropicalPolynomial::variable(2, 1)) == "x2");
  CHECK(to_string(parsed("max(0, x1, 1/2 + x1 + 2*x2)")) == "max(0, x1, 1/2 + x1 + 2*x2)");
  CHECK(to_string(parsed("-x1 - 2*x2 - 3")) == "-3 - x1 - 2*x2");
}

TEST_CASE("the parser knows ordinary arithmetic with maxima", "[tropical]") {
  CHECK(parsed("max(x1, x2) + max(0, x1)") == parsed("max(x1, x2, 2*x1, x1 + x2)"));
  CHECK(parsed("3*max(0, x1)") == parsed("max(0, 3*x1)"));
  CHECK(parsed("max(0, x1)*1/2") == parsed("max(0, x1/2)"));
  CHECK(parsed("max(0, max(x1, (x2)))") == parsed("max(x2, x1, 0)"));
  CHECK(parsed("2*(x1 + 3/4)") == parsed("1.5 + x1 + x1"));
  CHECK(parsed("x1 - x1 + max(1, 2)") == parse_tropical_polynomial("2", 1));
  CHECK(parsed("-(x1 - 2)") == parsed("2 - x1"));
  CHECK(parsed("2*-x1") == parsed("-2*x1"));
  CHECK(parsed("-inf") == TropicalPolynomial(0));
  CHECK(parsed("max()") == TropicalPolynomial(0));
  CHECK(parsed("max(-inf, x2)") == TropicalPolynomial::variable(2, 1));
  CHECK(parsed("-inf + x3") == TropicalPolynomial(3));
  CHECK(parsed("x1 - max(2, 3)").count_variables() == 1);
  CHECK(parse_tropical_polynomial("x1", 3) == TropicalPolynomial::variable(3, 0));
}

TEST_CASE("malformed polynomials are refused with line and column", "[tropical]") {
  CHECK_THAT(message_of("max(0,\n x1 + )"), Catch::Matchers::Contains("line 2, column 7"));
  CHECK_THAT(message_of("max(0, x1"), Catch::Matchers::Contains("never closed, at line 1, column 1"));
  for (const std::string text : {"",
                                 "max",
                                 "max(",
                                 "max(,)",
                                 "max(0,)",
                                 "(",
                                 ")",
                                 "()",
                                 "x",
                                 "x0",
                                 "y1",
                                 "x1 x2",
                                 "x1*x2",
                                 "1 +",
                                 "* 2",
                                 "inf",
                                 "1/",
                                 "1/x1",
                                 "0 - max(0, x1)",
                                 "-2*max(0, x1)",
                                 "max(0, x1)*max(0, x2)",
                                 "1.",
                                 "--inf",
                                 "0,1",
                                 "2 $"}) {
    CAPTURE(text);
    CHECK(code_of(text) == Errc::parse_error);
  }
  CHECK(code_of("x4", 3) == Errc::parse_error);
  CHECK(code_of("1/0") == Errc::division_by_zero);
  CHECK(code_of("x99999999999") == Errc::too_large);
  CHECK(code_of("max(x1, x100000000, 0)") == Errc::too_large);
  std::string cube = "max(0, x1)";
  for (int i = 2; i <= 40; ++i) cube += "+ max(0, x" + std::to_string(i) + ")";
  CHECK(code_of(cube) == Errc::too_large);
}

TEST_CASE("expressions nested a million deep are read", "[tropical]") {
  const std::size_t depth = 1000000;
  CHECK(parsed(std::string(depth, '(') + "x1" + std::string(depth, ')')) == parsed("x1"));
  CHECK(code_of(std::string(depth, '(')) == Errc::parse_error);
  std::string text;
  for (std::size_t i = 0; i < depth / 4; ++i) text += "max(1,";
  CHECK(parsed(text + "x1" + std::string(depth / 4, ')')) == parsed("max(1, x1)"));
}

TEST_CASE("wrong dimensions of polynomials are refused", "[tropical]") {
  const TropicalPolynomial f = parsed("max(x1, x2)");
  CHECK_THROWS_AS(f(RationalVector(3)), Error);
  CHECK_THROWS_AS(f.maximizers(RationalVector(1)), Error);
  CHECK_THROWS_AS(oplus(f, parsed("x1")), Error);
  CHECK_THROWS_AS(otimes(f, parsed("x1")), Error);
  CHECK_THROWS_AS(TropicalPolynomial::variable(2, 2), Error);
  CHECK_THROWS_AS(TropicalPolynomial(2, {{RationalVector(1), 0}}), Error);
  CHECK_THROWS_AS(pow(parsed("max(0, x1, x2, x3, x4, x5, x6, x7, x8, x9)"), 4000000000U), Error);
}
