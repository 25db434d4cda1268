#include "tropiary/order/enumeration.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

const std::vector<std::uint64_t> a000112 = {1,    1,     2,      5,       16,       63,        318,
                                            2045, 16999, 183231, 2567284, 46749427, 1104891746};  // OEIS A000112

std::vector<std::string> canonical_forms(std::size_t n, const EnumerationOptions& options = {}) {
  std::vector<std::string> forms;
  for_each_poset(n, options, [&](const SmallPoset& p) {
    forms.push_back(to_digraph6(canonical_form(to_poset(p))));
    return true;
  });
  return forms;
}

std::uint64_t count_shown(std::size_t n, const EnumerationOptions& options = {}) {
  std::uint64_t count = 0;
  REQUIRE(for_each_poset(n, options, [&](const SmallPoset&) { return ++count != 0; }));
  return count;
}

template <class Predicate>
std::uint64_t count_if(std::size_t n, Predicate predicate) {
  std::uint64_t count = 0;
  for_each_poset(n, {}, [&](const SmallPoset& p) {
    count += predicate(to_poset(p)) ? 1U : 0U;
    return true;
  });
  return count;
}

Integer factorial(std::size_t n) { return n == 0 ? Integer(1) : Integer(n) * factorial(n - 1); }

}  // namespace

TEST_CASE("the enumerated posets are those that a search with a table of seen canonical forms finds") {
  for (std::size_t n = 0; n <= 6; ++n) {
    std::set<std::string> expected;
    for (const Poset& p : all_unlabelled_posets(n)) expected.insert(to_digraph6(canonical_form(p)));
    const std::vector<std::string> forms = canonical_forms(n);
    CAPTURE(n);
    CHECK(forms.size() == expected.size());
    CHECK(std::set<std::string>(forms.begin(), forms.end()) == expected);
  }
}

TEST_CASE("posets up to isomorphism number as in A000112 whether listed or counted by levels") {
  for (std::size_t n = 0; n <= 8; ++n) {
    CAPTURE(n);
    CHECK(count_shown(n) == a000112[n]);
    CHECK(count_posets(n) == Integer(a000112[n]));
    EnumerationOptions two_parts;
    two_parts.shards = 2;
    Integer listed = count_posets(n, two_parts);
    two_parts.shard = 1;
    listed += count_posets(n, two_parts);
    CHECK(listed == Integer(a000112[n]));
  }
}

TEST_CASE("posets on 9 and 10 points are listed and on 9 to 12 points counted as in A000112", "[slow]") {
  CHECK(count_shown(9) == a000112[9]);
  CHECK(count_shown(10) == a000112[10]);
  for (std::size_t n = 9; n <= 12; ++n) CHECK(count_posets(n) == Integer(a000112[n]));
}

TEST_CASE("shown posets are transitive orders whose numbering is a linear extension") {
  for_each_poset(7, {}, [&](const SmallPoset& p) {
    bool transitive = true;
    for (std::size_t j = 0; j < p.size; ++j) {
      transitive = transitive && (p.below[j] >> j) == 0;
      for (std::size_t i = 0; i < j; ++i) {
        if (((p.below[j] >> i) & 1) != 0) transitive = transitive && (p.below[i] & ~p.below[j]) == 0;
      }
    }
    const Poset poset = to_poset(p);
    for (std::size_t i = 0; i < p.size; ++i) {
      for (std::size_t j = 0; j < p.size; ++j) {
        transitive = transitive && poset.less(element(i), element(j)) == (((p.below[j] >> i) & 1) != 0);
      }
    }
    if (!transitive) CHECK(transitive);
    return true;
  });
}

TEST_CASE("orbits of numberings count the labelled orders as in A001035") {
  const std::vector<std::uint64_t> labelled = {1, 1, 3, 19, 219, 4231, 130023, 6129859};
  for (std::size_t n = 0; n < labelled.size(); ++n) {
    Integer sum;
    for_each_poset(n, {}, [&](const SmallPoset& p) {
      sum += factorial(n) / automorphism_group_order(to_poset(p));
      return true;
    });
    CHECK(sum == Integer(labelled[n]));
  }
}

TEST_CASE("the parts of a split enumeration are disjoint and their union is the whole") {
  const std::vector<std::string> whole = canonical_forms(8);
  const std::set<std::string> expected(whole.begin(), whole.end());
  REQUIRE(expected.size() == whole.size());
  for (const std::size_t parts : {2U, 7U}) {
    std::set<std::string> found;
    std::size_t total = 0;
    for (std::size_t part = 0; part < parts; ++part) {
      EnumerationOptions options;
      options.shard = part;
      options.shards = parts;
      const std::vector<std::string> forms = canonical_forms(8, options);
      CHECK_FALSE(forms.empty());
      total += forms.size();
      found.insert(forms.begin(), forms.end());
    }
    CHECK(total == whole.size());
    CHECK(found == expected);
  }
}

TEST_CASE("parts of tiny enumerations lose nothing") {
  for (std::size_t n = 0; n <= 5; ++n) {
    std::uint64_t total = 0;
    EnumerationOptions options;
    for (options.shards = 100, options.shard = 0; options.shard < 100; ++options.shard)
      total += count_shown(n, options);
    CHECK(total == a000112[n]);
  }
}

TEST_CASE("connected posets number as in A000608 whether listed or by the Euler transform") {
  const std::vector<std::uint64_t> connected = {0, 1, 1, 3, 10, 44, 238, 1650, 14512};
  EnumerationOptions options;
  options.connected = true;
  for (std::size_t n = 0; n < connected.size(); ++n) {
    CAPTURE(n);
    CHECK(count_shown(n, options) == connected[n]);
    CHECK(count_posets(n, options) == Integer(connected[n]));
  }
}

TEST_CASE("series-parallel posets number as in A003430") {
  const std::vector<std::uint64_t> series_parallel = {1, 1, 2, 5, 15, 48, 167, 602, 2256};
  EnumerationOptions options;
  options.series_parallel = true;
  for (std::size_t n = 0; n < series_parallel.size(); ++n) CHECK(count_shown(n, options) == series_parallel[n]);
  CHECK(count_posets(8, options) == Integer(2256));
}

TEST_CASE("lattices number as in A006966") {
  const std::vector<std::uint64_t> lattices = {1, 1, 1, 1, 2, 5, 15, 53, 222};
  EnumerationOptions options;
  options.lattice = true;
  for (std::size_t n = 0; n < lattices.size(); ++n) CHECK(count_shown(n, options) == lattices[n]);
}

TEST_CASE("prime posets on four to seven points number 1 and 4 and 28 and 234") {
  const std::vector<std::uint64_t> prime = {1, 4, 28, 234};
  for (std::size_t n = 4; n <= 7; ++n) CHECK(count_if(n, [](const Poset& p) { return is_prime(p); }) == prime[n - 4]);
}

TEST_CASE("filters keep what they say and heights and widths partition the whole") {
  for (std::size_t n = 0; n <= 6; ++n) {
    EnumerationOptions graded;
    graded.graded = true;
    CHECK(count_shown(n, graded) == count_if(n, [](const Poset& p) { return is_graded(p); }));
    std::uint64_t by_height = 0;
    std::uint64_t by_width = 0;
    for (std::size_t k = 0; k <= n; ++k) {
      EnumerationOptions with_height;
      with_height.height = k;
      const std::uint64_t high = count_shown(n, with_height);
      CHECK(high == count_if(n, [k](const Poset& p) { return height(p) == k; }));
      CHECK(count_posets(n, with_height) == Integer(high));
      by_height += high;
      EnumerationOptions with_width;
      with_width.width = k;
      const std::uint64_t wide = count_shown(n, with_width);
      CHECK(wide == count_if(n, [k](const Poset& p) { return width(p) == k; }));
      by_width += wide;
    }
    CHECK(by_height == a000112[n]);
    CHECK(by_width == a000112[n]);
  }
}

TEST_CASE("an enumeration stops when its visitor says so") {
  std::size_t seen = 0;
  CHECK_FALSE(for_each_poset(10, {}, [&](const SmallPoset&) { return ++seen < 5; }));
  CHECK(seen == 5);
}

TEST_CASE("an enumeration of more than 16 points or of a part that does not exist is refused") {
  const auto ignore = [](const SmallPoset&) { return true; };
  CHECK_THROWS_AS(for_each_poset(17, {}, ignore), Error);
  CHECK_THROWS_AS(count_posets(40), Error);
  EnumerationOptions options;
  options.shard = 3;
  options.shards = 3;
  CHECK_THROWS_AS(for_each_poset(5, options, ignore), Error);
  options.shards = 0;
  options.shard = 0;
  CHECK_THROWS_AS(count_posets(5, options), Error);
}
