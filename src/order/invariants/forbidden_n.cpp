#include <algorithm>
#include <string>
#include <vector>

#include "order/invariants/obstructions.hpp"
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

/// The first of these, ascending, that is none of those.
std::span<const Element>::iterator not_among(std::span<const Element> these, std::span<const Element> those) {
  return std::ranges::find_if(these, [&](Element y) { return !std::ranges::binary_search(those, y); });
}

/// An N of covers, when c has upper covers b and d that have different lower covers.
Obstruction covering_n(const Poset& p, Element c, Element b, Element d) {
  // Some a is covered by one of the two only; call that one `high`.
  Element high = b;
  Element other = d;
  auto a = not_among(p.lower_covers(b), p.lower_covers(d));
  if (a == p.lower_covers(b).end()) {
    std::swap(high, other);
    a = not_among(p.lower_covers(d), p.lower_covers(b));
  }
  if (!p.less(*a, other)) return {Obstruction::Kind::covering_n, {*a, high, c, other}};
  // a < e ⋖ other for some e, which is neither below nor above `high` and c, as a ⋖ high and c ⋖ other.
  const auto between = p.lower_covers(other);
  const Element e = *std::ranges::find_if(between, [&](Element y) { return p.less(*a, y); });
  return {Obstruction::Kind::covering_n, {e, other, c, high}};
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
  // Without an N the covers fall into blocks, all of L × U: L the lower covers of each of U, U the upper ones of each
  // of L. Cost: O(n + covers).
  std::vector<bool> in_block(p.size(), false);
  for (std::size_t x = 0; x < p.size(); ++x) {
    const Element c = element(x);
    const std::span<const Element> tops = p.upper_covers(c);
    if (in_block[x] || tops.empty()) continue;
    const std::span<const Element> bottoms = p.lower_covers(tops[0]);
    for (const Element d : tops) {
      if (!std::ranges::equal(p.lower_covers(d), bottoms)) return covering_n(p, c, tops[0], d);
    }
    for (const Element other : bottoms) {
      in_block[index(other)] = true;
      const std::span<const Element> its_tops = p.upper_covers(other);
      if (!std::ranges::equal(its_tops, tops)) return covering_n(p, other, tops[0], *not_among(its_tops, tops));
    }
  }
  return std::nullopt;
}

}  // namespace tropiary::detail
