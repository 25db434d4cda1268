#include "tropiary/compile/lower.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

/// f_P(x) from the list of all up-sets.
Rational brute_value(const std::vector<std::uint32_t>& up_sets, const RationalVector& x) {
  Rational best = 0;
  for (const std::uint32_t set : up_sets) {
    Rational sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (((set >> i) & 1U) != 0) sum += x[i];
    }
    best = std::max(best, sum);
  }
  return best;
}

RationalVector random_point(std::size_t n, testing::Random& random, std::int64_t range) {
  RationalVector x(n);
  for (Rational& value : x) value = random.between(-range, range);
  return x;
}

void check_is_poset_polynomial(const TropicalNetwork& network, const Poset& p, testing::Random& random, int rounds) {
  const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(p);
  for (int round = 0; round < rounds; ++round) {
    const RationalVector x = random_point(p.size(), random, round % 2 == 0 ? 2 : 100);
    const RationalVector value = network(x);
    if (value.size() != 1 || value[0] != brute_value(up_sets, x)) FAIL("round " << round << " differs");
  }
}

/// For a test of terms: random unions and ordinal sums of two parts, as text-free nodes.
Term random_series_parallel_term(std::size_t n, std::uint64_t seed) {
  testing::Random random(seed);
  std::vector<Term::Node> nodes(n);
  std::vector<std::size_t> roots(n);
  for (std::size_t i = 0; i < n; ++i) roots[i] = i;
  while (roots.size() > 1) {
    const std::size_t i = random.below(roots.size() - 1);
    const std::size_t second = roots[i + 1];
    nodes.push_back({random.chance(0.5) ? Term::Kind::disjoint_union : Term::Kind::ordinal_sum, {roots[i], second}, 0});
    roots[i] = nodes.size() - 1;
    roots[i + 1] = roots.back();
    roots.pop_back();
  }
  return Term::from_nodes(std::move(nodes), {});
}

TEST_CASE("the network of every poset on at most five points is its poset polynomial") {
  const std::uint64_t seed = 11;
  CAPTURE(seed);
  testing::Random random(seed);
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : n <= 4 ? testing::all_labelled_posets(n) : testing::all_unlabelled_posets(n)) {
      check_is_poset_polynomial(lower(p), p, random, 60);
    }
  }
}

TEST_CASE("the network of a poset on four points agrees with the polynomial on all of a cube") {
  for (const Poset& p : testing::all_unlabelled_posets(4)) {
    const TropicalNetwork network = lower(p);
    const std::vector<std::uint32_t> up_sets = testing::brute_up_sets(p);
    for (int code = 0; code < 625; ++code) {
      const RationalVector x{code % 5 - 2, code / 5 % 5 - 2, code / 25 % 5 - 2, code / 125 - 2};
      if (network(x)[0] != brute_value(up_sets, x)) FAIL("code " << code);
    }
  }
}

TEST_CASE("networks of random posets are their poset polynomials") {
  const std::uint64_t seed = 12;
  CAPTURE(seed);
  testing::Random random(seed);
  for (std::size_t n = 6; n <= 12; ++n) {
    for (const double density : {0.15, 0.3, 0.5}) {
      for (int round = 0; round < 6; ++round) {
        const std::uint64_t poset_seed = random.below(1U << 30);
        CAPTURE(n, density, poset_seed);
        const Poset p = testing::random_poset(n, density, poset_seed);
        check_is_poset_polynomial(lower(p), p, random, 20);
        const Poset composed = testing::random_composed_poset(n, poset_seed, 0.6);
        check_is_poset_polynomial(lower(composed), composed, random, 20);
      }
    }
  }
}

TEST_CASE("blocks of a prime factor may be any posets and may be empty") {
  const std::uint64_t seed = 13;
  CAPTURE(seed);
  testing::Random random(seed);
  const std::vector<Poset> outers{paper_poset(12), fence(5), crown(3), fence(6), grid(std::vector<std::size_t>{2, 3})};
  const std::vector<Poset> blocks{Poset(), chain(1), chain(1), chain(2), antichain(2), chain(3), fence(4)};
  for (int round = 0; round < 60; ++round) {
    const Poset& outer = outers[random.below(outers.size())];
    std::vector<Poset> chosen;
    std::vector<Term> terms;
    std::size_t size = 0;
    for (std::size_t i = 0; i < outer.size(); ++i) {
      const Poset& block = size < 12 ? blocks[random.below(blocks.size())] : blocks[1];
      size += block.size();
      chosen.push_back(block);
      terms.push_back(Term::leaf(block));
    }
    const Poset p = lexicographic_sum(outer, chosen);
    check_is_poset_polynomial(lower(p), p, random, 10);
    check_is_poset_polynomial(lower(Term::compose(outer, terms)), p, random, 10);
  }
}

TEST_CASE("fifteen of the sixteen four-point posets need four maxima and the complete bipartite one five") {
  for (std::size_t k = 0; k < 16; ++k) {
    CAPTURE(k);
    CHECK(lower(paper_poset(k)).count_maxima() == (k == 11 ? 5 : 4));
  }
}

TEST_CASE("an antichain of 64 points is 64 ReLUs and one sum") {
  const TropicalNetwork network = lower(antichain(64));
  CHECK(network.count_maxima() == 64);
  CHECK(network.nodes().size() == 64 + 64 + 1);
  CHECK(network.depth() == 1);
}

TEST_CASE("a chain of n points is n ReLUs") {
  const TropicalNetwork network = lower(chain(50));
  CHECK(network.count_maxima() == 50);
  CHECK(network.depth() == 50);
}

TEST_CASE("the 318 posets on six points need at most nine maxima and 2043 in all") {
  std::size_t total = 0;
  std::size_t most = 0;
  for (const Poset& p : testing::all_unlabelled_posets(6)) {
    const std::size_t maxima = lower(p).count_maxima();
    total += maxima;
    most = std::max(most, maxima);
  }
  CAPTURE(total, most);
  CHECK(total <= 2043);
  CHECK(most <= 9);
}

TEST_CASE("a fence needs as many maxima as points and a grid twice as many at most") {
  CHECK(lower(fence(20)).count_maxima() <= 20);
  CHECK(lower(grid(std::vector<std::size_t>{8, 8})).count_maxima() <= 120);
  CHECK(lower(fence(300)).count_maxima() <= 300);
}

TEST_CASE("a composed poset needs few maxima for each of its points") {
  const std::uint64_t seed = 14;
  CAPTURE(seed);
  const Poset p = testing::random_composed_poset(3000, seed);
  const TropicalNetwork network = lower(p);
  CHECK(network.count_maxima() >= 3000);
  CHECK(network.count_maxima() <= 2 * 3000);
}

TEST_CASE("a series-parallel term on a hundred thousand points lowers to a network linear in its size") {
  const std::uint64_t seed = 15;
  CAPTURE(seed);
  const std::size_t n = 100000;
  const TropicalNetwork network = lower(random_series_parallel_term(n, seed));
  std::size_t terms = 0;
  for (const auto& node : network.nodes()) terms += node.arguments.size();
  CHECK(network.count_inputs() == n);
  CHECK(network.count_maxima() >= n);
  CHECK(network.count_maxima() <= 2 * n);
  CHECK(network.nodes().size() <= 6 * n);
  CHECK(terms <= 8 * n);
}

TEST_CASE("a term nested a hundred thousand deep on either side lowers without recursion") {
  const std::size_t n = 100000;
  for (const bool left : {true, false}) {
    std::vector<Term::Node> nodes{{Term::Kind::point, {}, 0}};
    for (std::size_t i = 1; i < n; ++i) {
      const std::size_t tree = nodes.size() - 1;
      nodes.push_back({Term::Kind::point, {}, 0});
      const std::size_t point = nodes.size() - 1;
      nodes.push_back({i % 2 == 0 ? Term::Kind::disjoint_union : Term::Kind::ordinal_sum,
                       left ? std::vector{tree, point} : std::vector{point, tree}, 0});
    }
    const TropicalNetwork network = lower(Term::from_nodes(std::move(nodes), {}));
    CHECK(network.count_maxima() >= n);
    CHECK(network.count_maxima() <= 2 * n);
  }
}

TEST_CASE("the maximum over all up-sets is the same function with a maximum for every up-set but one") {
  const std::uint64_t seed = 16;
  CAPTURE(seed);
  testing::Random random(seed);
  for (const Poset& p : testing::all_unlabelled_posets(4)) {
    const TropicalNetwork network = lower_by_up_sets(p);
    check_is_poset_polynomial(network, p, random, 40);
    CHECK(network.count_maxima() == testing::brute_up_sets(p).size() - 1);
  }
  CHECK_THROWS_AS(lower_by_up_sets(antichain(5), 31), Error);
  CHECK_NOTHROW(lower_by_up_sets(antichain(5), 32));
}

}  // namespace
}  // namespace tropiary
