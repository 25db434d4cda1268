#include <algorithm>
#include <string>
#include <vector>

#include "order/obstructions.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary::detail {

namespace {

/// An induced N a < b > c < d, if there is one. For incomparable b and d: a below b only and c below both are part of
/// an N unless c < a.
std::optional<Obstruction> find_induced_n(const Poset& p) {
  std::vector<ElementSet> below;
  below.reserve(p.size());
  for (std::size_t x = 0; x < p.size(); ++x) below.push_back(p.below(element(x)));
  for (std::size_t b = 0; b < p.size(); ++b) {
    for (std::size_t d = 0; d < p.size(); ++d) {
      if (b == d || p.comparable(element(b), element(d))) continue;
      const ElementSet both = below[b] & below[d];
      if (both.empty()) continue;
      for (const Element a : below[b] - below[d]) {
        if (both.is_subset_of(below[index(a)])) continue;
        return Obstruction{Obstruction::Kind::induced_n,
                           {a, element(b), *(both - below[index(a)]).begin(), element(d)}};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Obstruction> not_series_parallel(const Poset& p) {
  // A prime quotient has an N [valdes1982], and any points of its blocks form one in P.
  const ModularDecomposition tree = modular_decomposition(p);
  for (const auto& node : tree.nodes) {
    if (node.kind != ModularDecomposition::Kind::prime) continue;
    std::optional<Obstruction> found = find_induced_n(node.quotient);
    for (Element& x : found->points) {
      std::size_t child = node.children[index(x)];
      while (tree.nodes[child].kind != ModularDecomposition::Kind::point) child = tree.nodes[child].children[0];
      x = tree.nodes[child].point;
    }
    return found;
  }
  return std::nullopt;
}

std::optional<Obstruction> not_n_free(const Poset& p) {
  for (std::size_t x = 0; x < p.size(); ++x) {
    const Element c = element(x);
    const std::span<const Element> tops = p.upper_covers(c);
    for (const Element d : tops) {
      const Element b = tops[0];
      const std::span<const Element> of_b = p.lower_covers(b);
      const std::span<const Element> of_d = p.lower_covers(d);
      if (std::ranges::equal(of_b, of_d)) continue;
      // Some a is covered by one of the two only; call that one `high`.
      const auto covered_by_one = [&](std::span<const Element> these, std::span<const Element> those) {
        return std::ranges::find_if(these, [&](Element y) { return !std::ranges::binary_search(those, y); });
      };
      Element high = b;
      Element other = d;
      auto a = covered_by_one(of_b, of_d);
      if (a == of_b.end()) {
        std::swap(high, other);
        a = covered_by_one(of_d, of_b);
      }
      if (!p.less(*a, other)) return Obstruction{Obstruction::Kind::covering_n, {*a, high, c, other}};
      // a < e ⋖ other for some e, which is neither below nor above `high` and c, as a ⋖ high and c ⋖ other.
      for (const Element e : p.lower_covers(other)) {
        if (p.less(*a, e)) return Obstruction{Obstruction::Kind::covering_n, {e, other, c, high}};
      }
    }
  }
  return std::nullopt;
}

}  // namespace tropiary::detail
