#include "tropiary/polytope/polytope_from_inequalities.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"

namespace tropiary {
namespace {

using testing::Random;

// The polytope of k's own facets and equations, and of these with implied, repeated and stretched ones among them.
void check_return(const Polytope& k, Random& random) {
  const std::size_t n = k.ambient_dimension();
  CHECK(polytope_from_inequalities(n, k.facets(), k.equations()) == k);

  std::vector<AffineForm> inequalities = k.facets();
  for (const AffineForm& equation : k.equations()) {  // as two inequalities
    AffineForm negative = equation;
    negative.constant = -negative.constant;
    for (Integer& x : negative.normal) x = -x;
    inequalities.push_back(equation);
    inequalities.push_back(std::move(negative));
  }
  const std::size_t given = inequalities.size();
  for (std::size_t extra = 0; given > 0 && extra < 4; ++extra) {  // sums of two, pushed outwards or not
    AffineForm sum = inequalities[random.below(given)];
    const AffineForm& other = inequalities[random.below(given)];
    sum.constant += other.constant + Integer(random.below(2));
    for (std::size_t j = 0; j < n; ++j) sum.normal[j] += other.normal[j];
    inequalities.push_back(std::move(sum));
  }
  for (std::size_t i = inequalities.size(); i > 1; --i) std::swap(inequalities[i - 1], inequalities[random.below(i)]);
  CHECK(polytope_from_inequalities(n, inequalities) == k);
}

}  // namespace

TEST_CASE("random polytopes of any dimension come back from their inequalities") {
  const std::uint64_t seed = 42;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 120; ++round) {
    const std::size_t ambient = 1 + random.below(4);
    const std::size_t d = random.below(ambient + 1);
    CAPTURE(round, ambient, d);
    const auto map = testing::random_affine_map(random, d, ambient, 3);
    check_return(convex_hull(ambient, map(testing::random_points(random, 1 + random.below(9), d, 4, 2))), random);
  }
}

TEST_CASE("the small reference polytopes come back from their inequalities") {
  Random random(3);
  std::size_t checked = 0;
  for (const auto& c : testing::reference_polytopes()) {
    if (!c.contains("points") || c["n_facets"].get<std::size_t>() > 100) continue;
    CAPTURE(c["name"]);
    const auto points = testing::points_from(c["points"]);
    if (points.size() > 200) continue;
    const Polytope hull = convex_hull(points[0].size(), points);
    CHECK(polytope_from_inequalities(points[0].size(), hull.facets()) == hull);
    ++checked;
  }
  CHECK(checked >= 20);
}

TEST_CASE("contradicting inequalities have no solutions") {
  const Polytope nothing = Polytope::from_theorem(2, {}, {}, {});
  CHECK(polytope_from_inequalities(2, {{-1, {1, 0}}, {0, {-1, 0}}}) == nothing);
  CHECK(polytope_from_inequalities(2, {{-1, {0, 0}}}) == nothing);
  CHECK(polytope_from_inequalities(2, {}, {{0, {1, 1}}, {1, {1, 1}}}) == nothing);
  // x ≥ 0, y ≥ 0, x + y ≤ −1 along the line x = y
  CHECK(polytope_from_inequalities(2, {{0, {1, 0}}, {0, {0, 1}}, {-1, {-1, -1}}}, {{0, {1, -1}}}) == nothing);
}

TEST_CASE("a point is the solution of equations alone") {
  const Polytope point = polytope_from_inequalities(2, {{5, {1, 1}}}, {{-1, {2, 0}}, {-1, {0, 3}}});
  CHECK(point.vertices() == std::vector<RationalVector>{{Rational("1/2"), Rational("1/3")}});
  CHECK(point.dimension() == 0);
  CHECK(polytope_from_inequalities(0, {}).dimension() == 0);
}

TEST_CASE("unbounded solutions are refused with a direction") {
  CHECK_ERROR(polytope_from_inequalities(2, {{0, {1, 0}}, {0, {0, 1}}}), Errc::invalid_argument, "direction");
  CHECK_ERROR(polytope_from_inequalities(2, {{1, {1, 0}}, {1, {-1, 0}}}), Errc::invalid_argument, "direction (0, ");
  CHECK_ERROR(polytope_from_inequalities(3, {}), Errc::invalid_argument, "unbounded in the direction (1, 0, 0)");
  CHECK_ERROR(polytope_from_inequalities(1, {{-5, {1}}}), Errc::invalid_argument, "direction (1)");
  CHECK_ERROR(polytope_from_inequalities(2, {{0, {1}}}), Errc::dimension_mismatch, "inequality 0");
}

}  // namespace tropiary
