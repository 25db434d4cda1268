#include "tropiary/polytope/minkowski_difference.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/operations.hpp"

namespace tropiary {
namespace {

using testing::Random;

Polytope random_polytope(Random& random, std::size_t ambient) {
  const auto map = testing::random_affine_map(random, random.below(ambient + 1), ambient, 2);
  return convex_hull(ambient, map(testing::random_points(random, 1 + random.below(6), map.columns.size(), 2, 2)));
}

}  // namespace

TEST_CASE("the difference of a sum and one summand is the other one") {
  const std::uint64_t seed = 51;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = random.below(4);
    const std::vector<Polytope> k = {random_polytope(random, n), random_polytope(random, n)};
    CAPTURE(round, n);
    const Polytope sum = minkowski_sum(k).polytope;
    CHECK(minkowski_difference(sum, k[0]) == k[1]);
    const SummandTest test = is_summand(sum, k[0]);
    CHECK(test.holds);
    CHECK(test.complement == k[1]);
    CHECK(test.witness.empty());
  }
}

TEST_CASE("a point lies in the difference when the translate lies inside") {
  Random random(52);
  std::size_t answers[2] = {0, 0};
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random.below(3);
    const Polytope a = dilation(random_polytope(random, n), 3);
    const Polytope b = random_polytope(random, n);
    CAPTURE(round, n);
    const Polytope difference = minkowski_difference(a, b);
    auto points = testing::random_points(random, 20, n, 6, 2);
    points.insert(points.end(), difference.vertices().begin(), difference.vertices().end());
    for (const RationalVector& x : points) {
      bool inside = true;
      for (const RationalVector& y : testing::translated(b.vertices(), x)) inside = inside && a.contains(y);
      CHECK(difference.contains(x) == inside);
    }
    const SummandTest test = is_summand(a, b);
    ++answers[test.holds ? 1 : 0];
    const std::vector<Polytope> parts = {b, difference};
    CHECK(test.holds == (minkowski_sum(parts).polytope == a));
    if (test.holds) continue;
    CHECK(a.contains(test.witness));
    CHECK_FALSE(minkowski_sum(parts).polytope.contains(test.witness));
  }
  CHECK(answers[0] > 0);
  CHECK(answers[1] > 0);
}

TEST_CASE("differences with the empty polytope") {
  const Polytope nothing = convex_hull(2, {});
  const Polytope square = convex_hull(2, {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  CHECK(minkowski_difference(nothing, square) == nothing);
  CHECK(is_summand(nothing, square).holds);
  CHECK_ERROR(minkowski_difference(square, nothing), Errc::invalid_argument, "unbounded");
  CHECK_ERROR(minkowski_difference(square, convex_hull(3, {})), Errc::dimension_mismatch, "R^2 and R^3");
  CHECK(minkowski_difference(square, dilation(square, 2)) == nothing);
  CHECK(is_summand(square, dilation(square, 2)).witness == RationalVector{0, 0});
}

}  // namespace tropiary
