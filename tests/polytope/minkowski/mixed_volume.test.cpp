#include "tropiary/polytope/mixed_volume.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/mixed_subdivision.hpp"
#include "tropiary/polytope/operations.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

using testing::Random;

// Σ over non-empty S of (−1)^(n − |S|) vol(Σ_S K_i).
Rational by_inclusion_and_exclusion(const std::vector<Polytope>& k) {
  Rational total;
  for (std::size_t chosen = 1; chosen < std::size_t{1} << k.size(); ++chosen) {
    std::vector<Polytope> some;
    for (std::size_t i = 0; i < k.size(); ++i) {
      if ((chosen >> i & 1U) != 0) some.push_back(k[i]);
    }
    const Rational part = volume(minkowski_sum(some).polytope);
    total += (k.size() - some.size()) % 2 == 0 ? part : -part;
  }
  return total;
}

Polytope random_polytope(Random& random, std::size_t ambient) {
  const std::size_t d = random.below(ambient + 1);
  const auto map = testing::random_affine_map(random, random.below(3) == 0 ? d : ambient, ambient, 2);
  return convex_hull(ambient, map(testing::random_points(random, 1 + random.below(6), map.columns.size(), 2, 2)));
}

Polytope simplex(std::size_t n) {
  std::vector<RationalVector> points(n + 1, RationalVector(n));
  for (std::size_t i = 0; i < n; ++i) points[i][i] = 1;
  return convex_hull(n, points);
}

}  // namespace

TEST_CASE("mixed volumes of random polytopes follow from the volumes of their sums") {
  const std::uint64_t seed = 31;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 80; ++round) {
    const std::size_t n = 1 + random.below(4);
    CAPTURE(round, n);
    std::vector<Polytope> k;
    for (std::size_t i = 0; i < n; ++i) k.push_back(i > 0 && random.below(4) == 0 ? k[0] : random_polytope(random, n));
    CHECK(mixed_volume(k) == by_inclusion_and_exclusion(k));
  }
}

TEST_CASE("equal polytopes have n! times their volume for mixed volume") {
  Random random(2);
  for (std::size_t n = 1; n <= 4; ++n) {
    const Polytope k = convex_hull(n, testing::random_points(random, n + 4, n, 5, 2));
    CHECK(mixed_volume(std::vector<Polytope>(n, k)) == Rational(factorial(static_cast<std::uint32_t>(n))) * volume(k));
  }
}

TEST_CASE("the mixed volume of dilated simplices is the product of the degrees") {
  // Bezout's number: n general equations of degrees d_i.
  for (std::size_t n = 1; n <= 5; ++n) {
    std::vector<Polytope> k;
    Rational product = 1;
    for (std::size_t i = 0; i < n; ++i) {
      k.push_back(dilation(simplex(n), Rational(i + 1)));
      product *= Rational(i + 1);
    }
    CHECK(mixed_volume(k) == product);
  }
}

TEST_CASE("the cyclic systems have the published mixed volumes") {
  // Cyclic n-roots: Σ_i x_i x_(i+1) … x_(i+k−1) = 0 for k < n, x_1 ⋯ x_n = 1; 6, 20, 70, 156, 924 for n = 3, 4, 5,
  // 6, 7.
  const std::vector<int> published = {6, 16, 70, 156};
  for (std::size_t n = 3; n <= 6; ++n) {
    std::vector<Polytope> k;
    for (std::size_t degree = 1; degree <= n; ++degree) {
      std::vector<RationalVector> points;
      for (std::size_t i = 0; i < (degree == n ? 1 : n); ++i) {
        points.emplace_back(n);
        for (std::size_t j = 0; j < degree; ++j) points.back()[(i + j) % n] = 1;
      }
      if (degree == n) points.emplace_back(n);
      k.push_back(convex_hull(n, points));
    }
    CHECK(mixed_volume(k) == Rational(published[n - 3]));
  }
}

TEST_CASE("mixed volumes are symmetric and additive and exact with long numbers") {
  Random random(77);
  for (int round = 0; round < 10; ++round) {
    std::vector<Polytope> k;
    for (int i = 0; i < 4; ++i) k.push_back(convex_hull(3, testing::random_points(random, 5, 3, 3)));
    const std::vector<Polytope> two = {k[2], k[3]};
    const Polytope sum = minkowski_sum(two).polytope;
    const auto mixed = [](const Polytope& a, const Polytope& b, const Polytope& c) {
      return mixed_volume(std::vector<Polytope>{a, b, c});
    };
    CHECK(mixed(k[0], k[1], sum) == mixed(k[0], k[1], k[2]) + mixed(k[0], k[1], k[3]));
    CHECK(mixed(k[0], k[1], k[2]) == mixed(k[2], k[0], k[1]));
    const Rational long_factor(pow(Integer(10), 30) + 1, 7);
    CHECK(mixed(dilation(k[0], long_factor), k[1], k[2]) == long_factor * mixed(k[0], k[1], k[2]));
  }
}

TEST_CASE("mixed volumes that cannot be are refused") {
  const Polytope square = prism(simplex(1));
  CHECK_ERROR(mixed_volume(std::vector{square}), Errc::dimension_mismatch, "1 polytopes");
  CHECK_ERROR(mixed_volume({}), Errc::dimension_mismatch, "at least one");
  CHECK(mixed_volume(std::vector{square, convex_hull(2, {})}) == 0);
  CHECK_ERROR(mixed_volume(std::vector{square, dilation(square, 3)}, 1), Errc::too_large, "partial cells");
  CHECK(mixed_volume(std::vector(2, dilation(square, 3)), 1) == 18);  // equal bodies: 2! vol, without cells
}

TEST_CASE("the cells of a mixed subdivision fill the sum") {
  const std::uint64_t seed = 41;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random.below(3);
    const std::size_t m = 1 + random.below(3);
    const std::int64_t size = random.below(3) == 0 ? 1 : 1000;
    CAPTURE(round, n, m, size);
    std::vector<RationalMatrix> sets;
    std::vector<RationalVector> heights;
    std::vector<Polytope> polytopes;
    for (std::size_t k = 0; k < m; ++k) {
      sets.push_back(testing::random_points(random, 1 + random.below(5), n, 3));
      heights.emplace_back();
      for (std::size_t i = 0; i < sets[k].size(); ++i) heights[k].emplace_back(random.between(0, size));
      polytopes.push_back(convex_hull(n, sets[k]));
    }
    const MixedSubdivision subdivision = mixed_subdivision(sets, heights);
    const Polytope sum = minkowski_sum(polytopes).polytope;
    Rational total;
    Rational mixed;
    for (const MixedCell& cell : subdivision.cells) {
      total += cell.volume;
      std::size_t dimension = 0;
      for (std::size_t k = 0; k < m; ++k) {
        RationalMatrix face;
        for (const std::size_t i : cell.points[k]) face.push_back(sets[k][i]);
        CHECK(affine_dimension(face) == static_cast<int>(cell.type[k]));
        dimension += cell.type[k];
      }
      if (subdivision.fine) CHECK(static_cast<int>(dimension) == sum.dimension());
      if (m == n && cell.type == std::vector<std::size_t>(n, 1)) mixed += cell.volume;
    }
    CHECK(total == volume(sum));
    if (subdivision.fine && m == n) CHECK(mixed == mixed_volume(polytopes));
  }
}

TEST_CASE("the subdivision by equal heights has one cell and that of two segments by a fold has two") {
  const std::vector<RationalMatrix> sets = {{{0, 0}, {1, 0}, {0, 1}, {1, 1}}, {{0, 0}, {1, 0}}};
  const MixedSubdivision flat = mixed_subdivision(sets, std::vector<RationalVector>{{0, 1, 2, 3}, {5, 6}});
  REQUIRE(flat.cells.size() == 1);
  CHECK(flat.cells[0].points == std::vector<std::vector<std::size_t>>{{0, 1, 2, 3}, {0, 1}});
  CHECK(flat.cells[0].type == std::vector<std::size_t>{2, 1});
  CHECK(flat.cells[0].volume == 2);
  CHECK_FALSE(flat.fine);
  const std::vector<RationalMatrix> segment = {{{0}, {1}, {2}}};
  const MixedSubdivision folded = mixed_subdivision(segment, std::vector<RationalVector>{{1, 0, 1}});
  REQUIRE(folded.cells.size() == 2);
  CHECK(folded.fine);
  CHECK(folded.cells[0].points == std::vector<std::vector<std::size_t>>{{0, 1}});
  CHECK_ERROR(mixed_subdivision(sets, std::vector<RationalVector>{{0, 1, 2, 3}}), Errc::dimension_mismatch, "heights");
  CHECK_ERROR(mixed_subdivision(sets, std::vector<RationalVector>{{0, 1, 2, 3}, {5}}), Errc::dimension_mismatch,
              "set 1");
  CHECK_ERROR(mixed_subdivision({}, {}), Errc::invalid_argument, "at least one");
}

TEST_CASE("Cayley polytopes of random polytopes equal the hulls of their vertices") {
  Random random(19);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = random.below(4);
    const std::size_t m = 1 + random.below(3);
    std::vector<Polytope> k;
    std::vector<RationalVector> points;
    for (std::size_t i = 0; i < m; ++i) {
      k.push_back(random_polytope(random, n));
      for (RationalVector x : k.back().vertices()) {
        x.resize(n + m);
        x[n + i] = 1;
        points.push_back(std::move(x));
      }
    }
    CAPTURE(round, n, m);
    CHECK(cayley_polytope(k) == convex_hull(n + m, points));
  }
  CHECK_ERROR(cayley_polytope({}), Errc::invalid_argument, "at least one");
  CHECK_ERROR(cayley_polytope(std::vector{convex_hull(2, {})}), Errc::invalid_argument, "polytope 0 is empty");
}

}  // namespace tropiary
