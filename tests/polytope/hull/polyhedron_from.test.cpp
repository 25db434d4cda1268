#include "tropiary/polytope/polyhedron_from.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/polytope/polytope_from_inequalities.hpp"

namespace tropiary {
namespace {

using testing::Random;

RationalMatrix rational_rows(const std::vector<std::vector<Integer>>& rows) {
  RationalMatrix result;
  for (const auto& row : rows) result.emplace_back(row.begin(), row.end());
  return result;
}

AffineForm negated(AffineForm form) {
  form.constant = -form.constant;
  for (Integer& x : form.normal) x = -x;
  return form;
}

std::vector<AffineForm> random_forms(Random& random, std::size_t count, std::size_t n, std::int64_t size) {
  std::vector<AffineForm> forms(count);
  for (AffineForm& form : forms) {
    form.constant = random.between(-1, size);
    for (std::size_t j = 0; j < n; ++j) form.normal.emplace_back(random.between(-size, size));
  }
  return forms;
}

Polyhedron random_polyhedron(Random& random, std::size_t ambient) {
  const auto rows = [&](std::size_t most) {
    return testing::random_points(random, random.below(most + 1), ambient, 2, 2);
  };
  return polyhedron_from_generators(ambient, rows(5), rows(4), random.chance(0.3) ? rows(2) : RationalMatrix{});
}

// Vertices and rays of { forms ≥ 0 } from all choices of constraints that leave one point or one direction.
struct Oracle {
  RationalMatrix lines;
  std::set<RationalVector> vertices;
  std::set<std::vector<Integer>> rays;
};

bool satisfies(const std::vector<AffineForm>& forms, const RationalVector& x, bool as_direction) {
  for (const AffineForm& form : forms) {
    const Rational value = form(x) - (as_direction ? Rational(form.constant) : Rational());
    if (value.sign() < 0) return false;
  }
  return true;
}

Oracle brute_force(const std::vector<AffineForm>& inequalities, std::size_t n) {
  Oracle result;
  RationalMatrix normals;
  for (const AffineForm& form : inequalities) normals.emplace_back(form.normal.begin(), form.normal.end());
  const RowEchelon lines = reduced_row_echelon(kernel(normals, n));
  result.lines = lines.rows;
  for (std::uint64_t chosen = 0; chosen < (std::uint64_t{1} << inequalities.size()); ++chosen) {
    if (static_cast<std::size_t>(std::popcount(chosen)) > n) continue;
    RationalMatrix rows;
    RationalVector right;
    for (std::size_t i = 0; i < inequalities.size(); ++i) {
      if ((chosen >> i & 1U) == 0) continue;
      rows.push_back(normals[i]);
      right.emplace_back(-inequalities[i].constant);
    }
    for (const std::size_t pivot : lines.pivots) {
      rows.emplace_back(n);
      rows.back()[pivot] = 1;
      right.emplace_back(0);
    }
    const RationalMatrix free = kernel(rows, n);
    if (free.empty()) {
      const auto x = solve(rows, right, n);
      if (x && satisfies(inequalities, *x, false)) result.vertices.insert(*x);
    } else if (free.size() == 1) {
      RationalVector opposite = free[0];
      for (Rational& x : opposite) x = -x;
      for (const RationalVector& direction : {free[0], opposite}) {
        if (satisfies(inequalities, direction, true)) {
          result.rays.insert(primitive(std::span<const Rational>(direction)));
        }
      }
    }
  }
  return result;
}

template <class Set, class Rows>
bool same(const Set& set, const Rows& rows) {
  return set == Set(rows.begin(), rows.end()) && set.size() == rows.size();
}

}  // namespace

TEST_CASE("both descriptions of a random polyhedron lead back to it") {
  const std::uint64_t seed = 7;
  CAPTURE(seed);
  Random random(seed);
  std::size_t unbounded = 0;
  std::size_t with_lines = 0;
  for (int round = 0; round < 400; ++round) {
    const std::size_t n = 1 + random.below(4);
    CAPTURE(round, n);
    const Polyhedron p = random_polyhedron(random, n);
    const PolytopeReport report = verify(p);
    CAPTURE(report.failures);
    CHECK(report.holds());
    CHECK(polyhedron_from_inequalities(n, p.facets(), p.equations()) == p);
    CHECK(polyhedron_from_generators(n, p.vertices(), rational_rows(p.rays()), rational_rows(p.lines())) == p);
    unbounded += p.is_bounded() ? 0U : 1U;
    with_lines += p.lines().empty() ? 0U : 1U;
  }
  CHECK(unbounded > 100);
  CHECK(with_lines > 50);
}

TEST_CASE("vertices and rays of inequalities are those found by trying all sets of constraints") {
  const std::uint64_t seed = 11;
  CAPTURE(seed);
  Random random(seed);
  std::size_t unbounded = 0;
  std::size_t empty = 0;
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 1 + random.below(4);
    const std::vector<AffineForm> forms = random_forms(random, random.below(8), n, 2);
    CAPTURE(round, n);
    const Polyhedron p = polyhedron_from_inequalities(n, forms);
    CHECK(verify(p).holds());
    const Oracle oracle = brute_force(forms, n);
    CHECK(same(oracle.vertices, p.vertices()));
    empty += p.empty() ? 1U : 0U;
    if (p.empty()) continue;
    CHECK(same(oracle.rays, p.rays()));
    CHECK(reduced_row_echelon(rational_rows(p.lines())).rows == oracle.lines);
    unbounded += p.is_bounded() ? 0U : 1U;
  }
  CHECK(unbounded > 100);
  CHECK(empty > 10);
}

TEST_CASE("all engines enumerate the same vertices and rays") {
  const std::uint64_t seed = 5;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random.below(4);
    CAPTURE(round, n);
    const std::vector<AffineForm> forms = random_forms(random, 1 + random.below(9), n, 3);
    const std::vector<AffineForm> equations = random_forms(random, random.below(2), n, 2);
    const Polyhedron p = polyhedron_from_inequalities(n, forms, equations, {HullEngine::double_description});
    for (const HullEngine engine : {HullEngine::brute_force, HullEngine::cgal_d}) {
      CHECK(polyhedron_from_inequalities(n, forms, equations, {engine}) == p);
    }
  }
}

TEST_CASE("redundant and repeated generators and inequalities change nothing") {
  const std::uint64_t seed = 23;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const std::size_t n = 1 + random.below(4);
    CAPTURE(round, n);
    const Polyhedron p = random_polyhedron(random, n);
    if (p.empty()) continue;
    RationalMatrix points = p.vertices();
    RationalMatrix rays = rational_rows(p.rays());
    for (const RationalVector& line : rational_rows(p.lines())) {  // as rays to both sides
      rays.push_back(line);
      rays.push_back(line);
      for (Rational& x : rays.back()) x = -x;
    }
    points.push_back(points[0]);
    for (const RationalVector& ray : rays) {
      points.push_back(points[random.below(points.size())]);
      for (std::size_t j = 0; j < n; ++j) points.back()[j] += ray[j] * Rational(1, 3);
    }
    rays.emplace_back(n);
    CHECK(polyhedron_from_generators(n, points, rays) == p);

    std::vector<AffineForm> inequalities = p.facets();
    for (const AffineForm& equation : p.equations()) {
      inequalities.push_back(equation);
      inequalities.push_back(negated(equation));
    }
    for (std::size_t i = inequalities.size(); i-- > 0;) {
      AffineForm sum = inequalities[i];
      const AffineForm& other = inequalities[random.below(inequalities.size())];
      sum.constant += other.constant + 1;
      for (std::size_t j = 0; j < n; ++j) sum.normal[j] += other.normal[j];
      inequalities.push_back(std::move(sum));
    }
    random.shuffle(inequalities);
    CHECK(polyhedron_from_inequalities(n, inequalities) == p);
  }
}

// Stanley, Two poset polytopes, and the braid cone: { 0 ≤ x and x_i ≤ x_j for i < j } is the set of order preserving
// maps to the non-negative numbers, the sum of their level sets' indicators.
TEST_CASE("the extreme order preserving maps to the non-negative numbers are the connected up-sets") {
  for (std::size_t n = 1; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      std::vector<AffineForm> forms;
      for (std::size_t i = 0; i < n; ++i) {
        forms.push_back({0, std::vector<Integer>(n)});
        forms.back().normal[i] = 1;
      }
      const auto covers = p.covers();
      for (const auto& cover : covers) {
        forms.push_back({0, std::vector<Integer>(n)});
        forms.back().normal[index(cover.lower)] = -1;
        forms.back().normal[index(cover.upper)] = 1;
      }
      std::set<std::vector<Integer>> connected;
      for (const std::uint32_t up_set : testing::brute_up_sets(p)) {
        std::uint32_t reached = up_set & (~up_set + 1);
        for (std::uint32_t before = 0; before != reached;) {
          before = reached;
          for (const auto& cover : covers) {
            const std::uint32_t both = 1U << index(cover.lower) | 1U << index(cover.upper);
            if ((both & up_set) == both && (both & reached) != 0) reached |= both;
          }
        }
        if (up_set == 0 || reached != up_set) continue;
        std::vector<Integer> ray(n);
        for (std::size_t i = 0; i < n; ++i) ray[i] = up_set >> i & 1U;
        connected.insert(std::move(ray));
      }
      const Polyhedron cone = polyhedron_from_inequalities(n, forms);
      CHECK(cone.vertices() == std::vector<RationalVector>{RationalVector(n)});
      CHECK(same(connected, cone.rays()));
      std::size_t minimal = 0;
      for (std::size_t i = 0; i < n; ++i) {
        minimal +=
            std::none_of(covers.begin(), covers.end(), [&](const auto& c) { return index(c.upper) == i; }) ? 1U : 0U;
      }
      CHECK(cone.facets().size() == minimal + covers.size());
      CHECK(verify(cone).holds());
    }
  }
}

TEST_CASE("the braid cone has the n - 1 fundamental weights as rays and one line") {
  const std::size_t n = 6;
  std::vector<AffineForm> forms;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    forms.push_back({0, std::vector<Integer>(n)});
    forms.back().normal[i] = -1;
    forms.back().normal[i + 1] = 1;
  }
  const Polyhedron cone = polyhedron_from_inequalities(n, forms);
  CHECK(cone.lines() == std::vector<std::vector<Integer>>{std::vector<Integer>(n, 1)});
  CHECK(cone.rays().size() == n - 1);
  CHECK(cone.rays().front() == std::vector<Integer>{0, 0, 0, 0, 0, 1});
  CHECK(cone.rays().back() == std::vector<Integer>{0, 1, 1, 1, 1, 1});
}

TEST_CASE("spaces and points and nothing at all are polyhedra") {
  const Polyhedron space = polyhedron_from_inequalities(3, {});
  CHECK(space.dimension() == 3);
  CHECK(space.lines().size() == 3);
  CHECK(space.vertices() == std::vector<RationalVector>{RationalVector(3)});
  CHECK(verify(space).holds());
  CHECK(polyhedron_from_inequalities(0, {}).dimension() == 0);
  CHECK(polyhedron_from_inequalities(0, {{-1, {}}}).empty());
  CHECK(polyhedron_from_inequalities(0, {{-1, {}}}) == Polyhedron());
  CHECK(polyhedron_from_generators(2, {}, {{1, 0}}).empty());
  CHECK(polyhedron_from_generators(1, {{5}}, {{2}, {-3}}) == polyhedron_from_inequalities(1, {}));
  CHECK_ERROR(polyhedron_from_generators(2, {{1, 0}}, {{1}}), Errc::dimension_mismatch, "ray 0");
}

TEST_CASE("the recession cone forgets the vertices and the bounds") {
  const std::uint64_t seed = 13;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const std::size_t n = 1 + random.below(4);
    CAPTURE(round, n);
    const Polyhedron p = random_polyhedron(random, n);
    if (p.empty()) continue;
    const RationalMatrix rays = rational_rows(p.rays());
    const RationalMatrix lines = rational_rows(p.lines());
    CHECK(recession_cone(p) == polyhedron_from_generators(n, {RationalVector(n)}, rays, lines));
    CHECK(lineality_space(p) == polyhedron_from_generators(n, {RationalVector(n)}, {}, lines));
    CHECK(p.is_bounded() == (recession_cone(p).dimension() == 0));
    if (p.is_bounded()) CHECK(Polyhedron(to_polytope(p)) == p);
  }
  CHECK(recession_cone(polyhedron_from_generators(2, {})).empty());
  CHECK_ERROR(to_polytope(polyhedron_from_generators(2, {{0, 0}}, {{1, 2}})), Errc::invalid_argument, "(1, 2)");
}

TEST_CASE("verify finds a missing ray and a missing facet and a redundant one") {
  const Polyhedron quadrant = polyhedron_from_generators(2, {{0, 0}}, {{1, 0}, {0, 1}});
  REQUIRE(verify(quadrant).holds());
  const auto broken = [](RationalMatrix points, RationalMatrix rays, std::vector<AffineForm> facets) {
    return !verify(Polyhedron::from_theorem(2, std::move(points), std::move(rays), {}, std::move(facets), {})).holds();
  };
  const AffineForm x = {0, {1, 0}};
  const AffineForm y = {0, {0, 1}};
  CHECK_FALSE(broken({{0, 0}}, {{1, 0}, {0, 1}}, {x, y}));
  CHECK(broken({{0, 0}}, {{1, 0}}, {x, y}));
  CHECK(broken({{0, 0}}, {{1, 0}, {0, 1}}, {x}));
  CHECK(broken({{0, 0}}, {{1, 0}, {0, 1}, {1, 1}}, {x, y}));
  CHECK(broken({{0, 0}, {1, 1}}, {{1, 0}, {0, 1}}, {x, y}));
  CHECK(broken({{0, 0}}, {{1, 0}, {0, 1}}, {x, y, {0, {1, 1}}}));
  CHECK(broken({{1, 1}}, {{1, 0}, {0, 1}}, {x, y}));
  CHECK(broken({{0, 0}}, {{1, 0}, {0, -1}}, {x, y}));
  // a line that is no line of the facets
  CHECK_FALSE(verify(Polyhedron::from_theorem(2, {{0, 0}}, {{1, 0}}, {{0, 1}}, {x, y}, {})).holds());
}

TEST_CASE("a polyhedron contains its generators and what they make") {
  const Polyhedron p = polyhedron_from_generators(2, {{0, 0}, {0, 1}}, {{1, 1}});
  CHECK(p.contains(RationalVector{5, 6}));
  CHECK(p.contains(RationalVector{Rational("1/2"), 1}));
  CHECK_FALSE(p.contains(RationalVector{5, 7}));
  CHECK_FALSE(p.contains(RationalVector{-1, -1}));
  CHECK_ERROR(p.contains(RationalVector{1}), Errc::dimension_mismatch, "Polyhedron::contains");
}

}  // namespace tropiary
