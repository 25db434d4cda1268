#include "order/isomorphism/canonical_prime.hpp"

#include <nauty/nausparse.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include "order/isomorphism/canonical_search.hpp"
#include "order/weighted_counts.hpp"

namespace tropiary::detail {

namespace {

// nauty keeps work space in static variables, and its statistics give the order of the group as a double: so one call
// at a time, with the exact order multiplied from the indices of the chain of stabilisers.
std::mutex nauty_mutex;
struct Labelling {
  std::vector<int> vertices;  // in canonical order
  Integer automorphisms = 1;
  std::vector<std::vector<int>> generators;
};
Labelling* under_way = nullptr;

void multiply_by_index(int*, int*, int, int*, statsblk*, int, int index_of_stabiliser, int, int, int, int) {
  under_way->automorphisms *= index_of_stabiliser;
}

void add_generator(int, int* image, int*, int, int, int n) { under_way->generators.emplace_back(image, image + n); }

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
  std::vector<size_t> starts(n);
  std::vector<int> degrees(n);
  std::vector<int> targets;
  for (std::size_t i = 0; i < n; ++i) {
    starts[i] = targets.size();
    for (const auto& neighbours : {p.lower_covers(element(core[i])), p.upper_covers(element(core[i]))}) {
      for (const Element y : neighbours) {
        if (number[index(y)] != outside) targets.push_back(number[index(y)]);
      }
    }
    degrees[i] = static_cast<int>(targets.size() - starts[i]);
  }
  sparsegraph graph;
  SG_INIT(graph);
  graph.nde = targets.size();
  graph.nv = static_cast<int>(n);
  graph.v = starts.data();
  graph.d = degrees.data();
  targets.resize(std::max<std::size_t>(targets.size(), 1));
  graph.e = targets.data();
  graph.vlen = n;
  graph.dlen = n;
  graph.elen = targets.size();

  Labelling result;
  std::vector<int>& lab = result.vertices;
  lab.resize(n);
  std::vector<int> ptn(n);
  std::vector<int> orbits(n);
  std::iota(lab.begin(), lab.end(), 0);
  const auto colour = [&](int x) { return trees.core_colours()[static_cast<std::size_t>(x)]; };
  std::stable_sort(lab.begin(), lab.end(), [&](int x, int y) { return colour(x) < colour(y); });
  for (std::size_t i = 0; i < n; ++i) ptn[i] = i + 1 < n && colour(lab[i]) == colour(lab[i + 1]) ? 1 : 0;

  DEFAULTOPTIONS_SPARSEGRAPH(options);
  options.getcanon = TRUE;
  options.defaultptn = FALSE;
  options.userlevelproc = multiply_by_index;
  options.userautomproc = add_generator;
  statsblk stats;
  sparsegraph canonical;
  SG_INIT(canonical);
  {
    const std::lock_guard lock(nauty_mutex);
    under_way = &result;
    sparsenauty(&graph, lab.data(), ptn.data(), orbits.data(), &options, &stats, &canonical);
    under_way = nullptr;
  }
  SG_FREE(canonical);
  if (stats.errstatus != 0) throw std::runtime_error("canonical_form: nauty ended with an error");
  return result;
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
