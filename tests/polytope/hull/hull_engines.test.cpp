#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

using testing::Random;
using Points = std::vector<RationalVector>;

// x_j ↦ scales[j] · x_j + shift[j]
Points stretched(Points points, const RationalVector& scales, const RationalVector& shift) {
  for (RationalVector& x : points) {
    for (std::size_t j = 0; j < x.size(); ++j) x[j] = scales[j] * x[j] + shift[j];
  }
  return points;
}

Points random_01(Random& random, std::size_t count, std::size_t d) {
  Points points(count, RationalVector(d));
  for (RationalVector& x : points) {
    for (Rational& entry : x) entry = random.between(0, 1);
  }
  return points;
}

void check_all_agree(std::size_t ambient, const Points& points) {
  const Polytope hull = convex_hull(ambient, points);
  CHECK(convex_hull(ambient, points, {HullEngine::double_description}) == hull);
  CHECK(convex_hull(ambient, points, {HullEngine::beneath_beyond}) == hull);
  CHECK(verify(hull).failures == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("stretched order polytopes are recognised with the facets of the hull") {
  const std::uint64_t seed = 31;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 2 + random.below(5);
    const Poset p = testing::random_poset(n, 0.4, random.below(1000000));
    RationalVector scales;
    for (std::size_t j = 0; j < n; ++j) scales.emplace_back(random.between(1, 6), random.between(1, 4));
    Points points = stretched(order_polytope(p).vertices(), scales, testing::random_points(random, 1, n, 9, 3)[0]);
    CAPTURE(round, n);
    check_all_agree(n, points);
    // One up-set less is another polytope, or the same family in another guise.
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(random.below(points.size())));
    if (convex_hull(n, points).dimension() == static_cast<int>(n)) check_all_agree(n, points);
    points.push_back(points[0]);
    for (std::size_t j = 0; j < n; ++j) points.back()[j] = (points[1][j] + points[2 % points.size()][j]) / Rational(2);
    if (convex_hull(n, points).dimension() == static_cast<int>(n)) check_all_agree(n, points);
  }
}

TEST_CASE("stretched cross-polytopes are recognised with the facets of the hull") {
  const std::uint64_t seed = 32;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t d = 2 + random.below(4);
    const RationalVector centre = testing::random_points(random, 1, d, 5, 2)[0];
    Points points;
    for (std::size_t j = 0; j < d; ++j) {
      for (const int side : {-1, 1}) {
        for (std::size_t k = 0; k < 1 + random.below(2); ++k) {
          points.push_back(centre);
          points.back()[j] += Rational(side * random.between(1, 7), random.between(1, 3));
        }
      }
    }
    CAPTURE(round, d);
    check_all_agree(d, points);
    CHECK(convex_hull(d, points).facets().size() == std::size_t{1} << d);
    points.push_back(centre);
    check_all_agree(d, points);
    points.erase(points.begin());  // mostly the only one on its half-axis
    if (convex_hull(d, points).dimension() == static_cast<int>(d)) check_all_agree(d, points);
    points.push_back(centre);
    points.back()[0] += Rational(1, 3);
    points.back()[1] += Rational(1, 3);
    check_all_agree(d, points);
  }
}

TEST_CASE("a cross-polytope with too many facets is refused before memory is taken") {
  Points points;
  for (std::size_t j = 0; j < 60; ++j) {
    for (const int side : {-1, 1}) {
      points.emplace_back(60);
      points.back()[j] = side;
    }
  }
  CHECK_ERROR(convex_hull(60, points), Errc::too_large, "cross-polytope of dimension 60");
}

TEST_CASE("a triangulated boundary is exact for determinants near its width and refuses wider ones") {
  const std::uint64_t seed = 33;
  CAPTURE(seed);
  Random random(seed);
  for (const std::size_t d : {std::size_t{3}, std::size_t{4}, std::size_t{6}}) {
    std::size_t refused = 0;
    for (int bits = 4; bits <= 52; bits += 4) {
      CAPTURE(d, bits);
      // Nearly on a hyperplane: the last coordinates are sums of the others, but for −1 ... 1.
      Points points = testing::random_points(random, d + 6, d, std::int64_t{1} << (bits - 4));
      for (RationalVector& x : points) {
        x[d - 1] = random.between(-1, 1);
        for (std::size_t j = 0; j + 1 < d; ++j) x[d - 1] += x[j];
      }
      const Polytope hull = convex_hull(d, points, {HullEngine::double_description});
      CHECK(convex_hull(d, points) == hull);
      Polytope placed = hull;
      try {
        placed = convex_hull(d, points, {HullEngine::beneath_beyond});
      } catch (const Error& error) {
        CHECK(error.code() == Errc::too_large);
        ++refused;
      }
      CHECK(placed == hull);
    }
    CHECK(refused > 0);
    CHECK(refused < 13);
  }
}

TEST_CASE("coplanar cells are merged whatever the number of points in a facet") {
  const std::uint64_t seed = 34;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 40; ++round) {
    const std::size_t d = 3 + random.below(3);
    // Sums of segments: every facet is a sum of some of them.
    Points points = {RationalVector(d)};
    for (std::size_t k = 0; k < d + 1; ++k) {
      const RationalVector by = testing::random_points(random, 1, d, 3)[0];
      const Points moved = testing::translated(points, by);
      points.insert(points.end(), moved.begin(), moved.end());
    }
    CAPTURE(round, d);
    if (convex_hull(d, points).dimension() == static_cast<int>(d)) check_all_agree(d, points);
  }
}

TEST_CASE("every number of threads gives the same hull") {
  Random random(35);
  const Points points = random_01(random, 40, 9);
  const Polytope hull = convex_hull(9, points, {HullEngine::double_description, 1});
  CHECK(hull.facets().size() > 1000);
  for (const unsigned threads : {2U, 3U, 0U}) {
    CHECK(convex_hull(9, points, {HullEngine::double_description, threads}) == hull);
  }
}

TEST_CASE("a hull reports the points inserted and ends when it is stopped") {
  Random random(36);
  Points points;
  for (int i = 0; i < 500; ++i) {
    const std::int64_t x = random.between(-3000, 3000);
    const std::int64_t y = random.between(-3000, 3000);
    points.push_back({x, y, x * x + y * y});
  }
  for (const HullEngine engine : {HullEngine::automatic, HullEngine::double_description}) {
    CAPTURE(to_string(engine));
    std::vector<std::uint64_t> reports;
    HullOptions options{engine};
    options.progress.report = [&](std::uint64_t done) { reports.push_back(done); };
    const Polytope hull = convex_hull(3, points, options);
    CHECK(reports.size() >= 3);
    CHECK(std::is_sorted(reports.begin(), reports.end()));
    CHECK(reports.back() <= points.size());

    std::stop_source stop;
    options.progress.stop = stop.get_token();
    options.progress.report = [&](std::uint64_t) { stop.request_stop(); };
    CHECK_THROWS_AS(convex_hull(3, points, options), Interrupted);
  }
}

}  // namespace tropiary
