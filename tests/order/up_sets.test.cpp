#include "tropiary/order/up_sets.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

std::vector<Poset> some_posets() {
  std::vector<Poset> posets = all_labelled_posets(4);
  posets.push_back(Poset());
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    posets.push_back(random_poset(5 + seed % 8, 0.02 * static_cast<double>(seed), seed));
    posets.push_back(random_composed_poset(5 + seed % 8, seed));
  }
  return posets;
}

}  // namespace

TEST_CASE("the range of up-sets lists each closed subset once in ascending binary order over the linear extension") {
  for (const Poset& p : some_posets()) {
    std::vector<std::uint32_t> listed;
    std::uint64_t previous = 0;
    bool first = true;
    for (const ElementSet& set : up_sets(p)) {
      listed.push_back(to_mask(set));
      std::uint64_t number = 0;  // the first element of the extension is the highest digit
      for (Element x : p.linear_extension()) number = 2 * number + (set.contains(x) ? 1U : 0U);
      REQUIRE((first || number > previous));
      first = false;
      previous = number;
    }
    std::sort(listed.begin(), listed.end());
    REQUIRE(listed == brute_up_sets(p));
    REQUIRE(count_up_sets(p) == Integer(listed.size()));
  }
}

TEST_CASE("the visitor sees each up-set once as a word and as a set") {
  std::vector<Poset> posets = some_posets();
  for (std::uint64_t seed = 1; seed <= 20; ++seed) posets.push_back(random_poset(17 + seed % 5, 0.3, seed));
  posets.push_back(product(chain(6), chain(6)));
  posets.push_back(disjoint_union(chain(40), ordinal_sum(fence(9), chain(15))));  // all 64 bits
  for (const Poset& p : posets) {
    std::vector<std::uint64_t> expected;
    CHECK(for_each_up_set(p, [&](const ElementSet& set) { expected.push_back(set.words()[0]); }));
    std::vector<std::uint64_t> seen;
    CHECK(for_each_up_set(p, [&](std::uint64_t set) { seen.push_back(set); }));
    std::sort(expected.begin(), expected.end());
    std::sort(seen.begin(), seen.end());
    REQUIRE(seen == expected);
    REQUIRE(Integer(seen.size()) == count_up_sets(p));
  }
  std::size_t left = 1000;
  CHECK_FALSE(for_each_up_set(antichain(64), [&](std::uint64_t) { return --left > 0; }));
  CHECK(left == 0);
  CHECK_ERROR(for_each_up_set(antichain(65), [](std::uint64_t) {}), Errc::too_large, "65 points");
}

TEST_CASE("up-sets of more than 64 points are listed as well") {
  const Poset p = ordinal_sum(ordinal_sum(antichain(3), chain(100)), fence(5));
  std::size_t count = 0;
  std::set<std::vector<std::uint64_t>> different;
  for (const ElementSet& set : up_sets(p)) {
    ++count;
    REQUIRE(is_up_set(p, set));
    different.insert({set.words().begin(), set.words().end()});
  }
  CHECK(count == 7 + 100 + 12 + 1);  // non-empty antichains of the three summands, and the empty one
  CHECK(different.size() == count);
  CHECK(count_up_sets(p) == Integer(count));
}

TEST_CASE("the first up-sets of a poset with more than can be listed come at once") {
  const Poset p = antichain(200);
  std::size_t count = 0;
  for (const ElementSet& set : up_sets(p)) {
    REQUIRE(set.universe_size() == 200);
    if (++count == 1000) break;
  }
  CHECK(count == 1000);
  CHECK(count_up_sets(p) == pow(Integer(2), 200));
}

TEST_CASE("closures and extreme elements of a set are those of the definition") {
  for (const Poset& p : some_posets()) {
    if (p.size() == 0 || p.size() > 8) continue;
    const SmallOrder order = to_small_order(p);
    for (std::uint32_t mask = 0; mask < (1U << p.size()); ++mask) {
      const ElementSet set = ElementSet::from_word(p.size(), mask);
      std::uint32_t up = mask;
      std::uint32_t down = mask;
      std::uint32_t least = 0;
      std::uint32_t top = 0;
      for (std::size_t x = 0; x < p.size(); ++x) {
        std::uint32_t below = 0;
        for (std::size_t y = 0; y < p.size(); ++y) below |= order.less(y, x) ? 1U << y : 0U;
        if ((below & mask) != 0) up |= 1U << x;
        if ((order.above[x] & mask) != 0) down |= 1U << x;
        if (((mask >> x) & 1U) != 0 && (below & mask) == 0) least |= 1U << x;
        if (((mask >> x) & 1U) != 0 && (order.above[x] & mask) == 0) top |= 1U << x;
      }
      REQUIRE(to_mask(up_closure(p, set)) == up);
      REQUIRE(to_mask(down_closure(p, set)) == down);
      REQUIRE(to_mask(minimal_elements(p, set)) == least);
      REQUIRE(to_mask(maximal_elements(p, set)) == top);
      REQUIRE(is_up_set(p, set) == (up == mask));
    }
  }
}

TEST_CASE("Boolean lattices have Dedekind's numbers of up-sets") {
  const std::int64_t dedekind[] = {2, 3, 6, 20, 168, 7581, 7828354};  // A000372
  for (std::size_t n = 0; n <= 6; ++n) CHECK(count_up_sets(boolean_lattice(n)) == dedekind[n]);
}

TEST_CASE("fences have Fibonacci numbers of up-sets and antichains powers of two") {
  Integer previous = 1;
  Integer current = 2;
  for (std::size_t n = 1; n <= 80; ++n) {
    REQUIRE(count_up_sets(fence(n)) == current);
    previous += current;
    std::swap(previous, current);
  }
  CHECK(count_up_sets(antichain(5000)) == pow(Integer(2), 5000));
  CHECK(count_up_sets(chain(100'000)) == 100'001);
}

TEST_CASE("the sum of the numbers of up-sets over all posets on n points is that of the table") {
  const std::int64_t expected[] = {1, 2, 7, 28, 135, 766, 5439};
  for (std::size_t n = 0; n <= 6; ++n) {
    Integer sum;
    for (const Poset& p : all_unlabelled_posets(n)) sum += count_up_sets(p);
    CHECK(sum == expected[n]);
  }
}

TEST_CASE("up-sets of a dual poset are as many and of a product of chains binomial") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Poset p = random_composed_poset(300, seed);
    CAPTURE(seed);
    REQUIRE(count_up_sets(p) == count_up_sets(dual(p)));
  }
  for (std::size_t k = 1; k <= 8; ++k) {
    const std::size_t lengths[] = {k, 8};
    CHECK(count_up_sets(grid(lengths)) == binomial(8 + k, k));
  }
}
