#include "tropiary/polytope/poset_polytope_numbers.hpp"

#include <algorithm>

#include "order/invariants/polynomials.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

/// The longest chain from a minimal point up to each point, in points; nothing when two maximal chains differ in
/// length.
std::optional<std::vector<std::size_t>> levels_of_pure(const Poset& p) {
  std::vector<std::size_t> level(p.size(), 1);
  std::size_t top = 0;
  for (const Element e : p.linear_extension()) {
    const auto lower = p.lower_covers(e);
    if (!lower.empty()) level[index(e)] = level[index(lower.front())] + 1;
    // All lower covers on one level: then all saturated chains from minimal points up to e are equally long.
    for (const Element below : lower) {
      if (level[index(below)] + 1 != level[index(e)]) return std::nullopt;
    }
    if (!p.upper_covers(e).empty()) continue;
    if (top != 0 && top != level[index(e)]) return std::nullopt;
    top = level[index(e)];
  }
  return level;
}

}  // namespace

Rational order_polytope_volume(const Poset& p) {
  return {count_linear_extensions(p), factorial(static_cast<std::uint32_t>(p.size()))};
}

std::vector<Rational> order_polytope_ehrhart_polynomial(const Poset& p) {
  return detail::from_binomial_basis(detail::order_preserving_surjections(p, "order_polytope_ehrhart_polynomial"), -1);
}

std::vector<Integer> order_polytope_h_star(const Poset& p) {
  std::vector<Integer> result = order_series(p);
  // Σ_{t≥0} Ω(t + 1) x^t is the series of P divided by x, unless P is empty, where Ω(0) = 1.
  if (!p.empty()) result.erase(result.begin());
  while (result.size() > 1 && result.back().is_zero()) result.pop_back();
  return result;
}

std::size_t order_polytope_degree(const Poset& p) { return p.size() - height(p); }

std::size_t order_polytope_codegree(const Poset& p) { return height(p) + 1; }

bool is_order_polytope_gorenstein(const Poset& p) { return levels_of_pure(p).has_value(); }

std::optional<std::vector<Integer>> order_polytope_gorenstein_point(const Poset& p) {
  const auto levels = levels_of_pure(p);
  if (!levels) return std::nullopt;
  return std::vector<Integer>(levels->begin(), levels->end());
}

}  // namespace tropiary
