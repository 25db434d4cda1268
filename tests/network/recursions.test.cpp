#include "tropiary/network/recursions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <numeric>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {
namespace {

RationalVector random_vector(testing::Random& random, std::size_t n, std::int64_t low, std::int64_t high) {
  RationalVector x;
  for (std::size_t i = 0; i < n; ++i) x.emplace_back(random.between(low, high));
  return x;
}

std::vector<Arc> random_arcs(testing::Random& random, std::size_t n, std::int64_t percent) {
  std::vector<Arc> arcs;
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (u != v && random.between(1, 100) <= percent) arcs.push_back({u, v});
    }
  }
  return arcs;
}

TEST_CASE("a matrix times a vector is the maximum or minimum of the sums") {
  const std::vector<std::vector<Tropical>> matrix = {{1, Tropical::zero(), 3}, {Tropical::zero(), 0, -1}};
  const RationalVector x = {4, 2, 1};
  CHECK(matrix_vector_product(matrix)(x) == RationalVector{5, 2});
  CHECK(matrix_vector_product(matrix, Semiring::min_plus)(x) == RationalVector{4, 0});
  CHECK_THROWS_AS(matrix_vector_product(std::vector<std::vector<Tropical>>{{1, 2}, {3}}), Error);
  CHECK_THROWS_AS(matrix_vector_product(std::vector<std::vector<Tropical>>{{Tropical::zero()}}), Error);
}

// All walks from the source with at most `most` arcs, by brute force.
void for_each_walk(const std::vector<Arc>& arcs, std::size_t source, std::size_t most,
                   const std::function<void(std::size_t end, const std::vector<std::size_t>& walk)>& visit) {
  std::vector<std::size_t> walk;
  const std::function<void(std::size_t)> extend = [&](std::size_t at) {
    visit(at, walk);
    if (walk.size() == most) return;
    for (std::size_t k = 0; k < arcs.size(); ++k) {
      if (arcs[k].from != at) continue;
      walk.push_back(k);
      extend(arcs[k].to);
      walk.pop_back();
    }
  };
  extend(source);
}

TEST_CASE("Bellman-Ford gives the shortest walks of each number of arcs") {
  const std::uint64_t seed = 1;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 12; ++round) {
    const std::size_t n = 1 + static_cast<std::size_t>(round) % 5;
    const std::vector<Arc> arcs = random_arcs(random, n, 50);
    const NamedNetwork shortest = bellman_ford(n, arcs, 0);
    const RationalVector lengths = random_vector(random, arcs.size(), -3, 9);
    const RationalVector values = shortest.network(lengths);
    REQUIRE(values.size() == shortest.output_names.size());
    for (std::size_t r = 0; r < n; ++r) {
      std::map<std::size_t, Rational> expected;
      for_each_walk(arcs, 0, r, [&](std::size_t end, const std::vector<std::size_t>& walk) {
        Rational length = 0;
        for (const std::size_t k : walk) length += lengths[k];
        const auto [place, is_new] = expected.emplace(end, length);
        if (!is_new) place->second = std::min(place->second, length);
      });
      const std::string prefix = r + 1 == n ? "d[" : "d[" + std::to_string(r) + "][";
      const auto listed =
          std::count_if(shortest.output_names.begin(), shortest.output_names.end(), [&](const auto& name) {
            return name.starts_with(prefix) && (r + 1 < n || name.find("][") == std::string::npos);
          });
      CHECK(static_cast<std::size_t>(listed) == expected.size());
      for (const auto& [v, length] : expected) {
        CHECK(values[shortest.output(prefix + std::to_string(v) + "]")] == length);
      }
    }
  }
}

TEST_CASE("reachability follows the arcs that are there and else gives the widest path") {
  const std::uint64_t seed = 2;
  CAPTURE(seed);
  testing::Random random(seed);
  for (int round = 0; round < 12; ++round) {
    const std::size_t n = 1 + static_cast<std::size_t>(round) % 5;
    const std::vector<Arc> arcs = random_arcs(random, n, 60);
    const NamedNetwork reached = reachability(n, arcs, 0);
    for (int sample = 0; sample < 10; ++sample) {
      const bool zero_one = sample < 6;
      const RationalVector widths = random_vector(random, arcs.size(), zero_one ? 0 : -3, zero_one ? 1 : 3);
      const RationalVector values = reached.network(widths);
      RationalVector expected(n);
      for_each_walk(arcs, 0, n - 1, [&](std::size_t end, const std::vector<std::size_t>& walk) {
        Rational width = 1;
        for (const std::size_t k : walk) width = std::min(width, widths[k]);
        expected[end] = std::max(expected[end], width);
      });
      for (std::size_t v = 0; v < n; ++v) CHECK(values[reached.output("r[" + std::to_string(v) + "]")] == expected[v]);
    }
  }
}

TEST_CASE("the heaviest chain is the heaviest of all chains") {
  const std::uint64_t seed = 3;
  CAPTURE(seed);
  testing::Random random(seed);
  for (const Poset& p : {chain(0), chain(4), antichain(4), boolean_lattice(3), fence(7), crown(3)}) {
    const NamedNetwork heaviest = heaviest_chain(p);
    for (int round = 0; round < 10; ++round) {
      const RationalVector weights = random_vector(random, p.size(), -5, 5);
      const RationalVector values = heaviest.network(weights);
      Rational expected = 0;
      RationalVector at_top(p.size(), Rational(-1000));
      for (std::uint32_t subset = 1; subset < (1U << p.size()); ++subset) {
        Rational weight = 0;
        std::size_t top = p.size();
        bool is_chain = true;
        for (std::size_t i = 0; i < p.size(); ++i) {
          if ((subset >> i & 1U) == 0) continue;
          weight += weights[i];
          if (top == p.size() || p.less(element(top), element(i))) top = i;
          for (std::size_t j = 0; j < i; ++j) {
            if ((subset >> j & 1U) == 0) continue;
            is_chain = is_chain && (p.less(element(i), element(j)) || p.less(element(j), element(i)));
          }
        }
        if (!is_chain) continue;
        expected = std::max(expected, weight);
        at_top[top] = std::max(at_top[top], weight);
      }
      CHECK(values[heaviest.output("chain")] == expected);
      for (std::size_t i = 0; i < p.size(); ++i) CHECK(values[1 + i] == at_top[i]);
    }
  }
}

TEST_CASE("Viterbi's recursion finds the best of all sequences of states") {
  const std::uint64_t seed = 4;
  CAPTURE(seed);
  testing::Random random(seed);
  const std::size_t states = 3;
  const std::size_t times = 4;
  for (int round = 0; round < 20; ++round) {
    const auto logarithm = [&] {
      return random.between(0, 3) == 0 ? Tropical::zero() : Tropical(random.between(-6, 0));
    };
    std::vector<Tropical> initial = {0, logarithm(), logarithm()};
    std::vector<std::vector<Tropical>> transition(states);
    for (std::size_t i = 0; i < states; ++i) transition[i] = {logarithm(), 0, logarithm()};
    const NamedNetwork best = viterbi(initial, transition, times);
    const RationalVector scores = random_vector(random, states * times, -5, 5);
    Tropical expected;
    for (std::size_t code = 0; code < 81; ++code) {
      Tropical score = Tropical::one();
      std::size_t state = 0;
      for (std::size_t t = 0, rest = code; t < times; ++t, rest /= states) {
        const std::size_t next = rest % states;
        score = otimes(score, otimes(t == 0 ? initial[next] : transition[state][next], scores[t * states + next]));
        state = next;
      }
      expected = oplus(expected, score);
    }
    CHECK(Tropical(best.network(scores)[best.output("best")]) == expected);
  }
  CHECK_THROWS_AS(viterbi(std::vector<Tropical>{Tropical::zero()}, std::vector<std::vector<Tropical>>{{0}}, 2), Error);
  CHECK_THROWS_AS(viterbi(std::vector<Tropical>{0, 0}, std::vector<std::vector<Tropical>>{{0, 0}}, 2), Error);
}

TEST_CASE("the spanning-tree network weighs the minimum spanning tree") {
  const std::uint64_t seed = 5;
  CAPTURE(seed);
  testing::Random random(seed);
  for (std::size_t n = 1; n <= 7; ++n) {
    const NamedNetwork tree = minimum_spanning_tree(n);
    for (int round = 0; round < 20; ++round) {
      const RationalVector weights = random_vector(random, n * (n - 1) / 2, -9, 9);
      // Kruskal
      std::vector<Arc> edges;
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) edges.push_back({i, j});
      }
      std::vector<std::size_t> order(edges.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::sort(order.begin(), order.end(), [&](auto a, auto b) { return weights[a] < weights[b]; });
      std::vector<std::size_t> component(n);
      std::iota(component.begin(), component.end(), std::size_t{0});
      Rational expected = 0;
      for (const std::size_t k : order) {
        const std::size_t from = component[edges[k].from];
        const std::size_t to = component[edges[k].to];
        if (from == to) continue;
        expected += weights[k];
        std::replace(component.begin(), component.end(), from, to);
      }
      CHECK(tree.network(weights)[0] == expected);
    }
  }
}

TEST_CASE("recursions refuse what is no graph") {
  const std::vector<Arc> arcs = {{0, 3}};
  CHECK_THROWS_AS(bellman_ford(3, arcs, 0), Error);
  CHECK_THROWS_AS(reachability(3, {}, 3), Error);
  CHECK_THROWS_AS(minimum_spanning_tree(0), Error);
  CHECK_THROWS_AS(minimum_spanning_tree(100000), Error);
  CHECK_THROWS_AS(bellman_ford(3, {}, 0).output("nothing"), Error);
}

}  // namespace
}  // namespace tropiary
