#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>
#include <vector>

#include "order/invariants/polynomials.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

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

/// Maps to {1..m} are multichains of m − 1 up-sets: the values at 0..n by summing n times over the lattice of up-sets.
/// The sum over all up-sets inside each up-set takes n additions per up-set: elements are taken away one after another,
/// the highest first in the outer loop, so that each smaller up-set is met along one path.
Surjections by_up_sets(const Poset& p, const char* function) {
  const std::size_t n = p.size();
  const Integer count = count_up_sets(p);
  constexpr std::uint64_t limit = std::uint64_t{1} << 28U;
  if (count > Integer(limit / (n * n + 1))) {
    throw Error(Errc::too_large, std::string(function) + ": a prime part of " + std::to_string(n) + " points has " +
                                     count.to_string() + " up-sets; at most 2^28/points^2 are summed over");
  }
  std::unordered_map<ElementSet, std::uint32_t> place;
  std::vector<ElementSet> sets;
  for (const ElementSet& set : up_sets(p)) {
    place.emplace(set, static_cast<std::uint32_t>(sets.size()));
    sets.push_back(set);
  }
  // The removals (from, to) of an element that is minimal in its up-set, by element.
  const std::span<const Element> extension = p.linear_extension();
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> removals(n);
  for (std::uint32_t i = 0; i < sets.size(); ++i) {
    for (const Element x : minimal_elements(p, sets[i])) {
      ElementSet smaller = sets[i];
      smaller.erase(x);
      removals[index(x)].emplace_back(i, place.at(smaller));
    }
  }
  const std::uint32_t full = place.at(ElementSet::full(n));
  std::vector<Integer> maps(sets.size());  // order-preserving maps from the up-set to {1..m}
  maps[place.at(ElementSet(n))] = 1;
  std::vector<Integer> result{maps[full]};
  for (std::size_t m = 1; m <= n; ++m) {
    for (std::size_t r = n; r-- > 0;) {
      for (const auto& [from, to] : removals[index(extension[r])]) maps[from] += maps[to];
    }
    result.push_back(maps[full]);
  }
  return differences(std::move(result));
}

/// Coefficients of a poset on n points are below n!·2ⁿ.
std::uint64_t bits(std::uint64_t n) { return n * (2 + static_cast<std::uint64_t>(std::bit_width(n))); }

/// In the name of a function: the numbers of order-preserving maps of P onto {1..k}, k = 0, …, |P|.
Surjections surjections(const Poset& p, const char* function) {
  if (p.empty()) return {1};
  if (p.size() > largest_size) {
    throw Error(Errc::too_large, std::string(function) + ": the poset has " + std::to_string(p.size()) +
                                     " points, at most " + std::to_string(largest_size) + " are supported");
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
        of[x] = by_up_sets(induced_subposet(p, points[x]), function);
        break;
    }
    for (const std::size_t child : node.children) Surjections().swap(of[child]);
  }
  detail::predict_work(work, p.size() * p.size(), bits(p.size()), function, p.size());
  return std::move(of.back());
}

}  // namespace

std::vector<Rational> order_polynomial(const Poset& p) {
  return detail::from_binomial_basis(surjections(p, "order_polynomial"), 0);
}

std::vector<Rational> strict_order_polynomial(const Poset& p) {
  // Ω°(m) = (−1)ⁿ Ω(−m) [stanley2012].
  std::vector<Rational> result = detail::from_binomial_basis(surjections(p, "strict_order_polynomial"), 0);
  for (std::size_t k = 0; k < result.size(); ++k) {
    if ((p.size() - k) % 2 != 0) result[k] = -result[k];
  }
  return result;
}

std::vector<Integer> order_series(const Poset& p) {
  // Σ_m C(m, k) x^m = x^k / (1 − x)^(k+1): the sum of c_k x^k (1 − x)^(n−k), by Horner's scheme in 1 − x.
  std::vector<Integer> result;
  for (Integer& coefficient : surjections(p, "order_series")) {
    result.emplace_back();
    for (std::size_t i = result.size() - 1; i > 0; --i) result[i] -= result[i - 1];
    result.back() += coefficient;
  }
  return result;
}

}  // namespace tropiary
