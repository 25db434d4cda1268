#include "tropiary/order/chains.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/relations.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// The masks of all chains, or all antichains, that are in no larger one.
std::set<std::uint32_t> brute_maximal(const SmallOrder& order, bool chains) {
  const std::size_t n = order.size();
  std::vector<std::uint32_t> sets;
  for (std::uint32_t set = 0; set < (1U << n); ++set) {
    bool fits = true;
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < x; ++y) {
        if (((set >> x) & (set >> y) & 1U) == 0) continue;
        fits = fits && (order.less(x, y) || order.less(y, x)) == chains;
      }
    }
    if (fits) sets.push_back(set);
  }
  std::set<std::uint32_t> result;
  for (const std::uint32_t set : sets) {
    if (std::ranges::none_of(sets, [&](std::uint32_t other) { return other != set && (set & ~other) == 0; })) {
      result.insert(set);
    }
  }
  return result;
}

std::uint32_t mask(const std::vector<Element>& elements) {
  std::uint32_t result = 0;
  for (const Element e : elements) result |= 1U << index(e);
  return result;
}

/// The most elements in a union of k of the sets, k = 0, 1, …, until all are in.
std::vector<int> brute_unions(const std::set<std::uint32_t>& sets, std::size_t n) {
  std::vector<int> most{0};
  std::set<std::uint32_t> unions{0};
  while (most.back() != static_cast<int>(n)) {
    std::set<std::uint32_t> next;
    for (const std::uint32_t u : unions) {
      for (const std::uint32_t s : sets) next.insert(u | s);
    }
    unions = std::move(next);
    int best = 0;
    for (const std::uint32_t u : unions) best = std::max(best, std::popcount(u));
    most.push_back(best);
  }
  return most;
}

void check_decompositions(const Poset& p) {
  const auto chains = minimum_chain_decomposition(p);
  const auto antichains = minimum_antichain_decomposition(p);
  REQUIRE(chains.size() == width(p));
  REQUIRE(antichains.size() == height(p));
  for (const auto& parts : {chains, antichains}) {
    std::vector<Element> all;
    for (const auto& part : parts) {
      REQUIRE_FALSE(part.empty());
      all.insert(all.end(), part.begin(), part.end());
    }
    std::sort(all.begin(), all.end());
    REQUIRE(all.size() == p.size());
    REQUIRE(std::adjacent_find(all.begin(), all.end()) == all.end());
  }
  for (const auto& chain : chains) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) REQUIRE(p.less(chain[i], chain[i + 1]));
  }
  for (const auto& antichain : antichains) {
    for (const Element x : antichain) {
      for (const Element y : antichain) REQUIRE_FALSE(p.less(x, y));
    }
  }
}

std::vector<SmallOrder> small_orders() {
  std::vector<SmallOrder> orders = all_labelled_orders(4);
  for (std::size_t n = 0; n <= 6; ++n) {
    for (SmallOrder& order : all_unlabelled_orders(n)) orders.push_back(std::move(order));
  }
  return orders;
}

}  // namespace

TEST_CASE("maximal chains and maximal antichains are those that brute force finds and each comes once") {
  for (const SmallOrder& order : small_orders()) {
    const Poset p = to_poset(order);
    std::set<std::uint32_t> chains;
    std::size_t count = 0;
    for (const std::vector<Element>& chain : maximal_chains(p)) {
      for (std::size_t i = 0; i + 1 < chain.size(); ++i) REQUIRE(p.less(chain[i], chain[i + 1]));
      chains.insert(mask(chain));
      ++count;
    }
    REQUIRE(chains == brute_maximal(order, true));
    REQUIRE(count == chains.size());
    REQUIRE(count_maximal_chains(p) == Integer(count));
    std::set<std::uint32_t> antichains;
    count = 0;
    for (const ElementSet& antichain : maximal_antichains(p)) {
      antichains.insert(to_mask(antichain));
      ++count;
    }
    REQUIRE(antichains == brute_maximal(order, false));
    REQUIRE(count == antichains.size());
  }
}

TEST_CASE("maximal antichains of Boolean lattices are counted by A326358") {
  const std::size_t expected[] = {1, 2, 3, 7, 29, 376};
  for (std::size_t n = 0; n <= 5; ++n) {
    const Poset p = boolean_lattice(n);
    CHECK(static_cast<std::size_t>(std::ranges::distance(maximal_antichains(p))) == expected[n]);
  }
}

TEST_CASE("maximal chains of Boolean lattices are counted by factorials and of grids by binomials") {
  for (std::uint32_t n = 0; n <= 6; ++n) {
    const Poset p = boolean_lattice(n);
    CHECK(Integer(std::ranges::distance(maximal_chains(p))) == factorial(n));
  }
  CHECK(count_maximal_chains(boolean_lattice(16)) == factorial(16));
  CHECK(count_maximal_chains(grid(std::array<std::size_t, 2>{31, 31})) == binomial(60, 30));
  CHECK(count_maximal_chains(Poset()) == Integer(1));
  const Poset long_chain = chain(100'000);
  CHECK(std::ranges::distance(maximal_chains(long_chain)) == 1);
}

TEST_CASE("decompositions into fewest chains and fewest antichains certify width and height") {
  for (const SmallOrder& order : small_orders()) check_decompositions(to_poset(order));
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    check_decompositions(random_poset(150, 0.01 * static_cast<double>(seed), seed));
  }
  check_decompositions(boolean_lattice(8));
}

TEST_CASE("ranks go up by one along covers or there are none") {
  for (const SmallOrder& order : small_orders()) {
    const Poset p = to_poset(order);
    const auto rank = rank_function(p);
    // By brute force: some function to {0, …, 5} fits.
    bool exists = p.empty();
    std::size_t functions = 1;
    for (std::size_t i = 0; i < p.size(); ++i) functions *= p.size();
    for (std::size_t f = 0; f < functions && !exists; ++f) {
      std::vector<std::size_t> value;
      for (std::size_t i = 0, rest = f; i < p.size(); ++i, rest /= p.size()) value.push_back(rest % p.size());
      exists = std::ranges::all_of(
          p.covers(), [&](const Relation& c) { return value[index(c.upper)] == value[index(c.lower)] + 1; });
    }
    REQUIRE(rank.has_value() == exists);
    if (!rank) continue;
    for (const Relation& c : p.covers()) REQUIRE((*rank)[index(c.upper)] == (*rank)[index(c.lower)] + 1);
    for (const Element x : p.minimal_elements()) {
      if (is_graded(p)) REQUIRE((*rank)[index(x)] == 0);
    }
  }
  CHECK(rank_function(parse_relations("1<2, 3<4<5, 4<2")) == std::vector<std::size_t>{1, 2, 0, 1, 2});
}

TEST_CASE("the Greene-Kleitman shape counts unions of chains and its conjugate unions of antichains") {
  for (const SmallOrder& order : small_orders()) {
    const Poset p = to_poset(order);
    const std::vector<std::size_t> shape = greene_kleitman_shape(p);
    REQUIRE(std::is_sorted(shape.rbegin(), shape.rend()));
    REQUIRE(shape.size() == width(p));
    const std::vector<int> chains = brute_unions(brute_maximal(order, true), p.size());
    const std::vector<int> antichains = brute_unions(brute_maximal(order, false), p.size());
    REQUIRE(chains.size() == shape.size() + 1);
    REQUIRE(antichains.size() == height(p) + 1);
    std::size_t sum = 0;
    for (std::size_t k = 0; k < shape.size(); ++k) {
      sum += shape[k];
      REQUIRE(chains[k + 1] == static_cast<int>(sum));
    }
    sum = 0;
    for (std::size_t k = 1; k < antichains.size(); ++k) {
      sum += static_cast<std::size_t>(std::ranges::count_if(shape, [&](std::size_t part) { return part >= k; }));
      REQUIRE(antichains[k] == static_cast<int>(sum));
    }
  }
}

TEST_CASE("Boolean lattices have the shape of symmetric chains and grids that of hooks") {
  CHECK(greene_kleitman_shape(boolean_lattice(4)) == std::vector<std::size_t>{5, 3, 3, 3, 1, 1});
  CHECK(greene_kleitman_shape(grid(std::array<std::size_t, 2>{4, 6})) == std::vector<std::size_t>{9, 7, 5, 3});
  CHECK(greene_kleitman_shape(antichain(3)) == std::vector<std::size_t>{1, 1, 1});
  CHECK(greene_kleitman_shape(chain(50'000)) == std::vector<std::size_t>{50'000});
  CHECK(greene_kleitman_shape(antichain(50'000)) == std::vector<std::size_t>(50'000, 1));
  CHECK(greene_kleitman_shape(Poset()).empty());
}

TEST_CASE("maximal antichains of a poset too large for pairs are refused") {
  const Poset p = antichain(9000);
  CHECK_ERROR(maximal_antichains(p).begin(), Errc::too_large, "maximal_antichains");
}
