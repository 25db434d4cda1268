#pragma once

// Posets for the tests: all of a small size, random ones with a seed, and brute-force answers that know nothing of the
// library's algorithms.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::testing {

/// The same numbers on every platform (the distributions of <random> are not portable).
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }  ///< 0 ≤ · < bound
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
  }
  bool chance(double probability) { return static_cast<double>(engine_() >> 11) * 0x1p-53 < probability; }
  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }
  std::vector<std::size_t> permutation(std::size_t n) {
    std::vector<std::size_t> result(n);
    std::iota(result.begin(), result.end(), std::size_t{0});
    shuffle(result);
    return result;
  }

 private:
  std::mt19937_64 engine_;
};

/// An order on at most 16 points as bit masks: bit j of above[i] says i < j.
struct SmallOrder {
  std::vector<std::uint32_t> above;
  [[nodiscard]] std::size_t size() const { return above.size(); }
  [[nodiscard]] bool less(std::size_t i, std::size_t j) const { return ((above[i] >> j) & 1U) != 0; }
  friend auto operator<=>(const SmallOrder&, const SmallOrder&) = default;
};

inline Poset to_poset(const SmallOrder& order) {
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = 0; j < order.size(); ++j) {
      if (order.less(i, j)) relations.push_back({element(i), element(j)});
    }
  }
  return Poset::from_relations(order.size(), relations);
}

inline SmallOrder to_small_order(const Poset& p) {
  SmallOrder order{std::vector<std::uint32_t>(p.size())};
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (p.less(element(i), element(j))) order.above[i] |= 1U << j;
    }
  }
  return order;
}

/// Every way to add the point n to an order on 0..n-1: choose what lies below and above it.
inline std::vector<SmallOrder> extensions_by_one_point(const SmallOrder& order, bool only_maximal) {
  const std::size_t n = order.size();
  std::vector<std::uint32_t> below(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (order.less(i, j)) below[j] |= 1U << i;
    }
  }
  const auto closed = [n](std::uint32_t set, const std::vector<std::uint32_t>& forced) {
    for (std::size_t i = 0; i < n; ++i) {
      if (((set >> i) & 1U) != 0 && (forced[i] & ~set) != 0) return false;
    }
    return true;
  };
  std::vector<SmallOrder> result;
  for (std::uint32_t down = 0; down < (1U << n); ++down) {
    if (!closed(down, below)) continue;
    for (std::uint32_t up = 0; up < (only_maximal ? 1U : 1U << n); ++up) {
      if ((up & down) != 0 || !closed(up, order.above)) continue;
      bool transitive = true;
      for (std::size_t i = 0; i < n && transitive; ++i) {
        if (((down >> i) & 1U) != 0) transitive = (up & ~order.above[i]) == 0;
      }
      if (!transitive) continue;
      SmallOrder extended = order;
      extended.above.push_back(up);
      for (std::size_t i = 0; i < n; ++i) {
        if (((down >> i) & 1U) != 0) extended.above[i] |= 1U << n;
      }
      result.push_back(std::move(extended));
    }
  }
  return result;
}

/// All partial orders on {0, …, n-1}: 1, 1, 3, 19, 219, 4231, 130023 of them (OEIS A001035).
inline std::vector<SmallOrder> all_labelled_orders(std::size_t n) {
  std::vector<SmallOrder> orders(1);
  for (std::size_t size = 0; size < n; ++size) {
    std::vector<SmallOrder> next;
    for (const SmallOrder& order : orders) {
      std::vector<SmallOrder> extended = extensions_by_one_point(order, false);
      next.insert(next.end(), extended.begin(), extended.end());
    }
    orders = std::move(next);
  }
  return orders;
}

/// The least of all renumberings that sort the points by (#below, #above): equal for isomorphic orders only.
inline SmallOrder brute_canonical_form(const SmallOrder& order) {
  const std::size_t n = order.size();
  std::vector<std::pair<std::pair<int, int>, std::size_t>> keyed(n);
  for (std::size_t i = 0; i < n; ++i) {
    int below = 0;
    for (std::size_t j = 0; j < n; ++j) below += order.less(j, i) ? 1 : 0;
    keyed[i] = {{below, std::popcount(order.above[i])}, i};
  }
  std::sort(keyed.begin(), keyed.end());
  SmallOrder best;
  std::vector<std::size_t> arrangement(n);
  const auto consider = [&] {
    SmallOrder image{std::vector<std::uint32_t>(n)};
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (order.less(arrangement[i], arrangement[j])) image.above[i] |= 1U << j;
      }
    }
    if (best.size() == 0 || image < best) best = std::move(image);
  };
  // All arrangements, class by class: an odometer of std::next_permutation over the classes of equal keys.
  for (std::size_t i = 0; i < n; ++i) arrangement[i] = keyed[i].second;
  for (;;) {
    consider();
    std::size_t start = 0;
    for (; start < n;) {
      std::size_t stop = start;
      while (stop < n && keyed[stop].first == keyed[start].first) ++stop;
      const auto at = [&](std::size_t i) { return arrangement.begin() + static_cast<std::ptrdiff_t>(i); };
      if (std::next_permutation(at(start), at(stop))) break;
      start = stop;
    }
    if (start >= n) return best;
  }
}

/// One order of each isomorphism type: 1, 1, 2, 5, 16, 63, 318, 2045 of them (OEIS A000112). Quick for n ≤ 6.
inline std::vector<SmallOrder> all_unlabelled_orders(std::size_t n) {
  std::vector<SmallOrder> orders(1);
  for (std::size_t size = 0; size < n; ++size) {
    std::set<SmallOrder> next;  // every order arises from a smaller one by adding a maximal point
    for (const SmallOrder& order : orders) {
      for (const SmallOrder& extended : extensions_by_one_point(order, true))
        next.insert(brute_canonical_form(extended));
    }
    orders.assign(next.begin(), next.end());
  }
  return orders;
}

inline std::vector<Poset> to_posets(const std::vector<SmallOrder>& orders) {
  std::vector<Poset> posets;
  posets.reserve(orders.size());
  for (const SmallOrder& order : orders) posets.push_back(to_poset(order));
  return posets;
}

inline std::vector<Poset> all_labelled_posets(std::size_t n) { return to_posets(all_labelled_orders(n)); }
inline std::vector<Poset> all_unlabelled_posets(std::size_t n) { return to_posets(all_unlabelled_orders(n)); }

/// Each pair i < j of a random permutation is related with the given probability, then closed transitively.
inline Poset random_poset(std::size_t n, double density, std::uint64_t seed) {
  Random random(seed);
  const std::vector<std::size_t> place = random.permutation(n);
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (random.chance(density)) relations.push_back({element(place[i]), element(place[j])});
    }
  }
  return Poset::from_relations(n, relations);
}

/// A random tree of disjoint unions, ordinal sums and, with probability `prime_share` where a part has at least four
/// points, N-shaped compositions; randomly numbered. `skew` in [0, 1] is the chance that a binary node splits off a
/// single point, which makes the tree deep.
inline Poset random_composed_poset(std::size_t n, std::uint64_t seed, double prime_share = 0.3, double skew = 0.2) {
  Random random(seed);
  struct Block {
    std::size_t size;
    bool parallel = false;                // else series, when it has two parts
    std::vector<std::size_t> parts;       // none for a point, two, or four for an N
    std::vector<std::size_t> least, top;  // minimal and maximal points
  };
  std::vector<Block> blocks{{n, false, {}, {}, {}}};
  if (n == 0) return {};
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const std::size_t size = blocks[b].size;
    if (size == 1) continue;
    std::vector<std::size_t> sizes;
    if (size >= 4 && random.chance(prime_share)) {
      std::set<std::size_t> cuts;
      while (cuts.size() < 3) cuts.insert(1 + random.below(size - 1));
      std::size_t last = 0;
      for (std::size_t cut : cuts) {
        sizes.push_back(cut - last);
        last = cut;
      }
      sizes.push_back(size - last);
    } else {
      const std::size_t first = random.chance(skew) ? 1 : 1 + random.below(size - 1);
      sizes = {first, size - first};
      if (random.chance(0.5)) std::swap(sizes[0], sizes[1]);
      blocks[b].parallel = random.chance(0.5);
    }
    for (std::size_t part : sizes) {
      blocks[b].parts.push_back(blocks.size());
      blocks.push_back({part, false, {}, {}, {}});
    }
  }
  const std::vector<std::size_t> place = random.permutation(n);
  std::size_t points = 0;
  std::vector<Relation> relations;
  const auto put_below = [&](const Block& low, const Block& high) {
    for (std::size_t x : low.top) {
      for (std::size_t y : high.least) relations.push_back({element(x), element(y)});
    }
  };
  for (std::size_t b = blocks.size(); b-- > 0;) {
    Block& block = blocks[b];
    const auto append = [](std::vector<std::size_t>& to, const std::vector<std::size_t>& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    if (block.parts.empty()) {
      block.least = block.top = {place[points++]};
      continue;
    }
    const auto part = [&](std::size_t i) -> Block& { return blocks[block.parts[i]]; };
    if (block.parts.size() == 4) {  // 0 < 1, 2 < 1, 2 < 3
      put_below(part(0), part(1));
      put_below(part(2), part(1));
      put_below(part(2), part(3));
      block.least = std::move(part(0).least);
      append(block.least, part(2).least);
      block.top = std::move(part(1).top);
      append(block.top, part(3).top);
    } else if (block.parallel) {
      block.least = std::move(part(0).least);
      append(block.least, part(1).least);
      block.top = std::move(part(0).top);
      append(block.top, part(1).top);
    } else {
      put_below(part(0), part(1));
      block.least = std::move(part(0).least);
      block.top = std::move(part(1).top);
    }
  }
  return Poset::from_relations(n, relations);
}

inline Poset random_series_parallel(std::size_t n, std::uint64_t seed, double skew = 0.2) {
  return random_composed_poset(n, seed, 0.0, skew);
}

/// All up-sets as bit masks, ascending, by testing all 2ⁿ subsets (n ≤ 20).
inline std::vector<std::uint32_t> brute_up_sets(const Poset& p) {
  const SmallOrder order = to_small_order(p);
  std::vector<std::uint32_t> result;
  for (std::uint32_t set = 0; set < (1U << p.size()); ++set) {
    bool closed = true;
    for (std::size_t i = 0; i < p.size() && closed; ++i) {
      closed = ((set >> i) & 1U) == 0 || (order.above[i] & ~set) == 0;
    }
    if (closed) result.push_back(set);
  }
  return result;
}

/// Linear extensions by trying all n! orders of the points (n ≤ 8).
inline std::uint64_t brute_count_linear_extensions(const Poset& p) {
  const SmallOrder order = to_small_order(p);
  std::vector<std::size_t> line(p.size());
  std::iota(line.begin(), line.end(), std::size_t{0});
  std::uint64_t count = 0;
  do {
    std::uint32_t seen = 0;
    bool respects = true;
    for (std::size_t x : line) {
      if ((order.above[x] & seen) != 0) respects = false;
      seen |= 1U << x;
    }
    count += respects ? 1U : 0U;
  } while (std::next_permutation(line.begin(), line.end()));
  return count;
}

/// A set of points as a bit mask, for comparison with the brute-force answers.
inline std::uint32_t to_mask(const ElementSet& set) { return static_cast<std::uint32_t>(set.words()[0]); }

}  // namespace tropiary::testing
