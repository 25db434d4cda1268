#include <array>
#include <bit>
#include <utility>
#include <vector>

#include "order/enumeration/counting_run.hpp"
#include "order/enumeration/enumeration_check.hpp"
#include "order/enumeration/poset_count.hpp"
#include "order/enumeration/search_run.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

using detail::PointMask;
using detail::Wide;

/// The coefficients of Π (1 − xᵐ)^(−c(m)) from those of c, or c from them: m·a(m) = Σ s(k)·a(m − k) for k = 1 … m,
/// where s(k) is the sum of d·c(d) over the divisors d of k.
class EulerTransform {
 public:
  explicit EulerTransform(std::size_t n) : sums_(n + 1), all_(n + 1) { all_[0] = 1; }

  /// What a(m) would be for c(m) = 0; c(1), …, c(m − 1) are known.
  [[nodiscard]] Integer without(std::size_t m) const {
    Integer total = sums_[m];
    for (std::size_t k = 1; k < m; ++k) total += sums_[k] * all_[m - k];
    return total / Integer(m);
  }
  void set(std::size_t m, const Integer& connected) {
    all_[m] = without(m) + connected;
    for (std::size_t k = m; k < sums_.size(); k += m) sums_[k] += Integer(m) * connected;
  }
  [[nodiscard]] const Integer& all(std::size_t m) const { return all_[m]; }

 private:
  std::vector<Integer> sums_;
  std::vector<Integer> all_;
};

Integer count_connected(std::size_t n, const EnumerationOptions& options) {
  if (n == 0) return 0;
  EulerTransform transform(n);
  Integer connected;
  for (std::size_t m = 1; m <= n; ++m) {
    connected = detail::count_posets_by_levels(m, options) - transform.without(m);
    transform.set(m, connected);
  }
  return connected;
}

/// Σ e(Q)/|Aut Q|·|J(Q)| over the posets on n − 1 points: Q has e(Q)/|Aut Q| natural labellings, and the last point
/// lies above any of its down-sets.
class NaturalLabellings {
 public:
  explicit NaturalLabellings(std::size_t n) : n_(n), extensions_(std::size_t{1} << (n - 1)) {}

  Wide operator()(const detail::LevelFrame& frame, const SmallPoset& poset) {
    if (frame.points + 1 != n_) return 0;
    extensions_[0] = 1;
    std::uint64_t count = 1;
    for (const PointMask d : frame.down_sets().subspan(1)) {
      unsigned maxima = d;
      for (unsigned r = d; r != 0; r &= r - 1)
        maxima &= ~unsigned{poset.below[static_cast<unsigned>(std::countr_zero(r))]};
      count = 0;
      for (; maxima != 0; maxima &= maxima - 1) count += extensions_[d ^ (maxima & (0U - maxima))];
      extensions_[d] = count;
    }
    return Wide{count / detail::group_order(frame)} * frame.count;
  }

 private:
  std::size_t n_;
  std::vector<std::uint64_t> extensions_;  // of the down-sets; 15! has 41 bits
};

struct CountBlocks {
  std::uint64_t* total;
  std::uint64_t held_posets = 0;
  bool add(const detail::PosetBlock& block) {
    held_posets += block.sets.size();
    return true;
  }
  static std::size_t held() { return 0; }
  CountBlocks take() { return std::exchange(*this, CountBlocks{total}); }
  bool deliver(std::optional<std::uint64_t>) {
    *total += held_posets;
    held_posets = 0;
    return true;
  }
};

Integer count_by_search(std::size_t n, const EnumerationOptions& options) {
  std::uint64_t total = 0;
  if (!detail::SearchRun(n, options, CountBlocks{&total}).run()) {
    throw Error(Errc::invalid_argument, "count_posets: stopped before the end");
  }
  return total;
}

/// Labellings of the unlabelled posets with the properties: n!/|Aut P| or e(P)/|Aut P| each.
Integer count_labellings(std::size_t n, EnumerationOptions options) {
  const bool natural = options.kind == PosetKind::naturally_labelled;
  options.kind = PosetKind::unlabelled;
  options.threads = 1;  // the orders of the groups take most of the time, and a visitor runs in one thread
  Integer numberings = 1;
  for (std::size_t i = 2; i <= n; ++i) numberings *= Integer(i);
  Integer total;
  const bool ended = for_each_poset(n, options, [&](const SmallPoset& p) {
    const Poset poset = to_poset(p);
    total += (natural ? count_linear_extensions(poset) : numberings) / automorphism_group_order(poset);
    return true;
  });
  if (!ended) throw Error(Errc::invalid_argument, "count_posets: stopped before the end");
  return total;
}

}  // namespace

namespace detail {

/// A series-parallel poset on m ≥ 2 points is either a disjoint union or an ordinal sum, and an ordinal sum is one of a
/// first summand that is none and the rest. [stanley1974]
Integer count_series_parallel(std::size_t n) {
  if (n == 0) return 1;
  EulerTransform all(n);
  std::vector<Integer> no_sums(n + 1);  // the point and the disjoint unions
  no_sums[1] = 1;
  all.set(1, 1);
  for (std::size_t m = 2; m <= n; ++m) {
    no_sums[m] = all.without(m);
    Integer sums;
    for (std::size_t k = 1; k < m; ++k) sums += no_sums[k] * all.all(m - k);
    all.set(m, sums);
  }
  return all.all(n);
}

}  // namespace detail

Integer count_posets(std::size_t n, const EnumerationOptions& options) {
  detail::check_enumeration("count_posets", n, options);
  const bool is_whole = options.shards == 1 && options.first_node == 0;
  const bool is_unlabelled = options.kind == PosetKind::unlabelled;
  if (!detail::has_properties(options)) {
    if (options.first_node != 0) return count_by_search(n, options);
    if (options.kind != PosetKind::naturally_labelled) return detail::count_posets_by_levels(n, options);
    if (n < 2) return options.shard == 0 ? 1 : 0;
    return detail::sum_over_smaller(n, options, NaturalLabellings(n));
  }
  if (is_whole && is_unlabelled) {
    EnumerationOptions others = options;
    others.connected = others.series_parallel = false;
    if (!detail::has_properties(others) && !options.series_parallel) return count_connected(n, options);
    if (!detail::has_properties(others) && !options.connected) return detail::count_series_parallel(n);
  }
  if (is_whole && !is_unlabelled) return count_labellings(n, options);
  return count_by_search(n, options);
}

}  // namespace tropiary
