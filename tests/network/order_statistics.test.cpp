#include "tropiary/network/order_statistics.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "support/posets.hpp"
#include "tropiary/error.hpp"

namespace tropiary {
namespace {

RationalVector random_vector(testing::Random& random, std::size_t n) {
  RationalVector x;
  for (std::size_t i = 0; i < n; ++i) x.emplace_back(random.between(-9, 9), random.between(1, 3));
  return x;
}

// The 0-1 principle: a comparator network that sorts all 0/1 sequences sorts all sequences.
TEST_CASE("comparators sort every sequence of zeros and ones") {
  for (std::size_t n = 0; n <= 12; ++n) {
    const std::vector<Comparator> comparators = sorting_network(n);
    bool all_sorted = true;
    for (std::uint32_t word = 0; word < (1U << n); ++word) {
      std::vector<int> values;
      for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<int>(word >> i & 1U));
      for (const auto& [low, high] : comparators) {
        if (values[low] > values[high]) std::swap(values[low], values[high]);
      }
      all_sorted = all_sorted && std::is_sorted(values.begin(), values.end());
    }
    CAPTURE(n);
    CHECK(all_sorted);
  }
}

// Knuth, The Art of Computer Programming 3, 5.2.2: comparators of merge exchange.
TEST_CASE("merge exchange has the published number of comparators") {
  const std::vector<std::size_t> published = {0, 0, 1, 3, 5, 9, 12, 16, 19, 26, 31, 37, 41, 48, 53, 59, 63};
  for (std::size_t n = 0; n < published.size(); ++n) CHECK(sorting_network(n).size() == published[n]);
}

TEST_CASE("order statistics are those of the sorted values") {
  const std::uint64_t seed = 20261124;
  CAPTURE(seed);
  testing::Random random(seed);
  for (std::size_t n = 1; n <= 9; ++n) {
    const TropicalNetwork all = sorted_values(n);
    const TropicalNetwork middle = median(n);
    for (int round = 0; round < 10; ++round) {
      const RationalVector x = random_vector(random, n);
      RationalVector expected = x;
      std::sort(expected.begin(), expected.end());
      CHECK(all(x) == expected);
      CHECK(middle(x)[0] == (expected[(n - 1) / 2] + expected[n / 2]) / 2);
      for (std::size_t k = 1; k <= n; ++k) {
        const RationalVector top(expected.rbegin(), expected.rbegin() + static_cast<std::ptrdiff_t>(k));
        CHECK(largest_values(n, k)(x) == top);
        CHECK(sum_of_largest(n, k)(x)[0] == std::accumulate(top.begin(), top.end(), Rational(0)));
      }
    }
  }
}

TEST_CASE("the largest value alone is one maximum and a sum of all none") {
  CHECK(largest_values(9, 1).count_maxima() == 8);
  CHECK(largest_values(9, 1).depth() == 4);
  CHECK(sum_of_largest(9, 9).count_maxima() == 0);
  CHECK(order_statistics(9, std::vector<std::size_t>{0}).count_maxima() == 8);
}

TEST_CASE("a permutation and its inverse compose to the identity") {
  const std::vector<std::size_t> positions = {2, 0, 3, 1};
  const std::vector<std::size_t> inverse = {1, 3, 0, 2};
  const RationalVector x = {5, 6, 7, 8};
  CHECK(permuted_values(positions)(x) == RationalVector{7, 5, 8, 6});
  CHECK(permuted_values(inverse)(permuted_values(positions)(x)) == x);
}

TEST_CASE("order statistics refuse positions and counts out of range") {
  CHECK_THROWS_AS(order_statistics(3, std::vector<std::size_t>{3}), Error);
  CHECK_THROWS_AS(largest_values(3, 0), Error);
  CHECK_THROWS_AS(largest_values(3, 4), Error);
  CHECK_THROWS_AS(median(0), Error);
  CHECK_THROWS_AS(permuted_values(std::vector<std::size_t>{0, 0}), Error);
  CHECK_THROWS_AS(permuted_values(std::vector<std::size_t>{1, 2}), Error);
  CHECK_THROWS_AS(sorting_network(std::size_t{1} << 21), Error);
}

}  // namespace
}  // namespace tropiary
