// Let L be a poset on p points, C the down-sets of L that meet its last level, and k = n − p. Every poset on n ≥ 2
// points arises once, up to the automorphisms of L, in one of two ways:
//   its last level has k ≥ 2 points: a k-multiset of elements of C;
//   its last level has one point, the level before k − 1 ≥ 1: a (k − 1)-multiset S of elements of C, and a down-set of
//   L with the points of S that meets S, which is a down-set D of L and a non-empty multiset U ≤ S of columns inside D.
// An automorphism g of L fixes a multiset when it is constant on the cycles of g on C. With c_i cycles of length i, the
// fixed k-multisets number [x^k] Π (1 − xⁱ)^(−c_i); a cycle inside a fixed D is counted with the choice of its part in
// U, which makes its factor (1 − xⁱ)^(−2). The lemma of Burnside takes the mean over all g.

#include "order/enumeration/poset_count.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

#include "order/enumeration/counting_run.hpp"
#include "order/enumeration/level_search.hpp"

namespace tropiary::detail {

namespace {

using Cycles = std::array<std::uint32_t, SmallPoset::max_size + 1>;  // how many of each length

/// [x^k] Π (1 − xⁱ)^(−c_i)
Wide count_multisets(const Cycles& cycles, std::size_t k) {
  const std::uint64_t c = cycles[1];  // below 2¹⁵
  if (k == 1) return c;
  if (k == 2) return c * (c + 1) / 2 + cycles[2];
  if (k == 3) return c * (c + 1) * (c + 2) / 6 + c * cycles[2] + cycles[3];
  std::array<Wide, SmallPoset::max_size + 1> series{};
  series[0] = 1;
  for (std::size_t i = 1; i <= k; ++i) {
    if (cycles[i] == 0) continue;
    // powers[j] = number of j-multisets of c_i things; never divides inexactly: it is a binomial coefficient
    std::array<Wide, SmallPoset::max_size + 1> powers{};
    powers[0] = 1;
    for (std::size_t j = 1; j * i <= k; ++j) powers[j] = powers[j - 1] * (cycles[i] + j - 1) / j;
    for (std::size_t m = k; m >= i; --m) {
      for (std::size_t j = 1; j * i <= m; ++j) series[m] += powers[j] * series[m - j * i];
    }
  }
  return series[k];
}

std::uint32_t count_inside(std::span<const PointMask> sets, PointMask outside) {
  std::uint16_t count = 0;  // there are fewer than 2¹⁵ sets; a narrow counter lets the loop run in vectors
  for (const PointMask set : sets) count = static_cast<std::uint16_t>(count + ((set & outside) == 0 ? 1 : 0));
  return count;
}

/// Counts the posets on n points with one or two more levels than a given one, the upper of two with one point.
class TopLevels {
 public:
  explicit TopLevels(std::size_t n) : n_(n) {}

  Wide operator()(const LevelFrame& frame, const SmallPoset& poset) {
    k_ = n_ - frame.points;
    if (frame.roots == 0) {
      cycles_.assign(k_ + 1, {});
      cycles_[1].assign(frame.candidates().begin(), frame.candidates().end());
      return fixed();
    }
    const std::uint64_t order = group_order(frame);
    if (!is_worth_averaging(order, frame.candidates().size())) return count_by_search(frame, poset);
    Wide sum = 0;
    add_coset(frame, frame.identity, sum);
    for (std::size_t b = 0; b < frame.roots; ++b) {
      if (!frame.branches[b].identity) add_coset(frame, frame.branches[b], sum);
    }
    return sum / order;
  }

 private:
  /// The mean costs |G|·|C| images; the search visits about |C|^k / (k!·|G|) tuples.
  [[nodiscard]] bool is_worth_averaging(std::uint64_t order, std::size_t candidates) const {
    std::uint64_t tuples = 1;
    for (std::size_t i = 1; i <= k_ && tuples < (1U << 30); ++i) tuples = tuples * (candidates + i) / i;
    return order <= 8 || (order < (1U << 12) && order * order * candidates < 2 * tuples);
  }

  void add_coset(const LevelFrame& frame, const Branch& representative, Wide& sum) {
    std::array<std::uint8_t, SmallPoset::max_size> image{};
    for (std::size_t x = 0; x < frame.points; ++x) image[x] = static_cast<std::uint8_t>(x);
    std::vector<std::vector<std::uint8_t>> places(representative.runs);
    for (std::size_t i = 0; i < representative.runs; ++i) {
      places[i].resize(static_cast<std::size_t>(std::popcount(representative.run[i].source)));
      std::iota(places[i].begin(), places[i].end(), representative.run[i].start);
    }
    for (std::size_t i = 0;;) {
      for (std::size_t r = 0; r < representative.runs; ++r) {
        unsigned source = representative.run[r].source;
        for (const std::uint8_t place : places[r]) {
          image[static_cast<std::size_t>(std::countr_zero(source))] = place;
          source &= source - 1;
        }
      }
      sum += fixed_by(frame, image);
      for (i = 0; i < places.size() && !std::next_permutation(places[i].begin(), places[i].end());) ++i;
      if (i == places.size()) return;
    }
  }

  Wide fixed_by(const LevelFrame& frame, const std::array<std::uint8_t, SmallPoset::max_size>& image) {
    PointMask still = 0;
    std::size_t moved = 0;
    std::array<std::uint8_t, SmallPoset::max_size> mover{};
    for (std::size_t x = 0; x < frame.points; ++x) {
      if (image[x] == x) {
        still |= static_cast<PointMask>(1U << x);
      } else {
        mover[moved++] = static_cast<std::uint8_t>(x);
      }
    }
    cycles_.resize(k_ + 1);
    for (auto& list : cycles_) list.clear();
    for (const PointMask set : frame.candidates()) {
      PointMask current = set;
      std::size_t length = 0;
      do {
        PointMask next = current & still;
        for (std::size_t i = 0; i < moved; ++i) {
          next |= static_cast<PointMask>((unsigned{current} >> mover[i] & 1U) << image[mover[i]]);
        }
        current = next;
        ++length;
      } while (current > set && length < k_);
      if (current == set) cycles_[length].push_back(set);  // the least of a cycle of this length
    }
    return fixed();
  }

  /// What an automorphism with these cycles fixes, a representative of each.
  Wide fixed() const {
    Cycles all{};
    for (std::size_t i = 1; i <= k_; ++i) all[i] = static_cast<std::uint32_t>(cycles_[i].size());
    Wide sum = count_multisets(all, k_);
    const Wide without_top = count_multisets(all, k_ - 1);
    for (const PointMask d : cycles_[1]) {
      const auto outside = static_cast<PointMask>(~d);
      Cycles inside = all;
      for (std::size_t i = 1; i < k_; ++i) inside[i] += count_inside(cycles_[i], outside);
      sum += count_multisets(inside, k_ - 1) - without_top;
    }
    return sum;
  }

  /// Lists the last level that is not counted.
  struct OneLevelMore {
    static constexpr bool wants_blocks = true;
    std::size_t n;
    std::size_t base;
    bool enter(const LevelFrame& frame, const SmallPoset&) const {
      return frame.points == base || frame.points + 1 == n;
    }
  };
  using Search = LevelSearch<OneLevelMore>;

  Wide count_by_search(const LevelFrame& frame, const SmallPoset& poset) {
    if (!search_)
      search_ = std::make_shared<Search>(n_, Search::Limits{}, false, nullptr, nullptr, OneLevelMore{n_, 0});
    search_->hooks().base = frame.points;
    search_->restart_from(frame, poset);
    Wide total = 0;
    for (PosetBlock block; search_->next(block);) total += block.sets.size();
    return total;
  }

  std::size_t n_;
  std::size_t k_ = 0;
  std::vector<std::vector<PointMask>> cycles_;  // by length up to k: their least sets
  std::shared_ptr<Search> search_;
};

/// The same with labels: an orbit of L has |L|!/|Aut L| labelled posets, and the points of a level are told apart.
class LabelledTopLevels {
 public:
  explicit LabelledTopLevels(std::size_t n) : n_(n) {}

  Wide operator()(const LevelFrame& frame, const SmallPoset&) const {
    const std::size_t p = frame.points;
    const std::size_t k = n_ - p;
    const std::span<const PointMask> sets = frame.candidates();
    const Wide without_top = power(sets.size(), k - 1);
    Wide with_top = 0;
    for (const PointMask d : sets) {
      with_top += power(sets.size() + count_inside(sets, static_cast<PointMask>(~d)), k - 1) - without_top;
    }
    Wide ways = without_top * sets.size() + with_top * k;            // the one on top is any of the k
    for (std::size_t i = 1; i <= k; ++i) ways = ways * (p + i) / i;  // which labels are above L
    std::uint64_t numberings = 1;
    for (std::size_t i = 2; i <= p; ++i) numberings *= i;
    return ways * (numberings / group_order(frame));
  }

 private:
  static Wide power(std::size_t base, std::size_t exponent) {
    Wide result = 1;
    for (; exponent > 0; --exponent) result *= base;
    return result;
  }
  std::size_t n_;
};

}  // namespace

Integer count_posets_by_levels(std::size_t n, const EnumerationOptions& options) {
  if (n < 2) return options.shard == 0 ? 1 : 0;
  // a(16) has 52 bits, with labels 118
  if (options.kind == PosetKind::labelled) return sum_over_smaller(n - 1, options, LabelledTopLevels(n));
  return sum_over_smaller(n - 1, options, TopLevels(n));
}

}  // namespace tropiary::detail
