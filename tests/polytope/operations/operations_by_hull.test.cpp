#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/operations.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

using testing::Random;
using Points = std::vector<RationalVector>;

const std::vector<std::string> no_failures;

// Of any dimension in its space, the empty one among them.
Polytope random_polytope(Random& random, std::size_t ambient) {
  const std::size_t d = random.below(ambient + 1);
  const auto map = testing::random_affine_map(random, d, ambient, 2);
  return convex_hull(ambient, map(testing::random_points(random, random.below(7), d, 3, 2)));
}

// With 0 in the interior.
Polytope random_around_origin(Random& random, std::size_t ambient) {
  Points points = testing::random_points(random, 4, ambient, 3, 2);
  for (std::size_t j = 0; j < ambient; ++j) {
    for (const int sign : {1, -1}) {
      points.emplace_back(ambient);
      points.back()[j] = Rational(sign * random.between(1, 3), random.between(1, 2));
    }
  }
  return convex_hull(ambient, points);
}

RationalVector placed(const RationalVector& x, std::size_t from, std::size_t ambient, int last) {
  RationalVector result(ambient);
  for (std::size_t j = 0; j < x.size(); ++j) result[from + j] = x[j];
  if (last != 0) result.back() = last;
  return result;
}

// Numbers of faces with the empty face and the polytope: f₋₁, f₀, …, f_d.
std::vector<Integer> all_faces(const Polytope& k) {
  std::vector<Integer> f = {1};
  for (const auto count : f_vector(k)) f.emplace_back(count);
  if (k.dimension() >= 0) f.resize(static_cast<std::size_t>(k.dimension()) + 1, 0);
  if (k.dimension() >= 0) f.push_back(1);
  return f;
}

std::vector<Integer> times(const std::vector<Integer>& a, const std::vector<Integer>& b) {
  std::vector<Integer> product(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) product[i + j] += a[i] * b[j];
  }
  return product;
}

}  // namespace

TEST_CASE("products and joins of random polytopes of any dimension equal the hulls of their vertices") {
  const std::uint64_t seed = 3;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 60; ++round) {
    const Polytope k = random_polytope(random, random.below(4));
    const Polytope l = random_polytope(random, random.below(3));
    const std::size_t m = k.ambient_dimension();
    const std::size_t n = m + l.ambient_dimension();
    CAPTURE(round, m, n, k.dimension(), l.dimension());
    Points pairs;
    Points both;
    for (const RationalVector& x : k.vertices()) {
      both.push_back(placed(x, 0, n + 1, 0));
      for (const RationalVector& y : l.vertices()) {
        pairs.push_back(x);
        pairs.back().insert(pairs.back().end(), y.begin(), y.end());
      }
    }
    for (const RationalVector& y : l.vertices()) both.push_back(placed(y, m, n + 1, 1));
    CHECK(product(k, l) == convex_hull(n, pairs));
    CHECK(join(k, l) == convex_hull(n + 1, both));
    CHECK(verify(join(k, l)).failures == no_failures);
    CHECK(volume(product(k, l)) == volume(k) * volume(l));
    if (k.empty() || l.empty()) continue;
    // Faces of a product are pairs of non-empty faces, those of a join pairs of any.
    CHECK(all_faces(join(k, l)) == times(all_faces(k), all_faces(l)));
    auto non_empty = [](const Polytope& p) {
      auto f = all_faces(p);
      f.erase(f.begin());
      return f;
    };
    CHECK(non_empty(product(k, l)) == times(non_empty(k), non_empty(l)));
  }
}

TEST_CASE("pyramids and prisms and bipyramids equal the hulls of their vertices") {
  Random random(8);
  for (int round = 0; round < 40; ++round) {
    const Polytope k = random_polytope(random, random.below(4));
    const std::size_t n = k.ambient_dimension();
    CAPTURE(round, n, k.dimension());
    Points base;
    for (const RationalVector& x : k.vertices()) base.push_back(placed(x, 0, n + 1, 0));
    Points with_apex = base;
    with_apex.push_back(placed({}, 0, n + 1, 1));
    CHECK(pyramid(k) == convex_hull(n + 1, with_apex));
    Points both_ends = base;
    for (const RationalVector& x : k.vertices()) both_ends.push_back(placed(x, 0, n + 1, 1));
    CHECK(prism(k) == convex_hull(n + 1, both_ends));
    if (k.empty()) {
      CHECK_ERROR(bipyramid(k), Errc::invalid_argument, "bipyramid");
      continue;
    }
    RationalVector centre(n);
    for (const RationalVector& x : k.vertices()) {
      for (std::size_t j = 0; j < n; ++j) centre[j] += x[j] / Rational(k.vertices().size());
    }
    base.push_back(placed(centre, 0, n + 1, 1));
    base.push_back(placed(centre, 0, n + 1, -1));
    CHECK(bipyramid(k) == convex_hull(n + 1, base));
    CHECK(volume(pyramid(k)) * Rational(n + 1) == volume(k));
    CHECK(volume(prism(k)) == volume(k));
  }
}

TEST_CASE("the polar of the polar is the polytope and that of a product the free sum of the polars") {
  Random random(12);
  for (int round = 0; round < 30; ++round) {
    const Polytope k = random_around_origin(random, random.below(4));
    const Polytope l = random_around_origin(random, random.below(3));
    CAPTURE(round, k.dimension(), l.dimension());
    CHECK(polar(polar(k)) == k);
    CHECK(verify(polar(k)).failures == no_failures);
    const Polytope polar_of_k = polar(k);
    for (const RationalVector& y : polar_of_k.vertices()) {
      Rational most = k.dimension() == 0 ? Rational(1) : dot(k.vertices()[0], y);
      for (const RationalVector& x : k.vertices()) most = std::max(most, dot(x, y));
      CHECK(most == Rational(1));
    }
    CHECK(polar(product(k, l)) == free_sum(polar(k), polar(l)));
    Points points;
    for (const RationalVector& x : k.vertices())
      points.push_back(placed(x, 0, k.ambient_dimension() + l.ambient_dimension(), 0));
    for (const RationalVector& y : l.vertices()) {
      points.push_back(placed(y, k.ambient_dimension(), k.ambient_dimension() + l.ambient_dimension(), 0));
    }
    CHECK(free_sum(k, l) == convex_hull(k.ambient_dimension() + l.ambient_dimension(), points));
  }
}

TEST_CASE("free sums of polytopes of lower dimension through the origin") {
  const Polytope segment = convex_hull(2, {{-1, -1}, {2, 2}});
  const Polytope origin = convex_hull(1, {{0}});
  CHECK(free_sum(segment, segment) == convex_hull(4, {{-1, -1, 0, 0}, {2, 2, 0, 0}, {0, 0, -1, -1}, {0, 0, 2, 2}}));
  CHECK(free_sum(segment, origin) == convex_hull(3, {{-1, -1, 0}, {2, 2, 0}}));
  CHECK(free_sum(origin, segment) == convex_hull(3, {{0, -1, -1}, {0, 2, 2}}));
  CHECK(free_sum(origin, origin) == convex_hull(2, {{0, 0}}));
}

TEST_CASE("translations and dilations equal the hulls of the moved vertices") {
  Random random(14);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = random.below(5);
    const Polytope k = random_polytope(random, n);
    const RationalVector by =
        testing::random_points(random, 1, n, 3, 1 + static_cast<std::int64_t>(random.below(2)))[0];
    const Rational factor(random.between(-3, 3), random.between(1, 2));
    CAPTURE(round, n, factor.to_string());
    CHECK(translation(k, by) == convex_hull(n, testing::translated(k.vertices(), by)));
    Points points = k.vertices();
    for (RationalVector& x : points) {
      for (Rational& entry : x) entry *= factor;
    }
    CHECK(dilation(k, factor) == convex_hull(n, points));
  }
}

TEST_CASE("operations that a polytope does not allow are refused") {
  const Polytope square = convex_hull(2, {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  const Polytope segment = convex_hull(2, {{-1, -1}, {1, 1}});
  CHECK_ERROR(polar(square), Errc::invalid_argument, "interior");
  CHECK_ERROR(polar(segment), Errc::invalid_argument, "interior");
  CHECK_ERROR(polar(convex_hull(2, {})), Errc::invalid_argument, "interior");
  CHECK_ERROR(free_sum(square, segment), Errc::invalid_argument, "first");
  CHECK_ERROR(free_sum(segment, square), Errc::invalid_argument, "second");
  CHECK_ERROR(translation(square, RationalVector{1}), Errc::dimension_mismatch, "translation");
  Polytope cube = convex_hull(1, {{0}, {1}});
  for (int i = 0; i < 4; ++i) cube = product(cube, cube);
  CHECK_ERROR(product(cube, cube), Errc::too_large, "product");
}

}  // namespace tropiary
