// Input that nobody would write by hand.

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/polytope/convex_hull.hpp"

namespace tropiary {
namespace {

using testing::Random;
using Points = std::vector<RationalVector>;

Points simplex_points(std::size_t d, const Rational& size) {
  Points points(d + 1, RationalVector(d));
  for (std::size_t i = 0; i < d; ++i) points[i + 1][i] = size;
  return points;
}

}  // namespace

TEST_CASE("a simplex in two hundred dimensions has two hundred and one facets") {
  Random random(1);
  const std::size_t d = 200;
  Points points = simplex_points(d, 3);
  const Polytope hull = convex_hull(d, points);
  CHECK(hull.facets().size() == d + 1);
  CHECK(hull.vertices().size() == d + 1);
  points.emplace_back(d, Rational(1, 300));  // inside
  CHECK(convex_hull(d, points) == hull);
}

TEST_CASE("ten random points in two hundred dimensions are a simplex of dimension nine") {
  Random random(2);
  const Polytope hull = convex_hull(200, testing::random_points(random, 10, 200, 1000));
  CHECK(hull.dimension() == 9);
  CHECK(hull.facets().size() == 10);
  CHECK(hull.equations().size() == 191);
}

TEST_CASE("a million equal points are one") {
  const Polytope hull = convex_hull(3, Points(1000000, {1, Rational("1/2"), -7}));
  CHECK(hull.dimension() == 0);
  CHECK(hull.vertices().size() == 1);
}

TEST_CASE("coordinates of ten thousand digits are exact") {
  const Rational huge(pow(Integer(10), 10000));
  for (const std::size_t d : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
    Points points = simplex_points(d, huge);
    const Polytope simplex = convex_hull(d, points);
    CHECK(simplex.facets().size() == d + 1);
    // Beyond the slanted facet by 1, and then inside it by 1.
    RationalVector x(d);
    x[0] = huge - Rational(1);
    x[1] = 2;
    points.push_back(x);
    CHECK(convex_hull(d, points).vertices().size() == d + 2);
    x[1] = Rational("1/2");
    points.back() = x;
    CHECK(convex_hull(d, points) == simplex);
  }
}

TEST_CASE("rows of different lengths and no points at all are told apart") {
  CHECK_ERROR(convex_hull(3, {{1, 2, 3}, {1, 2}}), Errc::dimension_mismatch, "point 1 has 2 coordinates");
  CHECK(convex_hull(3, {}).empty());
  CHECK(convex_hull(0, {}).empty());
  CHECK(convex_hull(0, {{}}).dimension() == 0);
}

}  // namespace tropiary
