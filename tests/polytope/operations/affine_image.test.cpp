#include "tropiary/polytope/affine_image.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

using testing::Random;

}  // namespace

TEST_CASE("affine images of random polytopes equal the hulls of the images of their vertices") {
  const std::uint64_t seed = 6;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 120; ++round) {
    const std::size_t from = random.below(4);
    const std::size_t to = random.below(5);
    const std::size_t d = random.below(from + 1);
    const auto embedding = testing::random_affine_map(random, d, from, 2);
    const Polytope k = convex_hull(from, embedding(testing::random_points(random, random.below(8), d, 3, 2)));
    RationalMatrix matrix = testing::random_points(random, to, from, 2, 2);
    const RationalVector shift = testing::random_points(random, 1, to, 3, 2)[0];
    CAPTURE(round, from, to, k.dimension());
    std::vector<RationalVector> images;
    for (const RationalVector& x : k.vertices()) {
      RationalVector& y = images.emplace_back(shift);
      for (std::size_t i = 0; i < to; ++i) y[i] += dot(matrix[i], x);
    }
    const Polytope image = affine_image(k, matrix, shift);
    CHECK(image == convex_hull(to, images));
    if (from == to && !k.empty()) CHECK(volume(image) == abs(determinant(matrix)) * volume(k));
  }
}

TEST_CASE("projections of the cube") {
  std::vector<RationalVector> points;
  for (int i = 0; i < 8; ++i) points.push_back({i & 1, i >> 1 & 1, i >> 2});
  const Polytope cube = convex_hull(3, points);
  CHECK(projection(cube, std::vector<std::size_t>{2, 0}) == convex_hull(2, {{0, 0}, {0, 1}, {1, 0}, {1, 1}}));
  CHECK(projection(cube, std::vector<std::size_t>{1, 1}) == convex_hull(2, {{0, 0}, {1, 1}}));
  CHECK(projection(cube, std::vector<std::size_t>{}) == convex_hull(0, {{}}));
  CHECK(projection(cube, std::vector<std::size_t>{0, 1, 2}) == cube);
  // Along a diagonal: a hexagon.
  CHECK(affine_image(cube, {{1, -1, 0}, {0, 1, -1}}, RationalVector(2)).vertices().size() == 6);
  CHECK_ERROR(projection(cube, std::vector<std::size_t>{3}), Errc::invalid_argument, "coordinate 3");
  CHECK_ERROR(affine_image(cube, {{1, 0}}, RationalVector(1)), Errc::dimension_mismatch, "row 0");
  CHECK_ERROR(affine_image(cube, {{1, 0, 0}}, RationalVector(2)), Errc::dimension_mismatch, "shift");
}

TEST_CASE("a point lies in an intersection when it lies in all polytopes") {
  Random random(9);
  for (int round = 0; round < 30; ++round) {
    const std::size_t n = 1 + random.below(3);
    std::vector<Polytope> polytopes;
    for (std::size_t k = 0; k < 1 + random.below(3); ++k) {
      polytopes.push_back(convex_hull(n, testing::random_points(random, n + 3, n, 4)));
    }
    const Polytope common = intersection(polytopes);
    CAPTURE(round, n);
    CHECK(verify(common).failures == std::vector<std::string>{});
    auto points = testing::random_points(random, 40, n, 8, 2);
    points.insert(points.end(), common.vertices().begin(), common.vertices().end());
    for (const RationalVector& x : points) {
      bool in_all = true;
      for (const Polytope& k : polytopes) in_all = in_all && k.contains(x);
      CHECK(common.contains(x) == in_all);
    }
  }
  const std::vector<Polytope> apart = {convex_hull(1, {{0}, {1}}), convex_hull(1, {{2}, {3}})};
  CHECK(intersection(apart) == convex_hull(1, {}));
  const std::vector<Polytope> different = {convex_hull(1, {{0}}), convex_hull(2, {})};
  CHECK_ERROR(intersection(different), Errc::dimension_mismatch, "polytope 1");
  CHECK_ERROR(intersection({}), Errc::invalid_argument, "at least one");
}

}  // namespace tropiary
