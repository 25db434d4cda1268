#include "tropiary/polytope/convex_hull.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

using testing::Random;
using Points = std::vector<RationalVector>;

std::vector<HullEngine> engines_for(int dimension) {
  std::vector<HullEngine> engines = {HullEngine::automatic, HullEngine::cgal_d, HullEngine::beneath_beyond,
                                     HullEngine::double_description, HullEngine::brute_force};
  if (dimension <= 2) engines.push_back(HullEngine::cgal_planar);
  if (dimension <= 3) engines.push_back(HullEngine::cgal_spatial);
  return engines;
}

bool takes(HullEngine engine, std::size_t ambient, const Points& points) {
  if (engine != HullEngine::beneath_beyond) return true;
  try {
    convex_hull(ambient, points, {engine});
  } catch (const Error& error) {
    return error.code() != Errc::too_large;
  }
  return true;
}

// The hull by every engine, which must agree, with both descriptions checked against each other and the points inside.
Polytope checked_hull(std::size_t ambient, const Points& points) {
  const Polytope hull = convex_hull(ambient, points);
  for (const HullEngine engine : engines_for(hull.dimension())) {
    CAPTURE(to_string(engine));
    if (takes(engine, ambient, points)) CHECK(convex_hull(ambient, points, {engine}) == hull);
  }
  CHECK(verify(hull).failures == std::vector<std::string>{});
  for (const RationalVector& point : points) CHECK(hull.contains(point));
  for (const RationalVector& vertex : hull.vertices()) {
    CHECK(std::find(points.begin(), points.end(), vertex) != points.end());
  }
  return hull;
}

const Points unit_square = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

}  // namespace

TEST_CASE("hulls of the reference points have the published facets and vertices") {
  std::size_t checked = 0;
  for (const auto& c : testing::reference_polytopes()) {
    if (!c.contains("points")) continue;
    CAPTURE(c["name"]);
    const Points points = testing::points_from(c["points"]);
    const Polytope hull = convex_hull(points[0].size(), points);
    CHECK(hull.facets().size() == c["n_facets"].get<std::size_t>());
    CHECK(testing::facet_hash(hull) == c["facets_sha256_16"].get<std::string>());
    if (c.contains("n_vertices")) CHECK(hull.vertices().size() == c["n_vertices"].get<std::size_t>());
    if (hull.facets().size() <= 1000 && hull.dimension() <= 7) CHECK(verify(hull).failures.empty());
    ++checked;
  }
  CHECK(checked >= 50);
}

TEST_CASE("every engine finds the published facets of the small reference points") {
  for (const auto& c : testing::reference_polytopes()) {
    if (!c.contains("points")) continue;
    const Points points = testing::points_from(c["points"]);
    const std::size_t d = points[0].size();
    if (binomial(points.size(), d) > Integer(20000)) continue;
    CAPTURE(c["name"]);
    for (const HullEngine engine : engines_for(static_cast<int>(d))) {
      CAPTURE(to_string(engine));
      CHECK(testing::facet_hash(convex_hull(d, points, {engine})) == c["facets_sha256_16"].get<std::string>());
    }
  }
}

TEST_CASE("no points have the empty hull") {
  for (const HullEngine engine : engines_for(-1)) {
    CHECK(convex_hull(3, {}, {engine}) == Polytope::from_theorem(3, {}, {}, {}));
    CHECK(convex_hull(0, {}, {engine}) == Polytope());
  }
}

TEST_CASE("the hull of a point is the point, repeated or not") {
  const Polytope hull = checked_hull(3, {{1, Rational("1/2"), -3}, {1, Rational("1/2"), -3}});
  CHECK(hull.dimension() == 0);
  CHECK(hull.vertices() == Points{{1, Rational("1/2"), -3}});
  CHECK(hull.facets().empty());
  CHECK(hull.equations() == std::vector<AffineForm>{{-1, {0, 2, 0}}, {-1, {1, 0, 0}}, {3, {0, 0, 1}}});
  CHECK(checked_hull(0, {{}, {}}).dimension() == 0);
}

TEST_CASE("the hull of collinear points is the segment between the outer two") {
  const Polytope hull = checked_hull(3, {{0, 0, 1}, {2, 4, 1}, {1, 2, 1}, {Rational("1/3"), Rational("2/3"), 1}});
  CHECK(hull.dimension() == 1);
  CHECK(hull.vertices() == Points{{0, 0, 1}, {2, 4, 1}});
  // On the line y = 2x, z = 1 the pivots are x and z; normals use y alone.
  CHECK(hull.facets() == std::vector<AffineForm>{{0, {0, 1, 0}}, {4, {0, -1, 0}}});
  CHECK(hull.equations() == std::vector<AffineForm>{{-1, {0, 0, 1}}, {0, {2, -1, 0}}});
  CHECK(checked_hull(1, {{5}, {-3}, {Rational("1/2")}}).facets() == std::vector<AffineForm>{{3, {1}}, {5, {-1}}});
}

TEST_CASE("a square in R^4 is a polygon with four facets") {
  // (s, t) ↦ (s, t, s + t, 1 − s)
  Points points;
  for (const RationalVector& x : unit_square) points.push_back({x[0], x[1], x[0] + x[1], Rational(1) - x[0]});
  points.push_back({Rational("1/2"), 1, Rational("3/2"), Rational("1/2")});  // inside an edge
  points.push_back({Rational("1/2"), Rational("1/3"), Rational("5/6"), Rational("1/2")});
  const Polytope hull = checked_hull(4, points);
  CHECK(hull.dimension() == 2);
  CHECK(hull.vertices().size() == 4);
  CHECK(hull.facets().size() == 4);
  CHECK(hull.equations().size() == 2);
  for (const AffineForm& facet : hull.facets()) {
    CHECK(facet.normal[0].is_zero());  // the pivot columns of the two equations
    CHECK(facet.normal[1].is_zero());
  }
}

TEST_CASE("points inside faces and edges of a cube are no vertices of its hull") {
  Points points;
  for (int x = 0; x <= 2; ++x) {
    for (int y = 0; y <= 2; ++y) {
      for (int z = 0; z <= 2; ++z) points.push_back({x, y, z});
    }
  }
  const Polytope hull = checked_hull(3, points);
  CHECK(hull.vertices().size() == 8);
  CHECK(hull.facets().size() == 6);
}

TEST_CASE("the four-dimensional grid has the eight facets of the cube") {
  Points points;
  for (int i = 0; i < 81; ++i) points.push_back({i % 3, i / 3 % 3, i / 9 % 3, i / 27});
  const Polytope hull = convex_hull(4, points, {HullEngine::cgal_d});
  CHECK(hull.vertices().size() == 16);
  CHECK(hull.facets().size() == 8);
  CHECK(verify(hull).holds());
}

TEST_CASE("the engines agree on random points in every dimension and position") {
  const std::uint64_t seed = 20241;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const std::size_t ambient = 1 + random.below(5);
    const std::size_t d = std::min<std::size_t>(1 + random.below(4), ambient);
    const std::size_t count = 1 + random.below(12);
    const std::int64_t size = random.chance(0.5) ? 1 : random.chance(0.5) ? 3 : 1000;
    CAPTURE(round, ambient, d, count, size);
    const auto map = testing::random_affine_map(random, d, ambient, 4);
    Points points = map(testing::random_points(random, count, d, size, random.chance(0.3) ? 6 : 1));
    points.push_back(points[random.below(points.size())]);
    checked_hull(ambient, points);
  }
}

TEST_CASE("numbers beyond 64 bits are handled exactly") {
  const Rational big(pow(Integer(10), 30));
  const Rational tiny(Integer(1), pow(Integer(7), 40));
  for (const std::size_t d : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
    Points points(1, RationalVector(d));
    for (std::size_t i = 0; i < d; ++i) {
      points.emplace_back(d);
      points.back()[i] = big;
    }
    const Polytope simplex = checked_hull(d, points);
    // A point above the slanted facet by less than any double could tell; and the same below it.
    RationalVector centre(d, big / Rational(d));
    for (Rational& x : centre) x += tiny;
    points.push_back(centre);
    CHECK(checked_hull(d, points).vertices().size() == d + 2);
    for (Rational& x : points.back()) x -= tiny + tiny;
    CHECK(checked_hull(d, points) == simplex);
  }
}

TEST_CASE("double description agrees with CGAL on thousands of points in general position") {
  const std::uint64_t seed = 2049;
  CAPTURE(seed);
  Random random(seed);
  Points points;
  for (int i = 0; i < 2300; ++i) {  // on a paraboloid: all are vertices
    const std::int64_t x = random.between(-3000, 3000);
    const std::int64_t y = random.between(-3000, 3000);
    points.push_back({x, y, x * x + y * y});
  }
  const Polytope hull = convex_hull(3, points, {HullEngine::double_description});
  CHECK(hull == convex_hull(3, points, {HullEngine::cgal_spatial}));
  CHECK(hull.vertices().size() > 2048);
}

TEST_CASE("the engines agree on random points with coordinates of every number of bits") {
  const std::uint64_t seed = 628;
  CAPTURE(seed);
  Random random(seed);
  for (const std::uint32_t bits : {8U, 20U, 31U, 45U, 53U, 62U, 63U, 90U, 300U, 1100U}) {
    for (int round = 0; round < 6; ++round) {
      const std::size_t d = 2 + random.below(4);
      CAPTURE(bits, round, d);
      Points points = testing::random_points(random, d + 2 + random.below(5), d, 3);
      const Rational stretch(pow(Integer(2), bits) + Integer(1));
      for (RationalVector& x : points) {  // small points, blown up and each moved a little
        for (Rational& coordinate : x) coordinate = coordinate * stretch + Rational(random.below(3));
      }
      checked_hull(d, points);
    }
  }
}

TEST_CASE("integers that doubles confuse stay apart in the triangulation engine") {
  const Integer base = pow(Integer(2), 53);
  Points points;
  for (int mask = 0; mask < 16; ++mask) {
    points.emplace_back();
    for (int j = 0; j < 4; ++j) points.back().emplace_back(base * Integer((mask >> j) & 1));
  }
  points.push_back({Rational(base + Integer(1)), 1, 1, 1});  // just outside the cube
  const Polytope hull = convex_hull(4, points, {HullEngine::cgal_d});
  CHECK(hull == convex_hull(4, points, {HullEngine::brute_force}));
  CHECK(hull.vertices().size() == 17);
}

TEST_CASE("order polytopes are the hulls of their vertices for all small posets") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_labelled_posets(n)) {
      const Polytope o = order_polytope(p);
      const Polytope c = chain_polytope(p);
      CHECK(convex_hull(n, o.vertices()) == o);
      CHECK(convex_hull(n, c.vertices()) == c);
    }
  }
}

TEST_CASE("order and chain polytopes are the hulls of their vertices for random posets") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(5 + seed % 3, 0.4, seed);
    const Polytope o = order_polytope(p);
    const Polytope c = chain_polytope(p);
    CHECK(convex_hull(p.size(), o.vertices()) == o);
    CHECK(convex_hull(p.size(), c.vertices()) == c);
    if (p.size() == 5) checked_hull(5, o.vertices());
  }
}

TEST_CASE("the reference order polytopes are the theorem's") {
  for (const auto& c : testing::reference_polytopes()) {
    if (!c.contains("poset_covers")) continue;
    CAPTURE(c["name"]);
    std::vector<Relation> relations;
    for (const auto& cover : c["poset_covers"]) {
      relations.push_back({element(cover[0].get<std::size_t>()), element(cover[1].get<std::size_t>())});
    }
    const std::size_t n = c["points"][0].size();
    const Polytope o = order_polytope(Poset::from_relations(n, relations));
    CHECK(testing::facet_hash(o) == c["facets_sha256_16"].get<std::string>());
    CHECK(o.vertices().size() == c["points"].size());
  }
}

TEST_CASE("hulls commute with translations and reflections") {
  Random random(7);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    const Points points = testing::random_points(random, 10, 3, 3);
    const RationalVector by = {Rational("1/3"), -5, 1000};
    const Polytope hull = convex_hull(3, points);
    const Polytope moved = convex_hull(3, testing::translated(points, by));
    CHECK(moved.vertices() == testing::translated(hull.vertices(), by));
    CHECK(moved.facets().size() == hull.facets().size());
    CHECK(moved.dimension() == hull.dimension());
    CHECK(convex_hull(3, hull.vertices()) == hull);
  }
}

TEST_CASE("random polytopes without some of their facets or vertices are rejected") {
  const std::uint64_t seed = 2718;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 300; ++round) {
    const std::size_t d = 2 + random.below(4);
    const Points points = testing::random_points(random, d + 1 + random.below(8), d, random.chance(0.7) ? 1 : 5);
    const Polytope hull = convex_hull(d, points);
    CAPTURE(round, d, hull.vertices().size(), hull.facets().size());
    REQUIRE(verify(hull).failures == std::vector<std::string>{});
    if (hull.dimension() < 1) continue;
    const double share = random.chance(0.5) ? 0.9 : 0.5;
    std::vector<AffineForm> facets;
    for (const AffineForm& facet : hull.facets()) {
      if (random.chance(share)) facets.push_back(facet);
    }
    if (facets.size() == hull.facets().size()) facets.pop_back();
    CHECK_FALSE(verify(Polytope::from_theorem(d, hull.vertices(), facets, hull.equations())).holds());
    Points vertices;
    for (const RationalVector& vertex : hull.vertices()) {
      if (random.chance(share)) vertices.push_back(vertex);
    }
    if (vertices.size() == hull.vertices().size()) vertices.pop_back();
    if (vertices.empty()) continue;  // the empty polytope is fine
    CHECK_FALSE(verify(Polytope::from_theorem(d, vertices, hull.facets(), hull.equations())).holds());
  }
}

TEST_CASE("an engine that cannot take the dimension is refused") {
  Points cube;
  for (int mask = 0; mask < 16; ++mask) cube.push_back({mask & 1, mask >> 1 & 1, mask >> 2 & 1, mask >> 3});
  CHECK_ERROR(convex_hull(4, cube, {HullEngine::cgal_planar}), Errc::invalid_argument, "engine cgal_planar");
  CHECK_ERROR(convex_hull(4, cube, {HullEngine::cgal_spatial}), Errc::invalid_argument, "have 4");
  CHECK(convex_hull(2, unit_square, {HullEngine::cgal_spatial}).facets().size() == 4);
  CHECK_ERROR(convex_hull(2, {{0, 0}, {1}}), Errc::dimension_mismatch, "point 1 has 1 coordinates");
  CHECK_ERROR(convex_hull(0, {{1}}), Errc::dimension_mismatch, "point 0");
  Random random(1);
  CHECK_ERROR(convex_hull(8, testing::random_points(random, 100, 8, 100), {HullEngine::brute_force}), Errc::too_large,
              "brute_force");
}

TEST_CASE("a point in a space of very many dimensions is refused before its equations are written down") {
  CHECK_ERROR(convex_hull(100000, {RationalVector(100000)}), Errc::too_large, "R^100000");
  CHECK(convex_hull(100, {RationalVector(100)}).equations().size() == 100);
}

TEST_CASE("engines are known by their names") {
  for (const HullEngine engine : engines_for(2)) CHECK(hull_engine(to_string(engine)) == engine);
  CHECK_ERROR(hull_engine("qhull"), Errc::invalid_argument, "known: automatic, cgal_planar");
}

}  // namespace tropiary
