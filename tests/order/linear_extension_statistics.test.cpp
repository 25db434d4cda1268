#include "tropiary/order/linear_extension_statistics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

std::size_t jumps_of(const Poset& p, std::span<const Element> arrangement) {
  std::size_t jumps = 0;
  for (std::size_t i = 0; i + 1 < arrangement.size(); ++i) {
    if (!p.less(arrangement[i], arrangement[i + 1])) ++jumps;
  }
  return jumps;
}

std::size_t brute_jump_number(const Poset& p) {
  std::size_t least = p.size();
  for (const auto& arrangement : linear_extensions(p)) least = std::min(least, jumps_of(p, arrangement));
  return least;
}

void check_jump_number(const Poset& p, std::size_t expected) {
  const JumpNumber found = jump_number(p);
  CAPTURE(p.size(), found.jumps);
  if (found.jumps != expected) CHECK(found.jumps == expected);
  if (!is_linear_extension(p, found.linear_extension)) CHECK(is_linear_extension(p, found.linear_extension));
  if (jumps_of(p, found.linear_extension) != found.jumps) CHECK(jumps_of(p, found.linear_extension) == found.jumps);
}

}  // namespace

TEST_CASE("the jump number is the least number of jumps of a linear extension") {
  CHECK(jump_number(Poset()).jumps == 0);
  for (std::size_t n = 1; n <= 6; ++n) {
    for (const Poset& p : all_unlabelled_posets(n)) check_jump_number(p, brute_jump_number(p));
  }
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const Poset p = seed % 2 == 0 ? random_poset(9, 0.15 + 0.004 * static_cast<double>(seed), seed)
                                  : random_composed_poset(9, seed, 0.6);
    check_jump_number(p, brute_jump_number(p));
  }
}

TEST_CASE("jump numbers of chains and antichains and crowns and standard examples") {
  for (std::size_t n = 2; n <= 9; ++n) {
    check_jump_number(chain(n), 0);
    check_jump_number(antichain(n), n - 1);
    check_jump_number(fence(n), (n - 1) / 2);
    check_jump_number(product(chain(2), chain(n)), 1);  // its width less one
    if (n >= 3) check_jump_number(crown(n), n);         // a cycle: its width n, and one more
  }
  // Without long alternating cycles the jump number is the width less one; never less.
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Poset p = random_poset(25, 0.2, seed);
    CHECK(jump_number(p).jumps + 1 >= width(p));
    CHECK(jump_number(dual(p)).jumps == jump_number(p).jumps);
  }
  CHECK_ERROR(jump_number(product(chain(6), product(chain(6), chain(6))), 1000), Errc::too_large, "1000");
}

TEST_CASE("precedence probabilities and average heights are those of the list of linear extensions") {
  std::vector<Poset> posets = all_unlabelled_posets(5);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) posets.push_back(random_poset(8, 0.25, seed));
  for (const Poset& p : posets) {
    const std::size_t n = p.size();
    std::vector<std::vector<std::int64_t>> before(n, std::vector<std::int64_t>(n));
    std::vector<std::int64_t> places(n);
    std::int64_t count = 0;
    for (const auto& arrangement : linear_extensions(p)) {
      ++count;
      for (std::size_t i = 0; i < n; ++i) {
        places[index(arrangement[i])] += static_cast<std::int64_t>(i + 1);
        for (std::size_t j = i + 1; j < n; ++j) ++before[index(arrangement[i])][index(arrangement[j])];
      }
    }
    const auto probabilities = precedence_probabilities(p);
    const auto heights = average_heights(p);
    for (std::size_t x = 0; x < n; ++x) {
      REQUIRE(heights[x] == Rational(places[x], count));
      for (std::size_t y = 0; y < n; ++y) REQUIRE(probabilities[x][y] == Rational(before[x][y], count));
    }
  }
}

TEST_CASE("precedence probabilities are exact when the linear extensions number more than a machine word") {
  const Poset p = disjoint_union(chain(20), disjoint_union(chain(20), chain(20)));
  const auto probabilities = precedence_probabilities(p);
  CHECK(probabilities[0][20] == Rational("1/2"));
  CHECK(probabilities[19][59] == Rational("1/2"));
  // Unless the other chain takes the first two places among both.
  CHECK(probabilities[0][21] == Rational(1) - Rational(binomial(38, 20), binomial(40, 20)));
  CHECK(probabilities[0][1] == Rational(1));
}

TEST_CASE("every poset on at most seven points that is no chain has a pair balanced between one third and two thirds") {
  for (std::size_t n = 0; n <= 7; ++n) {
    std::size_t thirds = 0;
    for (const Poset& p : all_unlabelled_posets(n)) {
      const auto balance = balance_constant(p);
      if (height(p) == n) {
        CHECK_FALSE(balance);
        continue;
      }
      REQUIRE(balance);
      REQUIRE(balance->value >= Rational(1, 3));
      REQUIRE(balance->value <= Rational(1, 2));
      REQUIRE_FALSE(p.comparable(balance->x, balance->y));
      const auto probabilities = precedence_probabilities(p);
      REQUIRE(balance->value == std::min(probabilities[index(balance->x)][index(balance->y)],
                                         probabilities[index(balance->y)][index(balance->x)]));
      if (balance->value == Rational(1, 3)) ++thirds;
    }
    // Equality: ordinal sums of points and of 2 + 1, as far as is known. With k summands 2 + 1 and n − 3k points in a
    // row of n − 2k, there are C(n − 2k, k) of them.
    Integer expected = 0;
    for (std::size_t k = 1; 3 * k <= n; ++k) expected += binomial(n - 2 * k, k);
    CHECK(Integer(thirds) == expected);
  }
}

TEST_CASE("balance constants of large posets") {
  // Two chains: by symmetry some pair is even when the lengths are equal and odd.
  CHECK(balance_constant(disjoint_union(chain(2), chain(1)))->value == Rational(1, 3));
  CHECK(balance_constant(antichain(12))->value == Rational(1, 2));
  CHECK(balance_constant(boolean_lattice(4))->value == Rational(1, 2));
  CHECK_ERROR(balance_constant(antichain(65)), Errc::too_large, "65");
  CHECK_ERROR(balance_constant(antichain(12), 1000), Errc::too_large, "1000");
}
