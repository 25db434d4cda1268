#include "tropiary/polytope/ehrhart.hpp"

#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;

namespace {

std::vector<Integer> integers(std::initializer_list<int> values) { return {values.begin(), values.end()}; }

Rational at(const std::vector<Rational>& polynomial, const Rational& t) {
  Rational value;
  for (std::size_t i = polynomial.size(); i-- > 0;) value = value * t + polynomial[i];
  return value;
}

}  // namespace

TEST_CASE("the sixteen order polytopes have their published h*") {
  const std::vector<std::vector<Integer>> published{
      integers({1, 4, 1}), integers({1, 11, 11, 1}), integers({1, 7, 4}), integers({1, 1}), integers({1, 5, 2}),
      integers({1, 5, 2}), integers({1, 4, 1}),      integers({1, 1}),    integers({1, 3}), integers({1, 4, 1}),
      integers({1, 2}),    integers({1, 2, 1}),      integers({1, 3, 1}), integers({1}),    integers({1, 1}),
      integers({1, 2})};
  for (std::size_t k = 0; k < 16; ++k) {
    CAPTURE(k);
    CHECK(h_star(order_polytope_ehrhart_polynomial(paper_poset(k))) == published[k]);
    CHECK(h_star(ehrhart_polynomial(order_polytope(paper_poset(k)))) == published[k]);
  }
}

TEST_CASE("counting lattice points of dilations agrees with the order polynomial") {
  testing::Random random(777);
  for (int trial = 0; trial < 25; ++trial) {
    const Poset p = testing::random_poset(1 + random.below(6), 0.35, random.below(1U << 30U));
    CAPTURE(trial, p.size());
    const std::vector<Rational> expected = order_polytope_ehrhart_polynomial(p);
    CHECK(ehrhart_polynomial(order_polytope(p)) == expected);
    CHECK(ehrhart_polynomial(chain_polytope(p)) == expected);
    CHECK(Rational(count_lattice_points(order_polytope(p))) == at(expected, 1));
  }
}

TEST_CASE("the N has 1 8 31 85 190 371 lattice points in its dilations") {
  const std::vector<Rational> ehrhart = order_polytope_ehrhart_polynomial(named_poset("N"));
  const std::vector<int> published{1, 8, 31, 85, 190, 371};
  for (int t = 0; t < 6; ++t) CHECK(at(ehrhart, t) == published[static_cast<std::size_t>(t)]);
}

TEST_CASE("lower-dimensional and rational polytopes are counted exactly") {
  // The segment from (0,0) to (2,4) has three lattice points; halved it is no lattice polytope.
  const Polytope segment = Polytope::from_theorem(2, {{0, 0}, {2, 4}}, {{0, {0, 1}}, {4, {0, -1}}}, {{0, {2, -1}}});
  CHECK(count_lattice_points(segment) == 3);
  CHECK(ehrhart_polynomial(segment) == std::vector<Rational>{1, 2});
  const Polytope half = Polytope::from_theorem(1, {{Rational(1, 2)}, {Rational(7, 2)}}, {{-1, {2}}, {7, {-2}}}, {});
  CHECK(count_lattice_points(half) == 3);
  CHECK_THROWS_AS(ehrhart_polynomial(half), Error);
  CHECK(count_lattice_points(Polytope()) == 0);
}
