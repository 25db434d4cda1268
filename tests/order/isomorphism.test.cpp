#include "tropiary/order/isomorphism.hpp"

#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

bool is_isomorphism(const Poset& a, const Poset& b, const std::vector<Element>& image) {
  ElementSet hit(b.size());
  for (const Element y : image) hit.insert(y);
  if (image.size() != a.size() || hit.count() != b.size()) return false;
  for (std::size_t x = 0; x < a.size(); ++x) {
    for (std::size_t y = 0; y < a.size(); ++y) {
      if (a.less(element(x), element(y)) != b.less(image[x], image[y])) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a renumbered poset is found isomorphic with a map that keeps the order") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::size_t n = 1 + random.below(24);
    const Poset p = seed % 2 == 0 ? random_poset(n, 0.15, seed) : random_composed_poset(n, seed);
    std::vector<Element> renumbering;
    for (const std::size_t place : random.permutation(n)) renumbering.push_back(element(place));
    const Poset q = relabelled(p, renumbering);
    const auto image = find_isomorphism(p, q);
    REQUIRE(image);
    CHECK(is_isomorphism(p, q, *image));
  }
}

TEST_CASE("distinct isomorphism types have no isomorphism") {
  const std::vector<Poset> posets = all_unlabelled_posets(5);
  for (std::size_t i = 0; i < posets.size(); ++i) {
    for (std::size_t j = 0; j < posets.size(); ++j) {
      const auto image = find_isomorphism(posets[i], posets[j]);
      if (image.has_value() != (i == j)) CHECK(image.has_value() == (i == j));
    }
  }
  CHECK(find_isomorphism(Poset(), Poset()) == std::vector<Element>{});
  CHECK_FALSE(find_isomorphism(chain(3), chain(4)));
  CHECK_FALSE(find_isomorphism(disjoint_union(crown(3), crown(3)), crown(6)));
}
