#include "order/block_counts.hpp"

#include <string>
#include <utility>
#include <vector>

#include "order/linear_extensions/extension_counts.hpp"
#include "order/linear_extensions/tree_linear_extensions.hpp"
#include "order/weighted_counts.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

using Kind = ModularDecomposition::Kind;

// The antichains of P(Q₁, …, Qₖ) are the antichains A of P with a non-empty antichain of each Q_i, i ∈ A: so the number
// of non-empty antichains of a node follows from those of its children.
Integer count_nonempty_up_sets_of_blocks(const ModularDecomposition& tree, std::span<const Integer> nonempty) {
  std::vector<Integer> counts(tree.nodes.size());
  for (std::size_t x = 0; x < tree.nodes.size(); ++x) {
    const auto& node = tree.nodes[x];
    std::vector<Integer> weights;
    weights.reserve(node.children.size());
    for (const std::size_t child : node.children) weights.push_back(std::move(counts[child]));
    switch (node.kind) {
      case Kind::point:
        counts[x] = nonempty[index(node.point)];
        break;
      case Kind::disjoint_union:
        for (Integer& weight : weights) ++weight;
        counts[x] = balanced_product(std::move(weights)) - 1;
        break;
      case Kind::ordinal_sum:
        for (const Integer& weight : weights) counts[x] += weight;
        break;
      case Kind::prime:
        counts[x] = count_weighted_antichains(node.quotient, weights) - 1;
        break;
    }
  }
  return counts.empty() ? Integer(0) : std::move(counts.back());
}

Poset with_chains(const Poset& quotient, std::span<const std::size_t> lengths) {
  std::vector<std::size_t> starts{0};
  for (const std::size_t length : lengths) starts.push_back(starts.back() + length);
  if (starts.back() == quotient.size()) return quotient;
  if (starts.back() > most_countable_points) {
    throw Error(Errc::too_large, "count_linear_extensions: a prime part of " + std::to_string(starts.back()) +
                                     " points that is no tree, at most " + std::to_string(most_countable_points));
  }
  std::vector<Relation> covers;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    for (std::size_t x = starts[i]; x + 1 < starts[i + 1]; ++x) covers.push_back({element(x), element(x + 1)});
    for (const Element j : quotient.upper_covers(element(i))) {
      covers.push_back({element(starts[i + 1] - 1), element(starts[index(j)])});
    }
  }
  return poset_from_covers_unchecked(starts.back(), std::move(covers));
}

// A linear extension of P(Q₁, …, Qₖ) is a linear extension of P with a chain of |Q_i| points in place of the point i,
// and a linear extension of each Q_i that says in which order its points take these places. So e is a product over the
// nodes of the decomposition: a multinomial coefficient for a union, 1 for an ordinal sum.
Integer count_linear_extensions_of_blocks(const ModularDecomposition& tree, std::span<const std::size_t> lengths,
                                          std::size_t limit) {
  std::vector<std::size_t> sizes;
  sizes.reserve(tree.nodes.size());
  std::vector<Integer> factors;
  for (const auto& node : tree.nodes) {
    std::size_t size = node.kind == Kind::point ? lengths[index(node.point)] : 0;
    std::vector<std::size_t> parts;
    for (const std::size_t child : node.children) {
      parts.push_back(sizes[child]);
      size += sizes[child];
      if (node.kind == Kind::disjoint_union) factors.push_back(binomial(size, sizes[child]));
    }
    if (node.kind == Kind::prime) {
      factors.push_back(hasse_diagram_is_tree(node.quotient)
                            ? count_linear_extensions_of_tree(node.quotient, parts)
                            : count_linear_extensions_of_prime(with_chains(node.quotient, parts), limit));
    }
    sizes.push_back(size);
  }
  return balanced_product(std::move(factors));
}

}  // namespace tropiary::detail
