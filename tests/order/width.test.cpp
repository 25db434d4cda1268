#include <algorithm>
#include <array>
#include <bit>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

std::size_t brute_width(const Poset& p) {
  const SmallOrder order = to_small_order(p);
  std::size_t best = 0;
  for (std::uint32_t set = 0; set < (1U << p.size()); ++set) {
    bool antichain = true;
    for (std::size_t x = 0; x < p.size(); ++x)
      antichain = antichain && (((set >> x) & 1U) == 0 || (order.above[x] & set) == 0);
    if (antichain) best = std::max<std::size_t>(best, static_cast<std::size_t>(std::popcount(set)));
  }
  return best;
}

/// n minus a maximum matching of x (left) to y (right) for x < y.
std::size_t width_by_boost(const Poset& p) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Graph graph(2 * p.size());
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (Element y : p.above(element(x))) boost::add_edge(x, p.size() + index(y), graph);
  }
  std::vector<boost::graph_traits<Graph>::vertex_descriptor> mate(2 * p.size());
  boost::edmonds_maximum_cardinality_matching(graph, mate.data());
  return p.size() - boost::matching_size(graph, mate.data());
}

void check_antichain(const Poset& p) {
  const std::vector<Element> antichain = maximum_antichain(p);
  REQUIRE(antichain.size() == width(p));
  REQUIRE(std::is_sorted(antichain.begin(), antichain.end()));
  for (std::size_t i = 0; i < antichain.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) REQUIRE_FALSE(p.comparable(antichain[i], antichain[j]));
  }
}

}  // namespace

TEST_CASE("the width is the size of a largest antichain of every small poset") {
  std::vector<Poset> posets = all_labelled_posets(4);
  for (Poset& p : all_unlabelled_posets(6)) posets.push_back(std::move(p));
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    posets.push_back(random_poset(12, 0.01 * static_cast<double>(seed), seed));
  for (const Poset& p : posets) {
    REQUIRE(width(p) == brute_width(p));
    check_antichain(p);
  }
  CHECK(width(Poset()) == 0);
}

TEST_CASE("the width agrees with a maximum matching by Boost.Graph") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    CAPTURE(seed);
    const Poset p = seed % 2 == 0 ? random_composed_poset(120, seed, 0.5)
                                  : random_poset(120, 0.002 * static_cast<double>(seed), seed);
    REQUIRE(width(p) == width_by_boost(p));
    check_antichain(p);
  }
}

TEST_CASE("a Boolean lattice has the width of its middle layer by Sperner") {
  for (std::size_t n = 0; n <= 12; ++n) CHECK(Integer(width(boolean_lattice(n))) == binomial(n, n / 2));
}

TEST_CASE("widths of named posets of any size") {
  CHECK(width(chain(100'000)) == 1);
  CHECK(width(antichain(100'000)) == 100'000);
  CHECK(width(fence(100'001)) == 50'001);
  CHECK(width(crown(20'000)) == 20'000);
  CHECK(width(grid(std::array<std::size_t, 2>{30, 90})) == 30);
  CHECK(width(divisor_lattice(2520)) == 11);
}

TEST_CASE("width and height of a composition over an antichain and over a chain") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    const Poset p = random_composed_poset(300, seed);
    const Poset q = random_poset(200, 0.01, seed);
    CHECK(width(disjoint_union(p, q)) == width(p) + width(q));
    CHECK(width(ordinal_sum(p, q)) == std::max(width(p), width(q)));
    CHECK(width(dual(q)) == width(q));
    CHECK(height(disjoint_union(p, q)) == std::max(height(p), height(q)));
    CHECK(height(ordinal_sum(p, q)) == height(p) + height(q));
    CHECK(width(p) * height(p) >= p.size());
    CHECK(width(q) * height(q) >= q.size());
    check_antichain(p);
  }
}

TEST_CASE("the width of three thousand points comes quickly") {
  for (double density : {0.0005, 0.003, 0.3}) {
    const Poset p = random_poset(3000, density, 11);
    check_antichain(p);
  }
}
