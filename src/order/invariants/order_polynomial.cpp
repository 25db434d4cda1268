#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "order/invariants/polynomials.hpp"
#include "order/linear_extensions/fixed_width.hpp"
#include "order/small_down_sets.hpp"
#include "order/word_order.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/linear_extensions.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

using detail::DownSets;
using detail::SmallDownSets;
using Kind = ModularDecomposition::Kind;

// An order polynomial is kept as its coefficients in the basis C(m, k): the k-th is the number of order-preserving maps
// onto {1..k}.
using Surjections = std::vector<Integer>;

constexpr std::size_t largest_size = 4096;

/// Σ_k c_k C(m, k) for m = 0..last.
std::vector<Integer> values(Surjections differences, std::size_t last) {
  // Newton's forward differences, read backwards.
  std::vector<Integer> result;
  result.reserve(last + 1);
  for (std::size_t m = 0; m <= last; ++m) {
    result.push_back(differences[0]);
    for (std::size_t k = 0; k + 1 < differences.size(); ++k) differences[k] += differences[k + 1];
  }
  return result;
}

Surjections differences(std::vector<Integer> values) {
  for (std::size_t k = 1; k < values.size(); ++k) {
    for (std::size_t m = values.size(); m-- > k;) values[m] -= values[m - 1];
  }
  return values;
}

/// The highest value of the maps on A and the lowest on B are equal or neighbours.
Surjections one_below_the_other(const Surjections& a, const Surjections& b) {
  Surjections result(a.size() + b.size() - 1);
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      const Integer product = a[i] * b[j];
      result[i + j] += product;
      result[i + j - 1] += product;
    }
  }
  return result;
}

/// A down-set and what is left of it without one of its maximal points.
struct Removal {
  std::uint32_t from;
  std::uint32_t to;
};

/// The down-sets of a poset by their places, and for each point the removals of it.
struct RemovalsFromDownSets {
  std::size_t sets = 0;
  std::uint32_t empty = 0;
  std::uint32_t full = 0;
  std::vector<std::vector<Removal>> by_rank;  // of the point in the linear extension
};

RemovalsFromDownSets word_removals(const Poset& p, std::size_t count, const char* function) {
  const std::size_t n = p.size();
  std::vector<Element> rank(n);
  for (std::size_t r = 0; r < n; ++r) rank[index(p.linear_extension()[r])] = element(r);
  const DownSets down_sets(relabelled(p, rank), count, function);
  RemovalsFromDownSets result{down_sets.size(), 0, static_cast<std::uint32_t>(down_sets.size() - 1), {}};
  result.by_rank.resize(n);
  for (std::size_t i = 0; i < down_sets.size(); ++i) {
    for (std::uint64_t rest = down_sets.addable(down_sets[i]); rest != 0; rest &= rest - 1) {
      const std::size_t larger = down_sets.place_of(down_sets[i] | (rest & -rest));
      result.by_rank[static_cast<std::size_t>(std::countr_zero(rest))].push_back(
          {static_cast<std::uint32_t>(larger), static_cast<std::uint32_t>(i)});
    }
  }
  return result;
}

/// The same for any number of points; the up-sets of the dual are the down-sets.
RemovalsFromDownSets set_removals(const Poset& p) {
  const std::size_t n = p.size();
  const Poset opposite = dual(p);
  std::unordered_map<ElementSet, std::uint32_t> place;
  std::vector<ElementSet> sets;
  for (const ElementSet& set : up_sets(opposite)) {
    place.emplace(set, static_cast<std::uint32_t>(sets.size()));
    sets.push_back(set);
  }
  std::vector<std::size_t> rank(n);
  for (std::size_t r = 0; r < n; ++r) rank[index(p.linear_extension()[r])] = r;
  RemovalsFromDownSets result{sets.size(), place.at(ElementSet(n)), place.at(ElementSet::full(n)), {}};
  result.by_rank.resize(n);
  for (std::uint32_t i = 0; i < sets.size(); ++i) {
    for (const Element x : minimal_elements(opposite, sets[i])) {
      ElementSet smaller = sets[i];
      smaller.erase(x);
      result.by_rank[rank[index(x)]].push_back({i, place.at(smaller)});
    }
  }
  return result;
}

/// Maps to {1..m} are multichains of m − 1 down-sets: the values Ω(1), Ω(2), … by summing over the lattice of
/// down-sets. The sum over all down-sets inside each takes one addition for each removal: points are taken away one
/// after another, the lowest first in the outer loop, so that each smaller down-set is met along one path. No map to m
/// < height points is strict, so that Ω(−m) = 0 there [stanley2012], and n + 1 − height sums are enough.
Surjections by_down_sets(const Poset& p, const char* function) {
  const std::size_t n = p.size();
  const std::size_t zeros = height(p);
  const std::size_t sums = n + 1 - zeros;
  const Integer count = count_up_sets(p);
  const std::size_t bits = n * static_cast<std::size_t>(std::bit_width(sums)) + 1;
  constexpr std::uint64_t work_limit = std::uint64_t{1} << 34U;
  constexpr std::uint64_t words_limit = std::uint64_t{1} << 24U;
  constexpr std::uint64_t sets_limit = std::uint64_t{1} << 22U;
  const std::uint64_t limit = detail::WordOrder::fits(p)
                                  ? std::min(words_limit, work_limit / (n * n * (1 + bits / 64)))
                                  : std::min(sets_limit, (work_limit >> 6U) / (n * n * (1 + bits / 64)));
  if (count > Integer(limit)) {
    throw Error(Errc::too_large, std::string(function) + ": a prime part of " + std::to_string(n) + " points has " +
                                     count.to_string() + " up-sets; at most " + std::to_string(limit) +
                                     " are summed over");
  }
  const RemovalsFromDownSets removals = detail::WordOrder::fits(p)
                                            ? word_removals(p, static_cast<std::size_t>(count.to_int64()), function)
                                            : set_removals(p);
  std::vector<Integer> values(zeros);
  // Values are at most sumsⁿ.
  const bool fits = detail::with_fixed_width(bits, [&](auto zero) {
    std::vector<decltype(zero)> maps(removals.sets);  // order-preserving maps from the down-set to {1..m}
    maps[removals.empty].limbs[0] = 1;
    for (std::size_t m = 1; m <= sums; ++m) {
      for (const std::vector<Removal>& of_point : removals.by_rank) {
        for (const auto& [from, to] : of_point) maps[from] += maps[to];
      }
      values.push_back(maps[removals.full].to_integer());
    }
  });
  if (!fits) {
    throw Error(Errc::too_large, std::string(function) + ": a prime part of " + std::to_string(n) + " points");
  }
  // Newton's differences at 1 − height, then one step after another up to 0.
  Surjections result = differences(std::move(values));
  for (std::size_t step = 1; step < zeros; ++step) {
    for (std::size_t k = 0; k + 1 < result.size(); ++k) result[k] += result[k + 1];
  }
  return result;
}

/// The same where there are few down-sets, in words: the maps of 16 points onto {1..k} number less than 2⁶³, so that
/// what wraps on the way does no harm.
std::optional<Surjections> by_few_down_sets(const Poset& p) {
  const SmallDownSets down_sets(p);
  if (!down_sets.complete()) return std::nullopt;
  const std::size_t n = p.size();
  const std::size_t zeros = height(p);
  std::array<std::uint64_t, SmallDownSets::most_points + 1> difference{};
  std::size_t next = zeros;
  down_sets.for_each_value(n + 1 - zeros, [&](std::uint64_t value) { difference[next++] = value; });
  for (std::size_t k = 1; k <= n; ++k) {
    for (std::size_t m = n; m >= k; --m) difference[m] -= difference[m - 1];
  }
  for (std::size_t step = 1; step < zeros; ++step) {
    for (std::size_t k = 0; k < n; ++k) difference[k] += difference[k + 1];
  }
  return Surjections(difference.begin(), difference.begin() + static_cast<std::ptrdiff_t>(n) + 1);
}

/// Coefficients of a poset on n points are below n!·2ⁿ.
std::uint64_t bits(std::uint64_t n) { return n * (2 + static_cast<std::uint64_t>(std::bit_width(n))); }

}  // namespace

namespace detail {

std::vector<Integer> order_preserving_surjections(const Poset& p, const char* function) {
  if (p.empty()) return {1};
  if (p.size() > largest_size) {
    throw Error(Errc::too_large, std::string(function) + ": the poset has " + std::to_string(p.size()) +
                                     " points, at most " + std::to_string(largest_size) + " are supported");
  }
  if (SmallDownSets::may_fit(p)) {
    if (auto few = by_few_down_sets(p)) return std::move(*few);
  }
  const ModularDecomposition tree = modular_decomposition(p);
  std::vector<Surjections> of(tree.nodes.size());
  std::vector<std::vector<Element>> points(tree.nodes.size());
  std::uint64_t work = 0;
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    if (node.kind == Kind::point) points[x].push_back(node.point);
    for (const std::size_t child : node.children) {
      points[x].insert(points[x].end(), points[child].begin(), points[child].end());
      points[child].clear();
      points[child].shrink_to_fit();
    }
    const std::uint64_t n = points[x].size();
    if (node.kind != Kind::point) detail::predict_work(work, n * n, bits(n), function, p.size());
    switch (node.kind) {
      case Kind::point:
        of[x] = {0, 1};
        break;
      case Kind::disjoint_union: {
        std::vector<Integer> product(n + 1, Integer(1));
        for (const std::size_t child : node.children) {
          const std::vector<Integer> factor = values(std::move(of[child]), n);
          for (std::size_t m = 0; m <= n; ++m) product[m] *= factor[m];
        }
        of[x] = differences(std::move(product));
        break;
      }
      case Kind::ordinal_sum:
        of[x] = std::move(of[node.children[0]]);
        for (std::size_t i = 1; i < node.children.size(); ++i) {
          of[x] = one_below_the_other(of[x], of[node.children[i]]);
        }
        break;
      case Kind::prime:
        std::sort(points[x].begin(), points[x].end());
        of[x] = by_down_sets(induced_subposet(p, points[x]), function);
        break;
    }
    for (const std::size_t child : node.children) Surjections().swap(of[child]);
  }
  detail::predict_work(work, p.size() * p.size(), bits(p.size()), function, p.size());
  return std::move(of.back());
}

}  // namespace detail

std::vector<Rational> order_polynomial(const Poset& p) {
  return detail::from_binomial_basis(detail::order_preserving_surjections(p, "order_polynomial"), 0);
}

std::vector<Rational> strict_order_polynomial(const Poset& p) {
  // Ω°(m) = (−1)ⁿ Ω(−m) [stanley2012].
  std::vector<Rational> result =
      detail::from_binomial_basis(detail::order_preserving_surjections(p, "strict_order_polynomial"), 0);
  for (std::size_t k = 0; k < result.size(); ++k) {
    if ((p.size() - k) % 2 != 0) result[k] = -result[k];
  }
  return result;
}

std::vector<Integer> order_series(const Poset& p) {
  // Σ_m C(m, k) x^m = x^k / (1 − x)^(k+1): the sum of c_k x^k (1 − x)^(n−k), by Horner's scheme in 1 − x.
  std::vector<Integer> result;
  for (Integer& coefficient : detail::order_preserving_surjections(p, "order_series")) {
    result.emplace_back();
    for (std::size_t i = result.size() - 1; i > 0; --i) result[i] -= result[i - 1];
    result.back() += coefficient;
  }
  return result;
}

}  // namespace tropiary
