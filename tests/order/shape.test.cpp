#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <functional>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// The lengths of all maximal chains.
std::vector<std::size_t> maximal_chains(const Poset& p) {
  std::vector<std::size_t> lengths;
  std::vector<std::pair<Element, std::size_t>> stack;
  for (Element x : p.minimal_elements()) stack.emplace_back(x, 1);
  while (!stack.empty()) {
    const auto [x, length] = stack.back();
    stack.pop_back();
    if (p.upper_covers(x).empty()) lengths.push_back(length);
    for (Element y : p.upper_covers(x)) stack.emplace_back(y, length + 1);
  }
  return lengths;
}

/// Every two elements have a greatest lower and a least upper bound.
bool brute_is_lattice(const SmallOrder& order) {
  const std::size_t n = order.size();
  const auto below_or_equal = [&](std::size_t x, std::size_t y) { return x == y || order.less(x, y); };
  for (std::size_t x = 0; x < n; ++x) {
    for (std::size_t y = 0; y < n; ++y) {
      bool meet = false;
      bool join = false;
      for (std::size_t m = 0; m < n; ++m) {
        bool greatest = below_or_equal(m, x) && below_or_equal(m, y);
        bool least = below_or_equal(x, m) && below_or_equal(y, m);
        for (std::size_t z = 0; z < n; ++z) {
          if (below_or_equal(z, x) && below_or_equal(z, y)) greatest = greatest && below_or_equal(z, m);
          if (below_or_equal(x, z) && below_or_equal(y, z)) least = least && below_or_equal(m, z);
        }
        meet = meet || greatest;
        join = join || least;
      }
      if (!meet || !join) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("height and gradedness are those of the maximal chains") {
  std::vector<Poset> posets = all_labelled_posets(4);
  for (Poset& p : all_unlabelled_posets(6)) posets.push_back(std::move(p));
  for (const Poset& p : posets) {
    const std::vector<std::size_t> lengths = maximal_chains(p);
    REQUIRE(height(p) == *std::max_element(lengths.begin(), lengths.end()));
    REQUIRE(is_graded(p) ==
            std::all_of(lengths.begin(), lengths.end(), [&](std::size_t l) { return l == lengths[0]; }));
  }
  CHECK(height(Poset()) == 0);
  CHECK(is_graded(Poset()));
  CHECK(is_graded(boolean_lattice(7)));
  CHECK_FALSE(is_graded(disjoint_union(chain(2), chain(1))));
  CHECK(height(chain(100'000)) == 100'000);
}

TEST_CASE("connected posets on n points are counted by A000608") {
  const std::size_t expected[] = {0, 1, 1, 3, 10, 44, 238};
  for (std::size_t n = 1; n <= 6; ++n) {
    const std::vector<Poset> posets = all_unlabelled_posets(n);
    CHECK(static_cast<std::size_t>(std::count_if(posets.begin(), posets.end(), [](const Poset& p) {
            return count_connected_components(p) == 1;
          })) == expected[n]);
  }
  CHECK(count_connected_components(Poset()) == 0);
  CHECK(count_connected_components(antichain(50'000)) == 50'000);
}

TEST_CASE("lattices are the posets with all meets and joins and are counted by A006966") {
  const std::size_t expected[] = {1, 1, 1, 1, 2, 5, 15};
  for (std::size_t n = 0; n <= 6; ++n) {
    std::size_t count = 0;
    for (const SmallOrder& order : all_unlabelled_orders(n)) {
      const bool lattice = is_lattice(to_poset(order));
      REQUIRE(lattice == brute_is_lattice(order));
      count += lattice ? 1U : 0U;
    }
    CHECK(count == expected[n]);
  }
  for (const SmallOrder& order : all_labelled_orders(4))
    REQUIRE(is_lattice(to_poset(order)) == brute_is_lattice(order));
}

TEST_CASE("Boolean lattices and divisor lattices and grids are lattices until a point is taken out") {
  CHECK(is_lattice(divisor_lattice(5040)));
  CHECK(is_lattice(grid(std::array<std::size_t, 3>{5, 6, 7})));
  CHECK(is_lattice(chain(100'000)));
  CHECK(is_lattice(ordinal_sum(ordinal_sum(chain(1), antichain(2000)), chain(1))));
  CHECK_FALSE(is_lattice(ordinal_sum(ordinal_sum(ordinal_sum(chain(1), antichain(2)), antichain(2)), chain(1))));
  const Poset cube = boolean_lattice(8);
  REQUIRE(is_lattice(cube));
  std::vector<Element> kept;
  for (std::size_t i = 0; i < 256; ++i) {
    if (i != 0b11) kept.push_back(element(i));
  }
  CHECK_FALSE(is_lattice(induced_subposet(cube, kept)));  // {1} and {2} have two minimal upper bounds and more
}

TEST_CASE("a big bounded poset that cannot be tested for meets is refused") {
  try {
    (void)is_lattice(ordinal_sum(ordinal_sum(chain(1), antichain(9000)), chain(1)));
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == Errc::too_large);
  }
}
