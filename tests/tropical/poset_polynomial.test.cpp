#include "tropiary/tropical/poset_polynomial.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

enum class Size { small, fraction, word, large };

Rational random_weight(Random& random, Size size) {
  const std::int64_t small = random.between(-5, 5);
  switch (size) {
    case Size::small:
      return small;
    case Size::fraction:
      return {small, random.between(1, 6)};
    case Size::word:
      return Rational(Integer(small) * pow(Integer(2), 59) + random.between(-3, 3));
    case Size::large:
      break;
  }
  return {Integer(small) * pow(Integer(10), 40) + random.between(-9, 9), pow(Integer(3), 30)};
}

RationalVector random_weights(Random& random, std::size_t n, Size size) {
  RationalVector weights;
  for (std::size_t i = 0; i < n; ++i) weights.push_back(random_weight(random, size));
  return weights;
}

void check_closure(const Poset& p, const RationalVector& weights, const MaximumClosure& closure) {
  CHECK(is_up_set(p, closure.least_up_set));
  Rational sum;
  for (const Element e : closure.least_up_set) sum += weights[index(e)];
  CHECK(sum == closure.value);
  CHECK(closure.value.sign() >= 0);
}

/// f_P along a series-parallel term: f(A + B) = f(A) + f(B), f(A * B) = max(f(B), s(B) + f(A)).
Rational value_on_term(const Term& term, const RationalVector& x) {
  struct Value {
    Rational f;
    Rational sum;
  };
  std::vector<Value> values;
  std::vector<std::size_t> stack{term.root()};
  std::vector<std::size_t> point_of(term.nodes().size());
  std::size_t points = 0;
  while (!stack.empty()) {
    const std::size_t node = stack.back();
    stack.pop_back();
    if (term.nodes()[node].kind == Term::Kind::point) point_of[node] = points++;
    stack.insert(stack.end(), term.nodes()[node].children.rbegin(), term.nodes()[node].children.rend());
  }
  for (std::size_t i = 0; i < term.nodes().size(); ++i) {
    const Term::Node& node = term.nodes()[i];
    REQUIRE(node.kind != Term::Kind::compose);
    Value value;
    if (node.kind == Term::Kind::point) {
      value = {std::max(Rational(0), x[point_of[i]]), x[point_of[i]]};
    }
    for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
      const Value& part = values[*child];
      value.f = node.kind == Term::Kind::disjoint_union ? value.f + part.f : std::max(value.f, value.sum + part.f);
      value.sum += part.sum;
    }
    values.push_back(value);
  }
  return values.back().f;
}

}  // namespace

TEST_CASE("maximum closure is the best of all up-sets and the least of these", "[tropical]") {
  const std::uint64_t seed = 4242;
  CAPTURE(seed);
  Random random(seed);
  for (const Size size : {Size::small, Size::fraction, Size::word, Size::large}) {
    for (int round = 0; round < 150; ++round) {
      const std::size_t n = random.below(11);
      const Poset p =
          random_poset(n, 0.15 * static_cast<double>(random.below(5)), seed + static_cast<std::uint64_t>(round));
      const RationalVector weights = random_weights(random, n, size);
      const MaximumClosure flow = maximum_closure(p, weights);
      const MaximumClosure listed = maximum_closure_by_up_sets(p, weights);
      CAPTURE(n, round, static_cast<int>(size));
      CHECK(flow.value == listed.value);
      CHECK(flow.least_up_set == listed.least_up_set);
      check_closure(p, weights, flow);
    }
  }
}

TEST_CASE("the least maximiser leaves ties out", "[tropical]") {
  const Poset p = paper_poset(12);
  CHECK(maximum_closure(p, RationalVector(4)).least_up_set.empty());
  const RationalVector tie{-1, 1, 0, 0};
  const MaximumClosure closure = maximum_closure(p, tie);
  CHECK(closure.value == Rational(1));
  CHECK(closure.least_up_set == ElementSet::from_word(4, 0b0010));
  CHECK(maximum_closure_by_up_sets(p, tie).least_up_set == closure.least_up_set);
}

TEST_CASE("the poset polynomial on all small posets is the maximum over brute-force up-sets", "[tropical]") {
  const std::uint64_t seed = 99;
  CAPTURE(seed);
  Random random(seed);
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : all_labelled_posets(n)) {
      const PosetPolynomial f(p);
      const TropicalPolynomial expanded = expand(f);
      const std::vector<std::uint32_t> sets = brute_up_sets(p);
      CHECK(expanded.monomials().size() == sets.size());
      for (int round = 0; round < 3; ++round) {
        const RationalVector x = random_weights(random, n, Size::small);
        Rational best;
        for (const std::uint32_t set : sets) {
          Rational sum;
          for (std::size_t i = 0; i < n; ++i) {
            if (((set >> i) & 1U) != 0) sum += x[i];
          }
          best = std::max(best, sum);
        }
        CHECK(f(x) == best);
        CHECK(expanded(x) == Tropical(best));
      }
    }
  }
}

TEST_CASE("the dual poset's polynomial is the sum plus the polynomial at the negative", "[tropical]") {
  const std::uint64_t seed = 5150;
  CAPTURE(seed);
  Random random(seed);
  for (std::uint64_t round = 0; round < 20; ++round) {
    const std::size_t n = 20 + random.below(300);
    const Poset p = random_composed_poset(n, seed + round);
    const RationalVector x = random_weights(random, n, round % 2 == 0 ? Size::fraction : Size::large);
    RationalVector negative;
    Rational sum;
    for (const Rational& entry : x) {
      negative.push_back(-entry);
      sum += entry;
    }
    CAPTURE(round, n);
    CHECK(PosetPolynomial(dual(p))(x) == sum + PosetPolynomial(p)(negative));
    check_closure(p, x, maximum_closure(p, x));
  }
}

TEST_CASE("maximum closure on thousands of points agrees with the closed formula on the tree", "[tropical]") {
  const std::uint64_t seed = 8086;
  CAPTURE(seed);
  Random random(seed);
  for (const std::size_t n : {500U, 3000U}) {
    const Poset p = random_series_parallel(n, seed + n);
    const Factorisation factorisation = factorise(p);
    for (const Size size : {Size::small, Size::large}) {
      const RationalVector x = random_weights(random, n, size);
      RationalVector on_term;
      for (const Element e : factorisation.points) on_term.push_back(x[index(e)]);
      const MaximumClosure closure = maximum_closure(p, x);
      check_closure(p, x, closure);
      CHECK(closure.value == value_on_term(factorisation.term, on_term));
      // Least: every non-empty down-set inside it weighs more than 0. The weights are multiples of 1/3³⁰, so a
      // small tax on every point would make one that weighs nothing worth dropping.
      const std::vector<Element> inside = closure.least_up_set.elements();
      const Rational tax(1, Integer(2 * n) * pow(Integer(3), 30));
      RationalVector lost;
      for (const Element e : inside) lost.push_back(tax - x[index(e)]);
      const Poset upside_down = dual(induced_subposet(p, inside));
      CHECK(maximum_closure(upside_down, lost).value == Rational(0));
    }
  }
}

TEST_CASE("all four extreme posets have the expected polynomials", "[tropical]") {
  const RationalVector x{3, -1, 2, -5, 4};
  CHECK(PosetPolynomial(antichain(5))(x) == Rational(9));
  CHECK(PosetPolynomial(chain(5))(x) == Rational(4));  // 4 or 4−5+2−1+3 = 3
  CHECK(PosetPolynomial(antichain(0))(RationalVector{}) == Rational(0));
  CHECK(PosetPolynomial(chain(1))(RationalVector{Rational(-7)}) == Rational(0));
}

TEST_CASE("free coefficients follow the order of the up-sets", "[tropical]") {
  const Poset p = paper_poset(12);
  std::vector<Tropical> coefficients;
  std::vector<ElementSet> sets;
  for (const ElementSet& set : up_sets(p)) {
    sets.push_back(set);
    coefficients.push_back(set.count() == 2 ? Tropical() : Tropical(Rational(static_cast<std::int64_t>(set.count()))));
  }
  const TropicalPolynomial f = poset_polynomial_with_coefficients(p, coefficients);
  const RationalVector x{Rational(1, 2), -3, 5, -2};
  Tropical best;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    Rational sum;
    for (const Element e : sets[k]) sum += x[index(e)];
    best = oplus(best, otimes(coefficients[k], Tropical(sum)));
  }
  CHECK(f(x) == best);
  coefficients.pop_back();
  CHECK_THROWS_AS(poset_polynomial_with_coefficients(p, coefficients), Error);
  coefficients.resize(9);
  CHECK_THROWS_AS(poset_polynomial_with_coefficients(p, coefficients), Error);
}

TEST_CASE("wrong dimensions and polynomials of too many monomials are refused", "[tropical]") {
  CHECK_THROWS_AS(maximum_closure(chain(3), RationalVector(2)), Error);
  CHECK_THROWS_AS(maximum_closure_by_up_sets(chain(3), RationalVector(4)), Error);
  CHECK_THROWS_AS(PosetPolynomial(chain(3))(RationalVector(2)), Error);
  CHECK_THROWS_AS(expand(PosetPolynomial(antichain(10)), 1023), Error);
  CHECK(expand(PosetPolynomial(antichain(10)), 1024).monomials().size() == 1024);
  CHECK_THROWS_AS(expand(PosetPolynomial(antichain(2000))), Error);
}
