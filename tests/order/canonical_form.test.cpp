#include <catch2/catch.hpp>
#include <set>

#include "support/incidence_posets.hpp"
#include "support/posets.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

Poset renumbered(const Poset& p, Random& random) {
  std::vector<Element> image;
  for (const std::size_t place : random.permutation(p.size())) image.push_back(element(place));
  return relabelled(p, image);
}

bool is_numbered_upwards(const Poset& p) {
  for (const Relation& cover : p.covers()) {
    if (cover.lower > cover.upper) return false;
  }
  return true;
}

/// Four renumberings have the same canonical form, which is isomorphic to p by the map that was found.
void check_canonical_form(const Poset& p, Random& random) {
  const Poset canonical = canonical_form(p);
  REQUIRE(is_numbered_upwards(canonical));
  REQUIRE(canonical_form(canonical) == canonical);
  for (int i = 0; i < 4; ++i) REQUIRE(canonical_form(renumbered(p, random)) == canonical);
  const auto image = find_isomorphism(p, canonical);
  REQUIRE(image);
  REQUIRE(relabelled(p, *image) == canonical);
}

}  // namespace

TEST_CASE("canonical forms of all posets on at most 8 points are as many as A000112 says and survive renumbering") {
  const std::size_t types[] = {1, 1, 2, 5, 16, 63, 318, 2045, 16999};
  for (std::size_t n = 0; n <= 8; ++n) {
    Random random(n);
    std::set<std::string> keys;
    for_each_poset(n, {}, [&](const SmallPoset& small) {
      const Poset p = to_poset(small);
      const std::string key = canonical_digraph6(p);
      const Poset q = renumbered(p, random);
      REQUIRE(canonical_digraph6(q) == key);
      REQUIRE(canonical_digraph6(to_digraph6(q)) == key);
      REQUIRE(to_digraph6(to_poset(canonical_form(small))) == key);
      REQUIRE(is_numbered_upwards(parse_digraph6(key)));
      keys.insert(key);
      return true;
    });
    CHECK(keys.size() == types[n]);
  }
}

TEST_CASE("canonical forms of random posets of all word sizes survive renumbering") {
  for (const std::size_t n : {9U, 12U, 15U, 16U, 17U, 24U, 40U, 63U, 64U, 65U, 66U, 130U}) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(n, seed);
      Random random(seed);
      check_canonical_form(random_poset(n, 0.1 * static_cast<double>(seed), seed), random);
      check_canonical_form(random_composed_poset(n, seed), random);
      check_canonical_form(disjoint_union(random_poset(n / 2, 0.3, seed), random_poset(n / 2, 0.3, seed)), random);
    }
  }
}

TEST_CASE("canonical forms of symmetric posets survive renumbering") {
  Random random(1);
  std::vector<Poset> posets{chain(64),     chain(65),     antichain(16),
                            antichain(64), antichain(65), product(chain(8), chain(8))};
  for (std::size_t n = 1; n <= 7; ++n) posets.push_back(boolean_lattice(n));
  for (std::size_t n = 3; n <= 40; n += 4) posets.push_back(crown(n));
  for (const std::size_t blocks : {2U, 5U, 8U, 9U, 20U}) {
    posets.push_back(lexicographic_sum(antichain(blocks), std::vector<Poset>(blocks, crown(4))));
    posets.push_back(lexicographic_sum(antichain(blocks), std::vector<Poset>(blocks, chain(2))));
    posets.push_back(lexicographic_sum(crown(blocks), std::vector<Poset>(2 * blocks, antichain(3))));
    posets.push_back(product(antichain(2), lexicographic_sum(crown(blocks), std::vector<Poset>(2 * blocks, chain(2)))));
  }
  for (const Poset& p : posets) {
    CAPTURE(p.size(), p.count_covers());
    check_canonical_form(p, random);
  }
}

// Graphs that refinement cannot tell apart.

TEST_CASE("the rook graph on a 4 by 4 board and the graph of Shrikhande differ") {
  const auto rook = [](std::size_t x, std::size_t y) { return x / 4 == y / 4 || x % 4 == y % 4; };
  const auto shrikhande = [](std::size_t x, std::size_t y) {
    const std::size_t row = (y / 4 + 4 - x / 4) % 4;
    const std::size_t column = (y % 4 + 4 - x % 4) % 4;
    const std::size_t difference = 4 * row + column;  // ±(0, 1), ±(1, 0), ±(1, 1)
    return difference == 1 || difference == 3 || difference == 4 || difference == 12 || difference == 5 ||
           difference == 15;
  };
  const Poset a = vertices_and_edges(16, rook);
  const Poset b = vertices_and_edges(16, shrikhande);
  REQUIRE(a.size() == 64);
  REQUIRE(b.size() == 64);
  Random random(1);
  check_canonical_form(a, random);
  check_canonical_form(b, random);
  CHECK_FALSE(find_isomorphism(a, b));
  CHECK(automorphism_group_order(a) == 1152);
  CHECK(automorphism_group_order(b) == 192);
  // The same beyond 64 points: with a point below everything, and in a sum.
  CHECK_FALSE(find_isomorphism(ordinal_sum(chain(1), a), ordinal_sum(chain(1), b)));
  CHECK(automorphism_group_order(disjoint_union(a, b)) == Integer(1152) * 192);
  CHECK(automorphism_group_order(disjoint_union(a, a)) == Integer(1152) * 1152 * 2);
}

TEST_CASE("the triangular graph T(8) and the three graphs of Chang have 40320 and 384 and 360 and 96 automorphisms") {
  const std::size_t n = 28;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < 8; ++i) {
    for (std::size_t j = i + 1; j < 8; ++j) pairs.emplace_back(i, j);
  }
  using Edges = std::set<std::pair<std::size_t, std::size_t>>;
  // Seidel's switching with respect to the edges of a graph on the eight points.
  const Edges switching[] = {{},
                             {{0, 1}, {2, 3}, {4, 5}, {6, 7}},
                             {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {3, 7}},
                             {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {0, 7}}};
  const int automorphisms[] = {40320, 384, 360, 96};
  std::set<std::string> keys;
  Random random(1);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto adjacent = [&](std::size_t x, std::size_t y) {
      const auto [a, b] = pairs[x];
      const auto [c, d] = pairs[y];
      const bool meets = a == c || a == d || b == c || b == d;
      return meets != (switching[i].contains(pairs[x]) != switching[i].contains(pairs[y]));
    };
    const Poset p = vertices_and_edges(n, adjacent);
    REQUIRE(p.size() == 196);
    check_canonical_form(p, random);
    CHECK(automorphism_group_order(p) == automorphisms[i]);
    keys.insert(canonical_digraph6(p));
  }
  CHECK(keys.size() == 4);
}

TEST_CASE("projective planes and Steiner triple systems have the groups of the literature") {
  // Cyclic difference sets of Singer; |PΓL(3, q)| for q = 2, 3, 4, 5, 8, 9.
  const std::pair<std::size_t, std::vector<std::size_t>> planes[] = {{7, {0, 1, 3}},
                                                                     {13, {0, 1, 3, 9}},
                                                                     {21, {0, 1, 4, 14, 16}},
                                                                     {31, {0, 1, 3, 8, 12, 18}},
                                                                     {73, {0, 1, 3, 7, 15, 31, 36, 54, 63}},
                                                                     {91, {0, 1, 3, 9, 27, 49, 56, 61, 77, 81}}};
  const std::uint64_t collineations[] = {168, 5616, 120960, 372000, 49448448, 84913920};
  Random random(1);
  for (std::size_t i = 0; i < std::size(planes); ++i) {
    const Poset p = cyclic_design(planes[i].first, {planes[i].second});
    CAPTURE(p.size());
    check_canonical_form(p, random);
    CHECK(automorphism_group_order(p) == collineations[i]);
  }
  // The cyclic triple system on 13 points and the affine plane of order 3.
  CHECK(automorphism_group_order(cyclic_design(13, {{0, 1, 4}, {0, 2, 7}})) == 39);
  const Poset affine = points_and_blocks(9, {{0, 1, 2},
                                             {3, 4, 5},
                                             {6, 7, 8},
                                             {0, 3, 6},
                                             {1, 4, 7},
                                             {2, 5, 8},
                                             {0, 4, 8},
                                             {1, 5, 6},
                                             {2, 3, 7},
                                             {0, 5, 7},
                                             {1, 3, 8},
                                             {2, 4, 6}});
  CHECK(automorphism_group_order(affine) == 432);
}
