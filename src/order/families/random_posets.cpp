#include "tropiary/order/random_posets.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "order/families/size_limits.hpp"
#include "tropiary/order/constructions.hpp"

namespace tropiary {

using detail::capped_product;
using detail::capped_sum;
using detail::relation;

namespace {

constexpr std::size_t point_limit = std::size_t{1} << 24;
constexpr std::size_t pair_limit = std::size_t{1} << 26;

/// Uniform numbers from the Mersenne twister, whose output the C++ standard fixes; its distributions it does not.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : engine_(seed) {}
  /// 0 ≤ · < bound, all equally likely: numbers of the last incomplete round are drawn again.
  std::uint64_t below(std::uint64_t bound) {
    const std::uint64_t excess = (0 - bound) % bound;  // 2⁶⁴ mod bound
    std::uint64_t draw = engine_();
    while (draw < excess) draw = engine_();
    return draw % bound;
  }
  std::vector<std::size_t> permutation(std::size_t n) {
    std::vector<std::size_t> result(n);
    std::iota(result.begin(), result.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) std::swap(result[i - 1], result[below(i)]);
    return result;
  }

 private:
  std::mt19937_64 engine_;
};

/// A coin that falls on its head with an exact probability.
class Coin {
 public:
  Coin(const char* function, const Rational& probability) {
    if (probability.sign() < 0 || probability > Rational(1))
      throw Error(Errc::invalid_argument,
                  std::string(function) + ": probability " + probability.to_string() + " is not in [0, 1]");
    if (!probability.denominator().fits_int64())
      throw Error(Errc::invalid_argument, std::string(function) + ": probability " + probability.to_string() +
                                              " has a denominator beyond 2^63");
    heads_ = static_cast<std::uint64_t>(probability.numerator().to_int64());
    total_ = static_cast<std::uint64_t>(probability.denominator().to_int64());
  }
  bool operator()(Draws& draws) const { return draws.below(total_) < heads_; }

 private:
  std::uint64_t heads_ = 0;
  std::uint64_t total_ = 1;
};

void require_pairs(const char* function, std::size_t a, std::size_t b) {
  if (capped_product(a, b) > pair_limit)
    detail::throw_too_large(function, std::to_string(a) + " times " + std::to_string(b) + " pairs of points",
                            pair_limit);
}

}  // namespace

Poset random_graph_order(std::size_t n, const Rational& probability, std::uint64_t seed) {
  constexpr const char* function = "random_graph_order";
  const Coin is_edge(function, probability);
  detail::require_size(function, n, point_limit);
  require_pairs(function, n, n);
  Draws draws(seed);
  const std::vector<std::size_t> place = draws.permutation(n);
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (is_edge(draws)) relations.push_back(relation(place[i], place[j]));
    }
  }
  return Poset::from_relations(n, relations);
}

Poset random_dimension_order(std::size_t n, std::size_t k, std::uint64_t seed) {
  constexpr const char* function = "random_dimension_order";
  if (k == 0) throw Error(Errc::invalid_argument, std::string(function) + ": k = 0, k ≥ 1 is needed");
  detail::require_size(function, n, point_limit);
  require_pairs(function, n, n);
  require_pairs(function, n, k);
  Draws draws(seed);
  std::vector<std::vector<std::size_t>> orders;
  for (std::size_t i = 0; i < k; ++i) orders.push_back(draws.permutation(n));  // place of each point
  std::vector<std::size_t> line(n);
  for (std::size_t x = 0; x < n; ++x) line[orders[0][x]] = x;
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      const auto agrees = [&](const std::vector<std::size_t>& order) { return order[line[i]] < order[line[j]]; };
      if (std::ranges::all_of(orders, agrees)) relations.push_back(relation(line[i], line[j]));
    }
  }
  return Poset::from_relations(n, relations);
}

Poset random_layered_order(std::span<const std::size_t> levels, const Rational& probability, std::uint64_t seed) {
  constexpr const char* function = "random_layered_order";
  const Coin is_edge(function, probability);
  std::size_t points = 0;
  std::size_t pairs = 0;
  for (std::size_t k = 0; k < levels.size(); ++k) {
    points = capped_sum(points, levels[k]);
    if (k > 0) pairs = capped_sum(pairs, capped_product(levels[k - 1], levels[k]));
  }
  detail::require_size(function, points, point_limit);
  require_pairs(function, pairs, 1);
  Draws draws(seed);
  std::vector<Relation> relations;
  std::size_t start = 0;
  for (std::size_t k = 1; k < levels.size(); ++k) {
    const std::size_t next = start + levels[k - 1];
    for (std::size_t i = start; i < next; ++i) {
      for (std::size_t j = next; j < next + levels[k]; ++j) {
        if (is_edge(draws)) relations.push_back(relation(i, j));
      }
    }
    start = next;
  }
  return Poset::from_relations(points, relations);
}

Poset random_interval_order(std::size_t n, std::uint64_t seed) {
  constexpr const char* function = "random_interval_order";
  detail::require_size(function, n, point_limit);
  require_pairs(function, n, n);
  Draws draws(seed);
  // Ends 2i and 2i + 1 of a random permutation are the ends of interval i.
  const std::vector<std::size_t> ends = draws.permutation(2 * n);
  const auto left = [&](std::size_t i) { return std::min(ends[2 * i], ends[2 * i + 1]); };
  const auto right = [&](std::size_t i) { return std::max(ends[2 * i], ends[2 * i + 1]); };
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (right(i) < left(j)) relations.push_back(relation(i, j));
    }
  }
  return Poset::from_relations(n, relations);
}

Poset random_series_parallel_order(std::size_t n, std::uint64_t seed) {
  constexpr const char* function = "random_series_parallel_order";
  detail::require_size(function, n, point_limit);
  Draws draws(seed);
  const std::vector<std::size_t> name = draws.permutation(n);
  struct Part {
    std::size_t first, size;
    bool is_series = false;
    std::size_t low = 0, high = 0;  // the parts it is made of, when it has more than one point
  };
  std::vector<Part> parts;
  if (n > 0) parts.push_back({0, n});
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const Part part = parts[k];
    if (part.size == 1) continue;
    const std::size_t cut = 1 + draws.below(part.size - 1);
    parts[k].is_series = draws.below(2) == 1;
    parts[k].low = parts.size();
    parts[k].high = parts.size() + 1;
    parts.push_back({part.first, cut});
    parts.push_back({part.first + cut, part.size - cut});
  }
  // Minimal and maximal points, from the points up.
  std::vector<std::vector<std::size_t>> least(parts.size());
  std::vector<std::vector<std::size_t>> greatest(parts.size());
  std::vector<Relation> covers;
  const auto joined = [](std::vector<std::size_t>& a, std::vector<std::size_t>& b) {
    if (a.size() < b.size()) a.swap(b);
    a.insert(a.end(), b.begin(), b.end());
    return std::move(a);
  };
  for (std::size_t k = parts.size(); k-- > 0;) {
    const Part& part = parts[k];
    if (part.size == 1) {
      least[k] = greatest[k] = {name[part.first]};
    } else if (!part.is_series) {
      least[k] = joined(least[part.low], least[part.high]);
      greatest[k] = joined(greatest[part.low], greatest[part.high]);
    } else {
      require_pairs(function, greatest[part.low].size(), least[part.high].size());
      require_pairs(function, covers.size() + greatest[part.low].size() * least[part.high].size(), 1);
      for (const std::size_t x : greatest[part.low]) {
        for (const std::size_t y : least[part.high]) covers.push_back(relation(x, y));
      }
      least[k] = std::move(least[part.low]);
      greatest[k] = std::move(greatest[part.high]);
    }
  }
  return detail::poset_from_covers_unchecked(n, std::move(covers));
}

Poset random_tree_order(std::size_t n, std::uint64_t seed) {
  constexpr const char* function = "random_tree_order";
  detail::require_size(function, n, point_limit);
  if (n < 2) return chain(n);
  Draws draws(seed);
  // A Prüfer sequence, decoded leaf by leaf in linear time.
  std::vector<std::size_t> sequence(n - 2);
  for (std::size_t& s : sequence) s = draws.below(n);
  std::vector<std::size_t> degree(n, 1);
  for (const std::size_t s : sequence) ++degree[s];
  std::vector<std::vector<std::size_t>> near(n);
  const auto link = [&](std::size_t a, std::size_t b) {
    near[a].push_back(b);
    near[b].push_back(a);
  };
  std::size_t next = 0;
  while (degree[next] != 1) ++next;
  std::size_t leaf = next;
  for (const std::size_t s : sequence) {
    link(leaf, s);
    if (--degree[s] == 1 && s < next) {
      leaf = s;
    } else {
      ++next;
      while (degree[next] != 1) ++next;
      leaf = next;
    }
  }
  link(leaf, n - 1);

  const std::size_t root = draws.below(n);
  std::vector<Relation> covers;
  std::vector<std::size_t> order{root};
  std::vector<bool> seen(n, false);
  seen[root] = true;
  for (std::size_t k = 0; k < order.size(); ++k) {
    for (const std::size_t x : near[order[k]]) {
      if (seen[x]) continue;
      seen[x] = true;
      covers.push_back(relation(order[k], x));
      order.push_back(x);
    }
  }
  return detail::poset_from_covers_unchecked(n, std::move(covers));
}

}  // namespace tropiary
