#include "order/isomorphism/canonical_prime.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "order/isomorphism/canonical_search.hpp"
#include "order/isomorphism/nauty_labelling.hpp"
#include "order/weighted_counts.hpp"

namespace tropiary::detail {

namespace {

/// What distinguishes points cheaply: places in the longest chains, the given colours and degrees. A cover goes from a
/// smaller colour to a larger one.
std::vector<std::uint32_t> refined_colours(const Poset& p, std::span<const std::uint32_t> colours) {
  const std::size_t n = p.size();
  std::vector<std::uint32_t> from_below(n);
  std::vector<std::uint32_t> from_above(n);
  const std::span<const Element> extension = p.linear_extension();
  for (std::size_t i = 0; i < n; ++i) {
    for (const Element y : p.lower_covers(extension[i])) {
      from_below[index(extension[i])] = std::max(from_below[index(extension[i])], from_below[index(y)] + 1);
    }
    const Element x = extension[n - 1 - i];
    for (const Element y : p.upper_covers(x)) {
      from_above[index(x)] = std::max(from_above[index(x)], from_above[index(y)] + 1);
    }
  }
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::size_t, std::size_t>;
  std::vector<Key> keys(n);
  std::map<Key, std::uint32_t> ranks;
  for (std::size_t i = 0; i < n; ++i) {
    const Element x = element(i);
    keys[i] = {from_below[i], from_above[i], colours[i], p.lower_covers(x).size(), p.upper_covers(x).size()};
    ranks[keys[i]] = 0;
  }
  std::uint32_t next = 0;
  for (auto& [key, rank] : ranks) rank = next++;
  std::vector<std::uint32_t> result(n);
  for (std::size_t i = 0; i < n; ++i) result[i] = ranks[keys[i]];
  return result;
}

CanonicalNumbering by_search(const Poset& p, std::span<const std::uint32_t> colours) {
  const LongOrder order = bit_order<std::uint64_t>(p);
  const CanonicalSearch<std::uint64_t> search(order, colours.data());
  CanonicalNumbering result;
  result.vertices.resize(p.size());
  for (std::uint32_t x = 0; x < p.size(); ++x) result.vertices[search.position()[x]] = x;
  result.automorphisms = 1;
  for (const std::uint8_t index : search.indices()) result.automorphisms *= std::uint64_t{index};
  for (const auto& image : search.generators()) {
    Moves moves;
    for (std::uint32_t x = 0; x < p.size(); ++x) {
      if (image[x] != x) moves.emplace_back(x, image[x]);
    }
    result.generators.push_back(std::move(moves));
  }
  return result;
}

/// The core, by nauty. The colours tell which end of a cover is the lower one. So the Hasse diagram is taken without
/// directions, and nauty's refinement, which looks along arcs only, sees the neighbours on both sides.
Labelling label_core(const Poset& p, const PendantTrees& trees) {
  const std::vector<std::uint32_t>& core = trees.core();
  const std::size_t n = core.size();
  constexpr int outside = -1;
  std::vector<int> number(p.size(), outside);
  for (std::size_t i = 0; i < n; ++i) number[core[i]] = static_cast<int>(i);
  std::vector<std::vector<int>> joined(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (const auto& neighbours : {p.lower_covers(element(core[i])), p.upper_covers(element(core[i]))}) {
      for (const Element y : neighbours) {
        if (number[index(y)] != outside) joined[i].push_back(number[index(y)]);
      }
    }
  }
  return nauty_labelling(SparseGraph(joined), trees.core_colours());
}

CanonicalNumbering by_core(const Poset& p, std::span<const std::uint32_t> given_colours) {
  const std::vector<std::uint32_t> colours = refined_colours(p, given_colours);
  PendantTrees trees(p, colours);
  const Labelling labelling = label_core(p, trees);
  std::vector<std::uint32_t> core_order;
  for (const int v : labelling.vertices) core_order.push_back(trees.core()[static_cast<std::size_t>(v)]);
  trees.put_in_sequence(core_order);

  CanonicalNumbering result;
  result.vertices = trees.sequence();
  std::ranges::stable_sort(result.vertices, {}, [&](std::uint32_t x) { return colours[x]; });
  std::vector<Integer> factors = trees.factors();
  factors.push_back(labelling.automorphisms);
  result.automorphisms = balanced_product(std::move(factors));
  result.generators = trees.generators();
  for (const std::vector<int>& image : labelling.generators) {
    Moves moves;
    for (std::size_t i = 0; i < image.size(); ++i) {
      const auto target = static_cast<std::size_t>(image[i]);
      if (target != i) trees.move(trees.core()[i], trees.core()[target], moves);
    }
    result.generators.push_back(std::move(moves));
  }
  return result;
}

}  // namespace

CanonicalNumbering canonical_prime(const Poset& p, std::span<const std::uint32_t> colours) {
  return p.size() <= LongOrder::capacity ? by_search(p, colours) : by_core(p, colours);
}

}  // namespace tropiary::detail
