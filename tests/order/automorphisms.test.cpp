#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

std::int64_t brute_automorphisms(const SmallOrder& order) {
  std::vector<std::size_t> image(order.size());
  std::iota(image.begin(), image.end(), std::size_t{0});
  std::int64_t count = 0;
  do {
    bool keeps = true;
    for (std::size_t x = 0; x < order.size(); ++x) {
      for (std::size_t y = 0; y < order.size(); ++y)
        keeps = keeps && order.less(x, y) == order.less(image[x], image[y]);
    }
    count += keeps ? 1 : 0;
  } while (std::next_permutation(image.begin(), image.end()));
  return count;
}

Poset shuffled(const Poset& p, Random& random) {
  std::vector<Element> image;
  for (std::size_t i : random.permutation(p.size())) image.push_back(element(i));
  return relabelled(p, image);
}

/// One canonical poset of each type on n points, by adding maximal points.
std::map<std::vector<Relation>, Poset> canonical_posets(std::size_t n) {
  std::map<std::vector<Relation>, Poset> posets{{{}, Poset()}};
  for (std::size_t size = 0; size < n; ++size) {
    std::map<std::vector<Relation>, Poset> next;
    for (const auto& [covers, p] : posets) {
      for (const SmallOrder& order : extensions_by_one_point(to_small_order(p), true)) {
        Poset canonical = canonical_form(to_poset(order));
        std::vector<Relation> key = canonical.covers();
        next.emplace(std::move(key), std::move(canonical));
      }
    }
    posets = std::move(next);
  }
  return posets;
}

}  // namespace

TEST_CASE("automorphisms are counted as by trying all permutations") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) {
      REQUIRE(automorphism_group_order(to_poset(order)) == brute_automorphisms(order));
    }
  }
}

TEST_CASE("canonical forms are isomorphic to the poset and equal for isomorphic posets only") {
  for (std::size_t n = 0; n <= 5; ++n) {
    std::map<std::vector<Relation>, SmallOrder> type_of;
    for (const SmallOrder& order : all_labelled_orders(n)) {
      const Poset canonical = canonical_form(to_poset(order));
      const SmallOrder type = n == 0 ? order : brute_canonical_form(order);
      if (n > 0) REQUIRE(brute_canonical_form(to_small_order(canonical)) == type);
      const auto [entry, is_new] = type_of.emplace(canonical.covers(), type);
      REQUIRE(entry->second == type);
    }
    const std::size_t expected[] = {1, 1, 2, 5, 16, 63};
    REQUIRE(type_of.size() == expected[n]);
  }
}

TEST_CASE("posets on n points up to isomorphism are counted by A000112 and their groups as published") {
  // Numbers of posets by the order of their group, n = 3..7, computed with nauty 2.8.6 (genposetg, countg).
  const std::map<std::int64_t, int> histograms[] = {
      {{1, 2}, {2, 2}, {6, 1}},
      {{1, 5}, {2, 7}, {4, 1}, {6, 2}, {24, 1}},
      {{1, 19}, {2, 27}, {4, 6}, {6, 6}, {12, 2}, {24, 2}, {120, 1}},
      {{1, 102}, {2, 127}, {4, 37}, {6, 24}, {8, 4}, {12, 12}, {24, 6}, {36, 1}, {48, 2}, {120, 2}, {720, 1}},
      {{1, 730},
       {2, 784},
       {4, 254},
       {6, 115},
       {8, 32},
       {12, 71},
       {24, 28},
       {36, 6},
       {48, 12},
       {120, 6},
       {144, 2},
       {240, 2},
       {720, 2},
       {5040, 1}}};
  const std::size_t types[] = {1, 1, 2, 5, 16, 63, 318, 2045};
  const std::int64_t labelled[] = {1, 1, 3, 19, 219, 4231, 130023, 6129859};  // A001035
  for (std::size_t n = 0; n <= 7; ++n) {
    const auto posets = canonical_posets(n);
    CHECK(posets.size() == types[n]);
    std::map<std::int64_t, int> histogram;
    Integer numberings;
    for (const auto& [covers, p] : posets) {
      const Integer order = automorphism_group_order(p);
      ++histogram[order.to_int64()];
      numberings += factorial(static_cast<std::uint32_t>(n)) / order;
    }
    CHECK(numberings == labelled[n]);
    if (n >= 3) CHECK(histogram == histograms[n - 3]);
  }
}

TEST_CASE("renumbered posets of hundreds of points have one canonical form") {
  for (std::uint64_t seed = 1; seed <= 16; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Poset p = seed % 2 == 0 ? random_composed_poset(400, seed, 0.4)
                                  : random_poset(150, 0.004 * static_cast<double>(seed), seed);
    const Poset canonical = canonical_form(p);
    REQUIRE(canonical_form(shuffled(p, random)) == canonical);
    REQUIRE(canonical_form(canonical) == canonical);
    REQUIRE(width(canonical) == width(p));
    REQUIRE(zeta_polynomial(canonical) == zeta_polynomial(p));
    REQUIRE(reduced_euler_characteristic(canonical) == reduced_euler_characteristic(p));
  }
}

TEST_CASE("canonical forms carry no labels") {
  CHECK_FALSE(canonical_form(chain(2).with_labels({"a", "b"})).has_labels());
}

TEST_CASE("automorphism groups of named posets of any size") {
  CHECK(automorphism_group_order(chain(100'000)) == 1);
  CHECK(automorphism_group_order(antichain(3000)) == factorial(3000));
  for (std::size_t n = 2; n <= 8; ++n) {
    CHECK(automorphism_group_order(boolean_lattice(n)) == factorial(static_cast<std::uint32_t>(n)));
  }
  for (std::size_t n = 3; n <= 50; ++n) CHECK(automorphism_group_order(crown(n)) == Integer(2 * n));
  for (std::size_t n = 3; n <= 50; ++n) CHECK(automorphism_group_order(fence(n)) == (n % 2 == 1 ? 2 : 1));
  const std::vector<Poset> crowns(40, crown(5));
  CHECK(automorphism_group_order(lexicographic_sum(antichain(40), crowns)) == pow(Integer(10), 40) * factorial(40));
  CHECK(automorphism_group_order(lexicographic_sum(crown(20), crowns)) == pow(Integer(10), 40) * 40);
  std::vector<Poset> one_different(40, crown(5));
  one_different[7] = fence(10);
  CHECK(automorphism_group_order(lexicographic_sum(crown(20), one_different)) == pow(Integer(10), 39) * 2);
}
