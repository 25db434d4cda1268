#include <algorithm>
#include <catch2/catch.hpp>

#include "support/polytopes.hpp"
#include "support/reference_polytopes.hpp"
#include "tropiary/polytope/convex_hull.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/volume.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary {
namespace {

using testing::Random;

// The hull of all 2^m sums: the definition.
Polytope by_definition(std::size_t ambient, const std::vector<RationalVector>& generators) {
  std::vector<RationalVector> sums(1, RationalVector(ambient));
  for (const RationalVector& g : generators) {
    const std::vector<RationalVector> shifted = testing::translated(sums, g);
    sums.insert(sums.end(), shifted.begin(), shifted.end());
  }
  return convex_hull(ambient, sums);
}

// A word says which generators add up to the vertex.
void check_words(const Zonotope& z, const std::vector<RationalVector>& generators) {
  REQUIRE(z.sign_words.size() == z.polytope.vertices().size());
  for (std::size_t v = 0; v < z.sign_words.size(); ++v) {
    REQUIRE(z.sign_words[v].size() == generators.size());
    RationalVector sum(z.polytope.ambient_dimension());
    for (std::size_t j = 0; j < generators.size(); ++j) {
      const bool zero = std::all_of(generators[j].begin(), generators[j].end(), [](auto& x) { return x.is_zero(); });
      CHECK(zero == (z.sign_words[v][j] == '0'));
      if (z.sign_words[v][j] != '+') continue;
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += generators[j][i];
    }
    CHECK(sum == z.polytope.vertices()[v]);
  }
}

}  // namespace

TEST_CASE("random zonotopes with zero and repeated and parallel generators of any rank equal the hull of all sums") {
  const std::uint64_t seed = 4;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const std::size_t ambient = random.below(5);
    const std::size_t m = random.below(ambient < 4 ? 8 : 7);
    const std::int64_t size = random.below(3) == 0 ? 1 : 5;
    std::vector<RationalVector> generators;
    for (const RationalVector& x : testing::random_points(random, m, ambient, size, 2)) {
      generators.push_back(x);
      if (random.below(4) != 0) continue;
      generators.push_back(x);
      for (Rational& entry : generators.back()) entry *= Rational(random.between(-2, 2));
    }
    if (ambient > 1 && random.below(4) == 0) {
      for (RationalVector& g : generators) g[0] = g[1];
    }
    CAPTURE(round, ambient, m);
    const Zonotope z = zonotope(ambient, generators);
    CHECK(z.polytope == by_definition(ambient, generators));
    CHECK(verify(z.polytope).failures == std::vector<std::string>{});
    check_words(z, generators);
    CHECK(count_zonotope_vertices(ambient, generators) == Integer(z.polytope.vertices().size()));
    CHECK(count_zonotope_facets(ambient, generators) == Integer(z.polytope.facets().size()));
    CHECK(zonotope_volume(ambient, generators) == volume(z.polytope));
    std::vector<RationalVector> doubled = generators;
    for (RationalVector& g : doubled) {
      for (Rational& x : g) x *= 2;
    }
    if (size == 1) {
      CHECK(zonotope_ehrhart_polynomial(ambient, doubled) == ehrhart_polynomial(zonotope(ambient, doubled).polytope));
    }
  }
}

TEST_CASE("the reference zonotopes have the published facets and vertices and volumes") {
  std::size_t checked = 0;
  for (const auto& c : testing::reference_cases("sums_and_zonotopes.json")) {
    if (!c.contains("generators")) continue;
    CAPTURE(c["name"]);
    std::vector<RationalVector> generators;
    for (const auto& row : c["generators"]) {
      generators.emplace_back();
      for (const auto& x : row) generators.back().emplace_back(x.get<std::int64_t>());
    }
    const Zonotope z = zonotope(generators[0].size(), generators);
    CHECK(z.polytope.vertices().size() == c["n_vertices"].get<std::size_t>());
    CHECK(z.polytope.facets().size() == c["n_facets"].get<std::size_t>());
    CHECK(testing::facet_hash(z.polytope) == c["facets_sha256_16"].get<std::string>());
    CHECK(count_zonotope_vertices(generators[0].size(), generators) == Integer(z.polytope.vertices().size()));
    if (c.contains("volume")) {
      CHECK(zonotope_volume(generators[0].size(), generators) == Rational(c["volume"].get<std::string>()));
    }
    check_words(z, generators);
    ++checked;
  }
  CHECK(checked == 9);
}

TEST_CASE("the permutahedron is a zonotope of one segment for each pair") {
  for (std::size_t n = 1; n <= 6; ++n) {
    CAPTURE(n);
    std::vector<RationalVector> generators;
    std::vector<RationalVector> permutations;
    RationalVector base(n);
    for (std::size_t i = 0; i < n; ++i) {
      base[i] = i;
      for (std::size_t j = i + 1; j < n; ++j) {
        generators.emplace_back(n);
        generators.back()[i] = 1;
        generators.back()[j] = -1;
      }
    }
    std::sort(base.begin(), base.end());
    do permutations.push_back(base);
    while (std::next_permutation(base.begin(), base.end()));
    const Zonotope z = zonotope(n, generators);
    // Σ over i < j of [0, e_i − e_j] is the permutahedron of 0 … n − 1 moved by −(0, 1, …, n − 1).
    RationalVector shift;
    for (std::size_t i = 0; i < n; ++i) shift.emplace_back(i);
    CHECK(testing::translated(z.polytope.vertices(), shift) == permutations);
    CHECK(z.polytope.facets().size() == (n == 1 ? 0 : (std::size_t{1} << n) - 2));
    CHECK(z.polytope.dimension() == static_cast<int>(n) - 1);
    // The independent sets of pairs are the forests on n points, all of index 1.
    const std::vector<std::vector<Rational>> forests = {
        {1}, {1, 1}, {1, 3, 3}, {1, 6, 15, 16}, {1, 10, 45, 110, 125}, {1, 15, 105, 435, 1080, 1296}};
    CHECK(zonotope_ehrhart_polynomial(n, generators) == forests[n - 1]);
  }
}

TEST_CASE("generic zonotopes have as many vertices as the arrangement of their generators has regions") {
  // 2 Σ_{i<d} C(m−1, i), on the moment curve.
  for (std::size_t d = 1; d <= 5; ++d) {
    for (std::size_t m = d; m <= 9; ++m) {
      std::vector<RationalVector> generators(m, RationalVector(d));
      for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t j = 0; j < d; ++j) {
          generators[i][j] = pow(Integer(i + 1), static_cast<std::uint32_t>(j));
        }
      }
      Integer regions;
      for (std::size_t i = 0; i < d; ++i) regions += Integer(2) * binomial(m - 1, i);
      if (d == 1) regions = 2;
      CAPTURE(d, m);
      CHECK(count_zonotope_vertices(d, generators) == regions);
      if (m <= 7) CHECK(Integer(zonotope(d, generators).polytope.vertices().size()) == regions);
      if (d > 1) CHECK(count_zonotope_facets(d, generators) == Integer(2) * binomial(m, d - 1));
    }
  }
}

TEST_CASE("zonotopes with numbers beyond doubles and beyond words are exact") {
  for (const Integer& size : {Integer(1000003), pow(Integer(10), 9), pow(Integer(10), 30)}) {
    std::vector<RationalVector> generators;
    for (std::int64_t i = 1; i <= 5; ++i)
      generators.push_back({size * Integer(i) + 1, size - Integer(i * i), Integer(i)});
    CAPTURE(size);
    CHECK(zonotope(3, generators).polytope == by_definition(3, generators));
    CHECK(zonotope_volume(3, generators) == volume(zonotope(3, generators).polytope));
  }
}

TEST_CASE("zonotopes of more than 64 and more than 256 directions") {
  for (const std::int64_t m : {70, 300}) {
    std::vector<RationalVector> generators;
    std::vector<Polytope> segments;
    for (std::int64_t i = 0; i < m; ++i) {
      generators.push_back({1, i});
      segments.push_back(convex_hull(2, {{0, 0}, {1, i}}));
    }
    CHECK(zonotope(2, generators).polytope == minkowski_sum(segments).polytope);
    generators = {{0, 0, 1}};
    for (std::int64_t i = 0; i < m; ++i) generators.push_back({1, i, 0});
    const Zonotope z = zonotope(3, generators);
    CHECK(z.polytope.vertices().size() == static_cast<std::size_t>(4 * m));  // a prism
    CHECK(z.polytope.facets().size() == static_cast<std::size_t>(2 * m + 2));
  }
}

}  // namespace tropiary
