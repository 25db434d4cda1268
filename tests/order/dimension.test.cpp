#include <algorithm>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// The sets of pairs (x, y), one bit each, of all linear extensions of an order on at most 7 points.
std::vector<std::uint64_t> linear_orders(const SmallOrder& order) {
  std::vector<std::size_t> line(order.size());
  for (std::size_t i = 0; i < line.size(); ++i) line[i] = i;
  std::vector<std::uint64_t> result;
  do {
    std::uint64_t pairs = 0;
    bool respects = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
      for (std::size_t j = i + 1; j < line.size(); ++j) {
        pairs |= std::uint64_t{1} << (8 * line[i] + line[j]);
        respects = respects && !order.less(line[j], line[i]);
      }
    }
    if (respects) result.push_back(pairs);
  } while (std::next_permutation(line.begin(), line.end()));
  return result;
}

/// The least number of linear extensions that meet in the order, by trying all sets of one, two or three.
std::size_t brute_dimension(const SmallOrder& order) {
  std::uint64_t target = 0;
  for (std::size_t x = 0; x < order.size(); ++x) {
    for (std::size_t y = 0; y < order.size(); ++y) {
      if (order.less(x, y)) target |= std::uint64_t{1} << (8 * x + y);
    }
  }
  const std::vector<std::uint64_t> lines = linear_orders(order);
  for (std::uint64_t a : lines) {
    if (a == target) return 1;
  }
  for (std::uint64_t a : lines) {
    for (std::uint64_t b : lines) {
      if ((a & b) == target) return 2;
    }
  }
  for (std::uint64_t a : lines) {
    for (std::uint64_t b : lines) {
      for (std::uint64_t c : lines) {
        if ((a & b & c) == target) return 3;
      }
    }
  }
  return 4;
}

/// The dimension, and a realiser of so many linear extensions.
void check_dimension(const Poset& p, std::size_t expected) {
  REQUIRE(dimension(p) == expected);
  const auto lines = realiser(p);
  REQUIRE(lines.size() == expected);
  REQUIRE(is_realiser(p, lines));
}

}  // namespace

TEST_CASE("dimensions of all posets on at most six points are those by definition") {
  for (std::size_t n = 1; n <= 6; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) check_dimension(to_poset(order), brute_dimension(order));
  }
  CHECK(dimension(Poset()) == 0);
}

TEST_CASE("standard examples and Boolean lattices and crowns have their known dimensions") {
  for (std::size_t n = 3; n <= 9; ++n) check_dimension(standard_example(n), n);
  for (std::size_t n = 2; n <= 6; ++n) check_dimension(boolean_lattice(n), n);
  for (std::size_t n = 3; n <= 12; ++n) check_dimension(crown(n), 3);
  for (std::size_t n = 2; n <= 30; ++n) check_dimension(fence(n), n == 2 ? 1U : 2U);
  check_dimension(divisor_lattice(2310), 5);
  CHECK(dimension(chain(100'000)) == 1);
  CHECK(dimension(antichain(100'000)) == 2);
  CHECK(realiser(chain(100'000)).size() == 1);
  CHECK(realiser(Poset()).empty());
}

TEST_CASE("intersections of two permutations have dimension at most two and of three at most three") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    for (std::size_t d : {std::size_t{2}, std::size_t{3}}) {
      const std::size_t n = d == 2 ? 60 : 12;
      std::vector<std::vector<std::size_t>> ranks;
      for (std::size_t i = 0; i < d; ++i) ranks.push_back(random.permutation(n));
      std::vector<Relation> relations;
      for (std::size_t x = 0; x < n; ++x) {
        for (std::size_t y = 0; y < n; ++y) {
          if (x != y && std::all_of(ranks.begin(), ranks.end(), [&](const auto& rank) { return rank[x] < rank[y]; })) {
            relations.push_back({element(x), element(y)});
          }
        }
      }
      const Poset p = Poset::from_relations(n, relations);
      const std::size_t found = dimension(p);
      REQUIRE(found <= d);
      check_dimension(p, found);
    }
  }
}

TEST_CASE("dimension obeys duality and monotony and the law of compositions") {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    CAPTURE(seed);
    const Poset p = random_poset(11, 0.25, seed);
    const std::size_t d = dimension(p);
    REQUIRE(dimension(dual(p)) == d);
    REQUIRE(d <= std::max<std::size_t>(width(p), 1));
    std::vector<Element> rest;
    for (std::size_t i = 0; i + 1 < p.size(); ++i) rest.push_back(element(i));
    const std::size_t smaller = dimension(induced_subposet(p, rest));
    REQUIRE(smaller <= d);
    REQUIRE(d <= smaller + 1);
    const std::vector<Poset> blocks{p, chain(2), standard_example(3), antichain(2)};
    check_dimension(lexicographic_sum(paper_poset(12), blocks), std::max<std::size_t>(d, 3));
    check_dimension(p, d);
  }
}

TEST_CASE("a search beyond its effort is refused with the effort and the bounds") {
  CHECK_ERROR(dimension(standard_example(8), 5), Errc::too_large, "effort of 5 search nodes");
  CHECK_ERROR(dimension(standard_example(8), 5), Errc::too_large, "dimension at least 4 and at most 8");
  CHECK_ERROR(realiser(standard_example(8), 5), Errc::too_large, "16 points with 8 critical pairs");
}

TEST_CASE("fewer or other linear extensions are no realiser") {
  const Poset p = standard_example(4);
  auto lines = realiser(p);
  REQUIRE(is_realiser(p, lines));
  for (std::size_t i = 0; i < 4; ++i) {
    auto fewer = lines;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(is_realiser(p, fewer));
  }
  std::swap(lines[0].front(), lines[0].back());
  CHECK_FALSE(is_realiser(p, lines));
  CHECK_FALSE(is_realiser(p, {}));
  CHECK(is_realiser(Poset(), {}));
}
