// Volumes, lattice points and Ehrhart functions of polytopes that need a hull.

#include <catch2/catch.hpp>
#include <fstream>
#include <map>

#include "polytope/numbers/lattice_search.hpp"
#include "polytope/numbers/simplices.hpp"
#include "polytope/numbers/vertex_cones.hpp"
#include "polytope/numbers/volume_by_faces.hpp"
#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/volume.hpp"

namespace tropiary {
namespace {

using testing::Random;

Polytope hull(const std::vector<RationalVector>& points) { return convex_hull(points.at(0).size(), points); }

// A random polytope of full dimension.
Polytope random_body(Random& random, std::size_t dimension, std::size_t points, std::int64_t size,
                     std::int64_t denominators = 1) {
  for (;;) {
    Polytope k = hull(testing::random_points(random, points, dimension, size, denominators));
    if (k.dimension() == static_cast<int>(dimension)) return k;
  }
}

Polytope dilated(const Polytope& k, const Rational& factor) {
  std::vector<RationalVector> points = k.vertices();
  for (RationalVector& point : points) {
    for (Rational& x : point) x *= factor;
  }
  return hull(points);
}

// The integer points one by one, from the box.
std::size_t points_by_box(const Polytope& k, bool interior) {
  const std::size_t n = k.ambient_dimension();
  std::vector<Integer> low(n);
  std::vector<Integer> high(n);
  for (std::size_t j = 0; j < n; ++j) {
    low[j] = floor(k.vertices()[0][j]);
    high[j] = low[j];
    for (const RationalVector& v : k.vertices()) {
      low[j] = std::min(low[j], floor(v[j]));
      high[j] = std::max(high[j], ceil(v[j]));
    }
  }
  std::size_t count = 0;
  std::vector<Integer> x = low;
  for (;;) {
    const RationalVector point(x.begin(), x.end());
    bool inside = k.contains(point);
    for (const AffineForm& facet : k.facets()) inside = inside && !(interior && facet(point).is_zero());
    count += inside ? 1 : 0;
    std::size_t j = 0;
    while (j < n && x[j] == high[j]) x[j] = low[j], ++j;
    if (j == n) return count;
    ++x[j];
  }
}

void check_ehrhart(const Polytope& k, int dilations) {
  const QuasiPolynomial quasi = ehrhart_quasi_polynomial(k);
  CHECK(evaluate(quasi, 0) == 1);
  const int sign = k.dimension() % 2 == 0 ? 1 : -1;
  for (int t = 1; t <= dilations; ++t) {
    const Polytope larger = dilated(k, t);
    CHECK(evaluate(quasi, t) == Rational(points_by_box(larger, false)));
    CHECK(evaluate(quasi, -t) == Rational(points_by_box(larger, true)) * Rational(sign));
  }
  for (const Integer& h : h_star(quasi)) CHECK(h.sign() >= 0);
}

}  // namespace

TEST_CASE("the reference polytopes have their volumes and lattice points and Ehrhart polynomials") {
  std::map<std::string, nlohmann::json> points;
  const nlohmann::json reference = testing::reference_polytopes();
  for (const auto& entry : reference) {
    if (entry.contains("points")) points[entry.at("name")] = entry.at("points");
  }
  std::ifstream file(TROPIARY_TEST_DATA "/polytope_numbers.json");
  REQUIRE(file);
  std::size_t cases = 0;
  const nlohmann::json numbers = nlohmann::json::parse(file);
  for (const auto& entry : numbers.at("cases")) {
    const std::string name = entry.at("name");
    CAPTURE(name);
    const Polytope k = hull(testing::points_from(entry.contains("points") ? entry.at("points") : points.at(name)));
    if (entry.contains("volume")) CHECK(volume(k).to_string() == entry.at("volume").get<std::string>());
    if (entry.contains("lattice_points")) {
      CHECK(count_lattice_points(k).to_string() == entry.at("lattice_points").get<std::string>());
    }
    if (entry.contains("ehrhart")) {
      CHECK(ehrhart_polynomial(k) == testing::points_from(nlohmann::json::array({entry.at("ehrhart")}))[0]);
    }
    ++cases;
  }
  CHECK(cases == 43);
}

TEST_CASE("all ways to measure a polytope agree") {
  const std::uint64_t seed = 271828;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 60; ++trial) {
    const std::size_t d = 1 + random.below(5);
    const std::int64_t size = random.chance(0.4) ? 1 : random.chance(0.5) ? 9 : 40'000'000;
    const Polytope k = random_body(random, d, d + 1 + random.below(10), size, 1 + random.between(0, 2));
    CAPTURE(trial, d, size);
    const detail::Body body = detail::lattice_frame(k, "test").body;
    const Integer by_faces = detail::normalised_volume_by_faces(body, 1'000'000, "test");
    CHECK(detail::normalised_volume_by_cones(body) == by_faces);
    CHECK(detail::normalised_volume_by_simplices(body, 1'000'000) == by_faces);
    CHECK(volume(k) == Rational(by_faces, factorial(static_cast<std::uint32_t>(d)) *
                                              pow(body.denominator, static_cast<std::uint32_t>(d))));
  }
}

TEST_CASE("volumes behave under affine maps and products") {
  Random random(31);
  for (int trial = 0; trial < 20; ++trial) {
    CAPTURE(trial);
    const std::size_t d = 2 + random.below(3);
    const Polytope k = random_body(random, d, d + 4, 5, 3);
    const testing::AffineMap map = testing::random_affine_map(random, d, d, 4);
    CHECK(volume(hull(map(k.vertices()))) == abs(determinant(map.columns)) * volume(k));
    const Polytope l = random_body(random, 2, 5, 5, 2);
    std::vector<RationalVector> pairs;
    for (const RationalVector& x : k.vertices()) {
      for (const RationalVector& y : l.vertices()) {
        pairs.push_back(x);
        pairs.back().insert(pairs.back().end(), y.begin(), y.end());
      }
    }
    CHECK(volume(hull(pairs)) == volume(k) * volume(l));
  }
}

TEST_CASE("relative volumes are measured by the lattice of the affine hull") {
  CHECK(relative_volume(hull({{0, 0}, {2, 4}})) == 2);
  CHECK(relative_volume(hull({{1, 1}})) == 1);
  CHECK(relative_volume(hull({{0, Rational(1, 2)}, {3, Rational(1, 2)}})) == 3);
  // The standard simplex in R^4 and the permutahedron (volume 4^2 by Cayley's formula).
  CHECK(relative_volume(hull({{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}})) == Rational(1, 6));
  std::vector<RationalVector> permutations;
  std::vector<int> p{1, 2, 3, 4};
  do {
    permutations.emplace_back(p.begin(), p.end());
  } while (std::next_permutation(p.begin(), p.end()));
  const Polytope permutahedron = hull(permutations);
  CHECK(volume(permutahedron) == 0);
  CHECK(relative_volume(permutahedron) == 16);
  // Its Ehrhart polynomial counts labelled forests by edges.
  CHECK(ehrhart_polynomial(permutahedron) == std::vector<Rational>{1, 6, 15, 16});
}

TEST_CASE("lattice points by recursion agree with trying all points of a box") {
  const std::uint64_t seed = 99;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 80; ++trial) {
    const std::size_t d = 1 + random.below(4);
    const Polytope k = hull(testing::random_points(random, 1 + random.below(8), d, 4, 1 + random.between(0, 3)));
    CAPTURE(trial, d, k.dimension());
    const std::size_t all = points_by_box(k, false);
    const std::size_t inner = points_by_box(k, true);
    CHECK(count_lattice_points(k) == Integer(all));
    CHECK(count_interior_lattice_points(k) == Integer(inner));
    const auto listed = lattice_points(k);
    CHECK(listed.size() == all);
    CHECK(std::ranges::is_sorted(listed));
    CHECK(std::ranges::adjacent_find(listed) == listed.end());
    for (const auto& point : listed) CHECK(k.contains(RationalVector(point.begin(), point.end())));
    CHECK(lattice_points(k, LatticePointRange::relative_interior).size() == inner);
    CHECK(evaluate(ehrhart_quasi_polynomial(k), 1) == Rational(all));
  }
}

TEST_CASE("Ehrhart quasi-polynomials of rational polytopes count dilations and interiors") {
  const std::uint64_t seed = 1962;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 40; ++trial) {
    const std::size_t d = 1 + random.below(3);
    const Polytope k = hull(testing::random_points(random, 1 + random.below(6), d, 2, random.between(1, 3)));
    CAPTURE(trial, d, k.dimension());
    check_ehrhart(k, d == 3 ? 2 : 7);
  }
}

TEST_CASE("cones and half-open simplices and dilations give one Ehrhart function") {
  const std::uint64_t seed = 1977;
  CAPTURE(seed);
  Random random(seed);
  for (int trial = 0; trial < 40; ++trial) {
    const std::size_t d = 2 + random.below(4);
    const Polytope k = random_body(random, d, d + 1 + random.below(6), d < 4 ? 5 : 1, d < 4 ? random.between(1, 2) : 1);
    CAPTURE(trial, d, k.vertices().size());
    const detail::Body body = detail::lattice_frame(k, "test").body;
    const auto numerators = detail::numerators_by_simplices(body, 10'000'000);
    REQUIRE(numerators);
    const auto q = static_cast<std::size_t>(body.denominator.to_int64());
    std::vector<std::uint64_t> residues(q);
    for (std::size_t r = 0; r < q; ++r) residues[r] = r;
    const auto by_cones = detail::ehrhart_by_cones(body, residues, 10'000'000);
    REQUIRE(by_cones.size() == q);
    for (std::size_t r = 0; r < q; ++r) {
      std::vector<Integer> h;
      for (std::size_t j = 0; j <= d; ++j) h.push_back((*numerators)[j * q + r]);
      CHECK(detail::from_numerators(h) == by_cones[r]);
    }
    const detail::LatticeSearch search(body, detail::projections(body));
    const QuasiPolynomial quasi = ehrhart_quasi_polynomial(k);
    for (int t = 1; t <= 2; ++t) {
      CHECK(evaluate(quasi, t) == Rational(*search.count(t, false, 100'000'000)));
      CHECK(evaluate(quasi, -t) * Rational(d % 2 == 0 ? 1 : -1) == Rational(*search.count(t, true, 100'000'000)));
    }
  }
}

TEST_CASE("the leading Ehrhart coefficient is the volume and the next one half the relative surface") {
  Random random(5);
  for (int trial = 0; trial < 20; ++trial) {
    CAPTURE(trial);
    const std::size_t d = 2 + random.below(3);
    const Polytope k = random_body(random, d, d + 5, 3);
    const std::vector<Rational> ehrhart = ehrhart_polynomial(k);
    CHECK(ehrhart.size() == d + 1);
    CHECK(ehrhart[d] == volume(k));
    Rational surface;
    for (const AffineForm& facet : k.facets()) {
      std::vector<RationalVector> on;
      for (const RationalVector& v : k.vertices()) {
        if (facet(v).is_zero()) on.push_back(v);
      }
      surface += relative_volume(hull(on));
    }
    CHECK(ehrhart[d - 1] == surface / 2);
    Integer sum;
    for (const Integer& h : h_star(ehrhart)) sum += h;
    CHECK(Rational(sum, factorial(static_cast<std::uint32_t>(d))) == volume(k));
  }
}

TEST_CASE("Pick's theorem holds") {
  Random random(1899);
  for (int trial = 0; trial < 12; ++trial) {
    CAPTURE(trial);
    const Polytope k = random_body(random, 2, 3 + random.below(9), 1'000'000'000);
    Integer boundary;
    for (const AffineForm& facet : k.facets()) {
      std::vector<RationalVector> on;
      for (const RationalVector& v : k.vertices()) {
        if (facet(v).is_zero()) on.push_back(v);
      }
      boundary += gcd((on[1][0] - on[0][0]).numerator(), (on[1][1] - on[0][1]).numerator());
    }
    const Integer inner = count_interior_lattice_points(k);
    CHECK(count_lattice_points(k) == inner + boundary);
    CHECK(volume(k) == Rational(inner) + Rational(boundary, 2) - 1);
  }
}

TEST_CASE("Reeve's tetrahedra have no inner points however large they are") {
  for (const std::int64_t r : {1, 2, 7, 1000, 1'000'000'007}) {
    CAPTURE(r);
    const Polytope k = hull({{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, r}});
    CHECK(count_lattice_points(k) == 4);
    CHECK(count_interior_lattice_points(k) == 0);
    CHECK(volume(k) == Rational(r, 6));
    CHECK(ehrhart_polynomial(k) == std::vector<Rational>{1, 2 - Rational(r, 6), 1, Rational(r, 6)});
    CHECK(h_star(ehrhart_polynomial(k)) == (r == 1 ? std::vector<Integer>{1} : std::vector<Integer>{1, 0, r - 1}));
  }
}

TEST_CASE("cross-polytopes have binomial h* and cubes Eulerian ones") {
  const std::vector<std::vector<Integer>> eulerian{{1}, {1, 1}, {1, 4, 1}, {1, 11, 11, 1}, {1, 26, 66, 26, 1}};
  for (std::size_t d = 1; d <= 7; ++d) {
    CAPTURE(d);
    std::vector<RationalVector> points;
    for (std::size_t j = 0; j < d; ++j) {
      for (const int sign : {1, -1}) {
        points.emplace_back(d);
        points.back()[j] = sign;
      }
    }
    std::vector<Integer> binomials;
    for (std::size_t j = 0; j <= d; ++j) binomials.push_back(binomial(d, j));
    CHECK(h_star(ehrhart_polynomial(hull(points))) == binomials);
    if (d > eulerian.size()) continue;
    std::vector<RationalVector> cube;
    for (std::size_t v = 0; v < (std::size_t{1} << d); ++v) {
      cube.emplace_back();
      for (std::size_t j = 0; j < d; ++j) cube.back().emplace_back((v >> j) & 1U);
    }
    CHECK(h_star(ehrhart_polynomial(hull(cube))) == eulerian[d - 1]);
  }
}

TEST_CASE("a square of side one half has period two and an affine hull without integer points counts nothing") {
  const Rational half(1, 2);
  const QuasiPolynomial square = ehrhart_quasi_polynomial(hull({{0, 0}, {half, 0}, {0, half}, {half, half}}));
  const Rational quarter(1, 4);
  CHECK(square == QuasiPolynomial{{1, 1, quarter}, {quarter, half, quarter}});
  CHECK(h_star(square) == std::vector<Integer>{1, 1, 1, 1});
  // On the line x = 1/2 there are points for even dilations only.
  const QuasiPolynomial line = ehrhart_quasi_polynomial(hull({{half, 0}, {half, 1}}));
  CHECK(line == QuasiPolynomial{{1, 1}, {}});
  // A rational triangle whose function is a polynomial all the same (McAllister and Woods 2005).
  const Polytope collapse = hull({{0, 0}, {1, Rational(2, 1) / 3}, {3, 0}});
  CHECK(ehrhart_quasi_polynomial(collapse).size() == 1);
  CHECK(ehrhart_polynomial(collapse) == std::vector<Rational>{1, 2, 1});
  CHECK_ERROR(ehrhart_polynomial(hull({{0}, {half}})), Errc::invalid_argument, "period 2");
}

TEST_CASE("huge polytopes are counted from their vertices") {
  // The simplex x, y, z ≥ 0, x + y + z ≤ n has C(n + 3, 3) points.
  const Integer n = pow(Integer(10), 40);
  const Rational edge(n);
  const Polytope simplex = hull({{0, 0, 0}, {edge, 0, 0}, {0, edge, 0}, {0, 0, edge}});
  CHECK(count_lattice_points(simplex) == (n + 1) * (n + 2) * (n + 3) / 6);
  CHECK(count_interior_lattice_points(simplex) == (n - 1) * (n - 2) * (n - 3) / 6);
  CHECK_ERROR(lattice_points(simplex, LatticePointRange::all, 1000), Errc::too_large, "more than 1000");
  CHECK_ERROR(ehrhart_quasi_polynomial(hull({{0}, {Rational(1, 1'000'000'007)}})), Errc::too_large, "period");
}

}  // namespace tropiary
