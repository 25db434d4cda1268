#include "tropiary/polytope/canonical_triangulation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

RationalVector indicator(const ElementSet& set) {
  RationalVector x(set.universe_size());
  for (const Element e : set) x[index(e)] = 1;
  return x;
}

/// A point of O(P) with many equal coordinates: values sorted along a linear extension.
RationalVector random_point_inside(const Poset& p, std::uint64_t seed, std::size_t denominator) {
  testing::Random random(seed);
  std::vector<Rational> values;
  for (std::size_t i = 0; i < p.size(); ++i)
    values.emplace_back(Integer(random.below(denominator + 1)), Integer(denominator));
  std::sort(values.begin(), values.end());
  RationalVector x(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) x[index(p.linear_extension()[i])] = values[i];
  return x;
}

}  // namespace

TEST_CASE("the simplices of the canonical triangulation are unimodular and fill the order polytope") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      Integer count;
      std::set<std::vector<RationalVector>> seen;
      for (const CanonicalSimplex& simplex : canonical_triangulation(p)) {
        count += 1;
        REQUIRE(is_linear_extension(p, simplex.linear_extension));
        REQUIRE(simplex.up_sets.size() == n + 1);
        RationalMatrix edges;
        std::vector<RationalVector> vertices;
        for (const ElementSet& set : simplex.up_sets) {
          REQUIRE(is_up_set(p, set));
          vertices.push_back(indicator(set));
        }
        for (std::size_t i = 1; i <= n; ++i) edges.push_back(vertices[i]);  // the first is the origin
        REQUIRE(abs(determinant(edges)) == Rational(1));
        REQUIRE(seen.insert(vertices).second);
      }
      // e(P) different simplices of volume 1/n! with disjoint interiors: chambers of the braid arrangement.
      REQUIRE(count == count_linear_extensions(p));
    }
  }
}

TEST_CASE("a point lies in its canonical simplex and is the mean of its chain of up-sets") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(1 + seed % 9, 0.3, seed);
    const RationalVector x = random_point_inside(p, seed, 1 + seed % 6);
    const CanonicalSimplex simplex = canonical_simplex(p, x);
    CHECK(is_linear_extension(p, simplex.linear_extension));
    const auto weights = up_set_weights(p, x);
    RationalVector mean(p.size());
    Rational sum;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const auto& [set, weight] = weights[i];
      CHECK(weight.sign() > 0);
      CHECK(is_up_set(p, set));
      if (i > 0) CHECK((weights[i - 1].first.is_subset_of(set) && weights[i - 1].first != set));
      CHECK(std::find(simplex.up_sets.begin(), simplex.up_sets.end(), set) != simplex.up_sets.end());
      sum += weight;
      for (const Element e : set) mean[index(e)] += weight;
    }
    CHECK(sum == Rational(1));
    CHECK(mean == x);
  }
  CHECK(up_set_weights(Poset(), {}) == std::vector<std::pair<ElementSet, Rational>>{{ElementSet(0), 1}});
}

TEST_CASE("points outside the order polytope are refused with the facet that they violate") {
  const Poset p = chain(2);
  CHECK_ERROR(canonical_simplex(p, RationalVector{1}), Errc::dimension_mismatch, "1 coordinates");
  CHECK_ERROR(canonical_simplex(p, RationalVector{-1, 0}), Errc::invalid_argument, "x_1 = -1 is negative");
  CHECK_ERROR(canonical_simplex(p, RationalVector{0, 2}), Errc::invalid_argument, "x_2 = 2 exceeds 1");
  CHECK_ERROR(up_set_weights(p, RationalVector{1, Rational(1, 2)}), Errc::invalid_argument,
              "x_1 = 1 exceeds x_2 = 1/2");
}

}  // namespace tropiary
