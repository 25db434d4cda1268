#include "tropiary/polytope/poset_polytope_graph.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>

#include "order/disjoint_sets.hpp"
#include "polytope/posets/up_set_pairs.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"

namespace tropiary {

namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;
constexpr std::size_t most_up_sets = std::size_t{1} << 22U;
constexpr std::size_t most_antichains = std::size_t{1} << 15U;

/// Sets as words with point 0 in the highest bit, ascending: as their indicators, sorted lexicographically.
std::uint64_t reversed(std::uint64_t set) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < 64; ++i) result |= ((set >> i) & 1U) << (63 - i);
  return result;
}

void check(const Poset& p, std::size_t max_edges, std::size_t max_up_sets, const char* function) {
  const auto refuse = [&](const std::string& what) {
    throw Error(Errc::too_large, std::string(function) + ": " + what);
  };
  if (p.size() > 64) refuse("the poset has " + std::to_string(p.size()) + " points, at most 64");
  if (const Integer count = count_up_sets(p); count > Integer(max_up_sets)) {
    refuse("the poset has " + count.to_string() + " up-sets, at most " + std::to_string(max_up_sets));
  }
  if (const Integer edges = count_order_polytope_edges(p); edges > Integer(max_edges)) {
    refuse("the polytope has " + edges.to_string() + " edges, more than " + std::to_string(max_edges));
  }
}

/// The connected components of the Hasse diagram.
std::vector<Poset> components(const Poset& p) {
  detail::DisjointSets classes(p.size());
  for (const Relation& cover : p.covers()) classes.join(index(cover.lower), index(cover.upper));
  std::vector<std::vector<Element>> members(p.size());
  for (std::size_t x = 0; x < p.size(); ++x) members[classes.find(x)].push_back(element(x));
  std::vector<Poset> result;
  for (const std::vector<Element>& component : members) {
    if (!component.empty()) result.push_back(induced_subposet(p, component));
  }
  return result;
}

std::size_t diameter(std::size_t vertices, const Edges& edges, const char* function) {
  if (edges.size() > (std::uint64_t{1} << 33U) / vertices) {
    throw Error(Errc::too_large, std::string(function) + ": a component has " + std::to_string(vertices) +
                                     " up-sets and " + std::to_string(edges.size()) +
                                     " edges; at most 2^33 steps are taken");
  }
  std::vector<std::size_t> starts(vertices + 1);
  for (const auto& [i, j] : edges) {
    ++starts[i];
    ++starts[j];
  }
  std::size_t sum = 0;
  for (std::size_t& start : starts) start = (sum += start);
  std::vector<std::size_t> neighbours(2 * edges.size());
  for (const auto& [i, j] : edges) {
    neighbours[--starts[i]] = j;
    neighbours[--starts[j]] = i;
  }
  std::size_t greatest = 0;
  std::vector<std::size_t> queue(vertices);
  std::vector<std::size_t> distance(vertices);
  for (std::size_t from = 0; from < vertices; ++from) {
    std::fill(distance.begin(), distance.end(), vertices);
    distance[from] = 0;
    queue[0] = from;
    std::size_t found = 1;
    for (std::size_t next = 0; next < found; ++next) {
      const std::size_t v = queue[next];
      for (std::size_t k = starts[v]; k < starts[v + 1]; ++k) {
        const std::size_t w = neighbours[k];
        if (distance[w] != vertices) continue;
        distance[w] = distance[v] + 1;
        queue[found++] = w;
      }
    }
    greatest = std::max(greatest, distance[queue[found - 1]]);
  }
  return greatest;
}

template <class EdgesOf>
std::size_t diameter_by_components(const Poset& p, const char* function, EdgesOf edges_of) {
  // O(P + Q) = O(P) × O(Q) and C(P + Q) = C(P) × C(Q), whose graphs are the products.
  std::size_t sum = 0;
  for (const Poset& component : components(p)) {
    const Edges edges = edges_of(component);
    sum += diameter(static_cast<std::size_t>(count_up_sets(component).to_int64()), edges, function);
  }
  return sum;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> order_polytope_edges(const Poset& p, std::size_t max_edges) {
  check(p, max_edges, most_up_sets, "order_polytope_edges");
  detail::DownSetsOfUpSets inner(p);
  const std::span<const Element> extension = p.linear_extension();
  std::vector<std::pair<std::uint64_t, std::uint64_t>> sorted;  // the indicator, the set in the extension's numbers
  std::vector<std::uint64_t> rank_of(p.size());
  for (std::size_t r = 0; r < p.size(); ++r) rank_of[index(extension[r])] = r;
  for_each_up_set(p, [&](std::uint64_t set) {
    std::uint64_t numbered = 0;
    for (std::uint64_t rest = set; rest != 0; rest &= rest - 1) {
      numbered |= std::uint64_t{1} << rank_of[static_cast<std::size_t>(std::countr_zero(rest))];
    }
    sorted.emplace_back(reversed(set), numbered);
  });
  std::sort(sorted.begin(), sorted.end());
  std::unordered_map<std::uint64_t, std::size_t> position;
  position.reserve(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) position.emplace(sorted[i].second, i);
  Edges edges;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::uint64_t up_set = sorted[i].second;
    inner.for_each(up_set, [&](std::uint64_t removed, std::size_t count) {
      if (count == 1) edges.push_back(std::minmax({i, position.at(up_set & ~removed)}));
    });
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

std::vector<std::pair<std::size_t, std::size_t>> chain_polytope_edges(const Poset& p, std::size_t max_edges) {
  check(p, max_edges, most_antichains, "chain_polytope_edges");
  const std::size_t n = p.size();
  std::vector<std::uint64_t> above(n);
  std::vector<std::uint64_t> comparable(n);
  for (std::size_t x = 0; x < n; ++x) {
    above[x] = p.above(element(x)).words()[0];
    comparable[x] = above[x] | p.below(element(x)).words()[0];
  }
  std::vector<std::pair<std::uint64_t, std::uint64_t>> antichains;
  for_each_up_set(p, [&](std::uint64_t set) {
    std::uint64_t higher = 0;
    for (std::uint64_t rest = set; rest != 0; rest &= rest - 1) {
      higher |= above[static_cast<std::size_t>(std::countr_zero(rest))];
    }
    antichains.emplace_back(reversed(set & ~higher), set & ~higher);
  });
  std::sort(antichains.begin(), antichains.end());
  const auto is_connected = [&](std::uint64_t set) {
    std::uint64_t reached = set & -set;
    for (std::uint64_t fresh = reached; fresh != 0;) {
      std::uint64_t next = 0;
      for (; fresh != 0; fresh &= fresh - 1) next |= comparable[static_cast<std::size_t>(std::countr_zero(fresh))];
      fresh = next & set & ~reached;
      reached |= fresh;
    }
    return reached == set;
  };
  Edges edges;
  for (std::size_t i = 0; i < antichains.size(); ++i) {
    for (std::size_t j = i + 1; j < antichains.size(); ++j) {
      if (is_connected(antichains[i].second ^ antichains[j].second)) edges.emplace_back(i, j);
    }
  }
  return edges;
}

Integer count_order_polytope_edges(const Poset& p) {
  if (p.size() < 2) return p.empty() ? 0 : 1;  // the one edge of a segment is the polytope itself
  return order_polytope_f_vector(p)[1];
}

std::size_t order_polytope_diameter(const Poset& p) {
  return diameter_by_components(p, "order_polytope_diameter", [](const Poset& q) { return order_polytope_edges(q); });
}

std::size_t chain_polytope_diameter(const Poset& p) {
  return diameter_by_components(p, "chain_polytope_diameter", [](const Poset& q) { return chain_polytope_edges(q); });
}

}  // namespace tropiary
