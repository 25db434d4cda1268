#include <algorithm>
#include <bit>

#include "order/linear_extensions/down_sets.hpp"
#include "order/linear_extensions/extension_counts.hpp"
#include "order/linear_extensions/fixed_width.hpp"
#include "tropiary/order/linear_extension_statistics.hpp"

namespace tropiary {

namespace {

/// At [x][y] the number of linear extensions in which x comes before y; and their number.
struct Precedence {
  std::vector<std::vector<Integer>> counts;
  Integer extensions;
};

template <class Number>
Number number_at(const detail::DownSetWays& ways, std::size_t place) {
  Number result;
  std::copy_n(ways.words.begin() + static_cast<std::ptrdiff_t>(place * ways.limbs), ways.limbs, result.limbs.begin());
  return result;
}

// x follows the down-set D in (ways to fill D) · (ways to complete D ∪ x) linear extensions; then it comes before
// everything outside D ∪ x.
Precedence precedence(const Poset& p, std::size_t max_down_sets, const char* function) {
  const std::size_t n = p.size();
  const detail::DownSets down_sets(p, max_down_sets, function);
  const detail::DownSetWays fill = ways_to_fill(p, down_sets);
  const detail::DownSetWays complete = ways_to_complete(p, down_sets);
  Precedence result{std::vector<std::vector<Integer>>(n, std::vector<Integer>(n)), complete[0]};
  const std::uint64_t all = down_sets[down_sets.size() - 1];
  detail::with_fixed_width(detail::bits_for_linear_extensions(p), [&](auto zero) {
    using Number = decltype(zero);
    std::vector<std::vector<Number>> counts(n, std::vector<Number>(n));
    for (std::size_t i = 0; i < down_sets.size(); ++i) {
      for (std::uint64_t rest = down_sets.addable(down_sets[i]); rest != 0; rest &= rest - 1) {
        const auto x = static_cast<std::size_t>(std::countr_zero(rest));
        const std::uint64_t next = down_sets[i] | (rest & -rest);
        Number ways = number_at<Number>(fill, i);
        ways *= number_at<Number>(complete, down_sets.place_of(next));
        for (std::uint64_t after = all & ~next; after != 0; after &= after - 1) {
          counts[x][static_cast<std::size_t>(std::countr_zero(after))] += ways;
        }
      }
    }
    for (std::size_t x = 0; x < n; ++x) {
      for (std::size_t y = 0; y < n; ++y) result.counts[x][y] = counts[x][y].to_integer();
    }
  });
  return result;
}

}  // namespace

std::vector<std::vector<Rational>> precedence_probabilities(const Poset& p, std::size_t max_down_sets) {
  const Precedence found = precedence(p, max_down_sets, "precedence_probabilities");
  std::vector<std::vector<Rational>> result(p.size());
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (const Integer& count : found.counts[x]) result[x].emplace_back(count, found.extensions);
  }
  return result;
}

std::vector<Rational> average_heights(const Poset& p, std::size_t max_down_sets) {
  const Precedence found = precedence(p, max_down_sets, "average_heights");
  std::vector<Rational> result;
  for (std::size_t x = 0; x < p.size(); ++x) {
    Integer sum = found.extensions;
    for (std::size_t y = 0; y < p.size(); ++y) sum += found.counts[y][x];
    result.emplace_back(sum, found.extensions);
  }
  return result;
}

std::optional<BalanceConstant> balance_constant(const Poset& p, std::size_t max_down_sets) {
  const Precedence found = precedence(p, max_down_sets, "balance_constant");
  std::optional<BalanceConstant> result;
  Integer best;  // at least 1 for every incomparable pair
  for (std::size_t x = 0; x < p.size(); ++x) {
    for (std::size_t y = x + 1; y < p.size(); ++y) {
      const Integer& less = std::min(found.counts[x][y], found.counts[y][x]);
      if (less <= best) continue;
      best = less;
      result = BalanceConstant{Rational(less, found.extensions), element(x), element(y)};
    }
  }
  return result;
}

}  // namespace tropiary
