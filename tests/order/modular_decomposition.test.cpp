#include "tropiary/order/modular_decomposition.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;
using namespace tropiary::testing;
using Kind = ModularDecomposition::Kind;

namespace {

// The points under each node.
std::vector<std::vector<Element>> points_of(const ModularDecomposition& tree) {
  std::vector<std::vector<Element>> result;
  for (const auto& node : tree.nodes) {
    std::vector<Element> points;
    if (node.kind == Kind::point) points.push_back(node.point);
    for (std::size_t child : node.children) {
      points.insert(points.end(), result[child].begin(), result[child].end());
    }
    result.push_back(std::move(points));
  }
  return result;
}

// The order that the tree describes, pair by pair.
Poset recomposed(const ModularDecomposition& tree, std::size_t n) {
  const auto points = points_of(tree);
  std::vector<Relation> relations;
  for (const auto& node : tree.nodes) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      for (std::size_t j = 0; j < node.children.size(); ++j) {
        const bool below = node.kind == Kind::ordinal_sum ? i < j
                           : node.kind == Kind::prime     ? node.quotient.less(element(i), element(j))
                                                          : false;
        if (!below) continue;
        for (Element x : points[node.children[i]]) {
          for (Element y : points[node.children[j]]) relations.push_back({x, y});
        }
      }
    }
  }
  return Poset::from_relations(n, relations);
}

bool is_module_mask(const SmallOrder& order, std::uint32_t set) {
  for (std::size_t z = 0; z < order.size(); ++z) {
    if (((set >> z) & 1U) != 0) continue;
    if ((order.above[z] & set) != 0 && (order.above[z] & set) != set) return false;
    std::uint32_t below = 0;
    for (std::size_t x = 0; x < order.size(); ++x) {
      if (((set >> x) & 1U) != 0 && order.less(x, z)) below |= 1U << x;
    }
    if (below != 0 && below != set) return false;
  }
  return true;
}

bool brute_is_prime(const SmallOrder& order) {
  const std::uint32_t full = (1U << order.size()) - 1;
  for (std::uint32_t set = 1; set < full; ++set) {
    if (std::popcount(set) > 1 && is_module_mask(order, set)) return false;
  }
  return order.size() >= 3;
}

// The sets of all strong modules (those that overlap no module), by definition.
std::set<std::uint32_t> brute_strong_modules(const SmallOrder& order) {
  std::vector<std::uint32_t> modules;
  for (std::uint32_t set = 1; set < (1U << order.size()); ++set) {
    if (is_module_mask(order, set)) modules.push_back(set);
  }
  std::set<std::uint32_t> strong;
  for (std::uint32_t a : modules) {
    if (std::none_of(modules.begin(), modules.end(),
                     [&](std::uint32_t b) { return (a & b) != 0 && (a & ~b) != 0 && (b & ~a) != 0; })) {
      strong.insert(a);
    }
  }
  return strong;
}

// What the header promises of the array of nodes.
void check_shape(const ModularDecomposition& tree, const Poset& p) {
  const auto points = points_of(tree);
  std::vector<int> parents(tree.nodes.size(), 0);
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    REQUIRE((node.kind == Kind::point) == node.children.empty());
    if (node.kind != Kind::point) REQUIRE(node.children.size() >= (node.kind == Kind::prime ? 4U : 2U));
    REQUIRE(node.quotient.size() == (node.kind == Kind::prime ? node.children.size() : 0U));
    std::vector<Element> least;
    for (std::size_t child : node.children) {
      REQUIRE(child < x);
      ++parents[child];
      if (node.kind != Kind::prime) REQUIRE(tree.nodes[child].kind != node.kind);
      least.push_back(*std::min_element(points[child].begin(), points[child].end()));
    }
    if (node.kind != Kind::ordinal_sum) REQUIRE(std::is_sorted(least.begin(), least.end()));
  }
  for (std::size_t x = 0; x + 1 < tree.nodes.size(); ++x) REQUIRE(parents[x] == 1);
  if (!p.empty()) REQUIRE(points[tree.root()].size() == p.size());
}

}  // namespace

TEST_CASE("the decomposition of the empty poset is empty and of a point is the point") {
  CHECK(modular_decomposition(Poset()).nodes.empty());
  CHECK(is_series_parallel(Poset()));
  const ModularDecomposition point = modular_decomposition(chain(1));
  REQUIRE(point.nodes.size() == 1);
  CHECK(point.nodes[0].kind == Kind::point);
  CHECK(is_series_parallel(chain(1)));
  CHECK_FALSE(is_prime(chain(1)));
  CHECK_FALSE(is_prime(chain(2)));
}

TEST_CASE("the nodes are exactly the strong modules of every labelled poset on at most four points") {
  for (std::size_t n = 1; n <= 4; ++n) {
    for (const SmallOrder& order : all_labelled_orders(n)) {
      const Poset p = to_poset(order);
      const ModularDecomposition tree = modular_decomposition(p);
      check_shape(tree, p);
      std::set<std::uint32_t> nodes;
      for (const auto& points : points_of(tree)) {
        std::uint32_t mask = 0;
        for (Element x : points) mask |= 1U << index(x);
        nodes.insert(mask);
      }
      REQUIRE(nodes == brute_strong_modules(order));
      REQUIRE(recomposed(tree, n) == p);
    }
  }
}

TEST_CASE("the nodes are exactly the strong modules of posets on five to nine points") {
  std::vector<Poset> posets = all_unlabelled_posets(5);
  for (Poset& p : all_unlabelled_posets(6)) posets.push_back(std::move(p));
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    posets.push_back(random_composed_poset(7 + seed % 3, seed, 0.5));
    posets.push_back(random_poset(7 + seed % 3, 0.05 * static_cast<double>(seed % 12), seed));
  }
  for (const Poset& p : posets) {
    const ModularDecomposition tree = modular_decomposition(p);
    check_shape(tree, p);
    std::set<std::uint32_t> nodes;
    for (const auto& points : points_of(tree)) {
      std::uint32_t mask = 0;
      for (Element x : points) mask |= 1U << index(x);
      nodes.insert(mask);
    }
    REQUIRE(nodes == brute_strong_modules(to_small_order(p)));
    REQUIRE(recomposed(tree, p.size()) == p);
    for (const auto& node : tree.nodes) {
      if (node.kind == Kind::prime) REQUIRE(brute_is_prime(to_small_order(node.quotient)));
    }
  }
}

TEST_CASE("there are 1 and 4 and 28 prime posets on 4 and 5 and 6 points up to isomorphism") {
  const std::size_t expected[] = {0, 0, 0, 0, 1, 4, 28};
  for (std::size_t n = 1; n <= 6; ++n) {
    const std::vector<Poset> posets = all_unlabelled_posets(n);
    CHECK(static_cast<std::size_t>(std::count_if(posets.begin(), posets.end(), is_prime)) == expected[n]);
    for (const Poset& p : posets) REQUIRE(is_prime(p) == brute_is_prime(to_small_order(p)));
  }
  const std::vector<Poset> labelled = all_labelled_posets(5);
  CHECK(std::count_if(labelled.begin(), labelled.end(), is_prime) == 360);
}

TEST_CASE("series-parallel posets are counted by A003430") {
  const std::size_t expected[] = {1, 1, 2, 5, 15, 48, 167};
  for (std::size_t n = 0; n <= 6; ++n) {
    const std::vector<Poset> posets = all_unlabelled_posets(n);
    CHECK(static_cast<std::size_t>(std::count_if(posets.begin(), posets.end(), is_series_parallel)) == expected[n]);
  }
  const std::vector<Poset> labelled = all_labelled_posets(5);
  CHECK(std::count_if(labelled.begin(), labelled.end(), is_series_parallel) == 2791);  // A053554
}

TEST_CASE("is_module agrees with the definition on every subset") {
  for (const SmallOrder& order : all_unlabelled_orders(5)) {
    const Poset p = to_poset(order);
    for (std::uint32_t set = 0; set < 32; ++set) {
      REQUIRE(is_module(p, ElementSet::from_word(5, set)) == is_module_mask(order, set));
    }
  }
}

TEST_CASE("a chain is one ordinal sum from bottom to top and an antichain one disjoint union") {
  const ModularDecomposition line = modular_decomposition(dual(chain(5)));
  REQUIRE(line.nodes[line.root()].kind == Kind::ordinal_sum);
  std::vector<std::size_t> points;
  for (std::size_t child : line.nodes[line.root()].children) points.push_back(index(line.nodes[child].point));
  CHECK(points == std::vector<std::size_t>{4, 3, 2, 1, 0});
  const ModularDecomposition scattered = modular_decomposition(antichain(5));
  CHECK(scattered.nodes[scattered.root()].kind == Kind::disjoint_union);
  CHECK(scattered.nodes.size() == 6);
}

TEST_CASE("fences are prime from four points on and the Boolean lattices only inside their bounds") {
  for (std::size_t n = 4; n <= 12; ++n) CHECK(is_prime(fence(n)));
  const ModularDecomposition tree = modular_decomposition(boolean_lattice(4));
  const auto& root = tree.nodes[tree.root()];
  REQUIRE(root.kind == Kind::ordinal_sum);
  REQUIRE(root.children.size() == 3);
  CHECK(tree.nodes[root.children[1]].kind == Kind::prime);
  CHECK(tree.nodes[root.children[1]].quotient.size() == 14);
}

TEST_CASE("random composed posets of hundreds of points recompose from their decomposition") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const std::size_t n = 50 + 25 * seed;
    const double skew = 0.09 * static_cast<double>(seed - 1);  // up to trees of depth ~ n
    CAPTURE(seed, n, skew);
    const Poset p = random_composed_poset(n, seed, seed % 2 == 0 ? 0.3 : 0.0, skew);
    const ModularDecomposition tree = modular_decomposition(p);
    check_shape(tree, p);
    REQUIRE(recomposed(tree, n) == p);
    if (seed % 2 != 0) CHECK(is_series_parallel(p));
    for (const auto& node : tree.nodes) {
      if (node.kind == Kind::prime && node.quotient.size() <= 12) {
        REQUIRE(brute_is_prime(to_small_order(node.quotient)));
      }
    }
  }
}

TEST_CASE("a random poset with prime modules put into it decomposes into the same modules") {
  const Poset outer = fence(40);
  std::vector<Poset> blocks;
  for (std::size_t i = 0; i < 40; ++i) blocks.push_back(i % 3 == 0 ? fence(30) : i % 3 == 1 ? crown(15) : chain(1));
  const Poset p = lexicographic_sum(outer, blocks);
  const ModularDecomposition tree = modular_decomposition(p);
  check_shape(tree, p);
  REQUIRE(tree.nodes[tree.root()].quotient == outer);
  for (std::size_t i = 0; i < 40; ++i) {
    const auto& node = tree.nodes[tree.nodes[tree.root()].children[i]];
    REQUIRE((i % 3 == 2 ? node.kind == Kind::point : node.quotient == blocks[i]));
  }
}

TEST_CASE("three thousand points composed of series-parallel and four-point prime posets decompose") {
  const std::uint64_t seed = 3000;
  for (double skew : {0.2, 0.99}) {
    CAPTURE(seed, skew);
    const Poset p = random_composed_poset(3000, seed, 0.3, skew);
    const ModularDecomposition tree = modular_decomposition(p);
    check_shape(tree, p);
    for (const auto& node : tree.nodes) {
      if (node.kind == Kind::prime) REQUIRE(node.quotient.size() == 4);
    }
    const Poset comb = random_composed_poset(3000, seed, 0.0, 1.0);
    CHECK(is_series_parallel(comb));
  }
}

TEST_CASE("beyond the closure limit chains and forests decompose and big primes are refused") {
  const ModularDecomposition line = modular_decomposition(chain(100'000));
  CHECK(line.nodes.size() == 100'001);
  CHECK(is_series_parallel(antichain(100'000)));
  Random random(7);
  std::vector<Relation> parents;
  for (std::size_t i = 1; i < 20'000; ++i) parents.push_back({element(random.below(i)), element(i)});
  CHECK(is_series_parallel(Poset::from_relations(20'000, parents)));
  std::vector<Poset> blocks(2000, fence(5));
  const ModularDecomposition fences = modular_decomposition(lexicographic_sum(antichain(2000), blocks));
  CHECK(fences.nodes.size() == 1 + 2000 * 6);
  try {
    (void)modular_decomposition(fence(9000));
    FAIL("a prime poset on 9000 points was accepted");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::too_large);
  }
}
