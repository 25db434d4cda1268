// Triangulations, centroids, Gorenstein points and point location of polytopes that need a hull.

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/gorenstein.hpp"
#include "tropiary/polytope/linear_program.hpp"
#include "tropiary/polytope/point_location.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"
#include "tropiary/polytope/triangulation.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

using testing::Random;

Polytope hull(const std::vector<RationalVector>& points) { return convex_hull(points.at(0).size(), points); }

Polytope simplex_of(const Polytope& k, const std::vector<std::size_t>& cell) {
  std::vector<RationalVector> points;
  for (const std::size_t v : cell) points.push_back(k.vertices()[v]);
  return hull(points);
}

Polytope moved(const Polytope& k, const RationalVector& by) { return hull(testing::translated(k.vertices(), by)); }

std::size_t boundary_points(const Polytope& polygon) {
  return lattice_points(polygon).size() - lattice_points(polygon, LatticePointRange::relative_interior).size();
}

}  // namespace

TEST_CASE("the simplices of a triangulation fill the polytope and meet in common faces") {
  const std::uint64_t seed = 2010;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 25; ++trial) {
    const std::size_t d = 1 + random.below(4);
    const Polytope k = hull(testing::random_points(random, 1 + random.below(9), d, random.chance(0.5) ? 1 : 4));
    CAPTURE(trial, d, k.dimension());
    const Simplices cells = triangulation(k);
    Rational total;
    for (const auto& cell : cells) {
      CHECK(cell.size() == static_cast<std::size_t>(k.dimension()) + 1);
      total += relative_volume(simplex_of(k, cell));
    }
    CHECK(total == relative_volume(k));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        // Two simplices meet in a common face exactly when some linear form parts what they do not share and is 0 on
        // it.
        std::vector<std::size_t> common;
        std::ranges::set_intersection(cells[i], cells[j], std::back_inserter(common));
        std::vector<AffineForm> constraints;  // in unknowns (constant, normal)
        const auto value_at = [&](std::size_t v, int sign, const Integer& constant) {
          AffineForm form{constant, {Integer(sign)}};
          for (const Rational& x : k.vertices()[v]) form.normal.push_back(x.numerator() * Integer(sign));
          constraints.push_back(form);
        };
        for (const int side : {0, 1}) {
          for (const std::size_t v : side == 0 ? cells[i] : cells[j]) {
            const int sign = side == 0 ? 1 : -1;
            if (std::ranges::binary_search(common, v)) {
              value_at(v, sign, 0);
            } else {
              value_at(v, sign, -1);
            }
          }
        }
        CHECK(maximise(RationalVector(d + 1), constraints).status == LinearProgramStatus::optimal);
      }
    }
  }
}

TEST_CASE("order polytopes have unimodular triangulations by linear extensions and Reeve's tetrahedron has none") {
  const Polytope cube = order_polytope(antichain(4));
  const Simplices cells = triangulation(cube);
  CHECK(cells.size() == 24);
  CHECK(is_unimodular(cube, cells));
  const Polytope reeve = hull({{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 5}});
  CHECK(normalised_volumes(reeve, triangulation(reeve)) == std::vector<Integer>{5});
  CHECK(!is_unimodular(reeve, triangulation(reeve)));
  CHECK(triangulation(Polytope()).empty());
  CHECK_ERROR(triangulation(cube, 23), Errc::too_large, "more than 23");
  CHECK_ERROR(normalised_volumes(cube, {{0, 1}}), Errc::invalid_argument, "simplex 0");
  CHECK_ERROR(normalised_volumes(hull({{0}, {Rational(1, 2)}}), {}), Errc::invalid_argument, "not integer");
}

TEST_CASE(
    "the centroid of a simplex is the mean of its vertices and of a polytope the weighted mean over its simplices") {
  const std::uint64_t seed = 287;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 40; ++trial) {
    const std::size_t d = 1 + random.below(4);
    const Polytope k = hull(testing::random_points(random, 1 + random.below(10), d, random.chance(0.5) ? 1 : 6, 2));
    CAPTURE(trial, d, k.dimension(), k.vertices().size(), k.facets().size());
    RationalVector expected(d);
    for (const auto& cell : triangulation(k)) {
      const Rational weight = relative_volume(simplex_of(k, cell)) / relative_volume(k);
      for (const std::size_t v : cell) {
        for (std::size_t j = 0; j < d; ++j) {
          expected[j] += weight * k.vertices()[v][j] / Rational(Integer(cell.size()));
        }
      }
    }
    CHECK(centroid(k) == expected);
    CHECK(locate(k, centroid(k)).position == PointPosition::inside);
  }
  CHECK(centroid(order_polytope(antichain(9))) == RationalVector(9, Rational(1, 2)));
  CHECK_ERROR(centroid(Polytope()), Errc::invalid_argument, "empty");
}

TEST_CASE("there are sixteen reflexive polygons and each has twelve boundary points with its polar") {
  std::vector<RationalVector> near;
  std::vector<RationalVector> far;
  for (int x = -1; x <= 3; ++x) {
    for (int y = -1; y <= 2; ++y) {
      if (x == 0 && y == 0) continue;
      far.push_back({x, y});
      if (x < 2 && y < 2) near.push_back({x, y});
    }
  }
  std::vector<std::vector<RationalVector>> candidates;
  for (unsigned subset = 1; subset < 256; ++subset) {
    std::vector<RationalVector> points;
    for (std::size_t i = 0; i < 8; ++i) {
      if (((subset >> i) & 1U) != 0) points.push_back(near[i]);
    }
    candidates.push_back(std::move(points));
  }
  for (std::size_t a = 0; a < far.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      for (std::size_t c = 0; c < b; ++c) {
        candidates.push_back({far[a], far[b], far[c]});
        for (std::size_t d = 0; d < c; ++d) candidates.push_back({far[a], far[b], far[c], far[d]});
      }
    }
  }
  // Neighbouring boundary points are a basis of the lattice, and u_{i−1} + u_{i+1} = a_i u_i: the cyclic word a, up to
  // rotation and reflection, tells polygons apart up to unimodular maps. Its sum is 3n − 12.
  std::set<std::vector<Integer>> classes;
  for (const auto& points : candidates) {
    const Polytope k = hull(points);
    if (k.dimension() != 2) continue;
    const auto gorenstein = gorenstein_point(k);
    const auto inner = lattice_points(k, LatticePointRange::relative_interior);
    CHECK((gorenstein && gorenstein->index == 1) == (inner.size() == 1));
    CHECK(is_reflexive(k) == (inner.size() == 1));
    if (inner.size() != 1 || inner[0] != std::vector<Integer>{0, 0}) continue;
    CHECK(gorenstein->point == inner[0]);
    std::vector<RationalVector> normals;
    for (const AffineForm& facet : k.facets()) {
      CHECK(facet.constant == 1);
      normals.push_back({facet.normal[0], facet.normal[1]});
    }
    CHECK(boundary_points(k) + boundary_points(hull(normals)) == 12);
    std::vector<std::vector<Integer>> around;
    for (auto& point : lattice_points(k)) {
      if (locate(k, RationalVector(point.begin(), point.end())).position == PointPosition::on_boundary)
        around.push_back(point);
    }
    const auto det = [](const auto& u, const auto& v) { return u[0] * v[1] - u[1] * v[0]; };
    std::vector<std::vector<Integer>> cycle{around[0]};
    while (cycle.size() < around.size()) {
      const auto next = std::ranges::find_if(around, [&](const auto& v) {
        return det(cycle.back(), v) == 1 && std::ranges::none_of(around, [&](const auto& w) {
                 return det(cycle.back(), w).sign() > 0 && det(w, v).sign() > 0;
               });
      });
      REQUIRE(next != around.end());
      cycle.push_back(*next);
    }
    std::vector<Integer> word;
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      const auto& before = cycle[(i + cycle.size() - 1) % cycle.size()];
      const auto& after = cycle[(i + 1) % cycle.size()];
      const std::size_t j = cycle[i][0].is_zero() ? 1 : 0;
      word.push_back((before[j] + after[j]) / cycle[i][j]);
    }
    CHECK(std::accumulate(word.begin(), word.end(), Integer(0)) == Integer(3 * word.size()) - 12);
    std::vector<Integer> least = word;
    for (int reflection = 0; reflection < 2; ++reflection) {
      for (std::size_t i = 0; i < word.size(); ++i) {
        std::ranges::rotate(word, word.begin() + 1);
        least = std::min(least, word);
      }
      std::ranges::reverse(word);
    }
    classes.insert(least);
  }
  CHECK(classes.size() == 16);
}

TEST_CASE("a lattice polytope is Gorenstein exactly when its h* is a palindrome") {
  const std::uint64_t seed = 1992;
  CAPTURE(seed);
  Random random(seed);
  int gorenstein = 0;
  for (int trial = 0; trial < 150; ++trial) {
    const std::size_t d = 1 + random.below(4);
    const Polytope k = hull(testing::random_points(random, d + 1 + random.below(4), d, 1));
    CAPTURE(trial, d, k.dimension());
    const std::vector<Integer> h = h_star(ehrhart_polynomial(k));
    const bool palindrome = std::equal(h.begin(), h.end(), h.rbegin());
    const auto point = gorenstein_point(k);
    CHECK(point.has_value() == palindrome);
    CHECK(codegree(k) == Integer(k.dimension() + 2) - Integer(h.size()));
    if (!point) continue;
    ++gorenstein;
    CHECK(point->index == codegree(k));
    RationalVector x(point->point.begin(), point->point.end());
    for (Rational& c : x) c /= Rational(point->index);
    CHECK(locate(k, x).position == PointPosition::inside);
    CHECK(is_reflexive(k) == point->index.is_one());
    const Polytope away = moved(k, RationalVector(d, Rational(3)));
    CHECK(gorenstein_point(away)->index == point->index);
  }
  CHECK(gorenstein > 20);
  CHECK(gorenstein < 130);
  CHECK(!gorenstein_point(hull({{0}, {Rational(1, 2)}})));
  CHECK(!gorenstein_point(Polytope()));
}

TEST_CASE("support functions name the face and locations prove themselves") {
  const std::uint64_t seed = 6;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 60; ++trial) {
    const std::size_t d = 1 + random.below(4);
    const Polytope k = hull(testing::random_points(random, 1 + random.below(9), d, 3, 2));
    CAPTURE(trial, d, k.dimension());
    const RationalVector c = testing::random_points(random, 1, d, 2)[0];
    const SupportValue found = support(k, c);
    std::vector<std::size_t> attained;
    for (std::size_t v = 0; v < k.vertices().size(); ++v) {
      const Rational value = dot(c, k.vertices()[v]);
      CHECK(value <= found.value);
      if (value == found.value) attained.push_back(v);
    }
    CHECK(attained == found.vertices);
    // The middle of the face lies in no smaller face.
    RationalVector middle(d);
    for (const std::size_t v : attained) {
      for (std::size_t j = 0; j < d; ++j) middle[j] += k.vertices()[v][j] / Rational(Integer(attained.size()));
    }
    CHECK(locate(k, middle).vertices == attained);
    const RationalVector x = testing::random_points(random, 1, d, 3, 2)[0];
    const PointLocation location = locate(k, x);
    CHECK((location.position != PointPosition::outside) == k.contains(x));
    CHECK(location.violated.has_value() == !k.contains(x));
    if (location.violated) {
      CHECK((*location.violated)(x).sign() < 0);
      for (const RationalVector& v : k.vertices()) CHECK((*location.violated)(v).sign() >= 0);
    }
    CHECK((location.position == PointPosition::inside) == (location.vertices.size() == k.vertices().size()));
  }
  CHECK_ERROR(support(Polytope(), RationalVector{}), Errc::invalid_argument, "empty");
  CHECK_ERROR(locate(hull({{0}, {1}}), RationalVector{1, 2}), Errc::dimension_mismatch, "2 coordinates");
}

}  // namespace tropiary
