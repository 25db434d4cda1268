#include <random>
#include <utility>

#include "order/block_counts.hpp"
#include "order/linear_extensions/random_integer.hpp"
#include "tropiary/order/linear_extensions.hpp"

namespace tropiary {

using Kind = ModularDecomposition::Kind;

LinearExtensionSampler::LinearExtensionSampler(const Poset& p, std::size_t max_down_sets) {
  const ModularDecomposition tree = modular_decomposition(p);
  for (const auto& node : tree.nodes) {
    Node entry{node.kind, node.point, node.children, node.kind == Kind::point ? std::size_t{1} : 0, {}, {}};
    std::vector<std::size_t> lengths;
    for (const std::size_t child : node.children) {
      const std::size_t size = nodes_[child].size;
      entry.child_of.insert(entry.child_of.end(), size, static_cast<std::uint32_t>(lengths.size()));
      lengths.push_back(size);
      entry.size += size;
    }
    if (node.kind == Kind::prime) {
      entry.index.emplace(detail::with_chains(node.quotient, lengths), max_down_sets);
    } else if (node.kind == Kind::ordinal_sum) {
      entry.child_of.clear();
    }
    nodes_.push_back(std::move(entry));
  }
}

// In a linear extension of P(Q₁, …, Qₖ) it does not depend on each other which places are those of Q_i and in which
// order the points of Q_i take them; so both are drawn alone. For a union every distribution of the places is as
// likely.
std::vector<std::vector<Element>> LinearExtensionSampler::sample(std::size_t how_many, std::uint64_t seed) const {
  std::mt19937_64 generator(seed);
  std::vector<std::vector<Element>> result;
  for (std::size_t k = 0; k < how_many; ++k) {
    std::vector<std::vector<Element>> drawn(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      std::vector<Element>& arrangement = drawn[i];
      if (node.kind == Kind::point) {
        arrangement.push_back(node.point);
        continue;
      }
      if (node.kind == Kind::ordinal_sum) {
        arrangement = std::move(drawn[node.children.front()]);
        for (std::size_t c = 1; c < node.children.size(); ++c) {
          const std::vector<Element>& next = drawn[node.children[c]];
          arrangement.insert(arrangement.end(), next.begin(), next.end());
        }
      } else {
        std::vector<std::uint32_t> turns;  // at each place the child whose turn it is
        if (node.kind == Kind::disjoint_union) {
          turns = node.child_of;
          for (std::size_t left = turns.size(); left > 1; --left) {
            std::swap(turns[left - 1], turns[detail::random_below(std::uint64_t{left}, generator)]);
          }
        } else {
          for (const Element x : node.index->unrank(detail::random_below(node.index->count(), generator))) {
            turns.push_back(node.child_of[index(x)]);
          }
        }
        std::vector<std::size_t> taken(node.children.size(), 0);
        for (const std::uint32_t child : turns) {
          arrangement.push_back(drawn[node.children[child]][taken[child]++]);
        }
      }
      for (const std::size_t child : node.children) std::vector<Element>().swap(drawn[child]);
    }
    result.push_back(drawn.empty() ? std::vector<Element>{} : std::move(drawn.back()));
  }
  return result;
}

}  // namespace tropiary
