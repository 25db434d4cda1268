#include "tropiary/polytope/chain_order_polytope.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/polytopes.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

std::vector<ElementSet> all_subsets(std::size_t n) {
  std::vector<ElementSet> result;
  for (std::uint64_t word = 0; word < (std::uint64_t{1} << n); ++word) result.push_back(ElementSet::from_word(n, word));
  return result;
}

RationalVector random_point(testing::Random& random, std::size_t n) {
  return testing::random_points(random, 1, n, 12, 7)[0];
}

}  // namespace

TEST_CASE("chain-order polytopes of all small posets pass every check and are Ehrhart equivalent") {
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const std::vector<Rational> ehrhart = order_polytope_ehrhart_polynomial(p);
      for (const ElementSet& chain_part : all_subsets(n)) {
        const Polytope k = chain_order_polytope(p, chain_part);
        CAPTURE(n, chain_part.count());
        REQUIRE(verify(k).failures == std::vector<std::string>{});
        REQUIRE(k.dimension() == static_cast<int>(n));
        REQUIRE(count_chain_order_polytope_facets(p, chain_part) == Integer(k.facets().size()));
        REQUIRE(ehrhart_polynomial(k) == ehrhart);
      }
      CHECK(chain_order_polytope(p, ElementSet(n)) == order_polytope(p));
      CHECK(chain_order_polytope(p, ElementSet::full(n)) == chain_polytope(p));
    }
  }
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const std::size_t n = 6 + seed % 2;
    const Poset p = testing::random_poset(n, 0.4, seed);
    const ElementSet chain_part = ElementSet::from_word(n, (seed * 0x9e3779b97f4a7c15U) >> (64 - n));
    CHECK(verify(chain_order_polytope(p, chain_part)).failures == std::vector<std::string>{});
  }
}

TEST_CASE("transfer maps are inverse to each other and take one polytope into the other") {
  testing::Random random(17);
  for (const Poset& p : testing::all_labelled_posets(3)) {
    for (const ElementSet& chain_part : all_subsets(3)) {
      const RationalVector x = random_point(random, 3);
      CHECK(inverse_transfer_map(p, chain_part, transfer_map(p, chain_part, x)) == x);
      CHECK(transfer_map(p, chain_part, inverse_transfer_map(p, chain_part, x)) == x);
    }
  }
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_poset(6, 0.4, seed);
    const ElementSet chain_part = ElementSet::from_word(6, (seed * 0x9e3779b97f4a7c15U) >> 58U);
    RationalVector x = testing::random_points(random, 1, 6, 3, 5)[0];
    // Inside or outside alike: x ∈ O(P) iff its image is in O_C(P).
    if (seed % 2 == 0) {
      for (Rational& c : x) c = abs(c) / Rational(4);
      std::vector<Element> extension(p.linear_extension().begin(), p.linear_extension().end());
      std::sort(x.begin(), x.end());
      RationalVector arranged(6);
      for (std::size_t i = 0; i < 6; ++i) arranged[index(extension[i])] = x[i];
      x = arranged;
    }
    const bool inside = order_polytope(p).contains(x);
    if (seed % 2 == 0) CHECK(inside);
    CHECK(chain_order_polytope(p, chain_part).contains(transfer_map(p, chain_part, x)) == inside);
    CHECK(chain_polytope(p).contains(transfer_map(p, x)) == inside);
    CHECK(inverse_transfer_map(p, transfer_map(p, x)) == x);
  }
}

TEST_CASE("the transfer map takes up-sets to antichains of their minimal points") {
  for (const Poset& p : testing::all_unlabelled_posets(5)) {
    for (const ElementSet& set : up_sets(p)) {
      RationalVector x(5);
      RationalVector y(5);
      for (const Element e : set) x[index(e)] = 1;
      for (const Element e : minimal_elements(p, set)) y[index(e)] = 1;
      CHECK(transfer_map(p, x) == y);
    }
  }
}

TEST_CASE("chain-order polytopes refuse what does not fit") {
  CHECK_ERROR(chain_order_polytope(chain(3), ElementSet(4)), Errc::dimension_mismatch, "chain part of 4 points");
  CHECK_ERROR(chain_order_polytope(antichain(80), ElementSet(80)), Errc::too_large, "up-sets");
  CHECK_ERROR(transfer_map(chain(3), RationalVector(2)), Errc::dimension_mismatch, "2 coordinates");
  Poset tower = antichain(2);
  for (int i = 1; i < 40; ++i) tower = ordinal_sum(tower, antichain(2));
  CHECK(count_chain_order_polytope_facets(tower, ElementSet::full(80)) == pow(Integer(2), 40) + 80);
  CHECK_ERROR(chain_order_polytope(tower, ElementSet::full(80)), Errc::too_large, "facets");
}

}  // namespace tropiary
