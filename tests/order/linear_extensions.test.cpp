#include "tropiary/order/linear_extensions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

using Arrangement = std::vector<Element>;

/// All n! arrangements that respect the order, in lexicographic order.
std::vector<Arrangement> brute_linear_extensions(const Poset& p) {
  Arrangement line(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) line[i] = element(i);
  std::vector<Arrangement> result;
  do {
    bool respects = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
      for (std::size_t j = i + 1; j < line.size(); ++j) respects = respects && !p.less(line[j], line[i]);
    }
    if (respects) result.push_back(line);
  } while (std::next_permutation(line.begin(), line.end()));
  return result;
}

std::vector<Arrangement> listed(const Poset& p) {
  std::vector<Arrangement> result;
  for (const Arrangement& arrangement : linear_extensions(p)) result.push_back(arrangement);
  return result;
}

}  // namespace

TEST_CASE("the listed linear extensions are all of them and each once") {
  std::vector<Poset> posets = all_labelled_posets(4);
  for (std::size_t n : {0U, 1U, 2U, 3U, 5U, 6U}) {
    for (Poset& p : all_unlabelled_posets(n)) posets.push_back(std::move(p));
  }
  for (std::uint64_t seed = 0; seed < 5; ++seed) posets.push_back(random_poset(7, 0.2, seed));
  for (const Poset& p : posets) {
    std::vector<Arrangement> all = listed(p);
    std::sort(all.begin(), all.end());
    if (all != brute_linear_extensions(p)) CHECK(all == brute_linear_extensions(p));
  }
  CHECK(listed(Poset()) == std::vector<Arrangement>{{}});
}

TEST_CASE("the visitor sees each linear extension once") {
  std::vector<Poset> posets = all_labelled_posets(4);
  for (std::size_t n : {0U, 1U, 2U, 3U, 5U, 6U}) {
    for (Poset& p : all_unlabelled_posets(n)) posets.push_back(std::move(p));
  }
  // Of width 2, 3, 4 and more, so that different numbers of points vary; and of more than a word.
  for (const Poset& p : {fence(9), product(chain(2), chain(7)), product(chain(3), chain(4)), antichain(8), chain(70),
                         disjoint_union(chain(4), disjoint_union(chain(3), disjoint_union(chain(2), chain(2)))),
                         ordinal_sum(chain(70), crown(3))}) {
    posets.push_back(p);
  }
  for (std::uint64_t seed = 0; seed < 20; ++seed) posets.push_back(random_poset(9, 0.35, seed));
  for (const Poset& p : posets) {
    std::vector<Arrangement> all;
    REQUIRE(for_each_linear_extension(p, [&](std::span<const Element> x) { all.emplace_back(x.begin(), x.end()); }));
    std::vector<Arrangement> expected = listed(p);
    std::sort(all.begin(), all.end());
    std::sort(expected.begin(), expected.end());
    if (all != expected) CHECK(all == expected);
  }
  std::size_t left = 5000;
  CHECK_FALSE(for_each_linear_extension(antichain(3000), [&](std::span<const Element>) { return --left > 0; }));
  CHECK(left == 0);
}

TEST_CASE("as many linear extensions are listed as counted") {
  for (const Poset& p :
       {boolean_lattice(3), fence(9), product(chain(3), chain(4)), crown(4), antichain(7), chain(40)}) {
    std::size_t count = 0;
    for (const Arrangement& arrangement : linear_extensions(p)) {
      if (!is_linear_extension(p, arrangement)) CHECK(is_linear_extension(p, arrangement));
      ++count;
    }
    CHECK(Integer(count) == count_linear_extensions(p));
    CHECK(LinearExtensionIndex(p).count() == Integer(count));
  }
}

TEST_CASE("a long list of linear extensions starts at once") {
  const Poset p = antichain(3000);
  std::set<Arrangement> seen;
  for (const Arrangement& arrangement : linear_extensions(p)) {
    seen.insert(arrangement);
    if (seen.size() == 20) break;
  }
  CHECK(seen.size() == 20);
}

TEST_CASE("is_linear_extension refuses what is no arrangement") {
  const Poset p = chain(3);
  CHECK(is_linear_extension(p, Arrangement{element(0), element(1), element(2)}));
  CHECK_FALSE(is_linear_extension(p, Arrangement{element(1), element(0), element(2)}));
  CHECK_FALSE(is_linear_extension(p, Arrangement{element(0), element(1)}));
  CHECK_FALSE(is_linear_extension(p, Arrangement{element(0), element(1), element(1)}));
  CHECK_FALSE(is_linear_extension(p, Arrangement{element(0), element(1), element(3)}));
}

TEST_CASE("numbers of linear extensions follow the lexicographic order") {
  for (const Poset& p : all_unlabelled_posets(5)) {
    const std::vector<Arrangement> expected = brute_linear_extensions(p);
    const LinearExtensionIndex numbered(p);
    REQUIRE(numbered.count() == Integer(expected.size()));
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(numbered.unrank(Integer(i)) == expected[i]);
      CHECK(numbered.rank(expected[i]) == Integer(i));
    }
  }
  CHECK(LinearExtensionIndex(Poset()).unrank(0).empty());
}

TEST_CASE("numbers beyond a machine word come back") {
  const Poset p = disjoint_union(chain(20), disjoint_union(chain(20), chain(20)));
  const LinearExtensionIndex numbered(p);
  CHECK(numbered.count() == count_linear_extensions(p));
  CHECK(numbered.count() == binomial(60, 20) * binomial(40, 20));
  const Integer word = pow(Integer(2), 64);
  REQUIRE(numbered.count() > word);
  for (const Integer& number : {word - 1, word, word + 1, numbered.count() / 3, numbered.count() - 1}) {
    CAPTURE(number.to_string());
    const Arrangement arrangement = numbered.unrank(number);
    CHECK(is_linear_extension(p, arrangement));
    CHECK(numbered.rank(arrangement) == number);
  }
}

TEST_CASE("random linear extensions are uniform and repeat with the seed") {
  const Poset p = fence(5);  // 16 linear extensions
  const LinearExtensionIndex numbered(p);
  const std::size_t draws = 16'000;
  std::map<Arrangement, std::size_t> frequency;
  for (const Arrangement& arrangement : numbered.sample(draws, 7)) ++frequency[arrangement];
  CHECK(frequency.size() == 16);
  double chi_square = 0;
  for (const auto& [arrangement, times] : frequency) {
    CHECK(is_linear_extension(p, arrangement));
    const double difference = static_cast<double>(times) - 1000.0;
    chi_square += difference * difference / 1000.0;
  }
  CHECK(chi_square < 44.3);  // 15 degrees of freedom: exceeded with probability 10⁻⁴; the seed is fixed
  CHECK(numbered.sample(3, 1) == numbered.sample(3, 1));
  CHECK(numbered.sample(3, 1) != numbered.sample(3, 2));
}

TEST_CASE("an index of linear extensions refuses what is too large and what is no linear extension") {
  CHECK_ERROR(LinearExtensionIndex(chain(65)), Errc::too_large, "65");
  CHECK_ERROR(LinearExtensionIndex(antichain(12), 1000), Errc::too_large, "1000");
  CHECK_ERROR(LinearExtensionIndex(antichain(64), 3000), Errc::too_large, "down-sets");
  const LinearExtensionIndex numbered(chain(3));
  CHECK_ERROR(numbered.unrank(1), Errc::invalid_argument, "1");
  CHECK_ERROR(numbered.unrank(-1), Errc::invalid_argument, "-1");
  CHECK_ERROR(numbered.rank(Arrangement{element(1), element(0), element(2)}), Errc::invalid_argument, "element 1");
  CHECK_ERROR(numbered.rank(Arrangement{element(0)}), Errc::invalid_argument, "1 of 3");
  CHECK(LinearExtensionIndex(chain(64)).count() == Integer(1));
}

TEST_CASE("sampled linear extensions of unions and sums and prime posets are uniform") {
  for (const Poset& p : {ordinal_sum(disjoint_union(fence(4), chain(1)), antichain(2)),
                         lexicographic_sum(fence(4), std::vector<Poset>{antichain(2), chain(1), chain(2), chain(1)})}) {
    const std::size_t extensions = static_cast<std::size_t>(count_linear_extensions(p).to_int64());
    const std::size_t draws = 400 * extensions;
    std::map<Arrangement, std::size_t> frequency;
    const LinearExtensionSampler sampler(p);
    for (const Arrangement& arrangement : sampler.sample(draws, 11)) {
      REQUIRE(is_linear_extension(p, arrangement));
      ++frequency[arrangement];
    }
    CHECK(frequency.size() == extensions);
    double chi_square = 0;
    for (const auto& [arrangement, times] : frequency) {
      const double difference = static_cast<double>(times) - 400.0;
      chi_square += difference * difference / 400.0;
    }
    // Mean e − 1, variance 2(e − 1): four standard deviations; the seed is fixed.
    const auto degrees = static_cast<double>(extensions - 1);
    CHECK(chi_square < degrees + 4 * std::sqrt(2 * degrees));
    CHECK(sampler.sample(3, 1) == sampler.sample(3, 1));
    CHECK(sampler.sample(3, 1) != sampler.sample(3, 2));
  }
}

TEST_CASE("linear extensions of more than 64 points are sampled when the poset decomposes") {
  const Poset p = lexicographic_sum(crown(3), std::vector<Poset>(6, chain(4)));
  const Poset large = ordinal_sum(disjoint_union(p, antichain(50)), disjoint_union(p, random_series_parallel(500, 3)));
  for (const Arrangement& arrangement : LinearExtensionSampler(large).sample(3, 5)) {
    CHECK(is_linear_extension(large, arrangement));
  }
  CHECK(LinearExtensionSampler(Poset()).sample(2, 1) == std::vector<Arrangement>(2));
  CHECK_ERROR(LinearExtensionSampler(crown(40)), Errc::too_large, "80 points");
}
