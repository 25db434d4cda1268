#include "tropiary/order/enumeration.hpp"

#include <bit>
#include <string>
#include <utility>
#include <vector>

#include "order/level_search.hpp"
#include "order/poset_count.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

using detail::PointMask;

void check(const char* function, std::size_t n, const EnumerationOptions& options) {
  if (n > SmallPoset::max_size) {
    throw Error(Errc::too_large, std::string(function) + ": size " + std::to_string(n) +
                                     " exceeds 16; there are 4483130665195087 posets on 16 points up to isomorphism");
  }
  if (options.shard >= options.shards) {
    throw Error(Errc::invalid_argument, std::string(function) + ": shard " + std::to_string(options.shard) + " of " +
                                            std::to_string(options.shards) + ", must be less");
  }
}

bool is_connected(const SmallPoset& p) {
  if (p.size == 0) return false;
  PointMask reached = static_cast<PointMask>(1U | p.below[0]);
  for (PointMask before = 0; before != reached;) {
    before = reached;
    for (std::size_t j = 0; j < p.size; ++j) {
      const auto down = static_cast<PointMask>(p.below[j] | 1U << j);
      if ((down & reached) != 0) reached |= down;
    }
  }
  return std::popcount(reached) == static_cast<int>(p.size);
}

bool needs_poset(const EnumerationOptions& options) {
  return options.series_parallel || options.lattice || options.graded || options.width.has_value();
}

/// What the search itself does not take care of.
bool passes(const EnumerationOptions& options, const SmallPoset& p) {
  if (options.connected && !is_connected(p)) return false;
  if (!needs_poset(options)) return true;
  const Poset poset = to_poset(p);
  return (!options.series_parallel || is_series_parallel(poset)) && (!options.lattice || is_lattice(poset)) &&
         (!options.graded || is_graded(poset)) && (!options.width || width(poset) == *options.width);
}

struct Show {
  static constexpr bool counts = false;
  static constexpr bool wants_leaves = true;
  const EnumerationOptions& options;
  const std::function<bool(const SmallPoset&)>& visitor;
  bool filtered;
  bool leaf(const SmallPoset& p) { return (filtered && !passes(options, p)) || visitor(p); }
};

struct Count {
  static constexpr bool counts = true;
  static constexpr bool wants_leaves = true;
  std::uint64_t total = 0;
  bool leaf(const SmallPoset&) { return leaves(1); }
  bool leaves(std::size_t count) {
    total += count;
    return true;
  }
};

struct CountPassing {
  static constexpr bool counts = false;
  static constexpr bool wants_leaves = true;
  const EnumerationOptions& options;
  std::uint64_t total = 0;
  bool leaf(const SmallPoset& p) {
    total += passes(options, p) ? 1U : 0U;
    return true;
  }
};

/// The connected ones from all, by the inverse of the Euler transform: m·a(m) = Σ s(k)·a(m − k) for k = 1 … m, where
/// s(k) is the sum of d·c(d) over the divisors d of k.
Integer count_connected(std::size_t n) {
  if (n == 0) return 0;
  std::vector<Integer> all;
  for (std::size_t m = 0; m <= n; ++m) all.push_back(detail::count_posets_by_levels(m));
  std::vector<Integer> connected(n + 1);
  std::vector<Integer> sums(n + 1);  // s, without the divisor k itself until c(k) is known
  for (std::size_t m = 1; m <= n; ++m) {
    Integer rest = Integer(m) * all[m] - sums[m];
    for (std::size_t k = 1; k < m; ++k) rest -= sums[k] * all[m - k];
    connected[m] = rest / Integer(m);
    for (std::size_t k = m; k <= n; k += m) sums[k] += Integer(m) * connected[m];
  }
  return connected[n];
}

}  // namespace

Poset to_poset(const SmallPoset& p) {
  std::vector<Relation> covers;
  for (std::size_t j = 0; j < p.size; ++j) {
    unsigned lower = p.below[j];
    for (unsigned rest = p.below[j]; rest != 0; rest &= rest - 1) {
      lower &= ~static_cast<unsigned>(p.below[static_cast<std::size_t>(std::countr_zero(rest))]);
    }
    for (; lower != 0; lower &= lower - 1) {
      covers.push_back({element(static_cast<std::size_t>(std::countr_zero(lower))), element(j)});
    }
  }
  std::sort(covers.begin(), covers.end());
  return detail::poset_from_covers_unchecked(p.size, std::move(covers));
}

bool for_each_poset(std::size_t n, const EnumerationOptions& options,
                    const std::function<bool(const SmallPoset&)>& visitor) {
  check("for_each_poset", n, options);
  Show show{options, visitor, options.connected || needs_poset(options)};
  return detail::LevelSearch<Show>(n, options, show).run();
}

Integer count_posets(std::size_t n, const EnumerationOptions& options) {
  check("count_posets", n, options);
  if (options.shards == 1 && !needs_poset(options) && !options.height) {
    return options.connected ? count_connected(n) : detail::count_posets_by_levels(n);
  }
  if (needs_poset(options) || options.connected) {
    CountPassing count{options};
    detail::LevelSearch<CountPassing>(n, options, count).run();
    return count.total;
  }
  Count count;
  detail::LevelSearch<Count>(n, options, count).run();
  return count.total;
}

}  // namespace tropiary
