#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "support/permutation_groups.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// Points are added one by one, each covering or covered by an earlier one: the Hasse diagram is a tree.
Poset random_oriented_tree(std::size_t n, Random& random, std::size_t reach) {
  std::vector<Relation> covers;
  for (std::size_t x = 1; x < n; ++x) {
    const std::size_t y = x - 1 - random.below(std::min(x, reach));
    covers.push_back(random.chance(0.5) ? Relation{element(x), element(y)} : Relation{element(y), element(x)});
  }
  return Poset::from_relations(n, covers);
}

/// The automorphisms of a tree by its words: the word of the tree rooted at x, and how many automorphisms fix x.
class RootedWords {
 public:
  explicit RootedWords(const Poset& p) : p_(p) {}

  std::pair<std::string, Integer> at(std::size_t x, std::size_t parent) const {
    std::vector<std::string> words;
    Integer fixing = 1;
    for (const bool upwards : {false, true}) {
      for (const Element y : upwards ? p_.upper_covers(element(x)) : p_.lower_covers(element(x))) {
        if (index(y) == parent) continue;
        const auto [word, automorphisms] = at(index(y), x);
        words.push_back((upwards ? "u" : "d") + word);
        fixing *= automorphisms;
      }
    }
    std::sort(words.begin(), words.end());
    std::string word = "(";
    std::uint64_t equal = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      equal = i > 0 && words[i] == words[i - 1] ? equal + 1 : 1;
      fixing *= equal;
      word += words[i];
    }
    return {word + ")", fixing};
  }

  /// The points whose rooted words equal that of 0 are its orbit.
  [[nodiscard]] Integer automorphisms() const {
    const auto [word, fixing] = at(0, p_.size());
    std::uint64_t orbit = 0;
    for (std::size_t x = 0; x < p_.size(); ++x) orbit += at(x, p_.size()).first == word ? 1U : 0U;
    return fixing * orbit;
  }

 private:
  const Poset& p_;
};

Poset renumbered(const Poset& p, Random& random) {
  std::vector<Element> image;
  for (const std::size_t place : random.permutation(p.size())) image.push_back(element(place));
  return relabelled(p, image);
}

void check_automorphisms(const Poset& p, const Integer& order) {
  const AutomorphismGroup group = automorphism_group(p);
  CHECK(group.order == order);
  for (const Images& image : group.generators) REQUIRE(relabelled(p, image) == p);
  CHECK(StabiliserChain(p.size(), group.generators).order() == order);
}

}  // namespace

TEST_CASE("oriented trees have the automorphisms that their rooted words count") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Poset p = random_oriented_tree(40 + random.below(60), random, seed % 3 == 0 ? 4 : 100);
    CAPTURE(p.size());
    check_automorphisms(p, RootedWords(p).automorphisms());
    const Poset q = renumbered(p, random);
    CHECK(canonical_form(p) == canonical_form(q));
    CHECK(find_isomorphism(p, q));
  }
}

TEST_CASE("a tree of two equal halves has twice the square of the automorphisms of one") {
  // Fences of odd length joined at their middles by a fence: the centre of the tree is a point.
  std::vector<Relation> covers;
  const auto join = [&](std::size_t low, std::size_t high) { covers.push_back({element(low), element(high)}); };
  for (std::size_t half = 0; half < 2; ++half) {
    const std::size_t base = 40 * half;
    for (std::size_t arm = 0; arm < 3; ++arm) {
      for (std::size_t i = 0; i < 13; ++i) {
        const std::size_t x = base + 1 + 13 * arm + i;
        const std::size_t y = i == 0 ? base : x - 1;
        i % 2 == 0 ? join(y, x) : join(x, y);
      }
    }
  }
  join(0, 80);
  join(40, 80);
  check_automorphisms(Poset::from_relations(81, covers), 72);
}

TEST_CASE("trees on a crown are permuted as the crown and among themselves") {
  for (const std::size_t n : {8U, 12U}) {
    // On each lower point of the crown two chains downwards of two points, on each upper point one of three upwards.
    std::vector<Relation> covers = crown(n).covers();
    std::size_t size = 2 * n;
    for (std::size_t i = 0; i < n; ++i) {
      for (int chain = 0; chain < 2; ++chain) {
        covers.push_back({element(size), element(i)});
        covers.push_back({element(size + 1), element(size)});
        size += 2;
      }
      covers.push_back({element(n + i), element(size)});
      covers.push_back({element(size), element(size + 1)});
      covers.push_back({element(size + 1), element(size + 2)});
      size += 3;
    }
    const Poset p = Poset::from_relations(size, covers);
    check_automorphisms(p, Integer(2 * n) * pow(Integer(2), n));
    CHECK(automorphism_group(p).orbits.size() == 7);
    Random random(n);
    CHECK(canonical_form(renumbered(p, random)) == canonical_form(p));
  }
}

TEST_CASE("posets beyond the limit of the bit matrix have canonical forms and groups") {
  Random random(1);
  const std::size_t n = 10'000;
  for (const Poset& p : {fence(n + 1), crown(n / 2), random_oriented_tree(n, random, n)}) {
    CAPTURE(p.count_covers());
    const Poset q = renumbered(p, random);
    const auto image = find_isomorphism(p, q);
    REQUIRE(image);
    CHECK(relabelled(p, *image) == q);
  }
  CHECK(automorphism_group_order(fence(n + 1)) == 2);
  CHECK(automorphism_group_order(crown(n / 2)) == n);
  CHECK(automorphism_group_order(disjoint_union(crown(n / 2), crown(n / 2))) == Integer(n) * n * 2);
  CHECK(automorphism_group(crown(n / 2)).orbits.size() == 2);
  CHECK_FALSE(find_isomorphism(disjoint_union(crown(n / 2), crown(n / 2)), crown(n)));
}
