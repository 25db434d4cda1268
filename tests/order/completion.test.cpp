#include "tropiary/order/completion.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/families.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/names.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

/// All cuts as bit masks by the definition: A = lower bounds of the upper bounds of A, over all 2ⁿ sets.
std::set<std::uint32_t> brute_cuts(const Poset& p) {
  const SmallOrder order = to_small_order(p);
  const std::size_t n = p.size();
  const auto bounds = [&](std::uint32_t set, bool upper) {
    std::uint32_t result = 0;
    for (std::size_t x = 0; x < n; ++x) {
      bool bounding = true;
      for (std::size_t y = 0; y < n; ++y) {
        if (((set >> y) & 1U) == 0 || x == y) continue;
        bounding = bounding && (upper ? order.less(y, x) : order.less(x, y));
      }
      if (bounding) result |= 1U << x;
    }
    return result;
  };
  std::set<std::uint32_t> cuts;
  for (std::uint32_t set = 0; set < (1U << n); ++set) cuts.insert(bounds(bounds(set, true), false));
  return cuts;
}

void check_completion(const Poset& p) {
  const Completion completion = dedekind_macneille_completion(p);
  const std::set<std::uint32_t> cuts = brute_cuts(p);
  REQUIRE(completion.lattice.size() == cuts.size());
  REQUIRE(is_lattice(completion.lattice));
  REQUIRE(completion.embedding.size() == p.size());
  // The order of the cuts by inclusion, each cut found again as the points whose images are below.
  std::set<std::uint32_t> found;
  std::vector<std::uint32_t> cut_of;
  for (std::size_t k = 0; k < completion.lattice.size(); ++k) {
    std::uint32_t cut = 0;
    for (std::size_t x = 0; x < p.size(); ++x) {
      if (completion.lattice.less_equal(completion.embedding[x], element(k))) cut |= 1U << x;
    }
    found.insert(cut);
    cut_of.push_back(cut);
  }
  REQUIRE(found == cuts);
  for (std::size_t i = 0; i < cut_of.size(); ++i) {
    for (std::size_t j = 0; j < cut_of.size(); ++j)
      REQUIRE(completion.lattice.less_equal(element(i), element(j)) == ((cut_of[i] & ~cut_of[j]) == 0));
  }
  for (std::size_t x = 0; x < p.size(); ++x) {
    REQUIRE(completion.lattice.label(completion.embedding[x]) == p.label(element(x)));
    for (std::size_t y = 0; y < p.size(); ++y) {
      REQUIRE(p.less_equal(element(x), element(y)) ==
              completion.lattice.less_equal(completion.embedding[x], completion.embedding[y]));
    }
  }
  const Poset& lattice = completion.lattice;
  REQUIRE(Poset::from_relations(lattice.size(), lattice.covers()).count_covers() == lattice.count_covers());
}

}  // namespace

TEST_CASE("the completion consists of the cuts") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : all_unlabelled_posets(n)) check_completion(p);
  }
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    check_completion(random_poset(6 + seed % 6, 0.1 + 0.02 * static_cast<double>(seed % 10), seed));
  }
}

TEST_CASE("a lattice is its own completion") {
  for (const char* name :
       {"chain:5", "boolean:4", "partitions:4", "tamari:4", "divisors:360", "weak:4", "subspaces:2x3"}) {
    CAPTURE(name);
    const Poset p = named_poset(name);
    const Completion completion = dedekind_macneille_completion(p);
    CHECK(find_isomorphism(completion.lattice, p));
    CHECK(find_isomorphism(dedekind_macneille_completion(completion.lattice).lattice, completion.lattice));
  }
}

TEST_CASE("completions of small posets are those of the textbook") {
  const Completion n = dedekind_macneille_completion(paper_poset(12));
  CHECK(n.lattice.labels() == std::vector<std::string>{"{}", "1", "3", "4", "2", "{2,4}"});
  CHECK(find_isomorphism(n.lattice, with_bounds(paper_poset(12))));  // the N lacks only its bounds
  // Between two minimal and two maximal points, all related, there is one cut.
  const Poset square = ordinal_sum(antichain(2), antichain(2));
  CHECK(dedekind_macneille_completion(square).lattice.size() == 7);
  CHECK(find_isomorphism(dedekind_macneille_completion(standard_example(4)).lattice, boolean_lattice(4)));
  CHECK(dedekind_macneille_completion(Poset()).lattice.size() == 1);
  // The completion of the Bruhat order on Sₙ is the lattice of alternating sign matrices [lascoux1996].
  CHECK(dedekind_macneille_completion(bruhat_order("3")).lattice.size() == 7);
  CHECK(dedekind_macneille_completion(bruhat_order("4")).lattice.size() == 42);
}

TEST_CASE("completions too large are refused") {
  CHECK_ERROR(dedekind_macneille_completion(standard_example(24), 10'000), Errc::too_large, "10000 cuts");
  CHECK_ERROR(dedekind_macneille_completion(standard_example(4), 15), Errc::too_large, "15 cuts");
  CHECK(dedekind_macneille_completion(standard_example(4), 16).lattice.size() == 16);
  CHECK_ERROR(dedekind_macneille_completion(antichain(10'000)), Errc::too_large, "8192");
}

TEST_CASE("labels of cuts do not repeat labels of points") {
  const Poset p = antichain(2).with_labels({"{}", "{{},x}"});
  const Completion completion = dedekind_macneille_completion(p);
  const std::vector<std::string> labels = completion.lattice.labels();
  CHECK(std::set<std::string>(labels.begin(), labels.end()).size() == 4);
}
