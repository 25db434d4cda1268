#include "tropiary/polytope/volume.hpp"

#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;

TEST_CASE("n! times the volume of O(P) and of C(P) is the number of linear extensions") {
  const std::vector<int> extensions{6, 24, 12, 2, 8, 8, 6, 2, 4, 6, 3, 4, 5, 1, 2, 3};
  for (std::size_t k = 0; k < 16; ++k) {
    const Rational expected(extensions[k], 24);
    CHECK(volume(order_polytope(paper_poset(k))) == expected);
    CHECK(volume(chain_polytope(paper_poset(k))) == expected);
    CHECK(order_polytope_volume(paper_poset(k)) == expected);
  }
}

TEST_CASE("the volume by pyramids equals e(P)/n! on random posets") {
  testing::Random random(20412);
  for (int trial = 0; trial < 30; ++trial) {
    const Poset p = testing::random_poset(2 + random.below(5), 0.3, random.below(1U << 30U));
    CAPTURE(trial, p.size());
    CHECK(volume(order_polytope(p)) == order_polytope_volume(p));
    CHECK(volume(chain_polytope(p)) == order_polytope_volume(p));
  }
}

TEST_CASE("a polytope of lower dimension has volume 0 and the point of R^0 has volume 1") {
  const Polytope segment = Polytope::from_theorem(2, {{0, 0}, {1, 1}}, {{0, {1, 0}}, {1, {-1, 0}}}, {{0, {1, -1}}});
  CHECK(volume(segment) == 0);
  CHECK(volume(order_polytope(Poset())) == 1);
  CHECK(volume(Polytope()) == 0);
}

TEST_CASE("a triangle with rational vertices has half the determinant as its area") {
  const auto through = [](const RationalVector& a, const RationalVector& b, const RationalVector& inside) {
    RationalVector row{a[0] * b[1] - a[1] * b[0], a[1] - b[1], b[0] - a[0]};
    AffineForm form{0, {}};
    std::vector<Integer> integers = primitive(row);
    if ((Rational(integers[0]) + Rational(integers[1]) * inside[0] + Rational(integers[2]) * inside[1]).sign() < 0) {
      for (Integer& x : integers) x = -x;
    }
    form.constant = integers[0];
    form.normal = {integers[1], integers[2]};
    return form;
  };
  const RationalVector a{Rational(1, 2), 0};
  const RationalVector b{3, Rational(1, 3)};
  const RationalVector c{0, 2};
  const Polytope k = Polytope::from_theorem(2, {a, b, c}, {through(a, b, c), through(b, c, a), through(a, c, b)}, {});
  REQUIRE(verify(k).holds());
  CHECK(volume(k) == abs(determinant({{b[0] - a[0], b[1] - a[1]}, {c[0] - a[0], c[1] - a[1]}})) / 2);
}
