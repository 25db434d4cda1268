#include "tropiary/order/element.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "support/posets.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

std::set<std::size_t> elements_of(const ElementSet& set) {
  std::set<std::size_t> result;
  std::size_t previous = 0;
  for (Element e : set) {
    REQUIRE((result.empty() || index(e) > previous));
    previous = index(e);
    result.insert(index(e));
  }
  return result;
}

}  // namespace

TEST_CASE("sets of elements obey the set operations of std::set") {
  for (std::size_t n : {std::size_t{1}, std::size_t{5}, std::size_t{63}, std::size_t{64}, std::size_t{65},
                        std::size_t{128}, std::size_t{200}}) {
    Random random(n);
    for (int trial = 0; trial < 50; ++trial) {
      CAPTURE(n, trial);
      ElementSet a(n);
      ElementSet b(n);
      std::set<std::size_t> x;
      std::set<std::size_t> y;
      for (std::size_t i = 0; i < n; ++i) {
        if (random.chance(0.4)) a.insert(element(i)), x.insert(i);
        if (random.chance(trial % 3 == 0 ? 0.02 : 0.6)) b.insert(element(i)), y.insert(i);
      }
      std::set<std::size_t> both;
      std::set<std::size_t> either = x;
      std::set<std::size_t> only_a;
      std::set<std::size_t> outside;
      either.insert(y.begin(), y.end());
      for (std::size_t i = 0; i < n; ++i) {
        if (x.contains(i) && y.contains(i)) both.insert(i);
        if (x.contains(i) && !y.contains(i)) only_a.insert(i);
        if (!x.contains(i)) outside.insert(i);
        REQUIRE(a.contains(element(i)) == x.contains(i));
      }
      REQUIRE(elements_of(a) == x);
      REQUIRE(elements_of(a | b) == either);
      REQUIRE(elements_of(a & b) == both);
      REQUIRE(elements_of(a - b) == only_a);
      REQUIRE(elements_of(a.complement()) == outside);
      REQUIRE(a.count() == x.size());
      REQUIRE(a.empty() == x.empty());
      REQUIRE(a.intersects(b) == !both.empty());
      REQUIRE(a.is_subset_of(b) == only_a.empty());
      REQUIRE((a & b).is_subset_of(b));
      REQUIRE((a == b) == (x == y));
      REQUIRE(std::hash<ElementSet>()(a) == std::hash<ElementSet>()((a & b) | (a - b)));
      a.erase(element(n - 1));
      REQUIRE_FALSE(a.contains(element(n - 1)));
    }
    REQUIRE(ElementSet::full(n).count() == n);
    REQUIRE(ElementSet(n).complement() == ElementSet::full(n));
    REQUIRE(ElementSet(n).empty());
  }
  CHECK(ElementSet::full(0).empty());
  CHECK(ElementSet(0).begin() == std::default_sentinel);
}

TEST_CASE("bit i of a word says whether element i is in the set") {
  CHECK(elements_of(ElementSet::from_word(6, 0b101001)) == std::set<std::size_t>{0, 3, 5});
  CHECK(ElementSet::from_word(64, ~std::uint64_t{0}) == ElementSet::full(64));
}
