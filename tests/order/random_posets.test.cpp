#include "tropiary/order/random_posets.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "support/errors.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

using namespace tropiary;

namespace {

const Rational third(1, 3);

bool has_two_plus_two(const Poset& p) {
  for (std::size_t a = 0; a < p.size(); ++a) {
    for (const Element b : p.above(element(a))) {
      for (std::size_t c = 0; c < p.size(); ++c) {
        for (const Element d : p.above(element(c))) {
          if (!p.comparable(element(a), element(c)) && !p.comparable(element(a), d) && !p.comparable(b, element(c)) &&
              !p.comparable(b, d))
            return true;
        }
      }
    }
  }
  return false;
}

/// χ² of the counts against equal ones.
double deviation(const std::map<std::string, int>& counts, std::size_t kinds, int draws) {
  const double expected = static_cast<double>(draws) / static_cast<double>(kinds);
  double sum = expected * static_cast<double>(kinds - counts.size());
  for (const auto& [kind, count] : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

std::string text(const Poset& p) {
  std::string result;
  for (const Relation& c : p.covers())
    result += std::to_string(index(c.lower)) + "<" + std::to_string(index(c.upper)) + " ";
  return result;
}

}  // namespace

TEST_CASE("a seed fixes a random poset on every machine") {
  CHECK(text(random_graph_order(6, third, 1)) == "0<5 1<3 1<4 4<5 ");
  CHECK(text(random_dimension_order(5, 2, 1)) == "0<3 2<1 2<4 3<1 3<4 ");
  CHECK(text(random_layered_order(std::array<std::size_t, 3>{2, 2, 2}, Rational(1, 2), 1)) == "0<2 0<3 1<2 1<3 2<4 3<4 ");
  CHECK(text(random_interval_order(5, 1)) == "2<4 3<4 ");
  CHECK(text(random_series_parallel_order(6, 1)) == "0<5 4<5 ");
  CHECK(text(random_tree_order(6, 1)) == "0<2 0<3 0<4 0<5 2<1 ");
}

TEST_CASE("random posets belong to their classes") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const std::size_t n = seed % 9;
    CHECK(random_graph_order(n, third, seed).size() == n);
    CHECK(random_graph_order(n, 0, seed) == antichain(n));
    CHECK(height(random_graph_order(n, 1, seed)) == n);
    CHECK(dimension(random_dimension_order(n, 2, seed)) <= 2);
    CHECK(height(random_dimension_order(n, 1, seed)) == n);
    const Poset intervals = random_interval_order(3 * n, seed);
    CHECK(intervals.size() == 3 * n);
    CHECK_FALSE(has_two_plus_two(intervals));  // interval orders by Fishburn's theorem
    const Poset composed = random_series_parallel_order(5 * n, seed);
    CHECK(composed.size() == 5 * n);
    CHECK(is_series_parallel(composed));
    CHECK(Poset::from_relations(5 * n, composed.covers()).count_covers() == composed.count_covers());
    const Poset tree = random_tree_order(n, seed);
    CHECK(tree.size() == n);
    CHECK(tree.count_covers() == (n == 0 ? 0 : n - 1));
    CHECK(count_connected_components(tree) == std::min<std::size_t>(n, 1));
    for (std::size_t i = 0; i < n; ++i) CHECK(tree.lower_covers(element(i)).size() <= 1);
    const std::array<std::size_t, 3> levels{3, n, 2};
    const Poset layered = random_layered_order(levels, third, seed);
    CHECK(layered.size() == n + 5);
    for (const Relation& c : layered.covers()) {
      const auto level = [&](Element e) { return index(e) < 3 ? 0 : index(e) < 3 + n ? 1 : 2; };
      CHECK(level(c.upper) == level(c.lower) + 1);
    }
    CHECK(random_layered_order(levels, 1, seed).count_covers() == 5 * n);
  }
}

TEST_CASE("random trees and orders of equal chances come equally often") {
  constexpr int draws = 4000;
  std::map<std::string, int> trees;
  std::map<std::string, int> lines;
  std::map<std::string, int> pairs;
  std::map<std::string, int> edges;
  for (std::uint64_t seed = 0; seed < draws; ++seed) {
    ++trees[text(random_tree_order(4, seed))];
    ++lines[text(random_dimension_order(4, 1, seed))];
    ++pairs[text(random_interval_order(2, seed))];
    ++edges[text(random_layered_order(std::array<std::size_t, 2>{1, 1}, third, seed))];
  }
  CHECK(trees.size() == 64);  // n^(n−1)
  CHECK(lines.size() == 24);
  CHECK(deviation(trees, 64, draws) < 120);  // 63 degrees of freedom: beyond 120 with probability 10⁻⁵
  CHECK(deviation(lines, 24, draws) < 63);
  CHECK(pairs.size() == 3);  // of three ways to pair four ends, one separates the intervals, either one first
  CHECK(std::abs(pairs[""] - draws * 2 / 3) < 150);
  CHECK(std::abs(edges["0<1 "] - draws / 3) < 150);
}

TEST_CASE("random posets refuse what makes no sense and what is too large") {
  CHECK_ERROR(random_graph_order(3, Rational(4, 3), 1), Errc::invalid_argument, "4/3");
  CHECK_ERROR(random_graph_order(3, -1, 1), Errc::invalid_argument, "[0, 1]");
  CHECK_ERROR(random_graph_order(3, Rational("1/100000000000000000000"), 1), Errc::invalid_argument, "denominator");
  CHECK_ERROR(random_dimension_order(3, 0, 1), Errc::invalid_argument, "k = 0");
  CHECK_ERROR(random_graph_order(std::size_t{1} << 20, third, 1), Errc::too_large, "random_graph_order");
  CHECK_ERROR(random_dimension_order(std::size_t{1} << 40, 2, 1), Errc::too_large, "random_dimension_order");
  CHECK_ERROR(random_dimension_order(10, std::size_t{1} << 62, 1), Errc::too_large, "random_dimension_order");
  CHECK_ERROR(random_interval_order(std::size_t{1} << 63, 1), Errc::too_large, "random_interval_order");
  CHECK_ERROR(random_tree_order(std::size_t{1} << 63, 1), Errc::too_large, "random_tree_order");
  CHECK_ERROR(random_series_parallel_order(std::size_t{1} << 25, 1), Errc::too_large, "random_series_parallel_order");
  const std::array<std::size_t, 2> huge{std::size_t{1} << 63, std::size_t{1} << 63};
  CHECK_ERROR(random_layered_order(huge, third, 1), Errc::too_large, "random_layered_order");
  CHECK(random_tree_order(100'000, 3).count_covers() == 99'999);
  CHECK(random_series_parallel_order(3'000, 3).size() == 3'000);
}
