#include "tropiary/polytope/minkowski_sum.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"

namespace tropiary {
namespace {

using testing::Random;
using Points = std::vector<RationalVector>;

RationalVector sum_of(const RationalVector& a, const RationalVector& b) {
  RationalVector sum = a;
  for (std::size_t j = 0; j < b.size(); ++j) sum[j] += b[j];
  return sum;
}

// The hull of all sums of one vertex of each: the definition.
Polytope sum_by_definition(const std::vector<Polytope>& summands, HullEngine engine = HullEngine::automatic) {
  const std::size_t ambient = summands[0].ambient_dimension();
  Points sums(1, RationalVector(ambient));
  for (const Polytope& summand : summands) {
    Points next;
    for (const RationalVector& x : sums) {
      for (const RationalVector& y : summand.vertices()) next.push_back(sum_of(x, y));
    }
    sums = std::move(next);
  }
  return convex_hull(ambient, sums, {engine});
}

void check_parts(const MinkowskiSum& sum, const std::vector<Polytope>& summands) {
  REQUIRE(sum.summand_vertices.size() == sum.polytope.vertices().size());
  for (std::size_t v = 0; v < sum.summand_vertices.size(); ++v) {
    REQUIRE(sum.summand_vertices[v].size() == summands.size());
    RationalVector total(sum.polytope.ambient_dimension());
    for (std::size_t k = 0; k < summands.size(); ++k) {
      total = sum_of(total, summands[k].vertices().at(sum.summand_vertices[v][k]));
    }
    CHECK(total == sum.polytope.vertices()[v]);
  }
}

Polytope hull_of(const Points& points) { return convex_hull(points.at(0).size(), points); }

}  // namespace

TEST_CASE("the reference Minkowski sums have the published vertices") {
  std::size_t checked = 0;
  auto cases = testing::reference_polytopes();
  for (const auto& c : testing::reference_cases("sums_and_zonotopes.json")) cases.push_back(c);
  for (const auto& c : cases) {
    if (!c.contains("summands")) continue;
    CAPTURE(c["name"]);
    std::vector<Polytope> summands;
    for (const auto& points : c["summands"]) summands.push_back(hull_of(testing::points_from(points)));
    const MinkowskiSum sum = minkowski_sum(summands);
    Points expected = testing::points_from(c["sum_vertices"]);
    std::sort(expected.begin(), expected.end());
    CHECK(expected.size() == c["sum_n_vertices"].get<std::size_t>());
    CHECK(sum.polytope.vertices() == expected);
    check_parts(sum, summands);
    ++checked;
  }
  CHECK(checked == 21);
}

TEST_CASE("Minkowski sums of random polytopes of any dimension equal the definition") {
  const std::uint64_t seed = 99;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 120; ++round) {
    const std::size_t ambient = 1 + random.below(3);
    const std::size_t count = 1 + random.below(3);
    CAPTURE(round, ambient, count);
    std::vector<Polytope> summands;
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t d = random.below(ambient + 1);  // points and segments among them
      const auto map = testing::random_affine_map(random, d, ambient, 2);
      summands.push_back(hull_of(map(testing::random_points(random, 1 + random.below(6), d, 3, 2))));
    }
    const MinkowskiSum sum = minkowski_sum(summands);
    CHECK(sum.polytope == sum_by_definition(summands));
    CHECK(sum.polytope == minkowski_sum(summands, {HullEngine::brute_force}).polytope);
    CHECK(verify(sum.polytope).failures == std::vector<std::string>{});
    check_parts(sum, summands);
  }
}

TEST_CASE("sums in four and five dimensions are found alike by walking along edges and by pairwise sums and hulls") {
  const std::uint64_t seed = 21;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 40; ++round) {
    const std::size_t ambient = 4 + random.below(2);
    const std::int64_t size = random.below(2) == 0 ? 1 : 40;
    const Rational scale = random.below(8) == 0 ? Rational(pow(Integer(10), 25), Integer(7)) : Rational(1);
    CAPTURE(round, ambient, size);
    std::vector<Polytope> summands;
    for (std::size_t k = 0; k < 2 + random.below(2); ++k) {
      const std::size_t d = 1 + random.below(ambient);
      const auto map = testing::random_affine_map(random, d, ambient, 2);
      Points points = map(testing::random_points(random, 2 + random.below(6), d, size, 2));
      for (RationalVector& x : points) {
        for (Rational& entry : x) entry *= scale;
      }
      summands.push_back(hull_of(points));
    }
    const MinkowskiSum sum = minkowski_sum(summands);
    const MinkowskiSum other = minkowski_sum(summands, {HullEngine::double_description});
    CHECK(sum.polytope == other.polytope);
    CHECK(sum.summand_vertices == other.summand_vertices);
    CHECK(verify(sum.polytope).failures == std::vector<std::string>{});
    check_parts(sum, summands);
  }
}

TEST_CASE("many edges at a vertex") {
  // Pyramids over polygons of 60 and of 280 vertices: the walk needs larger sets of edges at the apices.
  for (const std::int64_t n : {60, 280}) {
    Points first = {{0, 0, n * n}};
    Points second = {{0, 0, -n * n}};
    for (std::int64_t i = -n / 2; i < n / 2; ++i) {
      first.push_back({i, i * i, 0});
      second.push_back({i, -i * i, 0});
    }
    const std::vector<Polytope> summands = {hull_of(first), hull_of(second)};
    const MinkowskiSum sum = minkowski_sum(summands);
    check_parts(sum, summands);
    if (n == 60) {
      CHECK(sum.polytope == minkowski_sum(summands, {HullEngine::cgal_spatial}).polytope);
    } else {
      CHECK(verify(sum.polytope).failures == std::vector<std::string>{});
    }
  }
}

TEST_CASE("polygons are added alike by merging edges and by CGAL and by pairwise sums") {
  Random random(5);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const std::int64_t size = round % 2 == 0 ? 2 : 50;  // parallel edges among the small ones
    const std::vector<Polytope> polygons = {hull_of(testing::random_points(random, 8, 2, size, 3)),
                                            hull_of(testing::random_points(random, 8, 2, size, 3))};
    const MinkowskiSum sum = minkowski_sum(polygons);
    CHECK(verify(sum.polytope).failures == std::vector<std::string>{});
    for (const HullEngine engine : {HullEngine::cgal_planar, HullEngine::double_description}) {
      const MinkowskiSum other = minkowski_sum(polygons, {engine});
      CHECK(sum.polytope == other.polytope);
      CHECK(sum.summand_vertices == other.summand_vertices);
    }
    CHECK(sum.polytope == sum_by_definition(polygons, HullEngine::brute_force));
    check_parts(sum, polygons);
  }
}

TEST_CASE("polygons with huge coordinates are added exactly") {
  const Rational big(pow(Integer(10), 40), Integer(3));
  const Polytope triangle = hull_of({{0, 0}, {big, 1}, {1, big}});
  const std::vector<Polytope> two = {triangle, hull_of({{0, 0}, {big, 0}, {0, big}})};
  CHECK(minkowski_sum(two).polytope == sum_by_definition(two, HullEngine::brute_force));
  const std::vector<Polytope> twice = {triangle, triangle};
  CHECK(minkowski_sum(twice).polytope == hull_of({{0, 0}, {big * Rational(2), 2}, {2, big * Rational(2)}}));
}

TEST_CASE("segments along the axes add up to the cube") {
  std::vector<Polytope> segments;
  for (std::size_t i = 0; i < 4; ++i) {
    RationalVector end(4);
    end[i] = 1;
    segments.push_back(hull_of({RationalVector(4), end}));
  }
  const MinkowskiSum sum = minkowski_sum(segments);
  CHECK(sum.polytope.vertices().size() == 16);
  CHECK(sum.polytope.facets().size() == 8);
  for (std::size_t v = 0; v < 16; ++v) {
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(Rational(sum.summand_vertices[v][i]) == sum.polytope.vertices()[v][i]);
    }
  }
}

TEST_CASE("segments in R^3 add up to a generic zonotope with the known number of vertices") {
  // m generic segments in R^3: 2(C(m-1,0) + C(m-1,1) + C(m-1,2)) vertices; facets: parallelograms, m(m-1).
  std::vector<Polytope> segments;
  for (int i = 1; i <= 6; ++i) segments.push_back(hull_of({{0, 0, 0}, {1, i, i * i}}));
  const MinkowskiSum sum = minkowski_sum(segments);
  CHECK(sum.polytope.vertices().size() == 2 * (1 + 5 + 10));
  CHECK(sum.polytope.facets().size() == 30);
}

TEST_CASE("the sum with the empty polytope is empty and with a point a translation") {
  const Polytope square = hull_of({{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  const std::vector<Polytope> with_empty = {square, convex_hull(2, {})};
  CHECK(minkowski_sum(with_empty).polytope == convex_hull(2, {}));
  CHECK(minkowski_sum(with_empty).summand_vertices.empty());
  const std::vector<Polytope> with_point = {square, hull_of({{Rational("1/2"), 3}})};
  CHECK(minkowski_sum(with_point).polytope.vertices() == testing::translated(square.vertices(), {Rational("1/2"), 3}));
  check_parts(minkowski_sum(with_point), with_point);
  CHECK(minkowski_sum(std::vector{square}).polytope == square);
}

TEST_CASE("Minkowski sums are commutative and associative and distribute over envelopes") {
  Random random(11);
  for (int round = 0; round < 25; ++round) {
    CAPTURE(round);
    std::vector<Polytope> k;
    for (int i = 0; i < 3; ++i) k.push_back(hull_of(testing::random_points(random, 4, 3, 2)));
    const auto plus = [](const Polytope& a, const Polytope& b) { return minkowski_sum(std::vector{a, b}).polytope; };
    const auto join = [](const Polytope& a, const Polytope& b) { return convex_envelope(std::vector{a, b}); };
    CHECK(plus(k[0], k[1]) == plus(k[1], k[0]));
    CHECK(plus(plus(k[0], k[1]), k[2]) == plus(k[0], plus(k[1], k[2])));
    CHECK(plus(k[0], plus(k[1], k[2])) == minkowski_sum(k).polytope);
    CHECK(plus(k[0], join(k[1], k[2])) == join(plus(k[0], k[1]), plus(k[0], k[2])));
    CHECK(join(k[0], k[0]) == k[0]);
    CHECK(join(k[0], convex_hull(3, {})) == k[0]);
  }
}

TEST_CASE("a sum beyond the plane reports its vertices and stops on request") {
  Random random(13);
  const std::vector<Polytope> k = {hull_of(testing::random_points(random, 60, 3, 1000)),
                                   hull_of(testing::random_points(random, 60, 3, 1000))};
  std::stop_source source;
  std::uint64_t reported = 0;
  HullOptions options;
  options.progress.stop = source.get_token();
  options.progress.report = [&](std::uint64_t done) { reported = done; };
  const std::size_t vertices = minkowski_sum(k, options).polytope.vertices().size();
  CHECK(reported == vertices / 64 * 64);
  CHECK(reported > 0);
  source.request_stop();
  CHECK_THROWS_AS(minkowski_sum(k, options), Interrupted);
}

TEST_CASE("polytopes in different spaces are not added") {
  const std::vector<Polytope> different = {convex_hull(2, {}), convex_hull(3, {})};
  CHECK_ERROR(minkowski_sum(different), Errc::dimension_mismatch, "polytope 1 lies in R^3");
  CHECK_ERROR(convex_envelope(different), Errc::dimension_mismatch, "convex_envelope");
  CHECK_ERROR(minkowski_sum({}), Errc::invalid_argument, "minkowski_sum");
  CHECK_ERROR(convex_envelope({}), Errc::invalid_argument, "convex_envelope");
}

}  // namespace tropiary
