// Isomorphism by the modular decomposition: the strong modules are ranked by size, and among those of equal size by a
// key made of the ranks of their children; equal ranks mean isomorphic modules. Only prime quotients, coloured by the
// ranks of their blocks, go to nauty, which would spend much time on the large symmetric groups of antichains.

#include <algorithm>
#include <numeric>
#include <vector>

#include "order/coloured_hasse_diagram.hpp"
#include "order/weighted_counts.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary {

namespace {

using Kind = ModularDecomposition::Kind;
using Key = std::vector<std::uint32_t>;

/// A canonical numbering of a prime quotient. The colours know, besides the rank of the block, what distinguishes
/// points cheaply: places in the longest chains and degrees.
detail::CanonicalNumbering canonical_quotient(const Poset& quotient, const std::vector<std::uint32_t>& ranks) {
  const std::size_t k = quotient.size();
  std::vector<std::uint32_t> from_below(k);
  std::vector<std::uint32_t> from_above(k);
  const std::span<const Element> extension = quotient.linear_extension();
  for (std::size_t i = 0; i < k; ++i) {
    for (const Element y : quotient.lower_covers(extension[i])) {
      from_below[index(extension[i])] = std::max(from_below[index(extension[i])], from_below[index(y)] + 1);
    }
    const Element x = extension[k - 1 - i];
    for (const Element y : quotient.upper_covers(x)) {
      from_above[index(x)] = std::max(from_above[index(x)], from_above[index(y)] + 1);
    }
  }
  std::vector<Key> keys(k);
  for (std::size_t i = 0; i < k; ++i) {
    keys[i] = {ranks[i], from_below[i], from_above[i],
               static_cast<std::uint32_t>(quotient.lower_covers(element(i)).size()),
               static_cast<std::uint32_t>(quotient.upper_covers(element(i)).size())};
  }
  std::vector<Key> distinct = keys;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<std::uint32_t> colours(k);
  for (std::size_t i = 0; i < k; ++i) {
    colours[i] =
        static_cast<std::uint32_t>(std::lower_bound(distinct.begin(), distinct.end(), keys[i]) - distinct.begin());
  }
  return detail::canonical_hasse_diagram(quotient, colours);
}

/// The decomposition with the children of every node in canonical order, and |Aut| as a product over the nodes.
struct CanonicalTree {
  ModularDecomposition tree;
  std::vector<Integer> factors;

  explicit CanonicalTree(const Poset& p) : tree(modular_decomposition(p)) {
    const std::size_t count = tree.nodes.size();
    std::vector<std::size_t> sizes(count);
    for (std::size_t x = 0; x < count; ++x) {
      sizes[x] = tree.nodes[x].kind == Kind::point ? 1 : 0;
      for (const std::size_t child : tree.nodes[x].children) sizes[x] += sizes[child];
    }
    std::vector<std::size_t> by_size(count);
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t x, std::size_t y) { return sizes[x] < sizes[y]; });
    ranks_.assign(count, 0);
    std::uint32_t next_rank = 0;
    for (std::size_t start = 0; start < count;) {
      std::vector<std::pair<Key, std::size_t>> keyed;
      for (; start < count && (keyed.empty() || sizes[by_size[start]] == sizes[keyed[0].second]); ++start) {
        keyed.emplace_back(put_in_order(by_size[start]), by_size[start]);
      }
      std::sort(keyed.begin(), keyed.end());
      for (std::size_t i = 0; i < keyed.size(); ++i) {
        if (i > 0 && keyed[i].first != keyed[i - 1].first) ++next_rank;
        ranks_[keyed[i].second] = next_rank;
      }
      ++next_rank;
    }
  }

  /// At each element its canonical position.
  [[nodiscard]] std::vector<Element> positions(std::size_t n) const {
    std::vector<Element> result(n);
    std::size_t next = 0;
    std::vector<std::size_t> stack;
    if (!tree.nodes.empty()) stack.push_back(tree.root());
    while (!stack.empty()) {
      const auto& node = tree.nodes[stack.back()];
      stack.pop_back();
      if (node.kind == Kind::point) result[index(node.point)] = element(next++);
      stack.insert(stack.end(), node.children.rbegin(), node.children.rend());
    }
    return result;
  }

 private:
  /// Orders the children of the node and returns its key; equal keys mean isomorphic nodes among those of one size.
  Key put_in_order(std::size_t x) {
    auto& node = tree.nodes[x];
    Key key{static_cast<std::uint32_t>(node.kind)};
    if (node.kind == Kind::disjoint_union) {
      std::stable_sort(node.children.begin(), node.children.end(),
                       [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
      for (std::size_t i = 0; i < node.children.size();) {
        std::size_t stop = i;
        while (stop < node.children.size() && ranks_[node.children[stop]] == ranks_[node.children[i]]) ++stop;
        factors.push_back(factorial(static_cast<std::uint32_t>(stop - i)));
        i = stop;
      }
    }
    std::vector<std::uint32_t> ranks;
    for (const std::size_t child : node.children) ranks.push_back(ranks_[child]);
    if (node.kind == Kind::prime) {
      const detail::CanonicalNumbering canonical = canonical_quotient(node.quotient, ranks);
      factors.push_back(canonical.automorphisms);
      const std::vector<std::size_t> children = node.children;
      std::vector<std::uint32_t> position(children.size());
      for (std::size_t i = 0; i < children.size(); ++i) {
        node.children[i] = children[canonical.vertices[i]];
        ranks[i] = ranks_[node.children[i]];
        position[canonical.vertices[i]] = static_cast<std::uint32_t>(i);
      }
      key.push_back(static_cast<std::uint32_t>(children.size()));
      for (const std::uint32_t vertex : canonical.vertices) {
        std::vector<std::uint32_t> above;
        for (const Element y : node.quotient.upper_covers(element(vertex))) above.push_back(position[index(y)]);
        std::sort(above.begin(), above.end());
        key.push_back(static_cast<std::uint32_t>(above.size()));
        key.insert(key.end(), above.begin(), above.end());
      }
    }
    key.insert(key.end(), ranks.begin(), ranks.end());
    return key;
  }

  std::vector<std::uint32_t> ranks_;
};

}  // namespace

Integer automorphism_group_order(const Poset& p) { return detail::balanced_product(CanonicalTree(p).factors); }

Poset canonical_form(const Poset& p) { return relabelled(p, CanonicalTree(p).positions(p.size())).with_labels({}); }

std::optional<std::vector<Element>> find_isomorphism(const Poset& a, const Poset& b) {
  if (a.size() != b.size() || a.count_covers() != b.count_covers()) return std::nullopt;
  const std::vector<Element> place_of_a = CanonicalTree(a).positions(a.size());
  const std::vector<Element> place_of_b = CanonicalTree(b).positions(b.size());
  std::vector<Element> at_place(b.size());
  for (std::size_t y = 0; y < b.size(); ++y) at_place[index(place_of_b[y])] = element(y);
  std::vector<Element> image(a.size());
  for (std::size_t x = 0; x < a.size(); ++x) image[x] = at_place[index(place_of_a[x])];
  return relabelled(a, image) == b ? std::optional(std::move(image)) : std::nullopt;
}

}  // namespace tropiary
